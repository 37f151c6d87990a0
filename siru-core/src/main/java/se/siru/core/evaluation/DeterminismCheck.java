package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.model.Value;

/** Compares what code computed with what it computes of the same records in another order and other batches. */
final class DeterminismCheck {
  private final Map<String, Series> again;
  private final List<Margin> margins;
  private final Findings findings;

  /**
   * A check.
   *
   * @param again series that were computed a second time, by the id of the indicator
   */
  DeterminismCheck(Map<String, Series> again, List<Margin> margins, Findings findings) {
    this.again = again;
    this.margins = margins;
    this.findings = findings;
  }

  /** A cell and what it was each time. */
  private record Difference(String cell, String first, String second) {}

  /** The same series, failed as a whole where a cell was something else the second time: none of its numbers can be relied on. */
  Series hold(Series series) {
    Series second = again.get(series.indicator().id());
    if (second != null) {
      first(series, second).or(() -> first(second, series).map(DeterminismCheck::turned)).ifPresent(found -> {
        series.fill(Absences.notDeterministic(found.first, found.second, found.cell));
        findings.add(
            EvaluationRules.NON_DETERMINISTIC,
            Origin.of(series.indicator().id()).at(found.cell),
            "indicator",
            series.indicator().code(),
            "cell",
            found.cell,
            "first",
            found.first,
            "second",
            found.second);
      });
    }
    return series;
  }

  private static Difference turned(Difference difference) {
    return new Difference(difference.cell, difference.second, difference.first);
  }

  /** The first cell of one series that the other does not have alike. */
  private Optional<Difference> first(Series one, Series other) {
    for (Margin margin : margins) {
      Series.Block block = one.block(margin);
      Series.Block second = other.block(margin);
      for (int row = 0; block != null && row < block.rows().length; row++) {
        int place = second == null ? -1 : Arrays.binarySearch(second.rows(), block.rows()[row]);
        for (int period = 0; period < one.periods().size(); period++) {
          Value now = place < 0 || second == null ? null : second.value(place, period);
          boolean same =
              now != null
                  && second != null
                  && isSame(block.value(row, period), now)
                  && block.records(row, period) == second.records(place, period)
                  && block.unknown(row, period) == second.unknown(place, period);
          if (!same) {
            String unit = one.indicator().unit();
            return Optional.of(
                new Difference(
                    block.rows()[row].place(one.periods().get(period)),
                    told(block.value(row, period), block.records(row, period), block.unknown(row, period), unit),
                    now == null || second == null ? "–" : told(now, second.records(place, period), second.unknown(place, period), unit)));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String told(Value value, long records, long unknown, String unit) {
    return ShownValue.of(value, unit) + " (" + records + " + " + unknown + ")";
  }

  /** Equal numbers are the same however they are written. */
  private static boolean isSame(Value one, @Nullable Value other) {
    if (one instanceof Value.Quantity first && other instanceof Value.Quantity second) {
      return isEqual(first.number(), second.number());
    }
    if (one instanceof Value.Ratio first && other instanceof Value.Ratio second) {
      return isEqual(first.numerator().multiply(second.denominator()), second.numerator().multiply(first.denominator()));
    }
    if (one instanceof Value.Interval first && other instanceof Value.Interval second) {
      return isEqual(first.least(), second.least()) && isEqual(first.most(), second.most());
    }
    return one.equals(other);
  }

  private static boolean isEqual(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) == 0;
  }
}
