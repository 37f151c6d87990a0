package se.siru.core.primitive;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers different runs of bytes in the order in which they are first seen: open addressing over one pool of bytes, since ids
 * and codes lie on the path of every record and an object for each would cost more than reading it. A slot holds what tells short
 * runs apart, so that a look-up touches one place in memory. It goes a bounded number of places; bytes that find no place within
 * these lie in a map whose worst case is mild, so that hostile input does not make it slow.
 *
 * <p>Many threads may look up while none adds.
 */
public final class BytesIndex {
  private static final int FURTHEST = 32;

  /** The most words of slots that stay in the nearest cache. */
  private static final int NEAR = 1 << 11;

  // a slot is three neighbours: first word, last word, and length and number plus one; 0 as the last is free
  static final int SLOT = 3;
  static final int LAST = 1;
  static final int LENGTH_AND_NUMBER = 2;

  private byte[] pool = new byte[256];
  private int[] ends = new int[16];
  long[] slots = new long[32 * SLOT];
  private int size;
  /** How many bytes the longest run has. */
  private int longest;
  private Map<Key, Integer> crowded = Map.of();
  private @Nullable NumberedRuns numbered;

  /** No bytes. */
  public BytesIndex() {}

  /** How many different runs there are. */
  public int size() {
    return size;
  }

  /** The number of a run, given now where it is new; the bytes are copied. */
  public int add(byte[] bytes, int from, int to) {
    long first = ByteWords.first(bytes, from, to);
    long last = ByteWords.last(bytes, from, to);
    int hash = ByteWords.hash(bytes, from, to, first, last);
    int known = find(bytes, from, to, first, last, hash);
    if (known >= 0) {
      return known;
    }
    append(bytes, from, to);
    if (size * 2 > slots.length / SLOT) {
      grow(slots.length / SLOT * 2);
    } else {
      place(size - 1, to - from, first, last, hash);
    }
    return size - 1;
  }

  /** The number of a run, or -1 where it was not added. */
  public int find(byte[] bytes, int from, int to) {
    if (to - from > longest) {
      return -1; // as for cells that hold several
    }
    NumberedRuns some = numbered;
    int known = some == null ? NumberedRuns.OTHER : some.find(bytes, from, to);
    if (known >= 0) {
      return known;
    }
    long first = ByteWords.first(bytes, from, to);
    long last = ByteWords.last(bytes, from, to);
    return find(bytes, from, to, first, last, ByteWords.hash(bytes, from, to, first, last));
  }

  /**
   * Looks up many runs, as {@link #find(byte[], int, int)} does one.
   *
   * @param words the bytes as {@link ByteWords#copy} makes them words
   * @param from where each run begins, from {@code field} on each so many {@code fields}
   * @param to where each run ends
   * @param into from {@code at} on, takes the number of each of {@code count} runs, or -1 where it was not found or is empty
   * @param asked room of whoever asks
   * @return how many of the runs that are not empty were not found
   */
  public int find(
      byte[] bytes, long[] words, int[] from, int[] to, int field, int fields, int count, int[] into, int at, Asked asked) {
    ManyRuns runs = new ManyRuns(this);
    NumberedRuns some = numbered;
    if (some != null && !some.mayBeginWith(asked.strange)) {
      int others = some.find(words, from, to, field, fields, count, into, at);
      return others == 0 ? 0 : runs.findOthers(bytes, from, to, field, fields, into, at, others, asked.strange);
    }
    return slots.length <= NEAR
        ? runs.findNear(bytes, words, from, to, field, fields, count, into, at, asked.strange)
        : runs.findFar(bytes, words, from, to, field, fields, count, into, at, asked);
  }

  int find(byte[] bytes, int from, int to, long first, long last, int hash) {
    int mask = slots.length / SLOT - 1;
    for (int probe = 0; probe < FURTHEST; probe++) {
      int slot = (hash + probe & mask) * SLOT;
      long lengthAndNumber = slots[slot + LENGTH_AND_NUMBER];
      if (lengthAndNumber == 0) {
        return -1;
      }
      if (slots[slot] == first && slots[slot + LAST] == last && (int) (lengthAndNumber >>> Integer.SIZE) == to - from) {
        int number = (int) lengthAndNumber - 1;
        if (to - from <= ByteWords.WHOLE || Arrays.equals(pool, start(number), ends[number], bytes, from, to)) {
          return number;
        }
      }
    }
    Integer number = crowded.get(new Key(Arrays.copyOfRange(bytes, from, to)));
    return number == null ? -1 : number;
  }

  /** Says that few runs will be added from now on, if any: look-ups of many that are told apart by a number are faster then. */
  public void settle() {
    numbered = slots.length <= NEAR ? null : NumberedRuns.of(pool, ends, size);
  }

  /** Makes room for so many more runs of so many bytes together, so that adding them does not move those that are there again and again. */
  public void reserve(int runs, int bytes) {
    reserveBytes(runs, bytes);
    int places = slots.length / SLOT;
    while ((size + runs) * 2L > places && places < 1 << 24) {
      places *= 2;
    }
    if (places > slots.length / SLOT) {
      grow(places);
    }
  }

