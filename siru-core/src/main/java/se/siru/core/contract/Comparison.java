package se.siru.core.contract;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;

/** Reports what breaks a law, once an indicator. */
final class Comparison {
  private final Rule rule;
  private final Findings findings;
  private final Set<String> reported = new HashSet<>();

  Comparison(Rule rule, Findings findings) {
    this.rule = rule;
    this.findings = findings;
  }

  /** Reports the first cell of an indicator that the two do not have alike, with the records behind and left out. */
  void same(Results expected, Results found) {
    compare(expected, found, cell -> true, cell -> cell.value() + " of " + cell.records() + " + " + cell.unknown());
  }

  /** Reports the first cell of an indicator, of those asked for, whose value is another. */
  void sameValues(Results expected, Results found, Predicate<Cell> asked) {
    compare(expected, found, asked, cell -> cell.value().toString());
  }

  private void compare(Results expected, Results found, Predicate<Cell> asked, Function<Cell, String> text) {
    Map<String, Cell> others = new LinkedHashMap<>();
    found.cells().filter(asked).forEach(cell -> others.put(name(cell), cell));
    expected.cells().filter(asked).forEach(cell -> {
      Cell other = others.remove(name(cell));
      report(cell, text.apply(cell), other == null ? "–" : text.apply(other));
    });
    others.values().forEach(cell -> report(cell, "–", text.apply(cell)));
  }

  private void report(Cell cell, String expected, String found) {
    if (!expected.equals(found)) {
      breach(cell, expected, found);
    }
  }

  /** Reports a cell, unless one of its indicator was reported before. */
  void breach(Cell cell, String expected, String found) {
    breach(cell.code(), place(cell), expected, found);
  }

  /** Reports an indicator, unless it was reported before. */
  void breach(String indicator, String cell, String expected, String found) {
    if (reported.add(indicator)) {
      findings.add(rule, Origin.of(indicator), "cell", cell, "expected", expected, "found", found);
    }
  }

  private static String name(Cell cell) {
    return cell.code() + " " + place(cell);
  }

  private static String place(Cell cell) {
    return cell.codes().isEmpty() ? cell.period().label() : cell.period() + " " + cell.codes();
  }
}
