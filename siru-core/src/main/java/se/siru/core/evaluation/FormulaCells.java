package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Expression;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;

/**
 * Works out a formula for all cells of one margin at once, exactly: each part of its expression for every cell, before the next. An absence
 * makes what is computed of it absent. The cells of a row follow each other by periods.
 */
final class FormulaCells {
  private final Map<String, Operand> operands;
  private final Targets targets;
  private final Timeline timeline;
  private final Margin margin;
  private final MarginRow[] rows;

  /**
   * For the rows of a margin.
   *
   * @param operands by the names that the formula uses
   */
  FormulaCells(Map<String, Operand> operands, Targets targets, Timeline timeline, Margin margin, MarginRow[] rows) {
    this.operands = operands;
    this.targets = targets;
    this.timeline = timeline;
    this.margin = margin;
    this.rows = rows;
  }

  /**
   * The periods that a part of the expression is worked out in, for each of the formula's own: those or, within a shift, others.
   *
   * @param days null where there is no such period
   * @param places on the timeline; -1 where nothing is evaluated in a period
   */
  private record At(@Nullable TimePeriod[] days, int[] places) {
    int count() {
      return places.length;
    }

    /** Takes each of so many cells whose period a shift leads nowhere. */
    void eachNowhere(int cells, IntConsumer taker) {
      for (int cell = 0; cell < cells; cell++) {
        if (days[cell % days.length] == null) {
          taker.accept(cell);
        }
      }
    }
  }

  /** The values in so many periods, the first of which is at a place of the timeline. */
  ValueColumn values(Expression expression, int first, int periods) {
    TimePeriod[] days = new TimePeriod[periods];
    int[] places = new int[periods];
    for (int period = 0; period < periods; period++) {
      places[period] = first + period;
      days[period] = timeline.period(first + period);
    }
    return values(expression, new At(days, places));
  }

  private ValueColumn values(Expression expression, At at) {
    if (expression instanceof Expression.Binary quotient && quotient.operator() == Expression.Operator.DIVIDE) {
      Amounts numerators = amounts(quotient.left(), at);
      return numerators.ratios(amounts(quotient.right(), at));
    }
    if (expression instanceof Expression.Attainment attainment) {
      return attained(attainment.indicator(), at).values();
    }
    if (expression instanceof Expression.Shifted shifted) {
      At other = shifted(shifted, at);
      ValueColumn values = values(shifted.operand(), other);
      other.eachNowhere(values.size(), cell -> values.set(cell, Absences.NOT_SHIFTED));
      return values;
    }
    return amounts(expression, at).values();
  }

  private At shifted(Expression.Shifted expression, At at) {
    @Nullable TimePeriod[] days = new TimePeriod[at.count()];
    int[] places = new int[at.count()];
    for (int period = 0; period < places.length; period++) {
      TimePeriod from = at.days()[period];
      days[period] = from == null ? null : expression.shift().of(from).orElse(null);
      places[period] = days[period] == null ? -1 : timeline.place(days[period]);
    }
    return new At(days, places);
  }

  private Amounts amounts(Expression expression, At at) {
    if (expression instanceof Expression.Number number) {
      return constants(number.value(), at);
    }
    if (expression instanceof Expression.Reference reference) {
      return numbers(reference.indicator(), at);
    }
    if (expression instanceof Expression.Negate negated) {
      Amounts amounts = amounts(negated.operand(), at);
      amounts.negate();
      return amounts;
    }
    if (expression instanceof Expression.Shifted shifted) {
      At other = shifted(shifted, at);
      Amounts amounts = amounts(shifted.operand(), other);
      other.eachNowhere(amounts.size(), cell -> amounts.set(cell, Absences.NOT_SHIFTED));
      return amounts;
    }
    if (expression instanceof Expression.Attainment attainment) {
      return attained(attainment.indicator(), at).amounts(attainment.indicator());
    }
    Expression.Binary binary = (Expression.Binary) expression;
    Amounts left = amounts(binary.left(), at);
    left.combine(binary.operator(), amounts(binary.right(), at));
    return left;
  }

  private Amounts constants(BigDecimal number, At at) {
    Amounts amounts = new Amounts(rows.length * at.count());
    for (int cell = 0; cell < amounts.size(); cell++) {
      amounts.set(cell, number);
    }
    return amounts;
  }

  private Operand operand(String name) {
    return Objects.requireNonNull(operands.get(name), name);
  }

  private Amounts numbers(String name, At at) {
    Operand operand = operand(name);
    Amounts amounts = new Amounts(rows.length * at.count());
    for (int period = 0; period < at.count(); period++) {
      operand.read(at.places()[period], name, amounts, period, at.count());
    }
    return amounts;
  }

  private Attained attained(String name, At at) {
    Operand operand = operand(name);
    Value.Absent never = operand.indicator().direction() == Indicator.Direction.NONE ? Absences.noDirection(name) : null;
    Amounts numbers = numbers(name, at);
    Attained attained = new Attained(new ValueColumn(numbers.size()), new BitSet());
    for (int cell = 0; cell < numbers.size(); cell++) {
      int row = cell / at.count();
      int period = cell % at.count();
      TimePeriod days = at.days()[period];
      if (days == null) {
        attained.end(cell, Absences.NOT_SHIFTED);
      } else if (never != null) {
        attained.values().set(cell, never);
      } else {
        Targets.Goal goal = targets.find(operand.indicator(), days, margin, rows[row]);
        boolean isShare = operand.indicator().unit().equals("percent") && operand.isRatio(row, at.places()[period]);
        attained.reach(cell, goal, numbers, operand.indicator().direction(), isShare);
      }
    }
    return attained;
  }
}
