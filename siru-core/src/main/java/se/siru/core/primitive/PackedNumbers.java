package se.siru.core.primitive;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers in no more bytes each than their range needs: none where all are alike, else one, two, four or eight. Facts come in
 * millions, and most of what they state (codes, days, heads) differs little; so ten million fit where two did, and a pass over them
 * reads less memory. One number stands for a missing value and does not widen the range.
 *
 * <p>Immutable.
 */
public final class PackedNumbers {
  private static final int BYTES = 1 << Byte.SIZE;
  private static final int CHARS = 1 << Character.SIZE;

  private final long missing;
  private final Range range;
  /** What is added to a code; code 0 stands for the missing number. */
  private final long base;
  private final byte @Nullable [] bytes;
  private final char @Nullable [] chars;
  private final int @Nullable [] ints;
  private final long @Nullable [] longs;
  /** The code of all, where there is no array. */
  private final int constant;

  private PackedNumbers(Filler filled) {
    this.missing = filled.missing;
    this.range = filled.range;
    this.base = filled.base;
    this.bytes = filled.bytes;
    this.chars = filled.chars;
    this.ints = filled.ints;
    this.longs = filled.longs;
    this.constant = range.least > range.most ? 0 : (int) (range.least - base);
  }

  /**
   * What numbers lie between.
   *
   * @param least the least of those that are not missing; greater than the most where all are missing
   * @param most the greatest of them
   * @param complete true where none is missing
   */
  public record Range(long least, long most, boolean complete) {
    /** Of no numbers. */
    public static final Range NONE = new Range(Long.MAX_VALUE, Long.MIN_VALUE, true);

    /** Of missing numbers only. */
    public static final Range MISSING = new Range(Long.MAX_VALUE, Long.MIN_VALUE, false);

    /** That of both. */
    public Range and(Range other) {
      return new Range(Math.min(least, other.least), Math.max(most, other.most), complete && other.complete);
    }

    /** True where there are no two different numbers, the missing one among them. */
    public boolean isConstant() {
      return least > most || complete && least == most;
    }
  }

  /** The first numbers of an array. */
  public static PackedNumbers of(int[] numbers, int size, int missing) {
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    boolean complete = true;
    for (int i = 0; i < size; i++) {
      int number = numbers[i];
      if (number == missing) {
        complete = false;
      } else {
        if (number < least) {
          least = number;
        }
        if (number > most) {
          most = number;
        }
      }
    }
    boolean any = least <= most;
    Range range = any ? new Range(least, most, complete) : complete ? Range.NONE : Range.MISSING;
    Filler filler = new Filler(size, missing, range);
    filler.add(numbers, size);
    return filler.filled();
  }

  /** The first numbers of an array. */
  public static PackedNumbers of(long[] numbers, int size, long missing) {
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    boolean complete = true;
    for (int i = 0; i < size; i++) {
      long number = numbers[i];
      if (number == missing) {
        complete = false;
      } else {
        if (number < least) {
          least = number;
        }
        if (number > most) {
          most = number;
        }
      }
    }
    Filler filler = new Filler(size, missing, new Range(least, most, complete));
    filler.add(numbers, size);
    return filler.filled();
  }

  /** One array of several; {@code counts} says how many numbers each holds, null stands for missing ones only. */
  public static PackedNumbers joined(List<@Nullable PackedNumbers> parts, int[] counts, long missing) {
    int size = 0;
    Range range = Range.NONE;
    for (int p = 0; p < counts.length; p++) {
      size = Math.addExact(size, counts[p]);
      PackedNumbers part = parts.get(p);
      range = counts[p] == 0 ? range : range.and(part == null ? Range.MISSING : part.range);
    }
    Filler filler = new Filler(size, missing, range);
    for (int p = 0; p < counts.length; p++) {
      PackedNumbers part = parts.get(p);
      if (part == null) {
        filler.skip(counts[p]);
      } else {
        filler.add(part, counts[p]);
      }
    }
    return filler.filled();
  }

  /** The number at a place. */
  public long at(int place) {
    if (bytes != null) {
      int code = bytes[place] & 0xFF;
      return code == 0 ? missing : base + code;
    }
    return wider(place);
  }

  private long wider(int place) {
    if (longs != null) {
      return longs[place];
    }
    int code = chars != null ? chars[place] : ints != null ? ints[place] : constant;
    return code == 0 ? missing : base + code;
  }

  /** What the numbers lie between. */
  public Range range() {
    return range;
  }

  // one loop a width, since a call for each number would take longer than the number, and arrays in variables, since a quick compiler
  // reads a field anew each time

  /** Copies the first numbers. */
  public void copy(long[] into, int count) {
    copy(0, into, count);
  }

  /** Copies the first numbers, which must fit. */
  public void copy(int[] into, int count) {
    copy(0, into, count);
  }

