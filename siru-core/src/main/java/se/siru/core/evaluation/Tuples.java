package se.siru.core.evaluation;

import java.util.Arrays;
import se.siru.core.primitive.EntrySort;

/**
 * Different tuples, packed, and, where it is asked for, of how many records each is. They are appended as they come; repetitions are
 * removed when space runs out, so that memory grows with different tuples and not with records.
 *
 * <p>Confined to one thread at a time.
 */
final class Tuples {
  private static final int FIRST_SPACE = 64;

  /** So many entries are taken before repetitions are looked for the first time: sorting costs more than their space. */
  private static final int MANY = 1 << 16;

  private final int words;
  private final boolean counted;
  private final int stride;
  private final EntrySort sort;
  private long[] entries;
  private int size;
  private boolean isSorted = true;

  /** No tuples yet, of so many words each. */
  Tuples(int words, boolean counted) {
    this.words = words;
    this.counted = counted;
    this.stride = words + (counted ? 1 : 0);
    this.sort = new EntrySort(stride, words);
    this.entries = new long[FIRST_SPACE * stride];
  }

  /** Adds the tuples of some records: for each word of a tuple, that word of all of them. */
  void add(long[][] packed, int count) {
    reserve(count);
    for (int word = 0; word < words; word++) {
      long[] from = packed[word];
      for (int i = 0, at = size * stride + word; i < count; i++, at += stride) {
        entries[at] = from[i];
      }
    }
    if (counted) {
      for (int i = 0, at = size * stride + words; i < count; i++, at += stride) {
        entries[at] = 1;
      }
    }
    size += count;
    isSorted = false;
  }

  /** Adds a tuple of so many records. */
  void add(long[] tuple, long records) {
    reserve(1);
    System.arraycopy(tuple, 0, entries, size * stride, words);
    if (counted) {
      entries[size * stride + words] = records;
    }
    size++;
    isSorted = false;
  }

  /** Takes the tuples of other records. */
  void merge(Tuples other) {
    reserve(other.size);
    System.arraycopy(other.entries, 0, entries, size * stride, other.size * stride);
    size += other.size;
    isSorted = false;
  }

  private void reserve(int more) {
    int needed = Math.multiplyExact(size + more, stride);
    if (needed <= entries.length) {
      return;
    }
    if (size >= MANY) {
      sort();
      needed = Math.multiplyExact(Math.max(size + more, size * 2), stride);
    }
    if (needed > entries.length) {
      entries = Arrays.copyOf(entries, (int) Math.min(Integer.MAX_VALUE - Long.BYTES, Math.max(needed, entries.length * 2L)));
    }
  }

  /** Puts tuples into ascending order and removes repetitions. */
  void sort() {
    if (isSorted) {
      return;
    }
    entries = sort.sorted(entries, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept > 0 && isSame((kept - 1) * stride, i * stride)) {
        entries[kept * stride - 1] += counted ? entries[i * stride + words] : 0;
      } else {
        System.arraycopy(entries, i * stride, entries, kept++ * stride, stride);
      }
    }
    size = kept;
    isSorted = true;
  }

  private boolean isSame(int first, int second) {
    for (int word = 0; word < words; word++) {
      if (entries[first + word] != entries[second + word]) {
        return false;
      }
    }
    return true;
  }

  /** How many tuples there are; different ones after {@link #sort}. */
  int size() {
    return size;
  }

  /** The tuples one after another, {@link #stride} words each; not to be changed. */
  long[] entries() {
    return entries;
  }

  /** How many words lie between a tuple and the next. */
  int stride() {
    return stride;
  }

  /** Of how many records a tuple is, or 1 where that is not kept. */
  long count(int tuple) {
    return counted ? entries[tuple * stride + words] : 1;
  }
}
