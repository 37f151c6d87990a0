package se.siru.core.evaluation;

import java.util.List;
import java.util.Optional;
import se.siru.core.model.Field;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.IntSets;

/**
 * A condition that looks at one field of codes or references, worked out for every value that the field may hold. That depends on code
 * lists and entities alone, so it is done once for all batches; a batch adds no more than its own sets of several values. Conditions
 * on the same field are joined beforehand.
 */
final class ElementAnswers {
  private static final byte[] NONE = {};

  private final Field<?> field;
  private final byte[] ofElement;
  private final byte ofNone;
  private final OfSets ofSets;

  private ElementAnswers(Field<?> field, byte[] ofElement, byte ofNone, OfSets ofSets) {
    this.field = field;
    this.ofElement = ofElement;
    this.ofNone = ofNone;
    this.ofSets = ofSets;
  }

  /** The answers of each set that a batch holds. */
  private interface OfSets {
    byte[] of(Batch batch);
  }

  /** What a condition says of all that a value leads to, in the encoding of {@link SetPool}. */
  interface Answer {
    byte to(int encoded);
  }

  /**
   * Answers of a field's values; a record with several has the greatest of theirs.
   *
   * @param ofElement the answer of each element
   * @param ofNone the answer where there is no value
   */
  static ElementAnswers of(Field<?> field, byte[] ofElement, byte ofNone) {
    return new ElementAnswers(field, ofElement, ofNone, batch -> greatest(sets(field, batch), ofElement));
  }

  private static byte[] greatest(IntSets sets, byte[] ofElement) {
    byte[] ofSet = new byte[sets.count()];
    for (int set = 0; set < ofSet.length; set++) {
      for (int i = 0; i < sets.size(set); i++) {
        ofSet[set] = (byte) Math.max(ofSet[set], ofElement[sets.element(set, i)]);
      }
    }
    return ofSet;
  }

  /** What is said of all that the values of a field lead to; unknown where there is no value. */
  static ElementAnswers behind(PathReader.Behind path, Answer answer) {
    byte[] ofElement = new byte[path.ofElement().length];
    for (int element = 0; element < ofElement.length; element++) {
      ofElement[element] = answer.to(path.ofElement()[element]);
    }
    return new ElementAnswers(path.field(), ofElement, Truth.UNKNOWN, batch -> behind(path.reader(batch), sets(path.field(), batch), answer));
  }

  private static byte[] behind(ElementReader reader, IntSets sets, Answer answer) {
    byte[] ofSet = new byte[sets.count()];
    for (int set = 0; set < ofSet.length; set++) {
      ofSet[set] = answer.to(reader.ofValue(-2 - set));
    }
    return ofSet;
  }

  private static IntSets sets(Field<?> field, Batch batch) {
    return ((Column.Ints) batch.column(field.name())).sets();
  }

  /** The field that is looked at. */
  Field<?> field() {
    return field;
  }

  /** The answer of each element; not to be changed. */
  byte[] ofElement() {
    return ofElement;
  }

  /** The answer where there is no value. */
  byte ofNone() {
    return ofNone;
  }

  /** The answers of the sets of a batch. */
  byte[] ofSets(Batch batch) {
    return sets(field, batch).count() == 0 ? NONE : ofSets.of(batch);
  }

  /** The test for the rows of a batch. */
  ElementTest bind(Batch batch) {
    return new ElementTest((Column.Ints) batch.column(field.name()), ofElement, ofSets(batch), ofNone);
  }

  /** The opposite: what is unknown stays so. */
  ElementAnswers not() {
    return new ElementAnswers(field, not(ofElement), (byte) (Truth.TRUE - ofNone), batch -> not(ofSets.of(batch)));
  }

  private static byte[] not(byte[] answers) {
    byte[] opposite = new byte[answers.length];
    for (int i = 0; i < answers.length; i++) {
      opposite[i] = (byte) (Truth.TRUE - answers[i]);
    }
    return opposite;
  }

  /** The answers of several that must all hold or, where {@code all} is false, of which one must; empty unless they look at one field. */
  static Optional<ElementAnswers> join(List<Optional<ElementAnswers>> several, boolean all) {
    ElementAnswers joined = null;
    for (Optional<ElementAnswers> each : several) {
      if (each.isEmpty() || joined != null && !joined.field.equals(each.get().field)) {
        return Optional.empty();
      }
      joined = joined == null ? each.get() : joined.join(each.get(), all);
    }
    return Optional.ofNullable(joined);
  }

  private ElementAnswers join(ElementAnswers other, boolean all) {
    return new ElementAnswers(
        field,
        join(ofElement, other.ofElement, all),
        all ? (byte) Math.min(ofNone, other.ofNone) : (byte) Math.max(ofNone, other.ofNone),
        batch -> join(ofSets.of(batch), other.ofSets.of(batch), all));
  }

  private static byte[] join(byte[] first, byte[] second, boolean all) {
    byte[] joined = new byte[first.length];
    for (int i = 0; i < joined.length; i++) {
      joined[i] = (byte) (all ? Math.min(first[i], second[i]) : Math.max(first[i], second[i]));
    }
    return joined;
  }
}
