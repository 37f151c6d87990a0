package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;

/**
 * One value: of an indicator, in a period, for the codes of a breakdown. Two readings of one cell of the same results are equal; cells of two
 * evaluations never are.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class Cell {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Series series;
  private final Series.Block block;
  private final int row;
  private final int period;

  /** A cell of a block of a series, by the numbers of its row there and of its period. */
  Cell(Series series, Series.Block block, int row, int period) {
    this.series = series;
    this.block = block;
    this.row = row;
    this.period = period;
  }

  /** The definition. */
  public Indicator indicator() {
    return series.indicator();
  }

  /** The code under which the value is shown: the indicator's, or {@code SI-C01(RCO01)} for the attainment of another. */
  public String code() {
    return series.code();
  }

  /** The code of the indicator that the value tells of: of an attainment, that which is attained. */
  public String subject() {
    String code = code();
    int bracket = code.equals(indicator().code()) ? -1 : code.indexOf('(');
    return bracket < 0 ? code : code.substring(bracket + 1, code.length() - 1);
  }

  /** What people read for {@link #code}: for the attainment of another indicator, its name too. */
  public LocalizedText name() {
    return series.name();
  }

  /** The period. */
  public TimePeriod period() {
    return series.periods().get(period);
  }

  /** Dimension to code; dimensions that are summed over are absent. {@code unknown} stands for an unknown attribute. */
  public Map<String, String> codes() {
    return block.rows()[row].byDimension();
  }

  /** The value, or why there is none. */
  public Value value() {
    return block.value(row, period);
  }

  /** How many records stand behind the value. */
  public long records() {
    return block.records(row, period);
  }

  /** How many records were left out because an attribute or date that decides is unknown. */
  public long unknown() {
    return block.unknown(row, period);
  }

  /**
   * The value as one number, as it is shown: ratios divided with 15 significant digits, half even, times 100 where the unit is
   * {@code percent}; empty where there is no number or an interval.
   */
  public Optional<BigDecimal> number() {
    ValueColumn values = block.values();
    int cell = block.cell(row, period);
    if (values.isWhole(cell)) {
      return Optional.of(BigDecimal.valueOf(values.digits(cell)));
    }
    boolean isPercent = indicator().unit().equals("percent");
    if (values.isWholeRatio(cell)) {
      return Optional.of(Quotient.of(values.digits(cell), isPercent ? 100 : 1, values.denominator(cell)));
    }
    Value value = value();
    if (value instanceof Value.Quantity quantity) {
      return Optional.of(quantity.number());
    }
    if (value instanceof Value.Ratio ratio) {
      return Optional.of(Quotient.of(isPercent ? ratio.numerator().multiply(HUNDRED) : ratio.numerator(), ratio.denominator()));
    }
    return Optional.empty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cell cell && block == cell.block && row == cell.row && period == cell.period;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * System.identityHashCode(block) + row) + period;
  }

  @Override
  public String toString() {
    return code() + " " + period() + " " + codes() + " = " + value();
  }
}
