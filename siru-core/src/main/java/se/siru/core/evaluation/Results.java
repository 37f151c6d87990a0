package se.siru.core.evaluation;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.Dimension;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.stability.Provided;

/**
 * What an evaluation found: cells in a fixed order (indicators as asked for, then periods, then breakdowns with coarser before
 * finer margins, then codes in the order of their lists, unknown last). A {@link Cell} is made when it is read, and made again when it is
 * read again.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class Results {
  private final Portfolio portfolio;
  private final List<TimePeriod> periods;
  private final List<Breakdown> breakdowns;
  private final List<String> dimensions;
  private final List<Indicator> indicators;
  private final List<Cell> cells;
  private final List<Finding> findings;
  private final Map<String, Provider> providers;
  private final RuleSet rules;

  /** Made when a cell is first asked for by name: exporters read all cells in order and need none. */
  private final Supplier<CellIndex> index;

  Results(
      Portfolio portfolio,
      List<TimePeriod> periods,
      List<Breakdown> breakdowns,
      List<Indicator> indicators,
      List<Series> series,
      List<Finding> findings,
      Map<String, Provider> providers,
      RuleSet rules) {
    this.portfolio = portfolio;
    this.periods = List.copyOf(periods);
    this.breakdowns = List.copyOf(breakdowns);
    this.dimensions = dimensions(breakdowns);
    this.indicators = List.copyOf(indicators);
    this.cells = new CellList(series);
    this.findings = List.copyOf(findings);
    this.providers = Collections.unmodifiableMap(new TreeMap<>(providers));
    this.rules = rules;
    this.index = Suppliers.memoize(() -> new CellIndex(cells));
  }

  private static List<String> dimensions(List<Breakdown> breakdowns) {
    Set<String> names = new LinkedHashSet<>();
    breakdowns.forEach(breakdown -> breakdown.parts().forEach(part -> names.add(part.toString())));
    return List.copyOf(names);
  }

  /** The portfolio that was evaluated. */
  public Portfolio portfolio() {
    return portfolio;
  }

  /** The periods, as asked for. */
  public List<TimePeriod> periods() {
    return periods;
  }

  /** The breakdowns, as asked for; the total is always there and not named. */
  public List<Breakdown> breakdowns() {
    return breakdowns;
  }

  /** The names of all dimensions of the breakdowns, in the order in which they were first named. */
  public List<String> dimensions() {
    return dimensions;
  }

  /** The indicators, as asked for. */
  public List<Indicator> indicators() {
    return indicators;
  }

  /** Who provides the indicators: id of an indicator to its provider. */
  public Map<String, Provider> providers() {
    return providers;
  }

  /**
   * The rule set of all cells. What it gave is said by {@link Indicator#parameters} of each cell's indicator.
   */
  public RuleSet rules() {
    return rules;
  }

  /** All cells in their fixed order. */
  public Stream<Cell> cells() {
    return cells.stream();
  }

  /** What the reader should know, for example that an indicator does not have a dimension. */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * One cell.
   *
   * @param indicator code or id
   * @param period label of a period, as {@code Periods} makes it: {@code total}, {@code 2021}, {@code 2021-Q3}
   * @param dimensionsAndCodes each {@code dimension=code}; none for the total
   * @throws SiruException with {@link ErrorCode#UNKNOWN_NAME} where the results do not hold it: a code that no record has in any
   *     period has no cell, unless the evaluation asked for all codes; see {@link #find}
   */
  public Cell cell(String indicator, String period, String... dimensionsAndCodes) {
    return find(indicator, period, dimensionsAndCodes)
        .orElseThrow(
            () ->
                new SiruException(
                    ErrorCode.UNKNOWN_NAME,
                    "no cell " + indicator + " " + period + " " + String.join(" ", dimensionsAndCodes)));
  }

  /** One cell as {@link #cell} takes it, if the results hold it. */
  public Optional<Cell> find(String indicator, String period, String... dimensionsAndCodes) {
    Map<String, String> codes = new TreeMap<>();
    for (String pair : dimensionsAndCodes) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new SiruException(ErrorCode.MISUSE, "write dimension=code, not '" + pair + "'");
      }
      codes.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return Optional.ofNullable(index.get().find(indicator, period, codes));
  }

  /**
   * The sum of an indicator's cells over all periods of these results.
   *
   * @param indicator code or id of a measure
   * @param dimensionsAndCodes each {@code dimension=code}; none for the total
   * @return the sum; where a cell has no number, that cell's absence
   * @throws SiruException with {@link ErrorCode#NOT_ADDITIVE} where the indicator does not add up over time, or periods overlap;
   *     the message names what to ask for instead
   */
  public Value sumOverPeriods(String indicator, String... dimensionsAndCodes) {
    Measure measure = measure(indicator);
    requireOneVersion(measure, "time");
    if (!measure.addsUpOver("time", null)) {
      throw notAdditive(measure, "time", "evaluate it for the whole period");
    }
    for (int i = 0; i < periods.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (overlap(periods.get(i), periods.get(j))) {
          throw notAdditive(measure, "periods that overlap", "take " + periods.get(i) + " or " + periods.get(j));
        }
      }
    }
    return sum(periods.stream().map(period -> cell(indicator, period.label(), dimensionsAndCodes)).toList());
  }

  /**
   * The sum of an indicator's cells over all codes of one dimension, unknown included.
   *
   * @param indicator code or id of a measure
   * @param period label of a period
   * @param dimension a dimension of these results, alone in its breakdown
   * @return the sum; where a cell has no number, that cell's absence
   * @throws SiruException with {@link ErrorCode#NOT_ADDITIVE} where the indicator does not add up over the dimension; the message
   *     names what to ask for instead
   */
  public Value sumOverCodes(String indicator, String period, String dimension) {
    Measure measure = measure(indicator);
    requireOneVersion(measure, dimension);
    Dimension own = measure.dimensions().get(dimension);
    Optional<Dimension> meaning =
        own != null ? Optional.of(own) : portfolio.schema().dimension(measure.over(), dimension);
    if (meaning.isEmpty() || !measure.addsUpOver(dimension, meaning.get())) {
      throw notAdditive(measure, dimension, "take its total, which is evaluated at its own level");
    }
    return sum(
        cells.stream()
            .filter(cell -> cell.indicator().id().equals(measure.id()) && cell.period().label().equals(period))
            .filter(cell -> cell.codes().keySet().equals(Set.of(dimension)))
            .toList());
  }

  private Measure measure(String indicator) {
    Indicator found =
        indicators.stream()
            .filter(each -> each.id().equals(indicator) || each.code().equals(indicator))
            .findFirst()
            .orElseThrow(() -> new SiruException(ErrorCode.UNKNOWN_NAME, "no indicator " + indicator));
    if (found instanceof Measure) {
      return (Measure) found;
    }
    throw new SiruException(
        ErrorCode.NOT_ADDITIVE, found.code() + " is computed from others and does not add up; add its operands up instead");
  }

  /** An entity that changed its sector counts once in the total, and in both sectors. */
  private void requireOneVersion(Measure measure, String axis) {
    if (measure.over().isEntity() && Versions.of(portfolio.table(measure.over().name())) != null) {
      String changed = axis + ", because some " + measure.over().plural() + " changed and have several versions";
      throw notAdditive(measure, changed, "take its total, which counts each once");
    }
  }

  private static SiruException notAdditive(Measure measure, String axis, String instead) {
    return new SiruException(
        ErrorCode.NOT_ADDITIVE, measure.code() + " does not add up over " + axis + "; " + instead);
  }

  private static boolean overlap(TimePeriod first, TimePeriod second) {
    return startsBeforeEnd(first, second) && startsBeforeEnd(second, first);
  }

  private static boolean startsBeforeEnd(TimePeriod first, TimePeriod second) {
    return first.from() == null || second.until() == null || first.from().isBefore(second.until());
  }

  private static Value sum(List<Cell> addends) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Cell cell : addends) {
      if (!(cell.value() instanceof Value.Quantity)) {
        return cell.value();
      }
      sum = sum.add(((Value.Quantity) cell.value()).number());
    }
    return new Value.Quantity(sum);
  }
}
