package se.siru.core.portfolio;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one-based row of its source for each record. Records of one file mostly follow each other row by row, so that a few runs tell the
 * numbers of millions; where they do not, the numbers stand one by one. Immutable.
 */
final class RowNumbers {
  private final int @Nullable [] each;
  private final int[] starts;
  private final int[] firsts;

  /** Of records of which it is not known, or not any more. */
  static final RowNumbers UNKNOWN = new RowNumbers(null, new int[0], new int[0]);

  private RowNumbers(int @Nullable [] each, int[] starts, int[] firsts) {
    this.each = each;
    this.starts = starts;
    this.firsts = firsts;
  }

  /** The numbers of an array, which is kept. */
  static RowNumbers each(int[] numbers) {
    return new RowNumbers(numbers, new int[0], new int[0]);
  }

  /** The same further down. */
  RowNumbers down(int rows) {
    return new RowNumbers(
        each == null ? null : Arrays.stream(each).map(row -> row + rows).toArray(),
        starts,
        Arrays.stream(firsts).map(row -> row + rows).toArray());
  }

  /** The first numbers of an array, which may be kept. */
  static RowNumbers of(int[] numbers, int size) {
    int runs = 0;
    for (int i = 0; i < size; i++) {
      runs += begins(numbers, i) ? 1 : 0;
    }
    if (runs > size / 2) {
      return new RowNumbers(numbers, new int[0], new int[0]);
    }
    int[] starts = new int[runs];
    int[] firsts = new int[runs];
    int run = 0;
    for (int i = 0; i < size; i++) {
      if (begins(numbers, i)) {
        starts[run] = i;
        firsts[run++] = numbers[i];
      }
    }
    return new RowNumbers(null, starts, firsts);
  }

  private static boolean begins(int[] numbers, int place) {
    return place == 0 || numbers[place] != numbers[place - 1] + 1;
  }

  /** Those of several one after the other, so many of each. */
  static RowNumbers joined(List<RowNumbers> parts, int[] counts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    int size = Arrays.stream(counts).sum();
    if (parts.stream().anyMatch(part -> part.each != null)) {
      int[] all = new int[size];
      int at = 0;
      for (int p = 0; p < counts.length; p++) {
        for (int i = 0; i < counts[p]; i++) {
          all[at++] = parts.get(p).at(i);
        }
      }
      return of(all, size);
    }
    int[] starts = new int[parts.stream().mapToInt(part -> part.starts.length).sum()];
    int[] firsts = new int[starts.length];
    int runs = 0;
    int before = 0;
    for (int p = 0; p < counts.length; p++) {
      RowNumbers part = parts.get(p);
      for (int run = 0; run < part.starts.length; run++) {
        int start = before + part.starts[run];
        boolean goesOn = runs > 0 && firsts[runs - 1] + (start - starts[runs - 1]) == part.firsts[run];
        if (!goesOn) {
          starts[runs] = start;
          firsts[runs++] = part.firsts[run];
        }
      }
      before += counts[p];
    }
    return new RowNumbers(null, Arrays.copyOf(starts, runs), Arrays.copyOf(firsts, runs));
  }

  /** The row of a record. */
  int at(int record) {
    if (each != null) {
      return each[record];
    }
    if (starts.length == 0) {
      return 0;
    }
    int found = Arrays.binarySearch(starts, record);
    int run = found >= 0 ? found : -2 - found;
    return firsts[run] + record - starts[run];
  }
}
