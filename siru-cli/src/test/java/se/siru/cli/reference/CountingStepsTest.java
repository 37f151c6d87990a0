package se.siru.cli.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;

/** The sentences of the pages say what the definitions say. */
class CountingStepsTest {
  private static final CountingSteps STEPS = new CountingSteps(Schema.standard());
  private static final Prose PROSE = new Prose(Schema.standard());

  @Test
  void aGroupedMeasureIsToldFromItsRecordsToItsNumber() {
    assertEquals(
        List.of(
            "Take the records of the type *support* (`support`) where the recipient’s economic activity is *yes*.",
            "Into a period belong: groups whose day lies in the period.",
            "Put records of the same recipient into one group, and date each group by its first record.",
            "Keep the groups whose sum of hours received among the records where the support kind is *grant* is at least 8, or whose "
                + "number of records is at least 3.",
            "Count the groups."),
        STEPS.of(
            Indicator.measure("t:supported")
                .over(Support.TYPE)
                .where(Support.RECIPIENT.then(Stakeholder.ECONOMIC).is("yes"))
                .per(Support.RECIPIENT)
                .having(
                    new Grouping.Test.Any(
                        List.of(
                            Grouping.Inner.sum(Support.HOURS.path()).where(Support.KIND.is("grant")).atLeast("8"),
                            Grouping.Inner.count().atLeast("3"))))
                .datedBy(Grouping.Dating.FIRST)
                .count()
                .build()));
  }

  @Test
  void aRuleOfTimeNamesItsDay() {
    assertEquals(
        "Into a period belong: records whose day lies before the period's end (cumulative). The day is the field `signed`.",
        STEPS.of(Indicator.measure("t:signed").over(Agreement.TYPE).when(new TimeRule(TimeRule.Kind.CUMULATIVE, Agreement.SIGNED)).count()
            .build()).get(1));
  }

  @Test
  void conditionsAreReadAloudWithTheLabelsOfFieldsAndCodes() {
    assertEquals("the support kind is *grant* or *loan*", PROSE.condition(Support.KIND.isAnyOf("grant", "loan")));
    assertEquals("the hours received is at least 2 and below 8",
        PROSE.condition(new Condition.InRange(Support.HOURS.path(), BigDecimal.valueOf(2), BigDecimal.valueOf(8))));
    assertEquals("the day *signed* lies from 2021-01-01 up to 2021-12-31",
        PROSE.condition(Condition.between(Agreement.SIGNED.path(), LocalDate.of(2021, 1, 1), LocalDate.of(2022, 1, 1))));
    assertEquals("the role is not stated", PROSE.condition(Participation.ROLE.isKnown().not()));
    assertEquals("some organisations’ sector is *academia*",
        PROSE.condition(Participation.ORGANISATIONS.then(Stakeholder.SECTOR).is("academia")));
    assertEquals("some membership names it as initiative", PROSE.condition(Condition.whereAny(Membership.INITIATIVE, Condition.always())));
    assertEquals("the hours received is stated and (the support kind is *grant* or the support kind is *loan*)",
        PROSE.condition(Support.HOURS.isKnown().and(Support.KIND.is("grant").or(Support.KIND.is("loan")))));
  }

  @Test
  void whatAddsUpIsToldByWhoseAttributeItIs() {
    List<String> sentences = STEPS.dimensions(Indicator.measure("t:reached").over(Participation.TYPE).sum(Participation.HEADS).build());
    assertEquals(2, sentences.size());
    assertEquals(true, sentences.get(0).contains("`gender` and `age-class` of the person"));
    assertEquals(true, sentences.get(1).contains("`sector`") && sentences.get(1).endsWith(" of the organisations."));
  }
}
