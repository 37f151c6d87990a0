package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
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
  private final int[] tuple;

  /** For each margin of one dimension the number after that of the bit of each code, where it is known; 0 where it is not. */
  private final int[][] ofCodes;
  private int words;
  private @Nullable long[][] ofCombos = {};
  private int known;
  private int each;
  private int[] direct = {};
  private int[] found = new int[8];
  private int gathered;

  private MarginBits(FramePlan frame, SetPool sets, List<List<Dimension>> margins) {
    this.frame = frame;
    this.sets = sets;
    for (List<Dimension> margin : margins) {
      this.margins.add(places(margin));
    }
    this.positions = new TupleIndex(1 + frame.combos().dimensions().size());
    this.tuple = new int[positions.width()];
    this.ofCodes = new int[margins.size()][0];
  }

  /**
   * The bits of combinations. Those of single elements, the first and most of what occurs, lie in one array and are as many for each, so that a
   * record is led to its bits by one step, and all turns of a loop over records are alike.
   *
   * @param each how many bits a combination has there
   * @param direct their bits, those of one combination after those of another; {@link #MORE} for one of an element with several codes
   * @param marks for each combination the words that it has bits in, each followed by these bits; null for one that has no room
   */
  record OfCombos(int each, int[] direct, @Nullable long[][] marks) {
    /** In place of bits. */
    static final int MORE = -1;

    /** The marks of one combination, or null where it has no room. */
    long @Nullable [] marks(int combo) {
      return marks[combo];
    }
  }

  /**
   * The bits for margins, each given as dimensions of the records of a frame.
   *
   * @param combos how many combinations there are
   * @param common how many of these, the first, are those of single elements
   * @return null where there would be too many
   */
  static @Nullable MarginBits of(FramePlan frame, SetPool sets, List<List<Dimension>> margins, int combos, int common) {
    MarginBits bits = new MarginBits(frame, sets, margins);
    bits.words = MOST_WORDS;
    bits.number(common);
    bits.ofCombos(combos);
    bits.words = bits.positions.size() / Long.SIZE + 1;
    if (bits.words > MOST_WORDS) {
      return null;
    }
    bits.setDirect(common);
    return bits;
  }

  private void setDirect(int common) {
    each = (int) margins.stream().filter(margin -> margin.length > 0).count();
    direct = new int[common * each];
    for (int combo = 0; combo < common; combo++) {
      gather(frame.combos().decode(combo));
      for (int i = 0; i < each; i++) {
        direct[combo * each + i] = gathered == each ? found[i] : OfCombos.MORE;
      }
    }
  }

  /** Numbers the rows of each margin after those of another, so that the bits of a combination lie in few words. */
  private void number(int combos) {
    int[][] codes = new int[combos][];
    Arrays.setAll(codes, frame.combos()::decode);
    for (int margin = 0; margin < margins.size(); margin++) {
      for (int combo = 0; combo < combos && margins.get(margin).length > 0; combo++) {
        gathered = 0;
        add(margin, codes[combo]);
      }
    }
  }

  private int[] places(List<Dimension> margin) {
    return margin.stream().mapToInt(frame.combos().dimensions()::indexOf).toArray();
  }

  /** How many words hold the bits of an element; more than before where states with further codes were read. */
  int words() {
    return words;
  }

  /** The bits of so many combinations; one that came later may have no room. */
  OfCombos ofCombos(int combos) {
    if (combos > ofCombos.length) {
      ofCombos = Arrays.copyOf(ofCombos, Math.max(combos, ofCombos.length + ofCombos.length / 2));
    }
    for (; known < combos; known++) { // beyond what those look at to whom the array was handed out
      ofCombos[known] = bits(frame.combos().decode(known));
    }
    return new OfCombos(each, direct, ofCombos);
  }

  private void gather(int[] codes) {
    gathered = 0;
    for (int margin = 0; margin < margins.size(); margin++) {
      if (margins.get(margin).length > 0) {
        add(margin, codes);
      }
    }
  }

  private long @Nullable [] bits(int[] codes) {
    gather(codes);
    for (int i = 0; i < gathered; i++) {
      if (found[i] >= words * Long.SIZE) {
        return null;
      }
    }
    return marks(found, gathered);
  }

  /** Bits as the words that they lie in, each followed by what is set there. */
  static long[] marks(int[] bits, int count) {
    long[] marks = new long[2 * count];
    int size = 0;
    for (int i = 0; i < count; i++) {
      int word = bits[i] >>> 6;
      int mark = 0;
      while (mark < size && marks[mark] != word) {
        mark += 2;
      }
      marks[mark] = word;
      marks[mark + 1] |= 1L << bits[i];
      size = Math.max(size, mark + 2);
    }
    return Arrays.copyOf(marks, size);
  }

  private void add(int margin, int[] codes) {
    Arrays.fill(tuple, 0);
    tuple[0] = margin;
    add(codes, margins.get(margin), 0);
  }

  private void add(int[] codes, int[] places, int part) {
    if (part == places.length) {
      if (gathered == found.length) {
        found = Arrays.copyOf(found, gathered * 2);
      }
      found[gathered++] = places.length == 1 && tuple[1] < CellTable.UNKNOWN ? ofCode(tuple[0], tuple[1]) : positions.add(tuple);
      return;
    }
    int encoded = codes[places[part]];
    if (encoded >= SetPool.UNKNOWN) {
      tuple[1 + part] = encoded == SetPool.UNKNOWN ? CellTable.UNKNOWN : encoded;
      add(codes, places, part + 1);
      return;
    }
    for (int code : sets.elements(encoded)) {
      tuple[1 + part] = code;
      add(codes, places, part + 1);
    }
  }

  /** The bit of a code in a margin of one dimension, which the tuple stands for: known ones are found without hashing. */
  private int ofCode(int margin, int code) {
    if (code >= ofCodes[margin].length) {
      ofCodes[margin] = Arrays.copyOf(ofCodes[margin], Math.max(8, code * 2));
    }
    if (ofCodes[margin][code] == 0) {
      ofCodes[margin][code] = positions.add(tuple) + 1;
    }
    return ofCodes[margin][code] - 1;
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

  /**
   * Writes what bits stand for, in the order of margins and codes: the number of a bit means something in one plan only.
   *
   * @param used the bits that are written
   * @return for each bit its place in that order
   */
  int[] write(StateWriter out, long[] used) {
    int[][] tuples = new int[positions.size()][];
    List<Integer> order = new ArrayList<>();
    for (int bit = 0; bit < tuples.length; bit++) {
      if ((bit >>> 6) < used.length && (used[bit >>> 6] & 1L << bit) != 0) {
        tuples[bit] = new int[positions.width()];
        positions.copy(bit, tuples[bit]);
        order.add(bit);
      }
    }
    order.sort((one, other) -> Arrays.compare(tuples[one], tuples[other]));
    int[] places = new int[tuples.length];
    out.number(order.size());
    for (int place = 0; place < order.size(); place++) {
      int bit = order.get(place);
      places[bit] = place;
      for (int part = 0; part <= margins.get(tuples[bit][0]).length; part++) {
        out.signed(tuples[bit][part]);
      }
    }
    return places;
  }

  /** For each place of bits that were written, its bit here. */
  int[] read(StateReader in) {
    int[] bits = new int[in.count()];
    for (int place = 0; place < bits.length; place++) {
      Arrays.fill(tuple, 0);
      tuple[0] = in.signedInt();
      if (tuple[0] < 0 || tuple[0] >= margins.size()) {
        throw StateReader.damaged();
      }
      for (int part = 1; part <= margins.get(tuple[0]).length; part++) {
        tuple[part] = in.signedInt();
      }
      bits[place] = positions.add(tuple);
      words = Math.max(words, bits[place] / Long.SIZE + 1); // codes that no record here has
    }
    return bits;
  }
}
