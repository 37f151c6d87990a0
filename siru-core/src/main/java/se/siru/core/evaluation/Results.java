package se.siru.core.evaluation;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.Collections;
import java.util.HashMap;
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
import se.siru.core.indicator.Provider;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Portfolio;

/**
 * What an evaluation found: cells in a fixed order (indicators as asked for, then periods, then breakdowns with coarser before
 * finer margins, then codes in the order of their lists, unknown last).
 *
 * <p>Immutable and thread-safe.
 */
public final class Results {
  private final Portfolio portfolio;
  private final List<TimePeriod> periods;
  private final List<Breakdown> breakdowns;
  private final List<Indicator> indicators;
  private final List<Cell> cells;
  private final List<Finding> findings;
  private final Map<String, Provider> providers;
  private final Supplier<Map<String, Cell>> byKey = Suppliers.memoize(this::index);

  Results(
      Portfolio portfolio,
      List<TimePeriod> periods,
      List<Breakdown> breakdowns,
      List<Indicator> indicators,
      List<Cell> cells,
      List<Finding> findings,
      Map<String, Provider> providers) {
    this.portfolio = portfolio;
    this.periods = List.copyOf(periods);
    this.breakdowns = List.copyOf(breakdowns);
    this.indicators = List.copyOf(indicators);
    this.cells = List.copyOf(cells);
    this.findings = List.copyOf(findings);
    this.providers = Collections.unmodifiableMap(new TreeMap<>(providers));
  }

  /** Made when a cell is first asked for by name: exporters read all cells in order and need none. */
  private Map<String, Cell> index() {
    Map<String, Cell> index = new HashMap<>();
    for (Cell cell : cells) {
      index.put(key(cell.code(), cell.period().label(), cell.codes()), cell);
      index.putIfAbsent(key(cell.indicator().id(), cell.period().label(), cell.codes()), cell);
    }
    return index;
  }

  private static String key(String indicator, String period, Map<String, String> codes) {
    return indicator + "\n" + period + "\n" + codes;
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
    Set<String> names = new LinkedHashSet<>();
    breakdowns.forEach(breakdown -> breakdown.parts().forEach(part -> names.add(part.toString())));
    return List.copyOf(names);
  }

  /** The indicators, as asked for. */
  public List<Indicator> indicators() {
    return indicators;
  }

  /** Who provides the indicators: id of an indicator to its provider. */
  public Map<String, Provider> providers() {
    return providers;
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
    return Optional.ofNullable(byKey.get().get(key(indicator, period, codes)));
  }
}
