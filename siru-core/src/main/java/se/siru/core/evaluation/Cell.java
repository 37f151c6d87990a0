package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;

/**
 * One value: of an indicator, in a period, for the codes of a breakdown.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class Cell {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Indicator indicator;
  private final String code;
  private final LocalizedText name;
  private final TimePeriod period;
  private final Map<String, String> codes;
  private final Value value;
  private final long records;
  private final long unknown;

  /** A cell; {@code codes} is sorted, cannot be changed, and is shared by cells of one row. */
  Cell(
      Indicator indicator,
      String code,
      LocalizedText name,
      TimePeriod period,
      Map<String, String> codes,
      Value value,
      long records,
      long unknown) {
    this.indicator = indicator;
    this.code = code;
    this.name = name;
    this.period = period;
    this.codes = codes;
    this.value = Objects.requireNonNull(value, "value");
    this.records = records;
    this.unknown = unknown;
  }

  /** The definition. */
  public Indicator indicator() {
    return indicator;
  }

  /** The code under which the value is shown: the indicator's, or {@code SI-C01(RCO01)} for the attainment of another. */
  public String code() {
    return code;
  }

  /** The code of the indicator that the value tells of: of an attainment, that which is attained. */
  public String subject() {
    int bracket = code.equals(indicator.code()) ? -1 : code.indexOf('(');
    return bracket < 0 ? code : code.substring(bracket + 1, code.length() - 1);
  }

  /** What people read for {@link #code}: for the attainment of another indicator, its name too. */
  public LocalizedText name() {
    return name;
  }

  /** The period. */
  public TimePeriod period() {
    return period;
  }

  /** Dimension to code; dimensions that are summed over are absent. {@code unknown} stands for an unknown attribute. */
  public Map<String, String> codes() {
    return codes;
  }

  /** The value, or why there is none. */
  public Value value() {
    return value;
  }

  /** How many records stand behind the value. */
  public long records() {
    return records;
  }

  /** How many records were left out because an attribute or date that decides is unknown. */
  public long unknown() {
    return unknown;
  }

  /**
   * The value as one number, as it is shown: ratios divided with 15 significant digits, half even, times 100 where the unit is
   * {@code percent}; empty where there is no number or an interval.
   */
  public Optional<BigDecimal> number() {
    if (value instanceof Value.Quantity) {
      return Optional.of(((Value.Quantity) value).number());
    }
    if (value instanceof Value.Ratio) {
      Value.Ratio ratio = (Value.Ratio) value;
      BigDecimal numerator =
          indicator.unit().equals("percent") ? ratio.numerator().multiply(HUNDRED) : ratio.numerator();
      return Optional.of(Quotient.of(numerator, ratio.denominator()));
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return code + " " + period + " " + codes + " = " + value;
  }
}
