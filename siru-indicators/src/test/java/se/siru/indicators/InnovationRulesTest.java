package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.siru.core.evaluation.Cell;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.Activity;
import se.siru.core.model.Initiative;
import se.siru.core.model.Membership;
import se.siru.core.model.Output;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.StageChange;
import se.siru.core.model.Value;
import se.siru.core.portfolio.PortfolioBuilder;

/** New, deepened and co-created initiatives and what is published, each rule on the smallest portfolio that shows it. */
class InnovationRulesTest {
  private static RowBuilder initiative(String id, @Nullable String start) {
    return Initiative.TYPE.row(id).with(Initiative.START, start == null ? null : LocalDate.parse(start));
  }

  private static Row stage(String initiative, String stage, String date) {
    return StageChange.TYPE.row().with(StageChange.INITIATIVE, initiative).with(StageChange.STAGE, stage)
        .with(StageChange.DATE, LocalDate.parse(date)).build();
  }

  private static PortfolioBuilder onTheWay() {
    return Evaluated.programme()
        .recordedAt(LocalDate.parse("2023-12-31"))
        .add(initiative("new", "2022-01-01").build())
        .add(stage("new", "idea", "2022-01-01"))
        .add(stage("new", "pilot", "2022-06-01"))
        .add(initiative("deeper", "2021-05-01").build())
        .add(stage("deeper", "idea", "2021-05-01"))
        .add(stage("deeper", "prototype", "2022-01-01"))
        .add(stage("deeper", "pilot", "2022-12-31"))
        .add(initiative("back", "2020-01-01").build())
        .add(stage("back", "pilot", "2021-01-01"))
        .add(stage("back", "idea", "2022-03-01"))
        .add(initiative("still", "2020-01-01").build())
        .add(stage("still", "idea", "2020-02-01"))
        .add(initiative("top", "2019-01-01").build())
        .add(stage("top", "scaled", "2019-06-01"))
        .add(initiative("over", "2019-01-01").build())
        .add(stage("over", "pilot", "2019-06-01"))
        .add(stage("over", "ended", "2022-02-01"))
        .add(initiative("gone", "2019-01-01").with(Initiative.END, LocalDate.parse("2021-12-31")).build())
        .add(stage("gone", "pilot", "2019-06-01"))
        .add(initiative("untold", "2021-01-01").build())
        .add(stage("untold", "established", "2022-08-01"))
        .add(initiative("undated", null).build())
        .add(stage("undated", "prototype", "2022-09-01"));
  }

  @Test
  void anInitiativeIsNewByItsFirstDayAndThenNotDeepened() {
    Evaluated all = Evaluated.of(onTheWay(), "2021..2023/year");
    all.gives("2", "SI-I02", "2021");
    all.gives("1", "SI-I02", "2022");
    assertEquals(1, all.results().cell("SI-I02", "2022").unknown(), "one without a first day");
    all.gives("1", "SI-I02.deepened", "2022");
    all.gives("0", "SI-I02.deepened", "2023");
  }

  @Test
  void theRateIsOfThoseThatCouldAdvanceWhenThePeriodBegan() {
    Evaluated all = Evaluated.of(onTheWay(), "2022..2023/year");
    // At risk: deeper, back, still and over, which had not ended yet. Not new, top or gone.
    assertEquals(new Value.Ratio(Value.Quantity.of(1).number(), Value.Quantity.of(4).number()), all.results().cell("SI-I03", "2022").value());
    assertEquals(2, all.results().cell("SI-I03", "2022").unknown(), "untold and undated");
    // 2023: new, deeper, back, still, untold and undated; over has ended.
    assertEquals(new Value.Ratio(Value.Quantity.of(0).number(), Value.Quantity.of(6).number()), all.results().cell("SI-I03", "2023").value());
  }

  @Test
  void nothingWasThereBeforeAPeriodThatHasNoBeginning() {
    Evaluated all = Evaluated.of(onTheWay(), "total");
    all.gives("9", "SI-I02", "total");
    for (String code : List.of("SI-I02.deepened", "SI-I03")) {
      assertEquals(Value.Reason.NOT_APPLICABLE, ((Value.Absent) all.results().cell(code, "total").value()).reason(), code);
    }
  }

