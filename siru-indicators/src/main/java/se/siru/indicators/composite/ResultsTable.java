package se.siru.indicators.composite;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Results;
import se.siru.core.stability.Experimental;
import se.siru.core.vocabulary.Codelist;

/**
 * The way from results to a composite index: the codes of a dimension become units, indicators become variables.
 *
 * <p>Stateless and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class ResultsTable {
  private ResultsTable() {}

  /**
   * The cells of one period and one dimension as a table. A cell without a number is missing, and the rest that is {@code unknown} is no
   * unit. Variables have the names by which the indicators are asked for, and numbers are as they are shown: shares in percent.
   *
   * @param period the label of a period that was evaluated, for example {@code 2023}
   * @param dimension a dimension that was evaluated by itself, for example {@code county}
   * @param indicators codes or ids
   * @throws IllegalArgumentException where the results hold no such cell
   */
  public static UnitTable of(Results results, String period, String dimension, List<String> indicators) {
    UnitTable.Builder table = UnitTable.builder();
    for (String indicator : indicators) {
      List<Cell> cells =
          results.cells()
              .filter(cell -> cell.code().equals(indicator) || cell.indicator().id().equals(indicator))
              .filter(cell -> cell.period().label().equals(period) && cell.codes().keySet().equals(Set.of(dimension)))
              .toList();
      if (cells.isEmpty()) {
        throw new IllegalArgumentException("no result of " + indicator + " for " + period + " by " + dimension);
      }
      table.variable(indicator);
      cells.forEach(cell -> add(table, indicator, cell, cell.codes().get(dimension)));
    }
    return table.build();
  }

  private static void add(UnitTable.Builder table, String variable, Cell cell, String unit) {
    if (!unit.equals(Codelist.UNKNOWN)) {
      table.unit(unit);
      Optional<BigDecimal> number = cell.number();
      number.ifPresent(found -> table.value(unit, variable, found.doubleValue()));
    }
  }
}
