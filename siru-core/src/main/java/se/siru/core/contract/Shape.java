package se.siru.core.contract;

import java.math.BigDecimal;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.FieldPath;

/** What follows from how an indicator is put together. */
final class Shape {
  private Shape() {}

  /** True where a record that occurs twice counts as it does once: distinct counts, functions of different rows, and groups told apart by such. */
  static boolean ignoresCopies(Indicator indicator) {
    if (!(indicator instanceof Measure measure)) {
      return false;
    }
    Aggregate aggregate = measure.aggregate();
    if (measure.grouping().isEmpty()) {
      boolean ofDifferentRows = aggregate instanceof Aggregate.Function function && !function.eachRecord();
      return aggregate instanceof Aggregate.Distinct || ofDifferentRows || isExtreme(aggregate);
    }
    return measure.grouping().get().inners().stream().allMatch(Shape::ignoresCopies);
  }

  private static boolean ignoresCopies(Grouping.Inner inner) {
    return inner.aggregate() instanceof Aggregate.Distinct || isExtreme(inner.aggregate());
  }

  private static boolean isExtreme(Aggregate aggregate) {
    return aggregate instanceof Aggregate.Min || aggregate instanceof Aggregate.Max
        || aggregate instanceof Aggregate.First || aggregate instanceof Aggregate.Last;
  }

  /** True where more records never give less, and later periods have the records of earlier ones. */
  static boolean grows(Measure measure) {
    boolean keeps = measure.when().kind() == TimeRule.Kind.CUMULATIVE || measure.when().kind() == TimeRule.Kind.BEGUN;
    boolean counts = measure.aggregate() instanceof Aggregate.Count || measure.aggregate() instanceof Aggregate.Distinct;
    return keeps && counts && measure.grouping().map(Shape::passesMore).orElse(true);
  }

  private static boolean passesMore(Grouping grouping) {
    return grouping.having() == null || passesMore(grouping.having());
  }

  private static boolean passesMore(Grouping.Test test) {
    if (test instanceof Grouping.Test.AtLeast atLeast) {
      Aggregate aggregate = atLeast.inner().aggregate();
      return aggregate instanceof Aggregate.Count
          || aggregate instanceof Aggregate.Distinct
          || aggregate instanceof Aggregate.Max
          || aggregate instanceof Aggregate.Sum sum && isNeverNegative(sum.path());
    }
    if (test instanceof Grouping.Test.All all) {
      return all.tests().stream().allMatch(Shape::passesMore);
    }
    return test instanceof Grouping.Test.Any any && any.tests().stream().allMatch(Shape::passesMore);
  }

  private static boolean isNeverNegative(FieldPath path) {
    BigDecimal least = path.last().least();
    return least != null && least.signum() >= 0;
  }

  /** True where records are counted, whole or in groups that all count. */
  static boolean isCount(Measure measure) {
    boolean counts = measure.aggregate() instanceof Aggregate.Count || measure.aggregate() instanceof Aggregate.Distinct;
    return counts && measure.grouping().map(each -> each.having() == null && each.band() == null && each.dating() == null).orElse(true);
  }
}
