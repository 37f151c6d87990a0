package se.siru.indicators.sroi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.IndicatorFunction.Outcome;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.indicators.Selected;

class SroiFunctionsTest {
  private static final Map<String, String> FIRST_YEAR = Map.of("discount-rate", "0.035", "first-year-discounted", "true");
  private static final String[] LINES = {
    "A|10|1000|0.2|0.1|0.25|0.1|3||", "B|40|12.5|0.1|0|0.35||1||", "C|-5|100|0.05|0|0|0.05|2||", "all||||||||5000|"
  };

  private static Outcome outcome(String id, Map<String, String> parameters, String... rows) {
    IndicatorFunction function = SroiFunctions.all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return function.apply(Selected.of(rows), new Selected.Asked(parameters, TimePeriod.TOTAL, Optional.empty()));
  }

  private static String six(Outcome outcome) {
    BigDecimal number =
        outcome.value() instanceof Value.Ratio ratio
            ? ratio.numerator().divide(ratio.denominator(), MathContext.DECIMAL64)
            : ((Value.Quantity) outcome.value()).number();
    return number.setScale(6, RoundingMode.HALF_EVEN).toPlainString();
  }

  @Test
  void linesGiveTheFiguresOfTheirModel() {
    assertEquals("13101.775497", six(outcome("siru:sroi-total-present-value", FIRST_YEAR, LINES)));
    assertEquals("8101.775497", six(outcome("siru:sroi-net-present-value", FIRST_YEAR, LINES)));
    assertEquals("2.620355", six(outcome("siru:sroi-ratio", FIRST_YEAR, LINES)));
    assertEquals("1.620355", six(outcome("siru:sroi-net-ratio", FIRST_YEAR, LINES)));
    Map<String, String> later = Map.of("discount-rate", "0.035", "first-year-discounted", "false");
    assertEquals("2.712068", six(outcome("siru:sroi-ratio", later, LINES)));
  }

  @Test
  void aLineThatLacksAnAssumptionIsLeftOutAndCounted() {
    String[] lines = {"A|10|1000||0|0|0|1||", "B|1|1035|0|0|0||1||", "C|1|1|0|0|0||2||"};
    Outcome outcome = outcome("siru:sroi-total-present-value", FIRST_YEAR, lines);
    assertEquals("1000.000000", six(outcome));
    assertEquals(2, outcome.unknown());
  }

  @Test
  void withoutLinesOrInputsThereIsNoFigure() {
    assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) outcome("siru:sroi-ratio", FIRST_YEAR, LINES[0]).value()).reason());
    assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) outcome("siru:sroi-total-present-value", FIRST_YEAR).value()).reason());
  }

  @Test
  void theRateAndTheConventionMustBeSaid() {
    assertThrows(IllegalArgumentException.class, () -> outcome("siru:sroi-ratio", Map.of("discount-rate", "0.035"), LINES));
    assertThrows(IllegalArgumentException.class, () -> outcome("siru:sroi-ratio", Map.of("first-year-discounted", "true"), LINES));
    assertThrows(
        IllegalArgumentException.class,
        () -> outcome("siru:sroi-ratio", Map.of("discount-rate", "0.035", "first-year-discounted", "yes"), LINES));
  }
}
