package se.siru.core.evaluation;

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
      Breaches breaches = new Breaches(indicator, range);
      series.judge(
          (value, period, row) ->
              range.contains(value, indicator.unit()) ? value : breaches.add(value, series.periods().get(period), row));
      breaches.report();
    }
    return series;
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

    Value add(Value value, TimePeriod period, @Nullable MarginRow row) {
      String shown = ShownValue.of(value, indicator.unit());
      if (row != null && cells++ == 0) {
        first = shown;
        at = row.place(period);
      }
      return Absences.outOfRange(shown, range);
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
