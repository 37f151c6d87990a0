package se.siru.core.evaluation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Range;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** Holds finished cells to the range of their indicator. */
final class RangeCheck {
  private final Catalogue catalogue;
  private final Findings findings;

  RangeCheck(Catalogue catalogue, Findings findings) {
    this.catalogue = catalogue;
    this.findings = findings;
  }

  /** The same series, whose values outside the range have failed; a finding tells of the first. */
  Series hold(Series series) {
    Indicator indicator = series.indicator();
    Range range = catalogue.range(indicator);
    if (!range.isAny()) {
      Bounds bounds = new Bounds(range, indicator.unit());
      Breaches breaches = new Breaches(indicator, range);
      hold(series.empty(), bounds, (value, period) -> breaches.add(value));
      for (Series.Block block : series.blocks()) {
        int periods = series.periods().size();
        hold(block.values(), bounds, (value, cell) -> breaches.add(value, series.periods().get(cell % periods), block.rows()[cell / periods]));
      }
      breaches.report();
    }
    return series;
  }

  /** Makes those of some values of an indicator fail that lie outside its range; nobody is told, since no cell shows them. */
  void holdUnseen(Indicator indicator, ValueColumn values) {
    Range range = catalogue.range(indicator);
    if (!range.isAny()) {
      Breaches breaches = new Breaches(indicator, range);
      hold(values, new Bounds(range, indicator.unit()), (value, cell) -> breaches.add(value));
    }
  }

  /** What stands in the place of a value outside. */
  private interface Outside {
    Value of(Value value, int cell);
  }

  private static void hold(ValueColumn values, Bounds bounds, Outside outside) {
    for (int cell = 0; cell < values.size(); cell++) {
      if (!bounds.hold(values, cell)) {
        values.set(cell, outside.of(values.known(cell), cell));
      }
    }
  }

  /** A range, by which whole numbers are judged without making a value of them. */
  static final class Bounds {
    /** Greater bounds are left to decimals, so that products of a bound and a number that is not great either fit. */
    private static final long GREAT = 1_000_000_000;

    private final Range range;
    private final String unit;
    private final boolean isPlain;
    private final long least;
    private final long most;

    Bounds(Range range, String unit) {
      this.range = range;
      this.unit = unit;
      this.isPlain = isPlain(range.least()) && isPlain(range.most());
      this.least = isPlain && range.least() != null ? range.least().longValueExact() : Long.MIN_VALUE;
      this.most = isPlain && range.most() != null ? range.most().longValueExact() : Long.MAX_VALUE;
    }

    private static boolean isPlain(@Nullable BigDecimal bound) {
      return bound == null || bound.scale() == 0 && bound.abs().compareTo(BigDecimal.valueOf(GREAT)) < 0;
    }

    boolean hold(ValueColumn values, int cell) {
      if (values.absent(cell) != null) {
        return true;
      }
      if (isPlain && values.isWhole(cell)) {
        return least <= values.digits(cell) && values.digits(cell) <= most;
      }
      return isPlain && values.isWholeRatio(cell) && isSmall(values.digits(cell)) && isSmall(values.denominator(cell))
          ? hold(values.digits(cell), values.denominator(cell))
          : range.contains(values.known(cell), unit);
    }

    private static boolean isSmall(long number) {
      return -GREAT < number && number < GREAT;
    }

    /** Compares a quotient without dividing. */
    private boolean hold(long numerator, long denominator) {
      long sign = denominator < 0 ? -1 : 1;
      long number = sign * numerator * (unit.equals("percent") ? 100 : 1);
      return (least == Long.MIN_VALUE || number >= sign * denominator * least)
          && (most == Long.MAX_VALUE || number <= sign * denominator * most);
    }
  }

  /** The values of one series that lie outside. */
  private final class Breaches {
    private final Indicator indicator;
    private final LocalizedText range;
    private int cells;
    private String first = "";
    private String at = "";

    Breaches(Indicator indicator, Range range) {
      this.indicator = indicator;
      this.range = range.words();
    }

    /** A value of a row that no record has, of which nobody is told. */
    Value add(Value value) {
      return Absences.outOfRange(ShownValue.of(value, indicator.unit()), range);
    }

    Value add(Value value, TimePeriod period, MarginRow row) {
      if (cells++ == 0) {
        first = ShownValue.of(value, indicator.unit());
        at = row.place(period);
      }
      return add(value);
    }

    void report() {
      if (cells > 0) {
        findings.add(
            EvaluationRules.OUT_OF_RANGE,
            Origin.of(indicator.id()).at(at),
            "indicator",
            indicator.code(),
            "cells",
            Integer.toString(cells),
            "range",
            range.in("en"),
            "range-sv",
            range.in("sv"),
            "value",
            first,
            "cell",
            at);
      }
    }
  }
}
