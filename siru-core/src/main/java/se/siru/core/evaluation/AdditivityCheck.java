package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Dimension;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;

/**
 * Holds what code computed to what its author declared: where it adds up along an axis, the cells of that axis together are the total,
 * which the code computed at its own level. Only numbers are compared. It costs one addition a cell.
 */
final class AdditivityCheck {
  private final Portfolio portfolio;
  private final List<Margin> margins;
  private final Findings findings;

  AdditivityCheck(Portfolio portfolio, List<Margin> margins, Findings findings) {
    this.portfolio = portfolio;
    this.margins = margins;
    this.findings = findings;
  }

  /** Parts that do not add up to their total, which is in a cell. */
  private record Breach(String axis, BigDecimal parts, BigDecimal total, String cell) {}

  /** The same series, failed as a whole where the code contradicts its author: nobody knows which of its numbers are wrong. */
  Series hold(MeasurePlan plan, Series series) {
    Measure measure = plan.measure();
    boolean isVersioned = measure.over().isEntity() && Versions.of(portfolio.table(measure.over().name())) != null;
    if (!measure.additive().isEmpty() && !isVersioned) {
      ofDimensions(plan, series).or(() -> ofTime(measure, series)).ifPresent(breach -> fail(series, breach));
    }
    return series;
  }

  private void fail(Series series, Breach breach) {
    String parts = ShownValue.of(new Value.Quantity(breach.parts), series.indicator().unit());
    String total = ShownValue.of(new Value.Quantity(breach.total), series.indicator().unit());
    series.fill(Absences.notAdditive(breach.axis, parts, total, breach.cell));
    findings.add(
        EvaluationRules.NOT_ADDITIVE,
        Origin.of(series.indicator().id()).at(breach.cell),
        "indicator",
        series.indicator().code(),
        "axis",
        breach.axis,
        "parts",
        parts,
        "total",
        total,
        "cell",
        breach.cell);
  }

  private Optional<Breach> ofDimensions(MeasurePlan plan, Series series) {
    for (Margin margin : margins) {
      for (int part = 0; part < margin.parts().size(); part++) {
        Breakdown.Part axis = margin.parts().get(part);
        Dimension meaning = plan.dimension(axis);
        Series.Block parts = series.block(margin);
        Series.Block wholes = series.block(without(margin, part));
        if (meaning != null && parts != null && wholes != null && plan.measure().addsUpOver(axis.dimension(), meaning)) {
          Optional<Breach> breach = ofDimension(series.periods(), parts, wholes, part, axis.dimension());
          if (breach.isPresent()) {
            return breach;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Margin without(Margin margin, int part) {
    return new Margin(without(margin.parts(), part));
  }

  private static <T> List<T> without(List<T> all, int one) {
    List<T> rest = new ArrayList<>(all);
    rest.remove(one);
    return rest;
  }

  private static Optional<Breach> ofDimension(
      List<TimePeriod> periods, Series.Block parts, Series.Block wholes, int part, String axis) {
    Map<List<String>, List<Integer>> rows = new HashMap<>();
    for (int row = 0; row < parts.rows().length; row++) {
      rows.computeIfAbsent(without(parts.rows()[row].codes(), part), key -> new ArrayList<>()).add(row);
    }
    for (int whole = 0; whole < wholes.rows().length; whole++) {
      for (int period = 0; period < periods.size(); period++) {
        List<Value> addends = new ArrayList<>();
        for (int row : rows.getOrDefault(wholes.rows()[whole].codes(), List.of())) {
          addends.add(parts.value(row, period));
        }
        Optional<Breach> breach = compare(addends, wholes.value(whole, period), axis, wholes.rows()[whole].place(periods.get(period)));
        if (breach.isPresent()) {
          return breach;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Breach> ofTime(Measure measure, Series series) {
    if (!measure.addsUpOver("time", null)) {
      return Optional.empty();
    }
    List<TimePeriod> periods = series.periods();
    for (int whole = 0; whole < periods.size(); whole++) {
      List<Integer> parts = partsOf(whole, periods);
      for (Margin margin : parts.isEmpty() ? List.<Margin>of() : margins) {
        Series.Block block = series.block(margin);
        for (int row = 0; block != null && row < block.rows().length; row++) {
          List<Value> addends = new ArrayList<>();
          for (int part : parts) {
            addends.add(block.value(row, part));
          }
          Optional<Breach> breach = compare(addends, block.value(row, whole), "time", block.rows()[row].place(periods.get(whole)));
          if (breach.isPresent()) {
            return breach;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The shortest periods asked for that follow each other from the first day of a period to its last; none where they do not. */
  private static List<Integer> partsOf(int whole, List<TimePeriod> periods) {
    TimePeriod all = periods.get(whole);
    List<Integer> parts = new ArrayList<>();
    for (var day = all.from(); day != null && all.until() != null && day.isBefore(all.until()); day = periods.get(parts.get(parts.size() - 1)).until()) {
      int next = -1;
      for (int i = 0; i < periods.size(); i++) {
        TimePeriod each = periods.get(i);
        boolean fits = i != whole && day.equals(each.from()) && each.until() != null && !each.until().isAfter(all.until()) && !each.equals(all);
        if (fits && (next < 0 || each.until().isBefore(periods.get(next).until()))) {
          next = i;
        }
      }
      if (next < 0) {
        return List.of();
      }
      parts.add(next);
    }
    return parts;
  }

  private static Optional<Breach> compare(List<Value> addends, Value total, String axis, String cell) {
    BigDecimal sum = sum(addends);
    return sum != null && total instanceof Value.Quantity number && sum.compareTo(number.number()) != 0
        ? Optional.of(new Breach(axis, sum, number.number(), cell))
        : Optional.empty();
  }

  private static @Nullable BigDecimal sum(List<Value> addends) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Value addend : addends) {
      if (!(addend instanceof Value.Quantity number)) {
        return null;
      }
      sum = sum.add(number.number());
    }
    return sum;
  }
}
