package se.siru.core.evaluation;

import java.util.List;
import java.util.Optional;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.IntSets;

/**
 * A condition that looks at one column of codes or references, worked out for every value that the column may hold: a record costs
 * one look-up, however much the condition asks. Conditions on the same column are joined beforehand.
 */
final class ElementTest implements Truth.Test {
  private final Column.Ints column;
  private final byte[] ofElement;
  private final byte[] ofSet;
  private final byte ofNone;

  private ElementTest(Column.Ints column, byte[] ofElement, byte[] ofSet, byte ofNone) {
    this.column = column;
    this.ofElement = ofElement;
    this.ofSet = ofSet;
    this.ofNone = ofNone;
  }

  /**
   * A test of a column's values; a record with several has the greatest of their answers.
   *
   * @param ofElement the answer of each element
   * @param ofNone the answer where there is no value
   */
  static ElementTest of(Column.Ints column, byte[] ofElement, byte ofNone) {
    IntSets sets = column.sets();
    byte[] ofSet = new byte[sets.count()];
    for (int set = 0; set < ofSet.length; set++) {
      for (int i = 0; i < sets.size(set); i++) {
        ofSet[set] = (byte) Math.max(ofSet[set], ofElement[sets.element(set, i)]);
      }
    }
    return new ElementTest(column, ofElement, ofSet, ofNone);
  }

  /** A test of what the values of a column lead to: unknown where that is nothing. */
  static ElementTest stated(Column.Ints column, ElementReader reader, int domain) {
    return behind(column, reader, domain, encoded -> encoded == SetPool.UNKNOWN ? Truth.UNKNOWN : Truth.TRUE);
  }

  /** What a test says of all that the values of a column lead to, in the encoding of {@link SetPool}. */
  interface Answer {
    byte to(int encoded);
  }

  /** A test of all that the values of a column lead to: unknown where there is no value. */
  static ElementTest behind(Column.Ints column, ElementReader reader, int domain, Answer answer) {
    byte[] ofElement = new byte[domain];
    for (int element = 0; element < domain; element++) {
      ofElement[element] = answer.to(reader.ofValue(element));
    }
    byte[] ofSet = new byte[column.sets().count()];
    for (int set = 0; set < ofSet.length; set++) {
      ofSet[set] = answer.to(reader.ofValue(-2 - set));
    }
    return new ElementTest(column, ofElement, ofSet, Truth.UNKNOWN);
  }

  @Override
  public byte of(int row) {
    int value = column.value(row);
    return value >= 0 ? ofElement[value] : value == Column.Ints.MISSING ? ofNone : ofSet[-2 - value];
  }

  /** The opposite: what is unknown stays so. */
  ElementTest not() {
    return new ElementTest(column, not(ofElement), not(ofSet), (byte) (Truth.TRUE - ofNone));
  }

  private static byte[] not(byte[] answers) {
    byte[] opposite = new byte[answers.length];
    for (int i = 0; i < answers.length; i++) {
      opposite[i] = (byte) (Truth.TRUE - answers[i]);
    }
    return opposite;
  }

  /** One test for several that must all hold, where they look at one column. */
  static Optional<ElementTest> all(List<Truth.Test> tests) {
    return join(tests, true);
  }

  /** One test for several of which one must hold, where they look at one column. */
  static Optional<ElementTest> any(List<Truth.Test> tests) {
    return join(tests, false);
  }

  private static Optional<ElementTest> join(List<Truth.Test> tests, boolean all) {
    ElementTest joined = null;
    for (Truth.Test test : tests) {
      if (!(test instanceof ElementTest next) || joined != null && next.column != joined.column) {
        return Optional.empty();
      }
      joined = joined == null ? next : joined.join(next, all);
    }
    return Optional.ofNullable(joined);
  }

  private ElementTest join(ElementTest other, boolean all) {
    return new ElementTest(
        column,
        join(ofElement, other.ofElement, all),
        join(ofSet, other.ofSet, all),
        all ? (byte) Math.min(ofNone, other.ofNone) : (byte) Math.max(ofNone, other.ofNone));
  }

  private static byte[] join(byte[] first, byte[] second, boolean all) {
    byte[] joined = new byte[first.length];
    for (int i = 0; i < joined.length; i++) {
      joined[i] = (byte) (all ? Math.min(first[i], second[i]) : Math.max(first[i], second[i]));
    }
    return joined;
  }
}