  @Test
  void aBoundaryDayBelongsToThePeriodItBegins() {
    Evaluated all = Evaluated.of(onTheWay(), "2022..2022/half");
    all.gives("1", "SI-I02.deepened", "2022-H1");
    all.gives("1", "SI-I02.deepened", "2022-H2");
  }

  @Test
  void whatRunsAtTheEndHasNeitherEndedByItsDayNorByItsStage() {
    Evaluated all = Evaluated.of(onTheWay(), "2021..2022/year,total");
    // 2021: deeper, back, still, top and over; gone has its last day on the period's last.
    all.gives("6", "SI-I08", "2021");
    // 2022: new, deeper, back, still, top, untold and undated.
    all.gives("7", "SI-I08", "2022");
    all.gives("7", "SI-I08", "total");
  }

  @Test
  void whatAroseFromAnActivityIsToldByItsKind() {
    PortfolioBuilder arose =
        Evaluated.programme()
            .add(Evaluated.activity("w", "held", "2021-02-01").with(Activity.KIND, "process-workshop").build())
            .add(initiative("a", "2021-05-01").with(Initiative.AROSE_FROM_ACTIVITY, "w").build())
            .add(initiative("b", "2021-06-01").build())
            .add(initiative("c", null).with(Initiative.AROSE_FROM_ACTIVITY, "w").build());
    Evaluated all = Evaluated.of(arose, "2021..2022/year", "activity-kind");
    all.gives("1", "SI-I02.arose", "2021");
    all.gives("1", "SI-I02.arose", "2021", "activity-kind=process-workshop");
    all.gives("0", "SI-I02.arose", "2022");
    assertEquals(1, all.results().cell("SI-I02.arose", "2021").unknown());
  }

  private static Row member(String member, String initiative, @Nullable String start, @Nullable String end) {
    return Membership.TYPE.row().with(Membership.MEMBER, member).with(Membership.INITIATIVE, initiative)
        .with(Membership.START, start == null ? null : LocalDate.parse(start))
        .with(Membership.END, end == null ? null : LocalDate.parse(end)).build();
  }

  private static PortfolioBuilder together() {
    return Evaluated.programme()
        .add(Evaluated.organisation("town", "public"))
        .add(Evaluated.organisation("firm", "business"))
        .add(Evaluated.organisation("firm-2", "business"))
        .add(Evaluated.organisation("college", "academia"))
        .add(Evaluated.organisation("club", "civil-society"))
        .add(Evaluated.organisation("village", "community"))
        .add(Evaluated.enterprise("unclear", "micro"))
        .add(initiative("mixed", "2021-03-01").with(Initiative.END, LocalDate.parse("2021-12-31")).build())
        .add(member("town", "mixed", null, null))
        .add(member("firm", "mixed", "2021-03-01", null))
        .add(member("club", "mixed", "2021-03-01", null))
        .add(initiative("without-citizens", "2021-01-01").build())
        .add(member("town", "without-citizens", null, null))
        .add(member("firm", "without-citizens", null, null))
        .add(member("college", "without-citizens", null, null))
        .add(initiative("two", "2021-01-01").build())
        .add(member("village", "two", null, null))
        .add(member("firm", "two", null, null))
        .add(member("firm-2", "two", null, null))
        .add(member("unclear", "two", null, null))
        .add(initiative("later", "2021-01-01").build())
        .add(member("village", "later", "2022-01-01", null))
        .add(member("firm", "later", "2021-01-01", "2022-02-28"))
        .add(member("town", "later", "2022-02-28", null))
        .add(initiative("alone", "2021-01-01").build());
  }

