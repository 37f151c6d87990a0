package se.siru.core.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.Value;

/**
 * A series in one margin as an operand of a formula: by the rows of the formula, in the periods asked for and in others that only shifted
 * operands need.
 *
 * @param asked how many periods were asked for, which come before the others
 * @param others null where the series is needed in no other periods
 */
record Operand(Part own, @Nullable Part others, int asked) {
  /**
   * A series in some of these periods.
   *
   * @param places where each row of the formula is among those of the block; -1 where the block does not have it
   * @param codes by which the block knows each row of the formula; none where they make no difference
   */
  record Part(Series series, Series.Block block, int[] places, List<List<String>> codes) {
    private boolean holds(int row) {
      return row < places.length && places[row] >= 0;
    }
  }

  Indicator indicator() {
    return own.series.indicator();
  }

  private @Nullable Part part(int place) {
    return place < 0 ? null : place < asked ? own : others;
  }

  private int period(int place) {
    return place < asked ? place : place - asked;
  }

  /** True where the value of a cell is a ratio. */
  boolean isRatio(int row, int place) {
    Part part = part(place);
    return part != null && part.holds(row)
        ? part.block.values().isRatio(part.block.cell(part.places[row], period(place)))
        : part != null && part.block.empty().isRatio(period(place));
  }

  /** Lets the cells of a formula in one period have no fewer records behind them than those of this in the period at a place. */
  void raiseRecords(Series.Block formula, int period, int place) {
    Part part = part(place);
    for (int row = 0; part != null && row < part.places.length; row++) {
      if (part.places[row] >= 0) {
        int own = part.places[row];
        formula.raise(row, period, part.block.records(own, period(place)), part.block.unknown(own, period(place)));
      } else if (!part.codes.isEmpty()) {
        formula.raise(row, period, 0, part.block.unseen(part.codes.get(row), period(place)));
      }
    }
  }

  /**
   * Reads the numbers of one period for every row.
   *
   * @param place of the period; negative where nothing is evaluated in it
   * @param into amounts of which the cell of a row in this period is at {@code first + row * step}
   */
  void read(int place, String name, Amounts into, int first, int step) {
    Part part = part(place);
    Reading reading = new Reading(name, into);
    int rows = own.places.length;
    for (int row = 0, cell = first; row < rows; row++, cell += step) {
      if (part == null) {
        reading.add(cell, Absences.NOT_SHIFTED);
      } else if (part.holds(row)) {
        reading.add(cell, part.block.values(), part.block.cell(part.places[row], period(place)));
      } else {
        reading.add(cell, part.block.empty(), period(place));
      }
    }
  }

  /** The numbers of values, one after the other. Most absences of a series are the same. */
  static final class Reading {
    private final String name;
    private final Amounts into;
    private Value.@Nullable Absent last;
    private Value.Absent lastOfOperand = Absences.NOT_SHIFTED;

    /** A reading of values of an indicator that a formula names. */
    Reading(String name, Amounts into) {
      this.name = name;
      this.into = into;
    }

    void add(int cell, ValueColumn values, int from) {
      if (values.isWhole(from)) {
        into.set(cell, values.digits(from));
      } else {
        add(cell, values.known(from));
      }
    }

    private void add(int cell, Value value) {
      try {
        if (value instanceof Value.Quantity quantity) {
          into.set(cell, Rational.of(quantity.number()));
        } else if (value instanceof Value.Ratio ratio) {
          into.set(cell, Rational.of(ratio.numerator()).over(Rational.of(ratio.denominator())));
        } else if (value instanceof Value.Absent absent) {
          into.set(cell, ofOperand(absent));
        } else {
          into.set(cell, Absences.interval(name));
        }
      } catch (Rational.TooLong tooLong) {
        into.set(cell, Absences.TOO_LONG);
      }
    }

    private Value.Absent ofOperand(Value.Absent absent) {
      if (absent != last) {
        last = absent;
        lastOfOperand = Absences.ofOperand(name, absent);
      }
      return lastOfOperand;
    }
  }
}
