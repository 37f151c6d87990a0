package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.List;
import se.siru.core.model.Field;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.primitive.TupleIndex;

/**
 * All terms of a scan that look at one field, joined: values to which all of them answer alike have one number. There are few of these
 * numbers, whatever the number of values and terms; a record then costs one look-up a field.
 */
final class Signature {
  private final Field<?> field;
  private final int[] terms;
  private final List<ElementAnswers> answers;
  private final TupleIndex numbers = new TupleIndex(4);
  private final int[] tuple = new int[4];
  private final char[] ofElement;
  private final int ofNone;
  /** The one number of all elements, or {@link BoundTerms#NONE}. */
  private final int ofAll;
  private long[] isTrue = new long[8];
  private long[] isUnknown = new long[8];

  /**
   * The signatures of a field.
   *
   * @param terms the places of the terms that look at it
   * @param answers what each of them answers
   */
  Signature(Field<?> field, int[] terms, List<ElementAnswers> answers) {
    this.field = field;
    this.terms = terms;
    this.answers = answers;
    byte[][] ofTerms = answers.stream().map(ElementAnswers::ofElement).toArray(byte[][]::new);
    byte[] ofNothing = new byte[terms.length];
    for (int t = 0; t < terms.length; t++) {
      ofNothing[t] = answers.get(t).ofNone();
    }
    this.ofNone = number(ofNothing);
    this.ofElement = numbers(ofTerms, ofTerms[0].length);
    this.ofAll = one(ofElement);
  }

  private static int one(char[] numbers) {
    for (char number : numbers) {
      if (number != numbers[0]) {
        return BoundTerms.NONE;
      }
    }
    return numbers.length == 0 ? BoundTerms.NONE : numbers[0];
  }

  private char[] numbers(byte[][] ofTerms, int count) {
    char[] found = new char[count];
    byte[] last = new byte[terms.length];
    int number = ofNone;
    for (int element = 0; element < count; element++) {
      boolean alike = element > 0;
      for (int t = 0; t < last.length; t++) {
        alike &= last[t] == ofTerms[t][element];
        last[t] = ofTerms[t][element];
      }
      number = alike ? number : number(last);
      found[element] = (char) number;
    }
    return found;
  }

  /** The number of a tuple of answers, given now where it is new. */
  private int number(byte[] ofTerms) {
    long trueTerms = 0;
    long unknownTerms = 0;
    for (int t = 0; t < terms.length; t++) {
      trueTerms |= (long) (ofTerms[t] >>> 1) << terms[t];
      unknownTerms |= (long) (ofTerms[t] & 1) << terms[t];
    }
    tuple[0] = (int) trueTerms;
    tuple[1] = (int) (trueTerms >>> 32);
    tuple[2] = (int) unknownTerms;
    tuple[3] = (int) (unknownTerms >>> 32);
    int number = numbers.add(tuple);
    if (number > Character.MAX_VALUE) {
      throw Atoms.tooMany();
    }
    if (number == isTrue.length) {
      isTrue = Arrays.copyOf(isTrue, number * 2);
      isUnknown = Arrays.copyOf(isUnknown, number * 2);
    }
    isTrue[number] = trueTerms;
    isUnknown[number] = unknownTerms;
    return number;
  }

  /** The signatures of the rows of a batch. One thread at a time; what it gives stays as it is. */
  Bound bind(Batch batch) {
    Column.Ints column = (Column.Ints) batch.column(field.name());
    char[] ofSet = new char[0];
    if (column.sets().count() > 0) {
      byte[][] ofTerms = answers.stream().map(each -> each.ofSets(batch)).toArray(byte[][]::new);
      ofSet = numbers(ofTerms, column.sets().count());
    }
    boolean isOne = ofSet.length == 0 || one(ofSet) == ofAll;
    return new Bound(this, column, ofSet, isOne ? ofAll : BoundTerms.NONE);
  }

  /** Signatures bound to the column of a batch. */
  static final class Bound implements BoundTerms {
    private final Column.Ints column;
    private final char[] ofElement;
    private final char[] ofSet;
    private final int ofNone;
    /** The one number of all rows that hold a value, or {@link #NONE}. */
    private final int ofAll;
    private final long[] isTrue;
    private final long[] isUnknown;
    private final int count;

    private Bound(Signature of, Column.Ints column, char[] ofSet, int ofAll) {
      this.column = column;
      this.ofElement = of.ofElement;
      this.ofSet = ofSet;
      this.ofNone = of.ofNone;
      this.ofAll = ofAll;
      this.isTrue = of.isTrue;
      this.isUnknown = of.isUnknown;
      this.count = of.numbers.size();
    }

    @Override
    public int count() {
      return count;
    }

    @Override
    public int constant() {
      if (column.isUniform()) {
        return column.size() == 0 ? 0 : of(column.value(0));
      }
      return ofAll == ofNone || column.isComplete() ? ofAll : NONE;
    }

    private int of(int value) {
      return value >= 0 ? ofElement[value] : value == Column.Ints.MISSING ? ofNone : ofSet[-2 - value];
    }

    @Override
    public void append(int[] signatures, RecordBlock block, int radix) {
      int[] values = block.values(column);
      int size = block.size();
      if (ofAll != NONE) {
        for (int i = 0; i < size; i++) {
          signatures[i] = signatures[i] * radix + (values[i] == Column.Ints.MISSING ? ofNone : ofAll);
        }
        return;
      }
      char[] direct = ofElement;
      for (int i = 0; i < size; i++) {
        int value = values[i];
        signatures[i] = signatures[i] * radix + (value >= 0 ? direct[value] : of(value));
      }
    }

    @Override
    public long isTrue(int signature) {
      return isTrue[signature];
    }

    @Override
    public long isUnknown(int signature) {
      return isUnknown[signature];
    }
  }
}
