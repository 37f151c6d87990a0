package se.siru.core.contract;

import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.RecordsBehind;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.indicator.Measure;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Value;

/** No records, many records, and the records behind a number. */
final class RobustnessLaws {
  private static final int COPIES = 20;

  private RobustnessLaws() {}

  static void nothing(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    Results held = trial.on(trial.sample().held()).run();
    held.cells().forEach(cell -> {
      boolean isNumber = cell.value() instanceof Value.Quantity quantity && quantity.number().signum() != 0;
      if (hasFailed(cell) || isNumber && isOfOthers(cell) && Shape.isCount((Measure) cell.indicator())) {
        comparison.breach(cell, "0", hasFailed(cell) ? failure(cell) : cell.value().toString());
      }
    });
    Results absent = trial.on(trial.sample().absent()).run();
    absent.cells().forEach(cell -> {
      if (hasFailed(cell) || isOfOthers(cell) && !(cell.value() instanceof Value.Absent)) {
        comparison.breach(cell, Value.Reason.MISSING.code(), cell.value().toString());
      }
    });
  }

  /** True for a measure over records that a portfolio without records does not have. */
  private static boolean isOfOthers(Cell cell) {
    return cell.indicator() instanceof Measure measure && !measure.over().equals(ProgrammeNode.TYPE);
  }

  private static boolean hasFailed(Cell cell) {
    return cell.value() instanceof Value.Absent absent && absent.reason() == Value.Reason.FAILED;
  }

  /** The reason, which matters more than the form of the value. */
  private static String failure(Cell cell) {
    return cell.value() instanceof Value.Absent absent ? absent.reason().code() + ": " + absent.note().in("en") : cell.value().toString();
  }

  static void many(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    Results many = trial.ofTotals(trial.sample().withCopies(COPIES)).run();
    many.cells().filter(RobustnessLaws::hasFailed).forEach(cell -> comparison.breach(cell, "–", failure(cell)));
    comparison.sameValues(trial.totals(), many, cell -> Shape.ignoresCopies(cell.indicator()));
  }

  static void explanation(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    Results results = trial.totals();
    RecordsBehind behind = RecordsBehind.of(results, trial.catalogue(), Integer.MAX_VALUE);
    results.cells()
        .filter(cell -> cell.indicator() instanceof Measure measure && measure.grouping().isEmpty())
        .forEach(cell -> {
          long named = behind.of(cell).stream().mapToLong(trail -> trail.first().stream().distinct().count()).sum();
          if (named != cell.records()) {
            comparison.breach(cell, Long.toString(cell.records()), Long.toString(named));
          }
        });
  }
}
