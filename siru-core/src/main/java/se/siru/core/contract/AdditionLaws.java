package se.siru.core.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Periods;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;

/** What adds up does, and what does not stays within its bounds. */
final class AdditionLaws {
  /** A year, the months of it, and days of it: each shorter one lies in a longer one, and together they are it. */
  private static final Map<TimePeriod, List<TimePeriod>> DIVIDED = divided();

  /** What an evaluation says of code whose parts and totals contradict each other. */
  private static final String NOT_ADDITIVE = "evaluation.not-additive";

  private AdditionLaws() {}

  private static Map<TimePeriod, List<TimePeriod>> divided() {
    Map<TimePeriod, List<TimePeriod>> divided = new LinkedHashMap<>();
    for (int year = 2023; year <= 2024; year++) {
      divided.put(Periods.years(year, year).get(0), Periods.months(year, year));
    }
    divided.put(
        Periods.parse("2024-02-28/2024-03-02").get(0),
        Periods.parse("2024-02-28/2024-02-29,2024-02-29/2024-03-01,2024-03-01/2024-03-02"));
    return divided;
  }

  /** An indicator in a period. */
  private record Place(String code, String period) {}

  static void parts(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    for (String dimension : trial.dimensions()) {
      parts(trial.ofTotals(trial.portfolio()).by(dimension).run(), dimension, comparison);
    }
  }

  private static void parts(Results results, String dimension, Comparison comparison) {
    results.findings().stream().filter(finding -> finding.rule().id().equals(NOT_ADDITIVE)).forEach(finding -> {
      Map<String, String> told = finding.arguments();
      comparison.breach(told.get("indicator"), told.get("cell"), told.get("total"), told.get("parts"));
    });
    Map<Place, List<Cell>> places = new LinkedHashMap<>();
    Map<String, Boolean> addUp = new HashMap<>();
    results.cells()
        .filter(cell -> !cell.codes().isEmpty() && cell.indicator() instanceof Measure)
        .forEach(cell -> places.computeIfAbsent(new Place(cell.code(), cell.period().label()), key -> new ArrayList<>()).add(cell));
    places.forEach((place, cells) -> {
      Cell total = results.cell(place.code(), place.period());
      Optional<BigDecimal> all = quantity(total.value());
      Optional<BigDecimal> sum = sum(cells);
      if (all.isPresent() && sum.isPresent()) {
        int order = sum.get().compareTo(all.get());
        boolean isMore = cells.stream().anyMatch(cell -> quantity(cell.value()).orElseThrow().compareTo(all.get()) > 0);
        boolean addsUp =
            addUp.computeIfAbsent(place.code(), code -> addsUp(() -> results.sumOverCodes(code, place.period(), dimension)));
        if (addsUp ? order != 0 : Shape.isCount((Measure) total.indicator()) && (order < 0 || isMore)) {
          comparison.breach(cells.get(0), all.get().toPlainString(), sum.get().toPlainString());
        }
      }
    });
  }

  /** Whether the library adds up what is asked for. */
  private static boolean addsUp(Supplier<Value> sum) {
    try {
      sum.get();
      return true;
    } catch (SiruException refused) {
      return false;
    }
  }

  static void periods(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    DIVIDED.forEach((whole, parts) -> {
      Results once = trial.ofTotals(trial.portfolio()).periods(List.of(whole)).run();
      Results divided = trial.ofTotals(trial.portfolio()).periods(parts).run();
      for (Indicator indicator : once.indicators()) {
        if (addsUp(() -> divided.sumOverPeriods(indicator.id()))) {
          Cell total = once.cell(indicator.id(), whole.label());
          Optional<BigDecimal> sum = quantity(divided.sumOverPeriods(indicator.id()));
          Optional<BigDecimal> all = quantity(total.value());
          if (sum.isPresent() && all.isPresent() && sum.get().compareTo(all.get()) != 0) {
            comparison.breach(total, all.get().toPlainString(), sum.get().toPlainString());
          }
        }
      }
    });
  }

  /** The sum of cells; empty where one has no exact number. */
  private static Optional<BigDecimal> sum(List<Cell> cells) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Cell cell : cells) {
      Optional<BigDecimal> number = quantity(cell.value());
      if (number.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(number.get());
    }
    return Optional.of(sum);
  }

  private static Optional<BigDecimal> quantity(Value value) {
    return value instanceof Value.Quantity quantity ? Optional.of(quantity.number()) : Optional.empty();
  }
}
