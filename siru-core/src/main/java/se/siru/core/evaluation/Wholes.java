package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Measure;

/** What operands are that stay whole where a formula is broken down: shares of all procurements, clause by clause. */
final class Wholes {
  private Wholes() {}

  /**
   * The margin whose cells a series gives to those of another: the same where it has it, else the one without the dimensions over
   * which its measure stays whole; null where it has neither.
   */
  static @Nullable Margin of(Series series, Margin margin) {
    if (series.block(margin) != null) {
      return margin;
    }
    Set<String> whole = series.indicator() instanceof Measure ? ((Measure) series.indicator()).wholeOver() : Set.of();
    Margin rest = new Margin(margin.parts().stream().filter(part -> !whole.contains(part.dimension())).toList());
    return series.block(rest) == null ? null : rest;
  }

  /** Where the row that stands for each of some rows is among those of a coarser margin; -1 where there is none. */
  static int[] places(Margin margin, MarginRow[] rows, Margin coarser, MarginRow[] own) {
    Map<List<String>, Integer> byCodes = new HashMap<>();
    for (int row = 0; row < own.length; row++) {
      byCodes.put(own[row].codes(), row);
    }
    return codes(margin, rows, coarser).stream().mapToInt(codes -> byCodes.getOrDefault(codes, -1)).toArray();
  }

  /** The codes of the rows that stand for some rows in a margin that is as coarse or coarser. */
  static List<List<String>> codes(Margin margin, MarginRow[] rows, Margin coarser) {
    List<List<String>> all = new ArrayList<>(rows.length);
    for (MarginRow row : rows) {
      List<String> codes = new ArrayList<>();
      for (int part = 0; part < margin.parts().size(); part++) {
        if (coarser.parts().contains(margin.parts().get(part))) {
          codes.add(row.codes().get(part));
        }
      }
      all.add(codes);
    }
    return all;
  }
}
