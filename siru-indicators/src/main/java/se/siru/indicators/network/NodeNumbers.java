package se.siru.indicators.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.IndicatorFunction.Selection;

/**
 * The different nodes of a selection, numbered from 0 in the order of the selection's numbers. Numbers that lie close together, as those
 * of units do, are looked up in a table; others are searched for.
 */
final class NodeNumbers {
  /** How many times as long as the selection the table may be. */
  private static final int WIDE = 4;

  private static final int SHORT = 1_024;
  private static final NodeNumbers NONE = new NodeNumbers(new long[0], null, 0);

  private final long[] numbers;
  private final int @Nullable [] places;
  private final long least;

  private NodeNumbers(long[] numbers, int @Nullable [] places, long least) {
    this.numbers = numbers;
    this.places = places;
    this.least = least;
  }

  static NodeNumbers none() {
    return NONE;
  }

  /** The nodes that a field of a selection states. */
  static NodeNumbers of(Selection selection, int field) {
    long[] stated = new long[selection.size()];
    int count = 0;
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (int row = 0; row < stated.length; row++) {
      long node = selection.value(row, field);
      if (node != Selection.UNKNOWN) {
        stated[count++] = node;
        least = Math.min(least, node);
        greatest = Math.max(greatest, node);
      }
    }
    long range = greatest - least;
    if (count == 0) {
      return NONE;
    }
    return range >= 0 && range < SHORT + (long) WIDE * count ? close(stated, count, least, (int) range) : apart(stated, count);
  }

  private static NodeNumbers close(long[] stated, int count, long least, int range) {
    int[] places = new int[range + 1];
    for (int i = 0; i < count; i++) {
      places[(int) (stated[i] - least)] = 1;
    }
    int different = 0;
    for (int at = 0; at <= range; at++) {
      if (places[at] == 0) {
        places[at] = Affiliations.NONE;
      } else {
        places[at] = different;
        stated[different++] = least + at;
      }
    }
    return new NodeNumbers(Arrays.copyOf(stated, different), places, least);
  }

  private static NodeNumbers apart(long[] stated, int count) {
    Arrays.sort(stated, 0, count);
    int different = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || stated[i] != stated[i - 1]) {
        stated[different++] = stated[i];
      }
    }
    return new NodeNumbers(Arrays.copyOf(stated, different), null, 0);
  }

  int count() {
    return numbers.length;
  }

  long number(int node) {
    return numbers[node];
  }

  /** The node of a number; below 0 where there is none. */
  int indexOf(long number) {
    if (places == null) {
      return Arrays.binarySearch(numbers, number);
    }
    long at = number - least;
    return at < 0 || at >= places.length ? Affiliations.NONE : places[(int) at];
  }
}
