package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.primitive.TupleIndex;

/**
 * Records that all filters answer alike form one atom: two bits a filter, true and unknown. State is kept by atom, so that any
 * number of filters costs one state, and each filter is the union of its atoms. Atom 0 is the one that every filter refuses.
 */
final class Atoms {
  /** How many bits the number of an atom takes in a key. */
  static final int BITS = 14;

  private final long[] termsOfFilter;
  private final TupleIndex answers = new TupleIndex(4);
  private final TupleIndex index = new TupleIndex(4);
  private final int[] tuple = new int[4];
  private int[] atomOfAnswers = new int[16];
  private long[] trueBits = new long[16];
  private long[] unknownBits = new long[16];
  private @Nullable SignatureTable table;

  /** Atoms of filters, each given as one bit for every term that must hold. */
  Atoms(long[] termsOfFilter) {
    this.termsOfFilter = termsOfFilter;
    number(0, 0);
  }

  /** The atom of records, by one bit for every term that holds and one for every term whose answer is unknown. */
  int ofAnswers(long trueTerms, long unknownTerms) {
    int before = answers.size();
    int number = answers.add(tuple(trueTerms, unknownTerms));
    if (number == before) {
      if (number == atomOfAnswers.length) {
        atomOfAnswers = Arrays.copyOf(atomOfAnswers, number * 2);
      }
      long isTrue = 0;
      long isUnknown = 0;
      for (int filter = 0; filter < termsOfFilter.length; filter++) {
        long asked = termsOfFilter[filter];
        if ((trueTerms & asked) == asked) {
          isTrue |= 1L << filter;
        } else if (((trueTerms | unknownTerms) & asked) == asked) {
          isUnknown |= 1L << filter;
        }
      }
      atomOfAnswers[number] = number(isTrue, isUnknown);
    }
    return atomOfAnswers[number];
  }

  /** The atoms of the signatures of batches of a shape. */
  SignatureTable table(int[] shape) {
    if (table == null || !table.isOf(shape)) {
      table = new SignatureTable(shape);
    }
    return table;
  }

  /** What is said where there are more atoms than have numbers, and {@link ScanWidth} is no way out. */
  static SiruException tooMany() {
    return new SiruException(
        ErrorCode.MISUSE, "the conditions overlap in too many ways; evaluate fewer indicators at a time", new TooMany());
  }

  /** True where that was said. */
  static boolean areTooMany(SiruException told) {
    return told.getCause() instanceof TooMany;
  }

  /** A mark, without a trace. */
  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super("more than " + (1 << BITS) + " atoms, or numbers of signatures", null, false, false);
    }
  }

  private int[] tuple(long first, long second) {
    tuple[0] = (int) first;
    tuple[1] = (int) (first >>> 32);
    tuple[2] = (int) second;
    tuple[3] = (int) (second >>> 32);
    return tuple;
  }

  /** The number of an atom, given now where it is new. */
  private int number(long isTrue, long isUnknown) {
    int number = index.add(tuple(isTrue, isUnknown));
    if (number >= 1 << BITS) {
      throw tooMany();
    }
    if (number >= trueBits.length) {
      trueBits = Arrays.copyOf(trueBits, number * 2);
      unknownBits = Arrays.copyOf(unknownBits, number * 2);
    }
    trueBits[number] = isTrue;
    unknownBits[number] = isUnknown;
    return number;
  }

  /** For each atom whether one of some filters holds; the array may be longer than there are atoms. */
  boolean[] anyOf(long filters) {
    boolean[] any = new boolean[trueBits.length];
    for (int atom = 0; atom < any.length; atom++) {
      any[atom] = (trueBits[atom] & filters) != 0;
    }
    return any;
  }

  int size() {
    return index.size();
  }

  /** One bit for every filter that holds. */
  long trueBits(int atom) {
    return trueBits[atom];
  }

  /** One bit for every filter whose answer is unknown. */
  long unknownBits(int atom) {
    return unknownBits[atom];
  }

  /**
   * Writes some atoms in the order of their bits.
   *
   * @return for each atom its place there, or -1
   */
  int[] write(StateWriter out, BitSet used) {
    Integer[] order = used.stream().boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        (first, second) ->
            trueBits[first] != trueBits[second]
                ? Long.compareUnsigned(trueBits[first], trueBits[second])
                : Long.compareUnsigned(unknownBits[first], unknownBits[second]));
    int[] places = new int[size()];
    Arrays.fill(places, -1);
    out.number(order.length);
    for (int place = 0; place < order.length; place++) {
      places[order[place]] = place;
      out.number(trueBits[order[place]]);
      out.number(unknownBits[order[place]]);
    }
    return places;
  }

  /** Reads what {@link #write} wrote: for each place the number of the atom here. */
  int[] read(StateReader in) {
    int[] numbers = new int[in.count()];
    for (int place = 0; place < numbers.length; place++) {
      numbers[place] = number(in.number(), in.number());
    }
    return numbers;
  }

  /** For each atom of another part, its number here. */
  int[] translate(Atoms other) {
    int[] numbers = new int[other.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(other.trueBits[i], other.unknownBits[i]);
    }
    return numbers;
  }
}
