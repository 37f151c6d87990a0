package se.siru.core.evaluation;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Puts one series together where a measure counts the records of other buyers in other periods: each period is taken from the plan that
 * counts the records of the buyers whose registers are complete for it.
 */
final class CoveredSeries {
  private final MeasurePlan measure;
  private final Map<MeasurePlan, Series> parts = new IdentityHashMap<>();

  /** A series of no parts yet. */
  CoveredSeries(MeasurePlan measure) {
    this.measure = measure;
  }

  /** The series of one of the plans. */
  void put(MeasurePlan plan, Series series) {
    parts.put(plan, series);
  }

  private Series part(int period) {
    return parts.get(measure.variant(period));
  }

  /** Fills a series without cells. */
  void into(Series whole, List<Margin> margins, boolean allRows) {
    int periods = whole.periods().size();
    for (int period = 0; period < periods; period++) {
      whole.empty().copy(period, part(period).empty(), period, 1);
    }
    for (Margin margin : margins) {
      if (measure.has(margin)) {
        fill(whole, margin, allRows || margin.parts().isEmpty());
      }
    }
    for (int period = 0; period < periods; period++) {
      if (!measure.variant(period).isCovered()) {
        whole.fill(period, Absences.REGISTER_INCOMPLETE);
      }
    }
  }

  private void fill(Series whole, Margin margin, boolean allRows) {
    int periods = whole.periods().size();
    TreeSet<MarginRow> rows = new TreeSet<>();
    for (int period = 0; period < periods; period++) {
      Series.Block block = part(period).block(margin);
      for (int row = 0; block != null && row < block.rows().length; row++) {
        if (allRows || block.records(row, period) > 0 || block.isMissing(row, period)) {
          rows.add(block.rows()[row]);
        }
      }
    }
    MarginRow[] sorted = rows.toArray(MarginRow[]::new);
    ValueColumn empty = new ValueColumn(periods);
    Series.Block block = whole.add(margin, new Series.Block(sorted, empty));
    for (int period = 0; period < periods; period++) {
      Series own = part(period);
      Series.Block from = own.block(margin);
      empty.copy(period, from == null ? own.empty() : from.empty(), period, 1);
      if (from != null) {
        block.takeUnseen(from, period);
      }
      Map<MarginRow, Integer> places = new HashMap<>();
      for (int row = 0; from != null && row < from.rows().length; row++) {
        places.put(from.rows()[row], row);
      }
      for (int row = 0; row < sorted.length; row++) {
        Integer place = places.get(sorted[row]);
        if (from == null || place == null) {
          block.values().copy(block.cell(row, period), empty, period, 1);
          block.raise(row, period, 0, from == null ? 0 : from.unseen(sorted[row].codes(), period));
        } else {
          block.take(row, period, from, place);
        }
      }
    }
  }
}
