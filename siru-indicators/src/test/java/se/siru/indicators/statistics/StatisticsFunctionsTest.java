package se.siru.indicators.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.IndicatorFunction.Outcome;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.indicators.Selected;

/** What the registered functions make of rows. */
class StatisticsFunctionsTest {
  private static final TimePeriod YEAR = TimePeriod.of(LocalDate.parse("2021-01-01"), LocalDate.parse("2022-01-01"));

  private static Outcome outcome(String id, Map<String, String> parameters, TimePeriod period, String... rows) {
    IndicatorFunction function =
        StatisticsFunctions.all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return function.apply(Selected.of(rows), new Selected.Asked(parameters, period, Optional.empty()));
  }

  private static void gives(String number, Outcome outcome) {
    BigDecimal found =
        outcome.value() instanceof Value.Ratio ratio
            ? ratio.numerator().divide(ratio.denominator(), MathContext.DECIMAL64)
            : ((Value.Quantity) outcome.value()).number();
    assertEquals(0, new BigDecimal(number).compareTo(found), outcome::toString);
  }

  private static void isAbsent(Value.Reason reason, Outcome outcome) {
    assertEquals(reason, ((Value.Absent) outcome.value()).reason());
  }

  @Test
  void diversityCountsThingsOnceInEachOfTheirCategories() {
    String[] rows = {"a|public", "b|public", "b|business", "c|", "|public"};
    Outcome blau = outcome("siru:blau", Map.of(), YEAR, rows);
    assertEquals(1, blau.unknown());
    assertEquals(new Value.Ratio(new BigDecimal("4"), new BigDecimal("9")), blau.value());
    gives("0.5333333333333333", outcome("siru:iqv", Map.of("categories", "6"), YEAR, rows));
    isAbsent(Value.Reason.UNDEFINED, outcome("siru:blau", Map.of(), YEAR));
    assertThrows(IllegalArgumentException.class, () -> outcome("siru:iqv", Map.of(), YEAR, rows));
  }

  @Test
  void whatHasNotEndedByTheEndOfThePeriodIsFollowedUntilThen() {
    String[] rows = {
      "a|2020-01-01|2020-07-01", // 182 days
      "b|2020-01-01|", "c|2020-01-01|2022-06-01", "d|2020-01-01|2021-06-01", // followed, followed, ended after 517 days
      "e|2021-12-01|", "f||2021-03-01", "g|2022-05-01|"
    };
    Outcome year = outcome("siru:survival", Map.of("days", "365"), YEAR, rows);
    assertEquals(1, year.unknown());
    // e was followed for 31 days and says nothing about 182: one of a, b, c, d ended.
    gives("0.75", year);
    gives("0.5", outcome("siru:survival", Map.of("days", "700"), YEAR, rows));
    isAbsent(Value.Reason.UNDEFINED, outcome("siru:survival", Map.of("days", "732"), YEAR, rows));
    isAbsent(Value.Reason.UNDEFINED, outcome("siru:survival", Map.of("days", "1"), TimePeriod.TOTAL, rows));
  }

  @Test
  void ofSeveralVersionsOfAThingTheLastKnownEndCounts() {
    gives("0.5", outcome("siru:survival", Map.of("days", "365"), YEAR, "a|2020-01-01|", "a|2020-01-01|2020-03-01", "b|2020-01-01|"));
  }

  @Test
  void aThingEndsByItsLastDayOrByAState() {
    Map<String, String> parameters = Map.of("days", "365", "ended-by", "ended");
    String[] rows = {
      "a|2020-01-01||idea|2020-01-01", "a|2020-01-01||ended|2020-03-01", "b|2020-01-01||pilot|2020-03-01",
      "c|2020-01-01|2020-04-01|idea|2020-01-01", "d|2020-01-01||ended|2021-11-01", "e|2020-01-01||ended|",
      "e|2020-01-01||idea|2020-02-01"
    };
    gives("0.6", outcome("siru:survival", parameters, YEAR, rows));
    gives("0.8", outcome("siru:survival", Map.of("days", "365"), YEAR, rows));
  }

  @Test
  void pairsAreRespondentsOfBothWaves() {
    String[] rows = {
      "p|trust|before|2", "p|trust|after|4", "q|trust|before|3", "q|trust|after|3", "r|trust|before|5", "s|trust|after|1",
      "t|trust|before|1", "t|trust|before|2", "t|trust|after|5", "|trust|after|4", "p|trust|twelve-months|1", "u|trust|after|"
    };
    gives("1", outcome("siru:paired-change", Map.of(), YEAR, rows));
    gives("2", outcome("siru:pairs", Map.of(), YEAR, rows));
    gives("1", outcome("siru:only-before", Map.of(), YEAR, rows));
    gives("1", outcome("siru:only-after", Map.of(), YEAR, rows));
    assertEquals(2, outcome("siru:pairs", Map.of(), YEAR, rows).unknown(), "one without a respondent, one with two answers");
    gives("-1", outcome("siru:paired-change", Map.of("after", "twelve-months"), YEAR, rows));
    gives("-0.6666666666666667", outcome("siru:unpaired-shift", Map.of(), YEAR, rows));
    gives("0.707106781186547", outcome("siru:paired-effect-size", Map.of(), YEAR, rows));
    double high = ((Value.Quantity) outcome("siru:paired-change-high", Map.of(), YEAR, rows).value()).number().doubleValue();
    double low = ((Value.Quantity) outcome("siru:paired-change-low", Map.of(), YEAR, rows).value()).number().doubleValue();
    assertEquals(1 + Math.tan(Math.PI * 0.475), high, 1e-9);
    assertEquals(2, high + low, 1e-9);
    isAbsent(Value.Reason.UNDEFINED, outcome("siru:paired-change", Map.of(), YEAR, "p|trust|before|2"));
  }

  @Test
  void itemsAreNotMixed() {
    isAbsent(
        Value.Reason.NOT_APPLICABLE,
        outcome("siru:paired-change", Map.of(), YEAR, "p|trust|before|2", "p|trust|after|4", "p|hope|before|2", "p|hope|after|4"));
  }
}
