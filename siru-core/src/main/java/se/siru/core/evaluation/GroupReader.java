package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Column;
import se.siru.core.primitive.TupleIndex;

/**
 * Reads cells from groups: the finest groups of a period are folded into those of the margin, each is put to the test, banded, and
 * counted or aggregated. A dimension of a key is read at the fact that dates the group, so its classes never overlap.
 */
final class GroupReader {
  private final Scan scan;
  private final ScanState state;
  private final TallyReader records;

  GroupReader(Scan scan, ScanState state, TallyReader records) {
    this.scan = scan;
    this.state = state;
    this.records = records;
  }

  CellTable cells(MeasurePlan plan, Margin margin) {
    CellTable table = baseRecords(plan, margin);
    for (int period = 0; period < records.calendar().periods().size(); period++) {
      if (records.calendar().isCounted(period)) {
        new Fold(plan, margin, table, period).run();
      }
    }
    Value empty = emptyValue(plan.measure().aggregate());
    for (int row = 0; row < table.rows().size(); row++) {
      for (int period = 0; period < records.calendar().periods().size(); period++) {
        int cell = table.cell(row, period);
        if (!table.values().isSet(cell)) {
          table.setRecords(cell, 0);
          table.setValue(cell, margin.isSplit() ? Absences.NOT_SPLIT : empty);
        }
      }
    }
    return table;
  }

  /** Bands are no attribute of records, so records left out are shown where no band is asked for. */
  private CellTable baseRecords(MeasurePlan plan, Margin margin) {
    if (margin.parts().stream().anyMatch(plan::isBand)) {
      return new CellTable(new TupleIndex(margin.parts().size()), records.calendar().periods().size());
    }
    return records.records(plan, margin);
  }

  /** The value where there is no group, whether or not there are records that might have made one. */
  static Value emptyValue(Aggregate aggregate) {
    return aggregate instanceof Aggregate.Count || isFold(aggregate, Aggregate.OverGroups.Fold.SUM)
        ? Value.Quantity.of(0)
        : Absences.NO_GROUPS;
  }

  private static boolean isFold(Aggregate aggregate, Aggregate.OverGroups.Fold fold) {
    return aggregate instanceof Aggregate.OverGroups && ((Aggregate.OverGroups) aggregate).fold() == fold;
  }

  /** The groups of one margin in one period. */
  private final class Fold {
    private final Groups groups;
    private final Grouping grouping;
    private final GroupTable finest;
    private final Margin margin;
    private final CellTable table;
    private final int period;
    private final Combos combos;
    private final Grouping.Dating dating;
    private final int keys;
    private final int parts;
    private final MeasurePlan plan;
    private final int[] places;
    private final int[] @Nullable [] ofKey;
    private final int[] keyOfPart;
    private final boolean[] isBand;

    Fold(MeasurePlan plan, Margin margin, CellTable table, int period) {
      this.plan = plan;
      Scan.Grouped grouped = scan.grouped().get(plan.group());
      this.groups = grouped.groups();
      this.grouping = groups.grouping();
      this.finest = state.groups.get(plan.group());
      this.margin = margin;
      this.table = table;
      this.period = period;
      this.combos = grouped.combos();
      this.dating = grouping.dating() == null ? Grouping.Dating.FIRST : grouping.dating();
      this.keys = grouping.keys().size();
      this.parts = margin.parts().size();
      this.places = new int[parts];
      this.ofKey = new int[parts][];
      this.keyOfPart = new int[parts];
      this.isBand = new boolean[parts];
      for (int i = 0; i < parts; i++) {
        place(i, margin.parts().get(i));
      }
    }

    private void place(int i, Breakdown.Part part) {
      places[i] = -1;
      isBand[i] = plan.isBand(part);
      if (isBand[i]) {
        return;
      }
      Dimension dimension = Objects.requireNonNull(plan.dimension(part));
      Groups.Key key = groups.through(dimension);
      if (key == null) {
        places[i] = combos.dimensions().indexOf(dimension);
        return;
      }
      keyOfPart[i] = key.number();
      FieldPath rest = dimension.path();
      if (key.fields() == rest.fields().size()) {
        ofKey[i] = scan.paths().levels(dimension);
        return;
      }
      for (int f = 0; f < key.fields(); f++) {
        rest = rest.rest();
      }
      ofKey[i] = scan.paths().codes(rest, dimension);
    }

