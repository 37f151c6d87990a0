package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import se.siru.core.primitive.LongIndex;

/**
 * The combinations that a state uses, by their codes: a combination's number means something in one plan only. They are written in the
 * order of their codes; a state writes the place of a combination in that order.
 */
final class ComboCodes {
  private final LongIndex used;
  private final int[] places;

  private ComboCodes(LongIndex used, int[] places) {
    this.used = used;
    this.places = places;
  }

  /** Writes combinations. */
  static ComboCodes write(StateWriter out, Combos combos, PathReader paths, LongIndex used) {
    int[][] codes = new int[used.size()][];
    Integer[] order = new Integer[codes.length];
    synchronized (paths) { // other threads may bind batches
      for (int i = 0; i < codes.length; i++) {
        codes[i] = flat(combos.decode(used.key(i)), paths.sets());
        order[i] = i;
      }
    }
    Arrays.sort(order, Comparator.comparing(i -> codes[i], Arrays::compare));
    int[] places = new int[codes.length];
    out.number(codes.length);
    for (int place = 0; place < places.length; place++) {
      places[order[place]] = place;
      for (int each : codes[order[place]]) {
        out.number(each);
      }
    }
    return new ComboCodes(used, places);
  }

  /** For each dimension how many codes, then these. */
  private static int[] flat(int[] encoded, SetPool sets) {
    int[][] elements = Arrays.stream(encoded).mapToObj(sets::elements).toArray(int[][]::new);
    int[] flat = new int[elements.length + Arrays.stream(elements).mapToInt(own -> own.length).sum()];
    int at = 0;
    for (int[] own : elements) {
      flat[at++] = own.length;
      System.arraycopy(own, 0, flat, at, own.length);
      at += own.length;
    }
    return flat;
  }

  /** The place of a combination among those that were written. */
  int place(long combo) {
    return places[used.find(combo)];
  }

  int count() {
    return places.length;
  }

  /** For each place of combinations that were written, its number here. */
  static long[] read(StateReader in, Combos combos, PathReader paths) {
    synchronized (paths) {
      return read(in, combos, paths.sets());
    }
  }

  private static long[] read(StateReader in, Combos combos, SetPool sets) {
    int dimensions = combos.dimensions().size();
    long[] numbers = new long[dimensions == 0 ? in.below(2) : in.count()];
    int[] encoded = new int[dimensions];
    for (int i = 0; i < numbers.length; i++) {
      for (int d = 0; d < dimensions; d++) {
        int[] elements = new int[in.count()];
        for (int e = 0; e < elements.length; e++) {
          elements[e] = in.below(1L << Integer.SIZE - 1);
        }
        encoded[d] = sets.encode(elements);
      }
      numbers[i] = combos.encode(encoded);
    }
    return numbers;
  }
}