  @Test
  void coCreationNeedsSectorsAtOnePeriodAndCitizensOrCivilSociety() {
    Evaluated all = Evaluated.of(together(), "2020..2023/year");
    all.gives("0", "SI-I06.n", "2020");
    all.gives("1", "SI-I06.n", "2021");
    all.gives("1", "SI-I06.n", "2022");
    all.gives("0", "SI-I06.n", "2023");
    all.gives("20", "SI-I06", "2021");
    all.gives("25", "SI-I06", "2022");
  }

  @Test
  void anOpenMembershipEndsWithItsInitiativeSoThatNoShareIsMoreThanAll() {
    Evaluated all = Evaluated.of(together(), "2020..2023/year,total");
    for (String period : List.of("2020", "2021", "2022", "2023", "total")) {
      Cell part = all.results().cell("SI-I06.n", period);
      Cell whole = all.results().cell("SI-I06.d", period);
      assertTrue(part.number().orElseThrow().compareTo(whole.number().orElseThrow()) <= 0, period);
    }
    assertTrue(all.results().cell("SI-I06", "2020").value() instanceof Value.Absent, "no initiative ran");
  }

  @Test
  void howManySectorsIsUpToTheRuleSet() {
    RuleSet two =
        RuleSet.builder("agency", "1")
            .value(new RuleSet.Value(List.of("SI-I06"), "min-sectors", "2", Indicator.Evidence.CONFIRMED, "decision 1"))
            .build();
    Evaluated all = Evaluated.under(two, together(), "2021..2021/year");
    all.gives("2", "SI-I06.n", "2021");
    assertTrue(all.results().cell("SI-I06", "2021").indicator().definition().in("en").contains("at least 2 sectors"));
  }

  private static RowBuilder output(String id, String kind, @Nullable String status, @Nullable String date) {
    return Output.TYPE.row(id).with(Output.KIND, kind).with(Output.STATUS, status)
        .with(Output.DATE, date == null ? null : LocalDate.parse(date));
  }

  private static PortfolioBuilder published() {
    return Evaluated.programme()
        .add(initiative("a", "2020-01-01").build())
        .add(initiative("b", "2020-01-01").build())
        .add(output("study", "case-study", "published", "2022-02-10").with(Output.REACH, 100L).build())
        .add(output("article", "article", "published", "2022-03-01").with(Output.STUDY, "study").with(Output.REACH, 40L)
            .with(Output.INITIATIVES, List.of("a")).build())
        .add(output("film", "film", "published", "2022-04-01").with(Output.STUDY, "study")
            .with(Output.INITIATIVES, List.of("a", "b")).build())
        .add(output("unpublished", "case-study", "in-progress", "2022-05-01").build())
        .add(output("told", "case-study", "finalised", "2022-06-01").build())
        .add(output("its-film", "film", "published", "2023-01-01").with(Output.STUDY, "told").build())
        .add(output("other", "article", "published", "2022-07-01").build())
        .add(output("unclear", "case-study", null, "2022-08-01").build())
        .add(output("tool", "tool", "finalised", "2022-09-01").build());
  }

  @Test
  void aStudyCountsOnceHoweverManyFormatsItHas() {
    Evaluated all = Evaluated.of(published(), "2022..2023/year", "format");
    all.gives("2", "SI-I07", "2022");
    assertEquals(1, all.results().cell("SI-I07", "2022").unknown(), "one whose status is not stated");
    all.gives("0", "SI-I07", "2023");
    all.gives("3", "SI-I07.formats", "2022");
    for (String format : List.of("case-study", "article", "film")) {
      all.gives("1", "SI-I07.formats", "2022", "format=" + format);
    }
    all.gives("1", "SI-I07.formats", "2023");
  }

  @Test
  void whatIsShownCountsOnceAndReachIsTheSumOfWhatIsStated() {
    Evaluated all = Evaluated.of(published(), "2022..2023/year");
    all.gives("2", "SI-I07.shown", "2022");
    all.gives("140", "SI-I07.reach", "2022");
    assertEquals(3, all.results().cell("SI-I07.reach", "2022").unknown(), "two without a reach, one without a status");
    assertEquals(Value.Reason.MISSING, ((Value.Absent) all.results().cell("SI-I07.reach", "2023").value()).reason());
  }
}
