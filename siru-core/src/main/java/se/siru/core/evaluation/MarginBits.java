package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Dimension;
import se.siru.core.primitive.TupleIndex;

/**
 * Which bits stand for a combination of codes where elements are met: one for each row of each margin that is asked for. What is kept of
 * an element then grows with the rows of margins, not with the combinations, let alone the records.
 *
 * <p>Extended by one thread at a time; what was handed out stays as it is.
 */
final class MarginBits {
  /** Wider rows are mostly empty, and pairs take less room. */
  private static final int MOST_WORDS = 16;

  private final FramePlan frame;
  private final SetPool sets;
  private final List<int[]> margins = new ArrayList<>();
  private final TupleIndex positions;
  private int words;
  private @Nullable int[][] ofCombos = {};

  private MarginBits(FramePlan frame, SetPool sets, List<List<Dimension>> margins) {
    this.frame = frame;
    this.sets = sets;
    for (List<Dimension> margin : margins) {
      this.margins.add(places(margin));
    }
    this.positions = new TupleIndex(1 + frame.combos().dimensions().size());
  }

  /**
   * The bits for margins, each given as dimensions of the records of a frame.
   *
   * @return null where there would be too many
   */
  static @Nullable MarginBits of(FramePlan frame, SetPool sets, List<List<Dimension>> margins, int combos) {
    MarginBits bits = new MarginBits(frame, sets, margins);
    bits.words = MOST_WORDS;
    bits.ofCombos(combos);
    bits.words = bits.positions.size() / Long.SIZE + 1;
    return bits.words <= MOST_WORDS ? bits : null;
  }

  private int[] places(List<Dimension> margin) {
    return margin.stream().mapToInt(frame.combos().dimensions()::indexOf).toArray();
  }

  /** How many words hold the bits of an element. */
  int words() {
    return words;
  }

  /** For each combination its bits; null for one that came later and has no room. */
  @Nullable int[][] ofCombos(int combos) {
    if (combos > ofCombos.length) {
      int[][] longer = Arrays.copyOf(ofCombos, combos);
      for (int combo = ofCombos.length; combo < combos; combo++) {
        longer[combo] = bits(frame.combos().decode(combo));
      }
      ofCombos = longer;
    }
    return ofCombos;
  }

  private int @Nullable [] bits(int[] codes) {
    List<Integer> own = new ArrayList<>();
    int[] tuple = new int[positions.width()];
    for (int margin = 0; margin < margins.size(); margin++) {
      int[] places = margins.get(margin);
      if (places.length > 0) {
        Arrays.fill(tuple, 0);
        tuple[0] = margin;
        add(codes, places, 0, tuple, own);
      }
    }
    boolean fit = own.stream().allMatch(bit -> bit < words * Long.SIZE);
    return fit ? own.stream().mapToInt(Integer::intValue).toArray() : null;
  }

  private void add(int[] codes, int[] places, int part, int[] tuple, List<Integer> own) {
    if (part == places.length) {
      own.add(positions.add(tuple));
      return;
    }
    for (int code : Expansion.choices(sets, codes[places[part]])) {
      tuple[1 + part] = code;
      add(codes, places, part + 1, tuple, own);
    }
  }

  /**
   * Writes what some bits stand for, in an order of its own.
   *
   * @return for each of them its place there
   */
  int[] write(StateWriter out, BitSet some) {
    int[][] tuples = new int[some.length()][positions.width()];
    Integer[] order = some.stream().boxed().toArray(Integer[]::new);
    some.stream().forEach(bit -> positions.copy(bit, tuples[bit]));
    Arrays.sort(order, Comparator.comparing(bit -> tuples[bit], Arrays::compare));
    int[] placed = new int[tuples.length];
    out.number(order.length);
    for (int place = 0; place < order.length; place++) {
      placed[order[place]] = place;
      for (int each : tuples[order[place]]) {
        out.number(each);
      }
    }
    return placed;
  }

  /** Reads what {@link #write} wrote: for each place the bit here, given now where it is new. */
  int[] read(StateReader in) {
    int[] bits = new int[in.count()];
    int[] tuple = new int[positions.width()];
    for (int place = 0; place < bits.length; place++) {
      for (int i = 0; i < tuple.length; i++) {
        tuple[i] = in.below(1L << Integer.SIZE - 1);
      }
      if (tuple[0] >= margins.size()) {
        throw StateReader.damaged();
      }
      bits[place] = positions.add(tuple);
      words = Math.max(words, bits[place] / Long.SIZE + 1);
    }
    return bits;
  }

  /** The bits of a margin, given as dimensions of the record. */
  long[] mask(List<Dimension> margin) {
    int[] places = places(margin);
    long[] mask = new long[words];
    for (int bit = 0; bit < Math.min(words * Long.SIZE, positions.size()); bit++) {
      if (Arrays.equals(margins.get(positions.value(bit, 0)), places)) {
        mask[bit >>> 6] |= 1L << bit;
      }
    }
    return mask;
  }

  /** The code that a bit stands for, in a part of its margin. */
  int code(int bit, int part) {
    return positions.value(bit, 1 + part);
  }
}
