package se.siru.cli.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.Day;
import se.siru.core.model.Employment;
import se.siru.core.model.Evidence;
import se.siru.core.model.Innovation;
import se.siru.core.model.Lag;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
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
            "Keep the groups whose sum of hours received among the records where the support kind is *grant* is at least 8, or that have "
                + "at least 3 records.",
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
    assertEquals("the hours received is stated and the support kind is *grant* or *loan*",
        PROSE.condition(Support.HOURS.isKnown().and(Support.KIND.is("grant").or(Support.KIND.is("loan")))));
  }

  @Test
  void whatAddsUpIsToldByWhoseAttributeItIs() {
    List<String> sentences = STEPS.dimensions(Indicator.measure("t:reached").over(Participation.TYPE).sum(Participation.HEADS).build());
    assertEquals(2, sentences.size());
    assertEquals(true, sentences.get(0).contains("`gender` and `age-class` of the person"));
    assertEquals(true, sentences.get(1).contains("`sector`") && sentences.get(1).endsWith(" of the organisations."));
  }

  @Test
  void daysAreComparedInWords() {
    assertEquals("the date comes before the day 36 months after the day *registered* of the recipient (the earliest that any of its "
            + "versions states)",
        PROSE.condition(
            Day.of(Support.DATE.path())
                .isBefore(Day.of(Support.RECIPIENT.then(Stakeholder.REGISTERED)).ofUnit().plus(Lag.ofMonths(36)))));
    assertEquals("the date is after the last day of the operation that it belongs to (where none is stated, after all days)",
        PROSE.condition(
            Day.of(Support.DATE.path()).isNotAfter(Day.of(Support.NODE.then(ProgrammeNode.END)).at("operation").orOpen()).not()));
  }

  @Test
  void relatedRecordsAreToldByWhatTheyName() {
    assertEquals("some support names the same enterprise as recipient, and there the date is not after the day *introduced* of the record "
            + "that is counted",
        PROSE.condition(
            Condition.whereAny(
                Support.RECIPIENT,
                Innovation.ENTERPRISE.path(),
                Day.of(Support.DATE.path()).isNotAfter(Day.of(Innovation.DATE.path()).ofOuter()))));
    assertEquals("no evidence is about it", PROSE.condition(Condition.whereAny(Evidence.SUBJECT, Condition.always()).not()));
    assertEquals("the records of the type *participation* whose activity is the same activity, and where the status is *attended*, have at "
            + "least 2 different values of organisations’ sector between them",
        PROSE.condition(
            Condition.whereSeveral(
                Participation.ACTIVITY,
                Participation.ACTIVITY.path(),
                Participation.STATUS.is("attended"),
                Participation.ORGANISATIONS.then(Stakeholder.SECTOR),
                2)));
    assertEquals("the records of the type *participation* that name it as activity have at least 1 different value of role between them",
        PROSE.condition(
            Condition.whereSeveral(Participation.ACTIVITY, null, Condition.always(), Participation.ROLE.path(), 1)));
  }

  @Test
  void alternativesOfOneFieldAreSaidOnce() {
    assertEquals("the role, where it is stated, is not *own staff*",
        PROSE.condition(Participation.ROLE.isKnown().not().or(Participation.ROLE.is("staff").not())));
    assertEquals("the support kind is *grant* or *loan*", PROSE.condition(Support.KIND.is("grant").or(Support.KIND.is("loan"))));
    assertEquals("the role, the status or the date is stated",
        PROSE.condition(Participation.ROLE.isKnown().or(Participation.STATUS.isKnown()).or(Participation.DATE.isKnown())));
    assertEquals("it is not so that (the role is stated and is *own staff*)",
        PROSE.condition(Participation.ROLE.isKnown().and(Participation.ROLE.is("staff")).not()));
    assertEquals("it is known whether the support kind is *grant*",
        PROSE.condition(Support.KIND.is("grant").or(Support.KIND.is("grant").not())));
  }

  @Test
  void manyConditionsStandOneBelowTheOther() {
    assertEquals(
        "Take the records of the type *support* (`support`) where all of this holds:\n   - the hours received is stated;\n   - the support "
            + "kind is *grant*;\n   - the date is stated.",
        STEPS.of(
            Indicator.measure("t:all").over(Support.TYPE).where(Support.HOURS.isKnown()).where(Support.KIND.is("grant"))
                .where(Support.DATE.isKnown()).count().build()).get(0));
  }

  @Test
  void valuesOfGroupsThatArePutTogetherAreToldWithWhatBecomesOfHalfOfThem() {
    List<String> steps =
        STEPS.of(
            Indicator.measure("t:posts").over(Employment.TYPE).per(Employment.ORGANISATION)
                .of(Grouping.Inner.last(Employment.FTE.path()).minus(Grouping.Inner.first(Employment.FTE.path())))
                .overGroups(Aggregate.OverGroups.Fold.SUM).build());
    assertEquals("The value of a group is its latest FTE, less its earliest FTE; a group that lacks either is counted as unknown.",
        steps.get(3));
    assertEquals("Take the sum of the groups’ values.", steps.get(4));
  }

  @Test
  void completeRegistersAndWholesAreTold() {
    Measure measure =
        Indicator.measure("t:all").over(Agreement.TYPE).requiresCoverage(Agreement.BUYER, 36).wholeOver("clause").count().build();
    assertEquals("Keep those whose buyer has a register that is complete for the whole of the period, and of the 36 months before it, as "
        + "coverage records say; the others are counted as unknown.", STEPS.of(measure).get(1));
    List<String> sentences = STEPS.dimensions(measure);
    assertEquals("It is not broken down by `clause`: a formula that is has the whole of it in each row.",
        sentences.get(sentences.size() - 1));
  }
}
