package se.siru.core.indicator;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Stable;

/** Arithmetic over indicators, as a tree. {@link Formula.Builder#expression(String)} reads it from text. */
@Stable(since = "0.1.0")
public sealed interface Expression {

  /** A number. */
  @Stable(since = "0.1.0")
  record Number(BigDecimal value) implements Expression {}

  /** The value of an indicator in the same cell, by id or code. */
  @Stable(since = "0.1.0")
  record Reference(String indicator) implements Expression {
    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Reference reference && indicator.equals(reference.indicator);
    }

    @Override
    public int hashCode() {
      return indicator.hashCode();
    }
  }

  /** Two operands. */
  @Stable(since = "0.1.0")
  record Binary(Operator operator, Expression left, Expression right) implements Expression {
    /** Checks the components. */
    public Binary {
      Objects.requireNonNull(operator, "operator");
    }
  }

  /** The operand with its sign turned. */
  @Stable(since = "0.1.0")
  record Negate(Expression operand) implements Expression {}

  /**
   * How far an indicator has come from its baseline to its target: (value − baseline) / (target − baseline). Without a baseline
   * it starts at 0. {@code *} stands for every indicator that has a target, each a result of its own.
   */
  @Stable(since = "0.1.0")
  record Attainment(String indicator) implements Expression {
    /** True for every indicator that has a target. */
    public boolean isOfAll() {
      return indicator.equals("*");
    }
  }

  /** The operand's value in another period, evaluated there whether or not that period was asked for. */
  @Stable(since = "0.1.0")
  record Shifted(Shift shift, Expression operand) implements Expression {
    /** Checks the components. */
    public Shifted {
      Objects.requireNonNull(shift, "shift");
      Objects.requireNonNull(operand, "operand");
    }
  }

  /** The operators, by rising precedence. */
  @Stable(since = "0.1.0")
  enum Operator {
    /** Sum. */
    PLUS('+', 1),
    /** Difference. */
    MINUS('-', 1),
    /** Product. */
    TIMES('*', 2),
    /** Quotient; undefined by 0. */
    DIVIDE('/', 2);

    private final char sign;
    private final int precedence;

    Operator(char sign, int precedence) {
      this.sign = sign;
      this.precedence = precedence;
    }

    /** The sign in text. */
    public char sign() {
      return sign;
    }

    /** Greater binds tighter. */
    public int precedence() {
      return precedence;
    }
  }
}
