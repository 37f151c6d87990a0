package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Dimension;
import se.siru.core.primitive.TupleIndex;

/**
 * Which rows of a margin a combination of codes belongs to. A record with several codes belongs to the row of each; where a part is
 * split, it belongs to each with an equal share.
 */
final class Expansion {
  private final Combos combos;
  private final SetPool sets;
  private final int[] places;
  private final boolean[] split;
  private final TupleIndex rows;
  private final Map<Long, Rows> known = new HashMap<>();
  private @Nullable Rows[] singles = {};
  /** Where there is one part, the number after that of the row of each code; 0 where it is not known. */
  private int[] rowOfCode = {};

  /**
   * An expansion.
   *
   * @param places for each part of the margin, the place of its dimension among the combination's, or -1 where the part is not one
   *     of them and keeps the code 0
   */
  Expansion(Combos combos, SetPool sets, int[] places, boolean[] split) {
    this.combos = combos;
    this.sets = sets;
    this.places = places;
    this.split = split;
    this.rows = new TupleIndex(places.length);
  }

  static Expansion of(Combos combos, SetPool sets, Margin margin, MeasurePlan plan) {
    List<Breakdown.Part> parts = margin.parts();
    int[] places = new int[parts.size()];
    boolean[] split = new boolean[parts.size()];
    for (int i = 0; i < places.length; i++) {
      Dimension dimension = plan.dimension(parts.get(i));
      places[i] = dimension == null ? -1 : combos.dimensions().indexOf(dimension);
      split[i] = parts.get(i).split();
    }
    return new Expansion(combos, sets, places, split);
  }

  /** The rows of a combination, and by how many a split amount is divided among them. */
  record Rows(int[] numbers, int shares) {}

  /** For each part, the place of its dimension. */
  List<Integer> places() {
    return Arrays.stream(places).boxed().toList();
  }

  TupleIndex rows() {
    return rows;
  }

  Rows of(long combo) {
    Rows found = known.get(combo);
    if (found == null) {
      found = expand(combos.decode(combo));
      known.put(combo, found);
    }
    return found;
  }

  /** The rows of a combination that is not asked for again. */
  Rows once(long combo) {
    if (places.length == 1 && places[0] >= 0) {
      return ofOne(combos.code(combo, places[0]));
    }
    int[] codes = combos.decode(combo);
    int[] tuple = new int[places.length];
    for (int i = 0; i < tuple.length; i++) {
      int code = places[i] < 0 ? 0 : codes[places[i]];
      if (code < SetPool.UNKNOWN) {
        return expand(codes);
      }
      tuple[i] = code == SetPool.UNKNOWN ? CellTable.UNKNOWN : code;
    }
    return single(rows.add(tuple));
  }

  /** The rows of the codes of one dimension. */
  private Rows ofOne(int encoded) {
    if (encoded >= SetPool.UNKNOWN) {
      return single(row(encoded == SetPool.UNKNOWN ? CellTable.UNKNOWN : encoded));
    }
    int[] codes = sets.elements(encoded);
    int[] numbers = new int[codes.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = row(codes[i]);
    }
    return new Rows(numbers, split[0] ? numbers.length : 1);
  }

  /** The row of a code of one dimension: known ones are found without hashing. */
  private int row(int code) {
    if (code == CellTable.UNKNOWN) {
      return rows.add(new int[] {code});
    }
    if (code >= rowOfCode.length) {
      rowOfCode = Arrays.copyOf(rowOfCode, Math.max(8, code * 2));
    }
    if (rowOfCode[code] == 0) {
      rowOfCode[code] = rows.add(new int[] {code}) + 1;
    }
    return rowOfCode[code] - 1;
  }

  /** The one row of most combinations, which share it. */
  private Rows single(int row) {
    if (row >= singles.length) {
      singles = Arrays.copyOf(singles, Math.max(row + 1, singles.length * 2));
    }
    Rows found = singles[row];
    if (found == null) {
      found = new Rows(new int[] {row}, 1);
      singles[row] = found;
    }
    return found;
  }

  private Rows expand(int[] codes) {
    int count = 1;
    int shares = 1;
    int[][] choices = new int[places.length][];
    for (int i = 0; i < places.length; i++) {
      choices[i] = places[i] < 0 ? new int[1] : choices(codes[places[i]]);
      count *= choices[i].length;
      shares *= split[i] ? choices[i].length : 1;
    }
    int[] numbers = new int[count];
    int[] tuple = new int[places.length];
    for (int n = 0; n < count; n++) {
      int rest = n;
      for (int i = 0; i < tuple.length; i++) {
        tuple[i] = choices[i][rest % choices[i].length];
        rest /= choices[i].length;
      }
      numbers[n] = rows.add(tuple);
    }
    return new Rows(numbers, shares);
  }

  private int[] choices(int encoded) {
    return choices(sets, encoded);
  }

  /** The codes of an encoding; the one code {@link CellTable#UNKNOWN} where there is none. */
  static int[] choices(SetPool sets, int encoded) {
    int[] elements = sets.elements(encoded);
    return elements.length > 0 ? elements : new int[] {CellTable.UNKNOWN};
  }

  /** Visits every tuple of codes that encodings, one a part, stand for; the tuple is put into an array. */
  static void forEach(SetPool sets, int[] encodings, int[] tuple, Runnable visit) {
    forEach(sets, encodings, tuple, 0, visit);
  }

  private static void forEach(SetPool sets, int[] encodings, int[] tuple, int part, Runnable visit) {
    if (part == encodings.length) {
      visit.run();
      return;
    }
    for (int code : choices(sets, encodings[part])) {
      tuple[part] = code;
      forEach(sets, encodings, tuple, part + 1, visit);
    }
  }
}
