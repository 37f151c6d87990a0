package se.siru.core.indicator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;

/**
 * Checks the units of indicators: what is added must be alike, and what a formula comes to must be what it says. Units are words of the
 * author's, so that only what cannot be right is refused; the rules stand in {@code docs/reference/definitions.md}. Not thread-safe.
 */
final class Units {
  private static final Set<String> RATIOS = Set.of(Unit.PERCENT, Unit.INDEX);

  private final Function<String, Optional<Indicator>> find;
  private final Map<String, Unit> known = new HashMap<>();

  /**
   * Nothing checked yet.
   *
   * @param find the indicator of a name; what it does not find has no known unit
   */
  Units(Function<String, Optional<Indicator>> find) {
    this.find = find;
  }

  /**
   * What is wrong.
   *
   * @param at the sum or difference whose operands are not alike; null where the unit that is stated is not that of the number
   * @param found the unit of the number, or of the left operand
   * @param other the unit that is stated, or that of the right operand
   */
  record Problem(Expression.@Nullable Binary at, Unit found, String other) {}

  /** The first problem of an indicator; those of its operands are theirs. */
  Optional<Problem> problem(Indicator indicator) {
    if (indicator instanceof Measure measure) {
      Unit counted = counted(measure);
      return fits(counted, indicator.unit(), Set.of()) ? Optional.empty() : Optional.of(new Problem(null, counted, indicator.unit()));
    }
    Reckoning reckoning = new Reckoning(indicator.unit());
    Unit unit = reckoning.of(((Formula) indicator).expression());
    if (reckoning.problem != null) {
      return Optional.of(reckoning.problem);
    }
    return fits(unit, indicator.unit(), reckoning.words)
        ? Optional.empty()
        : Optional.of(new Problem(null, unit, indicator.unit()));
  }

  /** True where a number of a unit may be called by a word. */
  private static boolean fits(Unit unit, String word, Set<String> operands) {
    if (word.isEmpty() || !unit.known()) {
      return true;
    }
    if (RATIOS.contains(word)) {
      return unit.isOfCounts();
    }
    if (word.equals(Unit.CURRENCY) || operands.contains(word) && !unit.isOfCounts()) {
      return unit.isOneOf(word);
    }
    return true;
  }

  /** The unit of an indicator as others compute with it: the one that it states. */
  private Unit of(Indicator indicator) {
    return known.computeIfAbsent(indicator.id(), id -> stated(indicator));
  }

  private Unit stated(Indicator indicator) {
    String word = indicator.unit();
    if (word.isEmpty()) {
      return Unit.UNKNOWN;
    }
    if (RATIOS.contains(word)) {
      return Unit.SHARE;
    }
    boolean isAmount =
        word.equals(Unit.CURRENCY) || indicator instanceof Measure measure && !counted(measure).isOfCounts() || isOfAmounts(indicator);
    return isAmount ? Unit.amount(word) : Unit.count(word);
  }

  /** True for a formula that states a word of its own for what has an amount among its operands. */
  private boolean isOfAmounts(Indicator indicator) {
    return indicator instanceof Formula formula
        && Catalogue.operands(formula.expression()).stream()
            .flatMap(name -> find.apply(name).stream())
            .anyMatch(operand -> operand.unit().equals(Unit.CURRENCY)
                || operand instanceof Measure measure && !counted(measure).isOfCounts());
  }

  /** What a measure gives numbers of, by how it aggregates: things, amounts, or nothing that can be told. */
  private static Unit counted(Measure measure) {
    Aggregate aggregate = measure.aggregate();
    if (aggregate instanceof Aggregate.OverGroups) {
      Grouping.Value value = measure.grouping().map(Grouping::value).orElse(null);
      Grouping.Inner inner =
          value instanceof Grouping.Combined combined ? combined.first() : value instanceof Grouping.Inner alone ? alone : null;
      return inner == null ? Unit.UNKNOWN : of(inner.aggregate(), measure.unit());
    }
    return of(aggregate, measure.unit());
  }

  private static Unit of(Aggregate aggregate, String word) {
    if (aggregate instanceof Aggregate.Count || aggregate instanceof Aggregate.Distinct) {
      return Unit.count(word.isEmpty() || word.equals(Unit.CURRENCY) ? "count" : word);
    }
    FieldPath path = aggregate.field().orElse(null);
    FieldKind kind = path == null ? null : path.last().kind();
    if (kind == FieldKind.MONEY) {
      return Unit.amount(Unit.CURRENCY);
    }
    if (path == null || kind != FieldKind.DECIMAL) {
      return Unit.UNKNOWN;
    }
    boolean isItsOwn = !word.isEmpty() && !word.equals(Unit.CURRENCY) && !RATIOS.contains(word);
    return Unit.amount(isItsOwn ? word : path.last().name());
  }

  /** Goes through the arithmetic of one formula. */
  private final class Reckoning {
    private final boolean saysWhatTheyAreTogether;
    private final Set<String> words = new HashSet<>();
    private @Nullable Problem problem;

    Reckoning(String word) {
      this.saysWhatTheyAreTogether = !word.isEmpty() && !RATIOS.contains(word) && !word.equals(Unit.CURRENCY);
    }

    Unit of(Expression expression) {
      if (expression instanceof Expression.Number) {
        return Unit.BARE;
      }
      if (expression instanceof Expression.Attainment) {
        return Unit.SHARE;
      }
      if (expression instanceof Expression.Negate negated) {
        return of(negated.operand());
      }
      if (expression instanceof Expression.Shifted shifted) {
        return of(shifted.operand());
      }
      if (expression instanceof Expression.Reference reference) {
        Indicator operand = find.apply(reference.indicator()).orElse(null);
        if (operand != null && !operand.unit().isEmpty()) {
          words.add(operand.unit());
        }
        return operand == null ? Unit.UNKNOWN : Units.this.of(operand);
      }
      Expression.Binary binary = (Expression.Binary) expression;
      Unit left = of(binary.left());
      Unit right = of(binary.right());
      return switch (binary.operator()) {
        case TIMES -> left.times(right);
        case DIVIDE -> left.by(right);
        case PLUS, MINUS -> together(binary, left, right);
      };
    }

    private Unit together(Expression.Binary sum, Unit left, Unit right) {
      if (left.bare() || right.bare()) {
        return left.bare() ? right : left;
      }
      if (!left.known() || !right.known()) {
        return Unit.UNKNOWN;
      }
      boolean isOfThings = left.isCount() && right.isCount();
      boolean isOfPairs = left.isOfCounts() && right.isOfCounts() && (left.isOfPairs() || right.isOfPairs());
      if (!left.isLike(right) && !(isOfThings && saysWhatTheyAreTogether) && !isOfPairs && problem == null) {
        problem = new Problem(sum, left, right.toString());
      }
      return left.isLike(right) ? left : Unit.UNKNOWN;
    }
  }
}