  /** Copies a run of numbers to the beginning of an array. */
  public void copy(int from, long[] into, int count) {
    long absent = missing;
    long zero = base;
    if (bytes != null) {
      byte[] codes = bytes;
      for (int i = 0; i < count; i++) {
        int code = codes[from + i] & 0xFF;
        into[i] = code == 0 ? absent : zero + code;
      }
    } else if (chars != null) {
      char[] codes = chars;
      for (int i = 0; i < count; i++) {
        int code = codes[from + i];
        into[i] = code == 0 ? absent : zero + code;
      }
    } else if (ints != null) {
      int[] codes = ints;
      for (int i = 0; i < count; i++) {
        int code = codes[from + i];
        into[i] = code == 0 ? absent : zero + code;
      }
    } else if (longs != null) {
      System.arraycopy(longs, from, into, 0, count);
    } else {
      Arrays.fill(into, 0, count, at(0));
    }
  }

  /** Copies a run of numbers, which must fit, to the beginning of an array. */
  public void copy(int from, int[] into, int count) {
    int absent = (int) missing;
    int zero = (int) base;
    if (bytes != null) {
      byte[] codes = bytes;
      for (int i = 0; i < count; i++) {
        int code = codes[from + i] & 0xFF;
        into[i] = code == 0 ? absent : zero + code;
      }
    } else if (chars != null) {
      char[] codes = chars;
      for (int i = 0; i < count; i++) {
        int code = codes[from + i];
        into[i] = code == 0 ? absent : zero + code;
      }
    } else if (ints != null) {
      int[] codes = ints;
      for (int i = 0; i < count; i++) {
        int code = codes[from + i];
        into[i] = code == 0 ? absent : zero + code;
      }
    } else {
      for (int i = 0; i < count; i++) {
        into[i] = (int) wider(from + i);
      }
    }
  }

  /** Takes numbers of a known range one after the other. Not thread-safe. */
  public static final class Filler {
    private final long missing;
    private final Range range;
    private final long base;
    private byte @Nullable [] bytes;
    private char @Nullable [] chars;
    private int @Nullable [] ints;
    private long @Nullable [] longs;
    private int at;

    /** So many numbers, all within a range or missing. */
    public Filler(int size, long missing, Range range) {
      this.missing = missing;
      this.range = range;
      boolean usual = range.least >= 0 && range.most < Integer.MAX_VALUE; // then parts have one base, and are joined as they are
      this.base = usual || range.least > range.most ? -1 : range.least - 1;
      long codes = range.most - base + 1; // negative where it overflows
      if (range.isConstant()) {
        return;
      }
      if (codes > 0 && codes <= BYTES) {
        bytes = new byte[size];
      } else if (codes > 0 && codes <= CHARS) {
        chars = new char[size];
      } else if (codes > 0 && codes <= Integer.MAX_VALUE) {
        ints = new int[size];
      } else {
        longs = new long[size];
      }
    }

    /** Leaves missing numbers. */
    public void skip(int count) {
      if (longs != null) {
        Arrays.fill(longs, at, at + count, missing);
      }
      at += count;
    }

    /** Takes the first numbers of others. */
    private void add(PackedNumbers part, int count) {
      if (part.base == base && bytes != null && part.bytes != null) {
        System.arraycopy(part.bytes, 0, bytes, at, count);
        at += count;
      } else if (part.base == base && chars != null && part.chars != null) {
        System.arraycopy(part.chars, 0, chars, at, count);
        at += count;
      } else if (part.base == base && ints != null && part.ints != null) {
        System.arraycopy(part.ints, 0, ints, at, count);
        at += count;
      } else if (range.isConstant()) {
        at += count;
      } else {
        long[] unpacked = new long[count];
        part.copy(unpacked, count);
        add(unpacked, count);
      }
    }

    /** Takes the first numbers of an array. */
    public void add(long[] numbers, int count) {
      int start = at;
      long absent = missing;
      long zero = base;
      if (bytes != null) {
        byte[] into = bytes;
        for (int i = 0; i < count; i++) {
          into[start + i] = (byte) (numbers[i] == absent ? 0 : numbers[i] - zero);
        }
      } else if (chars != null) {
        char[] into = chars;
        for (int i = 0; i < count; i++) {
          into[start + i] = (char) (numbers[i] == absent ? 0 : numbers[i] - zero);
        }
      } else if (ints != null) {
        int[] into = ints;
        for (int i = 0; i < count; i++) {
          into[start + i] = (int) (numbers[i] == absent ? 0 : numbers[i] - zero);
        }
      } else if (longs != null) {
        System.arraycopy(numbers, 0, longs, at, count);
      }
      at += count;
    }

    /** Takes the first numbers of an array. */
    public void add(int[] numbers, int count) {
      int start = at;
      long absent = missing;
      long zero = base;
      if (bytes != null) {
        byte[] into = bytes;
        for (int i = 0; i < count; i++) {
          into[start + i] = (byte) (numbers[i] == absent ? 0 : numbers[i] - zero);
        }
      } else if (chars != null) {
        char[] into = chars;
        for (int i = 0; i < count; i++) {
          into[start + i] = (char) (numbers[i] == absent ? 0 : numbers[i] - zero);
        }
      } else if (ints != null) {
        int[] into = ints;
        for (int i = 0; i < count; i++) {
          into[start + i] = (int) (numbers[i] == absent ? 0 : numbers[i] - zero);
        }
      } else if (longs != null) {
        long[] into = longs;
        for (int i = 0; i < count; i++) {
          into[start + i] = numbers[i];
        }
      }
      at += count;
    }

    /** What was taken. */
    public PackedNumbers filled() {
      return new PackedNumbers(this);
    }
  }
}
