package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static se.siru.core.portfolio.Records.activity;
import static se.siru.core.portfolio.Records.day;
import static se.siru.core.portfolio.Records.node;
import static se.siru.core.portfolio.Records.organisation;
import static se.siru.core.portfolio.Records.participation;
import static se.siru.core.portfolio.Records.version;
import static se.siru.core.portfolio.Records.withOperation;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.model.Activity;
import se.siru.core.model.Field;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;

class VersionsTest {

  /** The sector of the stakeholder version that the only fact of a type refers to. */
  private static String sector(Portfolio portfolio, Field<?> reference) {
    Table stakeholders = portfolio.table("stakeholder");
    Column.Ints column = (Column.Ints) portfolio.table(reference.type()).batches().get(0).column(reference.name());
    return stakeholders.row(stakeholders.batches().get(0), column.element(0, 0)).get(Stakeholder.SECTOR);
  }

  private static PortfolioBuilder withThreeVersions() {
    return withOperation()
        .add(version("x", "2022-01-01", "public").build())
        .add(version("x", "", "business").build())
        .add(version("x", "2023-01-01", "civil-society").build())
        .add(organisation("a").build());
  }

  private static Portfolio memberSince(String start) {
    return withThreeVersions()
        .add(
            Membership.TYPE.row()
                .with(Membership.MEMBER, "x")
                .with(Membership.START, start.isEmpty() ? null : day(start))
                .build())
        .build();
  }

  @Test
  void aFactPointsAtTheVersionValidOnItsDay() {
    assertEquals("business", sector(memberSince("2021-12-31"), Membership.MEMBER));
    assertEquals("public", sector(memberSince("2022-01-01"), Membership.MEMBER));
    assertEquals("public", sector(memberSince("2022-12-31"), Membership.MEMBER));
    assertEquals("civil-society", sector(memberSince("2050-01-01"), Membership.MEMBER));
  }

  @Test
  void anUndatedFactPointsAtTheNewestVersion() {
    assertEquals("civil-society", sector(memberSince(""), Membership.MEMBER));
  }

  @Test
  void severalReferencesOfOneFieldFollowTheDayEach() {
    for (int repeat = 0; repeat < 2; repeat++) {
      Portfolio portfolio =
          withThreeVersions()
              .add(activity("e", "2022-05-01").build())
              .add(participation("e", "x", "a").with(Participation.DATE, day("2021-05-01")).build())
              .add(participation("e", "x", "a").with(Participation.DATE, day("2023-05-01")).build())
              .build();
      Column.Ints organisations =
          (Column.Ints) portfolio.table("participation").batches().get(0).column("organisations");
      assertEquals(2, organisations.count(0));
      assertEquals(organisations.element(0, 0), organisations.element(1, 0));
      assertEquals(organisations.element(0, 1) + 2, organisations.element(1, 1));
      assertEquals(
          List.of("a", "x"), portfolio.rows(Participation.TYPE).findFirst().orElseThrow().get(Participation.ORGANISATIONS));
    }
  }

  @Test
  void aParticipationWithoutADateIsOfTheFirstDayOfItsActivity() {
    Portfolio portfolio =
        withThreeVersions()
            .add(activity("e", "2022-05-01").build())
            .add(participation("e", "x").build())
            .build();
    Row row = portfolio.rows(Participation.TYPE).findFirst().orElseThrow();
    assertEquals(day("2022-05-01"), row.get(Participation.DATE));
    assertEquals("public", sector(portfolio, Participation.ORGANISATIONS));
  }

  @Test
  void aVersionOfAnEntityPointsAtWhatWasValidOnItsFirstDay() {
    Portfolio portfolio =
        withThreeVersions()
            .add(
                activity("e", "2020-01-01")
                    .with(Activity.VALID_FROM, day("2022-06-01"))
                    .with(Activity.ORGANISERS, List.of("x"))
                    .build())
            .build();
    assertEquals("public", sector(portfolio, Activity.ORGANISERS));
  }

  @Test
  void versionsOfOneIdAreOneUnit() {
    Portfolio portfolio = withThreeVersions().build();
    Units units = portfolio.units("stakeholder");
    assertEquals(2, units.count());
    assertEquals(List.of(0, 1, 1, 1), List.of(units.unit(0), units.unit(1), units.unit(2), units.unit(3)));
    assertEquals("x", units.id(1));
    assertEquals(1, portfolio.units("programme").count());
    assertEquals(0, portfolio.units("network").count());
  }

  @Test
  void theOnlyOperationIsTheNodeOfWhatStatesNone() {
    Portfolio portfolio =
        withOperation()
            .add(node("fund", "fund-programme").build())
            .add(node("wp", "work-package").with(ProgrammeNode.PARENT, "siru").build())
            .add(activity("e", "2022-05-01").build())
            .add(participation("e").build())
            .add(participation("e").with(Participation.NODE, "wp").build())
            .build();
    assertEquals(
        List.of("siru", "wp"), portfolio.rows(Participation.TYPE).map(row -> row.get(Participation.NODE)).toList());
    assertEquals("siru", portfolio.find(Activity.TYPE, "e").orElseThrow().get(Activity.NODE));
  }

  @Test
  void withSeveralOperationsWhatStatesNoNodeHasNone() {
    Portfolio portfolio =
        withOperation().add(node("second", "operation").build()).add(activity("e", "2022-05-01").build()).build();
    assertEquals(null, portfolio.find(Activity.TYPE, "e").orElseThrow().get(Activity.NODE));
  }

  @Test
  void idsThatLookTheSameAreTheSameInNormalFormC() {
    Portfolio portfolio =
        withOperation()
            .add(activity("kafe\u0301", "2022-05-01").build())
            .add(participation("kaf\u00e9").build())
            .build();
    assertNotEquals("kafe\u0301", "kaf\u00e9");
    assertEquals("kaf\u00e9", portfolio.idOf("activity", 0));
    assertEquals(1, portfolio.table("participation").size());
  }
}
