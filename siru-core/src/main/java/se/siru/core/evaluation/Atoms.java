package se.siru.core.evaluation;

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

  private long[] trueBits = new long[16];
  private long[] unknownBits = new long[16];
  private final TupleIndex index = new TupleIndex(4);
  private final int[] tuple = new int[4];
  private long lastTrue;
  private long lastUnknown;
  private int last;

  Atoms() {
    number(0, 0);
  }

  /** The number of an atom, given now where it is new. */
  int number(long isTrue, long isUnknown) {
    if (index.size() > 0 && isTrue == lastTrue && isUnknown == lastUnknown) {
      return last;
    }
    tuple[0] = (int) isTrue;
    tuple[1] = (int) (isTrue >>> 32);
    tuple[2] = (int) isUnknown;
    tuple[3] = (int) (isUnknown >>> 32);
    int number = index.add(tuple);
    if (number >= 1 << BITS) {
      throw new SiruException(ErrorCode.MISUSE, "the conditions overlap in too many ways; evaluate fewer indicators at a time");
    }
    if (number >= trueBits.length) {
      trueBits = java.util.Arrays.copyOf(trueBits, number * 2);
      unknownBits = java.util.Arrays.copyOf(unknownBits, number * 2);
    }
    trueBits[number] = isTrue;
    unknownBits[number] = isUnknown;
    lastTrue = isTrue;
    lastUnknown = isUnknown;
    last = number;
    return number;
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

  /** For each atom of another part, its number here. */
  int[] translate(Atoms other) {
    int[] numbers = new int[other.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(other.trueBits[i], other.unknownBits[i]);
    }
    return numbers;
  }
}
