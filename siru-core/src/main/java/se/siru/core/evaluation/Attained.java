package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.Value;

/**
 * How far values have come from baseline to target.
 *
 * @param isEnded which cells had an operand without a number, so that what is said of it is said already
 */
record Attained(ValueColumn values, BitSet isEnded) {
  /** The numbers as an operand of what is around them. */
  Amounts amounts(String name) {
    Amounts amounts = new Amounts(values.size());
    Operand.Reading reading = new Operand.Reading(name, amounts);
    for (int cell = 0; cell < values.size(); cell++) {
      if (isEnded.get(cell)) {
        amounts.set(cell, Objects.requireNonNull(values.absent(cell)));
      } else {
        reading.add(cell, values, cell);
      }
    }
    return amounts;
  }

  void end(int cell, Value.Absent why) {
    values.set(cell, why);
    isEnded.set(cell);
  }

  /**
   * Says how far a cell has come.
   *
   * @param goal null where there is none
   * @param numbers what was reached
   * @param isShare true where they are ratios that are shown in per cent, as targets are
   */
  void reach(int cell, Targets.@Nullable Goal goal, Amounts numbers, Indicator.Direction direction, boolean isShare) {
    if (goal == null) {
      values.set(cell, Absences.NO_TARGET);
      return;
    }
    try {
      BigDecimal way = goal.value().subtract(goal.baseline());
      Rational span = Rational.of(way);
      Value.Absent why = numbers.absence(cell);
      if (span.isZero()) {
        values.set(cell, Absences.TARGET_IS_BASELINE);
      } else if (direction == Indicator.Direction.DOWN && way.signum() > 0) {
        values.set(cell, Absences.TARGET_AGAINST_DIRECTION);
      } else if (why != null) {
        end(cell, why);
      } else {
        Rational actual = isShare ? numbers.number(cell).times(Rational.of(100)) : numbers.number(cell);
        Rational come = actual.minus(Rational.of(goal.baseline()));
        values.set(cell, come.value() instanceof Value.Quantity decimal ? new Value.Ratio(decimal.number(), way) : come.over(span).value());
      }
    } catch (Rational.TooLong tooLong) {
      end(cell, Absences.TOO_LONG);
    }
  }
}