    void run() {
      if (margin.isSplit()) {
        return;
      }
      GroupTable folded = groups.table(parts + 1 + keys);
      int[] tuple = new int[Groups.FIRST_KEY + keys];
      int[] coarse = new int[parts + 1 + keys];
      int[] codes = new int[parts];
      int[] encodings = new int[parts];
      for (int g = 0; g < finest.size(); g++) {
        finest.copy(g, tuple);
        if (!inPeriod(tuple[0], g)) {
          continue;
        }
        int[] ofRecord = combos.decode((long) tuple[3] << 32 | tuple[2] & 0xFFFFFFFFL);
        for (int i = 0; i < parts; i++) {
          encodings[i] = places[i] < 0 ? 0 : ofRecord[places[i]];
        }
        int group = g;
        Expansion.forEach(
            scan.paths().sets(),
            encodings,
            codes,
            () -> {
              System.arraycopy(codes, 0, coarse, 0, parts);
              coarse[parts] = tuple[1];
              System.arraycopy(tuple, Groups.FIRST_KEY, coarse, parts + 1, keys);
              folded.absorb(folded.group(coarse), finest, group);
            });
      }
      aggregate(folded);
    }

    private boolean inPeriod(int timeKey, int group) {
      TimeRule.Kind rule = plan.measure().when().kind();
      if (grouping.dating() == null) {
        return records.calendar().holds(rule, period, timeKey);
      }
      return rule.asksForOneDay();
    }

    /** Where the time rule asks about groups, a group belongs to the period of the day that dates it. */
    private boolean isDatedInPeriod(GroupTable folded, int group) {
      TimeRule rule = plan.measure().when();
      return grouping.dating() == null
          || records.calendar().holds(rule.kind(), period, TimeReader.key(records.calendar(), rule, folded.day(group, dating)));
    }

    private void aggregate(GroupTable folded) {
      Folded values = new Folded(fold(), 0);
      int[] coarse = new int[parts + 1 + keys];
      int[] encodings = new int[parts];
      int[] codes = new int[parts];
      long[][] counts = {new long[0]};
      long[][] behind = {new long[0]};
      long[][] met = {new long[0]};
      for (int g = 0; g < folded.size(); g++) {
        if (!isDatedInPeriod(folded, g) || grouping.having() != null && !passes(folded, g, grouping.having())) {
          continue;
        }
        folded.copy(g, coarse);
        for (int i = 0; i < parts; i++) {
          encodings[i] = isBand[i] ? band(folded, g) : ofKey[i] == null ? keep(coarse[i]) : code(folded, g, i);
        }
        int group = g;
        Expansion.forEach(
            scan.paths().sets(),
            encodings,
            codes,
            () -> {
              int row = table.row(codes);
              if (row >= counts[0].length) {
                values.resize((row + 1) * 2);
                counts[0] = Arrays.copyOf(counts[0], (row + 1) * 2);
                behind[0] = Arrays.copyOf(behind[0], (row + 1) * 2);
                met[0] = Arrays.copyOf(met[0], (row + 1) * 2);
              }
              met[0][row]++;
              long value = value(folded, group);
              if (value != Column.Longs.MISSING) {
                counts[0][row]++;
                values.add(row, value, 0);
              }
              if (value == Column.Longs.MISSING && grouping.value() instanceof Grouping.Combined) {
                table.addUnknown(table.cell(row, period), folded.records(group));
              } else {
                behind[0][row] += folded.records(group);
              }
            });
      }
      for (int row = 0; row < Math.min(table.rows().size(), counts[0].length); row++) {
        if (met[0][row] > 0) {
          int cell = table.cell(row, period);
          table.setRecords(cell, behind[0][row]);
          table.setValue(cell, value(counts[0][row], values.value(row)));
        }
      }
    }

