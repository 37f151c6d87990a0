package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Field;
import se.siru.core.model.Value;

/** Reads quantiles from the values of each cell, in order of size. */
final class QuantileReader {
  private final Scan scan;
  private final ScanState state;
  private final TallyReader records;

  QuantileReader(Scan scan, ScanState state, TallyReader records) {
    this.scan = scan;
    this.state = state;
    this.records = records;
  }

  CellTable cells(MeasurePlan plan, Margin margin) {
    Aggregate.Quantile quantile = (Aggregate.Quantile) plan.measure().aggregate();
    CellTable table = records.records(plan, margin);
    Map<Integer, NavigableMap<Long, Long>> ofCell = margin.isSplit() ? Map.of() : values(plan, margin, table);
    int cells = Math.max(1, table.rows().size()) * records.calendar().periods().size();
    for (int cell = 0; cell < cells; cell++) {
      NavigableMap<Long, Long> values = ofCell.get(cell);
      if (values != null) {
        table.setValue(cell, new Value.Quantity(quantile(values, quantile.share(), quantile.path().last())));
      } else if (margin.isSplit()) {
        table.setValue(cell, Absences.NOT_SPLIT);
      } else {
        table.setValue(cell, table.asked(cell) > 0 ? Absences.notStated(quantile.path()) : Absences.NO_RECORDS);
      }
    }
    return table;
  }

  private Map<Integer, NavigableMap<Long, Long>> values(MeasurePlan plan, Margin margin, CellTable table) {
    Scan.Valued valued = scan.valued().get(plan.valued());
    ValueCounts counts = state.values.get(plan.valued());
    Expansion expansion = Expansion.of(valued.combos(), scan.paths().sets(), margin, plan);
    TimeRule.Kind rule = plan.measure().when().kind();
    Map<Integer, NavigableMap<Long, Long>> ofCell = new HashMap<>();
    int[] codes = new int[margin.parts().size()];
    for (int entry = 0; entry < counts.size(); entry++) {
      for (int row : expansion.of(counts.combo(entry)).numbers()) {
        expansion.rows().copy(row, codes);
        for (int period : records.calendar().periodsOf(rule, counts.timeKey(entry))) {
          ofCell
              .computeIfAbsent(table.cell(table.row(codes), period), cell -> new TreeMap<>())
              .merge(counts.value(entry), counts.count(entry), Long::sum);
        }
      }
    }
    return ofCell;
  }

  /** See {@link Aggregate.Quantile}: exact, because products and sums of decimals are decimals. */
  private static BigDecimal quantile(NavigableMap<Long, Long> values, BigDecimal share, Field<?> field) {
    long count = values.values().stream().mapToLong(Long::longValue).sum();
    BigDecimal place = share.multiply(BigDecimal.valueOf(count - 1));
    BigDecimal below = place.setScale(0, RoundingMode.FLOOR);
    long rank = below.longValueExact();
    BigDecimal lower = TallyReader.decimal(field, ranked(values, rank));
    BigDecimal upper = TallyReader.decimal(field, ranked(values, Math.min(rank + 1, count - 1)));
    BigDecimal between = lower.add(place.subtract(below).multiply(upper.subtract(lower))).stripTrailingZeros();
    return between.scale() < 0 ? between.setScale(0) : between;
  }

  /** The value at a rank, counted from 0. */
  private static long ranked(NavigableMap<Long, Long> values, long rank) {
    long before = 0;
    for (Map.Entry<Long, Long> value : values.entrySet()) {
      before += value.getValue();
      if (rank < before) {
        return value.getKey();
      }
    }
    throw new IllegalArgumentException("rank " + rank + " of " + before);
  }
}
