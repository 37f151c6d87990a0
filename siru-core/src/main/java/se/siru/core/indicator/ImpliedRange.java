package se.siru.core.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Condition;
import se.siru.core.model.FieldPath;

/** What the values of an indicator lie within, whatever the records say: what the algebra proves. */
final class ImpliedRange {
  private ImpliedRange() {}

  /** What is proved of a number in a formula. */
  private enum Sort {
    /** Nothing. */
    ANY,
    /** It is not below 0. */
    NOT_NEGATIVE,
    /** It lies from 0 to 1. */
    SHARE;

    boolean isNeverNegative() {
      return this != ANY;
    }
  }

  /** Of a measure, by its aggregate; code may give anything. */
  static Range of(Measure measure) {
    if (measure.aggregate() instanceof Aggregate.Completeness) {
      return share(measure);
    }
    return isNeverNegative(measure) ? Range.NOT_NEGATIVE : Range.ANY;
  }

  private static Range share(Indicator indicator) {
    return Range.between(0, indicator.unit().equals("percent") ? 100 : 1);
  }

  private static boolean isNeverNegative(Measure measure) {
    return measure.aggregate() instanceof Aggregate.OverGroups
        ? measure.grouping().map(Grouping::value).filter(ImpliedRange::isNeverNegative).isPresent()
        : isNeverNegative(measure.aggregate());
  }

  private static boolean isNeverNegative(Grouping.Value value) {
    boolean isDifference = value instanceof Grouping.Combined both && both.operation() == Grouping.Operation.MINUS;
    return !isDifference && value.inners().stream().allMatch(inner -> isNeverNegative(inner.aggregate()));
  }

  /** True of counts, and of what is made of a number that is never negative. */
  private static boolean isNeverNegative(Aggregate aggregate) {
    return aggregate instanceof Aggregate.Count
        || aggregate instanceof Aggregate.Distinct
        || aggregate.field().filter(ImpliedRange::isNeverNegative).isPresent();
  }

  private static boolean isNeverNegative(FieldPath path) {
    BigDecimal least = path.last().least();
    return least != null && least.signum() >= 0;
  }

  /** Of a formula, by the measures it computes with; of other formulas, what was declared is taken. */
  static Range of(Formula formula, Catalogue catalogue) {
    return switch (sort(formula.expression(), catalogue)) {
      case ANY -> Range.ANY;
      case NOT_NEGATIVE -> Range.NOT_NEGATIVE;
      case SHARE -> share(formula);
    };
  }

  private static Sort sort(Expression expression, Catalogue catalogue) {
    if (expression instanceof Expression.Number number) {
      boolean isShare = number.value().compareTo(BigDecimal.ONE) <= 0;
      return number.value().signum() < 0 ? Sort.ANY : isShare ? Sort.SHARE : Sort.NOT_NEGATIVE;
    }
    if (expression instanceof Expression.Reference reference) {
      Indicator operand = catalogue.find(reference.indicator()).orElse(null);
      return operand != null && operand.range().isNeverNegative() ? Sort.NOT_NEGATIVE : Sort.ANY;
    }
    if (expression instanceof Expression.Shifted shifted) {
      return sort(shifted.operand(), catalogue);
    }
    return expression instanceof Expression.Binary binary ? sort(binary, catalogue) : Sort.ANY;
  }

  private static Sort sort(Expression.Binary binary, Catalogue catalogue) {
    Sort left = sort(binary.left(), catalogue);
    Sort right = sort(binary.right(), catalogue);
    boolean isNeverNegative = left.isNeverNegative() && right.isNeverNegative();
    return switch (binary.operator()) {
      case MINUS -> isOne(binary.left()) && right == Sort.SHARE ? Sort.SHARE : Sort.ANY;
      case PLUS -> isNeverNegative ? Sort.NOT_NEGATIVE : Sort.ANY;
      case TIMES -> left == Sort.SHARE && right == Sort.SHARE ? Sort.SHARE : isNeverNegative ? Sort.NOT_NEGATIVE : Sort.ANY;
      case DIVIDE -> !isNeverNegative ? Sort.ANY : isPart(binary.left(), binary.right(), catalogue) ? Sort.SHARE : Sort.NOT_NEGATIVE;
    };
  }

  private static boolean isOne(Expression expression) {
    return expression instanceof Expression.Number number && number.value().compareTo(BigDecimal.ONE) == 0;
  }

  /** True where the one, which is not negative, is never more than the other: an addend of it, or fewer of the same records. */
  private static boolean isPart(Expression part, Expression whole, Catalogue catalogue) {
    if (part.equals(whole)) {
      return true;
    }
    if (whole instanceof Expression.Binary sum && sum.operator() == Expression.Operator.PLUS) {
      return isPart(part, sum.left(), catalogue) || isPart(part, sum.right(), catalogue);
    }
    return measure(part, catalogue) instanceof Measure some
        && measure(whole, catalogue) instanceof Measure all
        && asksTheSame(some, all)
        && conditions(all.where()).stream().allMatch(asked -> conditions(some.where()).stream().anyMatch(implies(asked)));
  }

  private static @Nullable Indicator measure(Expression expression, Catalogue catalogue) {
    return expression instanceof Expression.Reference reference ? catalogue.find(reference.indicator()).orElse(null) : null;
  }

  /** True where two measures differ in nothing but their conditions, so that more records never give less. */
  private static boolean asksTheSame(Measure some, Measure all) {
    boolean grows =
        some.aggregate() instanceof Aggregate.Count
            || some.aggregate() instanceof Aggregate.Distinct
            || some.aggregate() instanceof Aggregate.Sum;
    return grows
        && some.aggregate().equals(all.aggregate())
        && some.grouping().isEmpty()
        && all.grouping().isEmpty()
        && some.over().equals(all.over())
        && some.when().equals(all.when())
        && some.scope().equals(all.scope())
        && some.requiredCoverage().equals(all.requiredCoverage())
        && some.dimensions().equals(all.dimensions())
        && all.wholeOver().containsAll(some.wholeOver());
  }

  private static List<Condition> conditions(Condition where) {
    return where instanceof Condition.AllOf all ? all.conditions().stream().flatMap(each -> conditions(each).stream()).toList() : List.of(where);
  }

  private static Predicate<Condition> implies(Condition asked) {
    return said ->
        said.equals(asked)
            || said instanceof Condition.OneOf some
                && asked instanceof Condition.OneOf all
                && some.path().equals(all.path())
                && all.values().containsAll(some.values());
  }
}