    /** The value of a group; 1 where groups are only counted. */
    private long value(GroupTable folded, int group) {
      if (grouping.value() == null) {
        return 1;
      }
      if (grouping.value() instanceof Grouping.Inner inner) {
        return folded.value(group, groups.inner(inner));
      }
      Grouping.Combined combined = (Grouping.Combined) grouping.value();
      long first = folded.value(group, groups.inner(combined.first()));
      long second = folded.value(group, groups.inner(combined.second()));
      if (first == Column.Longs.MISSING || second == Column.Longs.MISSING) {
        return combined.operation() == Grouping.Operation.MINUS ? Column.Longs.MISSING : Math.max(first, second);
      }
      return Folded.sum(first, combined.operation() == Grouping.Operation.MINUS ? -second : second);
    }

    private int keep(int code) {
      return code == CellTable.UNKNOWN ? SetPool.UNKNOWN : code;
    }

    private int code(GroupTable folded, int group, int part) {
      return Objects.requireNonNull(ofKey[part])[folded.keyRows(group, dating)[keyOfPart[part]]];
    }

    private int band(GroupTable folded, int group) {
      Grouping.Band band = Objects.requireNonNull(grouping.band());
      long value = folded.value(group, groups.inner(band.inner()));
      if (value == Column.Longs.MISSING) {
        return SetPool.UNKNOWN;
      }
      if (band.steps().isEmpty()) {
        return (int) value;
      }
      BigDecimal number = innerNumber(band.inner(), value);
      int step = SetPool.UNKNOWN;
      while (step + 1 < band.steps().size() && band.steps().get(step + 1).atLeast().compareTo(number) <= 0) {
        step++;
      }
      return step;
    }

    private boolean passes(GroupTable folded, int group, Grouping.Test test) {
      if (test instanceof Grouping.Test.AtLeast) {
        Grouping.Test.AtLeast asked = (Grouping.Test.AtLeast) test;
        long value = folded.value(group, groups.inner(asked.inner()));
        BigDecimal number = value == Column.Longs.MISSING ? BigDecimal.ZERO : innerNumber(asked.inner(), value);
        return number.compareTo(asked.number()) >= 0;
      }
      if (test instanceof Grouping.Test.Not) {
        return !passes(folded, group, ((Grouping.Test.Not) test).test());
      }
      return test instanceof Grouping.Test.All
          ? ((Grouping.Test.All) test).tests().stream().allMatch(each -> passes(folded, group, each))
          : ((Grouping.Test.Any) test).tests().stream().anyMatch(each -> passes(folded, group, each));
    }

    private BigDecimal innerNumber(Grouping.Inner inner, long value) {
      Aggregate aggregate = inner.aggregate();
      FieldPath path = Groups.path(aggregate);
      return path == null || aggregate instanceof Aggregate.Distinct
          ? BigDecimal.valueOf(value)
          : TallyReader.decimal(path.last(), value);
    }

    private Frame.Fold fold() {
      Aggregate aggregate = plan.measure().aggregate();
      return isFold(aggregate, Aggregate.OverGroups.Fold.MIN)
          ? Frame.Fold.MIN
          : isFold(aggregate, Aggregate.OverGroups.Fold.MAX) ? Frame.Fold.MAX : Frame.Fold.SUM;
    }

    private Value value(long count, long folded) {
      Aggregate aggregate = plan.measure().aggregate();
      if (aggregate instanceof Aggregate.Count) {
        return Value.Quantity.of(count);
      }
      if (count == 0) {
        return Absences.NO_GROUP_VALUE;
      }
      BigDecimal number = innerNumber(Objects.requireNonNull(grouping.value()).inners().get(0), folded);
      return isFold(aggregate, Aggregate.OverGroups.Fold.MEAN)
          ? new Value.Ratio(number, BigDecimal.valueOf(count))
          : new Value.Quantity(number);
    }
  }
}
