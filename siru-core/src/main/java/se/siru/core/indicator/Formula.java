package se.siru.core.indicator;

import org.jspecify.annotations.Nullable;
import se.siru.core.text.Translation;

/**
 * An indicator that is arithmetic over others, cell by cell. A quotient at the top stays a ratio.
 *
 * <p>Immutable and thread-safe.
 */
public final class Formula extends Indicator {
  private final Expression expression;

  private Formula(Builder from, Expression expression) {
    super(from);
    this.expression = expression;
  }

  private Formula(Formula same, Translation translation) {
    super(same, translation);
    this.expression = same.expression;
  }

  @Override
  Formula translated(Translation translation) {
    return new Formula(this, translation);
  }

  /** By itself none: what the operands are, the catalogue knows. */
  @Override
  Range impliedRange() {
    return Range.ANY;
  }

  /** The arithmetic. */
  public Expression expression() {
    return expression;
  }

  /**
   * True for {@code attainment(*)} alone: the attainment of every indicator that has a target, each a result of its own, so that no
   * formula can compute with this one.
   */
  public boolean isAttainmentOfAll() {
    return isOfAll(expression);
  }

  private static boolean isOfAll(Expression expression) {
    return expression instanceof Expression.Attainment && ((Expression.Attainment) expression).isOfAll();
  }

  /** Puts a formula together. Not thread-safe. */
  public static final class Builder extends Indicator.Builder<Builder> {
    private @Nullable Expression expression;

    Builder(String id) {
      super(id);
    }

    @Override
    Builder self() {
      return this;
    }

    /** The arithmetic as a tree. */
    public Builder expression(Expression newExpression) {
      this.expression = newExpression;
      return this;
    }

    /**
     * The arithmetic as text: {@code + - * /} with standard precedence, from left to right, unary minus, brackets, decimals with a
     * full stop, {@code attainment(X)}, {@code previous(X)}, {@code previous(X, 4)}, {@code yearToDate(X)},
     * {@code samePeriodLastYear(X)}, and indicators by code or id. A code of letters, digits and {@code _} stands as it is
     * ({@code RCO01}); any other name stands in square brackets: {@code [siru:activities-held]}, {@code [SI-P04]}.
     *
     * @throws IllegalArgumentException where the text is none; the message names the position, counted from 1
     */
    public Builder expression(String text) {
      return expression(ExpressionParser.parse(text));
    }

    /**
     * The finished formula.
     *
     * @throws IllegalStateException where the arithmetic is not said, computes with no indicator, or has more than 1,000 names and
     *     numbers or so many levels that no text within the limits of {@link #expression(String)} could spell it
     */
    public Formula build() {
      if (expression == null) {
        throw new IllegalStateException("a formula needs an expression");
      }
      refuseTooMuch(expression);
      if (Catalogue.operands(expression).isEmpty() && !isOfAll(expression)) {
        throw new IllegalStateException("a formula needs at least one indicator to compute with");
      }
      return new Formula(this, expression);
    }

    /** A tree that a host put together is held to the limits of text, so that whoever goes through one knows how deep it can be. */
    private static void refuseTooMuch(Expression expression) {
      int[] operands = {0};
      boolean isWithin =
          ExpressionWalk.through(
              expression,
              (part, depth) -> {
                if (part instanceof Expression.Number && !ExpressionParser.isShort(((Expression.Number) part).value())) {
                  return false;
                }
                boolean isOperand =
                    !(part instanceof Expression.Binary
                        || part instanceof Expression.Negate
                        || part instanceof Expression.Shifted);
                operands[0] += isOperand ? 1 : 0;
                return operands[0] <= ExpressionParser.MOST_OPERANDS
                    && depth < ExpressionParser.MOST_OPERANDS + ExpressionParser.DEEPEST;
              });
      if (!isWithin) {
        throw new IllegalStateException(
            "a formula has at most " + ExpressionParser.MOST_OPERANDS + " names and numbers and " + ExpressionParser.DEEPEST
                + " levels of brackets and signs; divide it");
      }
    }
  }
}
