package se.siru.core.indicator;

import org.jspecify.annotations.Nullable;

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

  /** The arithmetic. */
  public Expression expression() {
    return expression;
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
     * full stop, {@code attainment(X)}, and indicators by code or id. A code of letters, digits and {@code _} stands as it is
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
     * @throws IllegalStateException where the arithmetic is not said
     */
    public Formula build() {
      if (expression == null) {
        throw new IllegalStateException("a formula needs an expression");
      }
      boolean isOfAll = expression instanceof Expression.Attainment && ((Expression.Attainment) expression).isOfAll();
      if (Catalogue.operands(expression).isEmpty() && !isOfAll) {
        throw new IllegalStateException("a formula needs at least one indicator to compute with");
      }
      return new Formula(this, expression);
    }
  }
}