  private void grow(int places) {
    slots = new long[Math.multiplyExact(places, SLOT)];
    crowded = Map.of();
    for (int number = 0; number < size; number++) {
      int from = start(number);
      int to = ends[number];
      long first = ByteWords.first(pool, from, to);
      long last = ByteWords.last(pool, from, to);
      place(number, to - from, first, last, ByteWords.hash(pool, from, to, first, last));
    }
  }

  private void append(byte[] bytes, int from, int to) {
    reserveBytes(1, to - from);
    int start = start(size);
    System.arraycopy(bytes, from, pool, start, to - from);
    ends[size++] = start + to - from;
    longest = Math.max(longest, to - from);
  }

  /** Makes room for so many more runs of so many bytes together. */
  private void reserveBytes(int runs, int bytes) {
    if (size + runs > ends.length) {
      ends = Arrays.copyOf(ends, Math.max(size + runs, size * 2));
    }
    int end = Math.addExact(start(size), bytes);
    if (end > pool.length) {
      pool = Arrays.copyOf(pool, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, pool.length * 2L)));
    }
  }

  private void place(int number, int length, long first, long last, int hash) {
    int mask = slots.length / SLOT - 1;
    for (int probe = 0; probe < FURTHEST; probe++) {
      int slot = (hash + probe & mask) * SLOT;
      if (slots[slot + LENGTH_AND_NUMBER] == 0) {
        slots[slot] = first;
        slots[slot + LAST] = last;
        slots[slot + LENGTH_AND_NUMBER] = (long) length << Integer.SIZE | number + 1;
        return;
      }
    }
    if (crowded.isEmpty()) {
      crowded = new HashMap<>();
    }
    crowded.put(new Key(bytes(number)), number);
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  /** A copy of the bytes of a number. */
  public byte[] bytes(int number) {
    return Arrays.copyOfRange(pool, start(number), ends[number]);
  }

  /** The first position at which two numbers' bytes differ, or -1 where the numbers are the same. */
  public int mismatch(int left, int right) {
    return Arrays.mismatch(pool, start(left), ends[left], pool, start(right), ends[right]);
  }

  /** The byte at a position of a number's bytes, 0 to 255, or -1 behind the last. */
  public int at(int number, int position) {
    int index = start(number) + position;
    return index < ends[number] ? pool[index] & 0xFF : -1;
  }

  /** Adds all of this to another; the number there of each number here. */
  public int[] addAllTo(BytesIndex other) {
    int[] numbers = new int[size];
    for (int number = 0; number < size; number++) {
      numbers[number] = other.add(pool, start(number), ends[number]);
    }
    return numbers;
  }

  /** Adds all runs of a list in their order, in one loop without calls for those that are short and new; the number here of each. */
  public int[] addAll(BytesList list) {
    int[] numbers = new int[list.size()];
    int length = list.start(numbers.length);
    long[] words = new long[(length >>> 3) + 1 + ByteWords.SLACK];
    ByteWords.copy(list.pool, length, words);
    reserve(numbers.length, length);
    long[] places = slots;
    int mask = places.length / SLOT - 1;
    int start = 0;
    for (int i = 0; i < numbers.length; i++) {
      int end = list.ends[i];
      int bytes = end - start;
      boolean added = false;
      if (bytes > 0 && bytes <= ByteWords.WHOLE && size * 2L < places.length / SLOT) {
        long first = ByteWords.load(words, start);
        long last;
        if (bytes >= Long.BYTES) {
          last = ByteWords.load(words, end - Long.BYTES);
        } else {
          first &= -1L >>> (-bytes << 3);
          last = first;
        }
        int slot = (ByteWords.hash(bytes, first, last) & mask) * SLOT;
        if (places[slot + LENGTH_AND_NUMBER] == 0) {
          places[slot] = first;
          places[slot + LAST] = last;
          places[slot + LENGTH_AND_NUMBER] = (long) bytes << Integer.SIZE | size + 1;
          System.arraycopy(list.pool, start, pool, start(size), bytes);
          ends[size] = start(size) + bytes;
          numbers[i] = size++;
          longest = Math.max(longest, bytes);
          added = true;
        }
      }
      if (!added) {
        numbers[i] = add(list.pool, start, end);
        places = slots;
        mask = places.length / SLOT - 1;
        reserveBytes(numbers.length - i, length - end);
      }
      start = end;
    }
    return numbers;
  }

  /** Room for looking up many runs, to be used again: what is new each time lies in no near cache. Not thread-safe. */
  public static final class Asked {
    final byte strange;
    long[] firsts = new long[0];
    long[] lasts = new long[0];
    int[] starts = new int[0];
    int[] lengths = new int[0];
    int[] hashes = new int[0];
    int[] numbers = new int[0];

    /** No room yet; a run that begins with a strange byte is not found, since it may mean something else than it says. */
    public Asked(byte strange) {
      this.strange = strange;
    }

    void reserve(int runs) {
      if (firsts.length < runs) {
        firsts = new long[runs];
        lasts = new long[runs];
        starts = new int[runs];
        lengths = new int[runs];
        hashes = new int[runs];
        numbers = new int[runs];
      }
    }
  }

  /** Bytes as a key that stays fast where hashes collide, since it has an order. */
  private static final class Key implements Comparable<Key> {
    private final byte[] bytes;

    Key(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int compareTo(Key other) {
      return Arrays.compare(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key && Arrays.equals(bytes, ((Key) other).bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }
}
