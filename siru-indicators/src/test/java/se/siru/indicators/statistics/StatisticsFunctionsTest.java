package se.siru.indicators.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
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
    boolean eachRecord = id.contains("paired") || id.contains("scale") || id.contains("response");
    Selected selected = eachRecord ? Selected.ofEachRecord(rows) : Selected.of(rows);
    return function.apply(selected, new Selected.Asked(parameters, period, Optional.empty()));
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
      "p|trust|before|2|1", "p|trust|after|4|", "q|trust|before|3|1", "q|trust|after|3|1", "r|trust|before|5|1", "s|trust|after|1|1",
      "t|trust|before|1|1", "t|trust|before|2|1", "t|trust|after|5|1", "p|trust|twelve-months|1|1", "u|trust|after||1"
    };
    gives("1", outcome("siru:paired-change", Map.of(), YEAR, rows));
    gives("2", outcome("siru:pairs", Map.of(), YEAR, rows));
    gives("1", outcome("siru:only-before", Map.of(), YEAR, rows));
    gives("1", outcome("siru:only-after", Map.of(), YEAR, rows));
    assertEquals(1, outcome("siru:pairs", Map.of(), YEAR, rows).unknown(), "one with two answers");
    gives("-1", outcome("siru:paired-change", Map.of("after", "twelve-months"), YEAR, rows));
    gives("-0.6666666666666667", outcome("siru:unpaired-shift", Map.of(), YEAR, rows));
    gives("0.707106781186547", outcome("siru:paired-effect-size", Map.of(), YEAR, rows));
    double high = ((Value.Quantity) outcome("siru:paired-change-high", Map.of(), YEAR, rows).value()).number().doubleValue();
    double low = ((Value.Quantity) outcome("siru:paired-change-low", Map.of(), YEAR, rows).value()).number().doubleValue();
    assertEquals(1 + Math.tan(Math.PI * 0.475), high, 1e-9);
    assertEquals(2, high + low, 1e-9);
    isAbsent(Value.Reason.UNDEFINED, outcome("siru:paired-change", Map.of(), YEAR, "p|trust|before|2|1"));
  }

  @Test
  void answersWithoutARespondentAreInTheMeansOfAllAndInNoPair() {
    String[] rows = {
      "p|trust|before|2|1", "p|trust|after|4|1", "|trust|before|5|3", "|trust|after|1|2", "|trust|after|1|2", "|trust|after|2|0",
      "|trust|six-months|4|50"
    };
    gives("1", outcome("siru:pairs", Map.of(), YEAR, rows));
    gives("4", outcome("siru:unpaired-before", Map.of(), YEAR, rows));
    gives("5", outcome("siru:unpaired-after", Map.of(), YEAR, rows));
    gives("-2.65", outcome("siru:unpaired-shift", Map.of(), YEAR, rows)); // (4 + 4 · 1) / 5 − (2 + 3 · 5) / 4
    assertEquals(7, outcome("siru:paired-change", Map.of(), YEAR, rows).unknown());
    assertEquals(0, outcome("siru:unpaired-shift", Map.of(), YEAR, rows).unknown());
    for (String id : List.of("siru:paired-change", "siru:unpaired-shift")) {
      assertEquals(List.of(ChangeRules.OPPOSITE), outcome(id, Map.of(), YEAR, rows).cautions(), id);
    }
    assertEquals(List.of(), outcome("siru:pairs", Map.of(), YEAR, rows).cautions());
  }

  @Test
  void theSameAnswerGivenTwiceIsOneAnswer() {
    gives("2", outcome("siru:paired-change", Map.of(), YEAR, "p|trust|before|2|1", "p|trust|before|2|1", "p|trust|after|4|1"));
  }

  @Test
  void millionsOfEqualAnswersAreCountedWithoutBeingListed() {
    gives("2", outcome("siru:unpaired-shift", Map.of(), YEAR, "|trust|before|2|900000000000", "|trust|after|4|100000000000"));
  }

  private static final Map<String, String> FOUR_OF_FIVE = Map.of("answer", "4", "least", "1", "greatest", "5");

  @Test
  void theShareOfHighAnswersIsOfThoseOnTheScale() {
    String[] rows = {
      "useful|after|5|1|5|3||", "useful|after|4|1|5|1||", "useful|after|4|1|5|1||", "useful|after|1|1|5|2||", "useful|after||1|5|2|yes|",
      "useful|after||1|5|1||", "useful|after||||1||12", "useful|after|4|||5||"
    };
    Outcome share = outcome("siru:scale-share", FOUR_OF_FIVE, YEAR, rows);
    assertEquals(new Value.Ratio(new BigDecimal(5), new BigDecimal(7)), share.value());
    assertEquals(5, share.unknown(), "five answers whose scale is not stated");
    gives("2", outcome("siru:scale-count", FOUR_OF_FIVE, YEAR, rows));
    gives("0", outcome("siru:scale-count", Map.of("answer", "3", "least", "1", "greatest", "5"), YEAR, rows));
    gives("12", outcome("siru:scale-answers", Map.of(), YEAR, rows));
    gives("2", outcome("siru:scale-dont-know", Map.of(), YEAR, rows));
    isAbsent(Value.Reason.UNDEFINED, outcome("siru:response-rate", Map.of(), YEAR, rows));
    gives("0.7", outcome("siru:response-rate", Map.of(), YEAR, "useful|after|5|1|5|7||", "useful|after||||1||10"));
  }

  @Test
  void sharesOfAnotherScaleOfSeveralItemsAndOfNobodyDoNotExist() {
    isAbsent(Value.Reason.NOT_APPLICABLE, outcome("siru:scale-share", FOUR_OF_FIVE, YEAR, "useful|after|5|1|7|1||"));
    isAbsent(
        Value.Reason.NOT_APPLICABLE,
        outcome("siru:scale-share", FOUR_OF_FIVE, YEAR, "useful|after|5|1|5|1||", "useful|before|5|1|5|1||"));
    isAbsent(
        Value.Reason.NOT_APPLICABLE, outcome("siru:scale-answers", Map.of(), YEAR, "useful|after|5|1|5|1||", "other|after|5|1|5|1||"));
    isAbsent(Value.Reason.UNDEFINED, outcome("siru:scale-share", FOUR_OF_FIVE, YEAR));
    isAbsent(Value.Reason.UNDEFINED, outcome("siru:response-rate", Map.of(), YEAR, "useful|after|5|1|5|1||"));
  }

  @Test
  void itemsAreNotMixed() {
    isAbsent(
        Value.Reason.NOT_APPLICABLE,
        outcome("siru:paired-change", Map.of(), YEAR, "p|trust|before|2|1", "p|trust|after|4|1", "p|hope|before|2|1", "p|hope|after|4|1"));
  }
}
