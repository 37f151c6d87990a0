package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.siru.core.portfolio.Records.activity;
import static se.siru.core.portfolio.Records.day;
import static se.siru.core.portfolio.Records.organisation;
import static se.siru.core.portfolio.Records.participation;
import static se.siru.core.portfolio.Records.withOperation;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.model.Activity;
import se.siru.core.model.Participation;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Support;
import se.siru.core.vocabulary.Vocabulary;

class DerivedSupportTest {
  private static final String KIND = Vocabulary.standard().list("support-kinds").at(0).code();

  private static RowBuilder advice(String id) {
    return activity(id, "2022-03-01").with(Activity.SUPPORT_KIND, KIND).with(Activity.DURATION_HOURS, new BigDecimal("2.5"));
  }

  private static PortfolioBuilder withAdvice() {
    return withOperation()
        .add(advice("advice").build())
        .add(organisation("a").build())
        .add(organisation("b").build())
        .add(organisation("a-south").build())
        .identity(new IdentityLink("a-south", "a", IdentityLink.Kind.BRANCH, null));
  }

  private static List<String> ids(Portfolio portfolio) {
    return portfolio.rows(Support.TYPE).map(row -> row.get(Support.ID)).toList();
  }

  @Test
  void eachUnitThatAttendedReceivedOneSupportOfTheActivitysDuration() {
    Portfolio portfolio =
        withAdvice()
            .add(participation("advice", "b", "a").build())
            .add(participation("advice", "a-south").with(Participation.DATE, day("2022-02-27")).build())
            .add(participation("advice", "a").with(Participation.DATE, day("2022-02-28")).build())
            .build();
    assertEquals(List.of("derived:advice/a", "derived:advice/b"), ids(portfolio));
    Row first = portfolio.rows(Support.TYPE).findFirst().orElseThrow();
    assertEquals("a-south", first.get(Support.RECIPIENT));
    assertEquals(day("2022-02-27"), first.get(Support.DATE));
    assertEquals(0, new BigDecimal("2.5").compareTo(first.get(Support.HOURS)));
    assertEquals(KIND, first.get(Support.KIND));
    assertEquals("advice", first.get(Support.ACTIVITY));
    assertEquals("siru", first.get(Support.NODE));
    assertNull(first.get(Support.AMOUNT));
    assertEquals("derived:attendance", portfolio.origin(Support.TYPE, 0).source());
  }

  @Test
  void itNamesTheAttendanceThatItFollowsFrom() {
    Portfolio portfolio =
        withAdvice()
            .add(participation("advice", "b", "a").build())
            .add(participation("advice", "a-south").build())
            .add(participation("advice", "a").with(Participation.STATUS, "no-show").build())
            .addBatch(Batch.Provenance.of("more.csv"), List.of(participation("advice", "a", "a-south").build()))
            .build();
    assertEquals(
        List.of("derived:attendance:1 [participations:1, participations:2, more.csv:1]", "derived:attendance:2 [participations:1]"),
        SourcedRow.of(portfolio, Support.TYPE).map(each -> each.origin() + " " + each.lineage().madeOf()).toList());
  }

  @Test
  void aStatedSupportOfTheSameUnitAtTheActivityIsNotDerivedAgain() {
    Portfolio portfolio =
        withAdvice()
            .add(participation("advice", "b", "a").build())
            .add(support("s1").with(Support.RECIPIENT, "a-south").with(Support.ACTIVITY, "advice").build())
            .add(support("s2").with(Support.RECIPIENT, "b").build())
            .build();
    assertEquals(List.of("s1", "s2", "derived:advice/b"), ids(portfolio));
    assertEquals(2, portfolio.table("support").batches().size());
  }

  private static RowBuilder support(String id) {
    return Support.TYPE.row(id).with(Support.KIND, KIND);
  }

  @Test
  void whoDidNotAttendReceivedNothingAndSupportIsHeldAllTheSame() {
    Portfolio portfolio =
        withAdvice()
            .add(participation("advice", "a").with(Participation.STATUS, "no-show").build())
            .add(participation("advice", "a").with(Participation.STATUS, "registered").build())
            .build();
    assertTrue(portfolio.holds(Support.TYPE));
    assertEquals(0, portfolio.table("support").size());
  }

  @Test
  void withoutSupportKindsOrParticipationsSupportIsNotHeld() {
    assertFalse(withAdvice().build().holds(Support.TYPE));
    assertFalse(
        withOperation()
            .add(activity("talk", "2022-03-01").build())
            .add(organisation("a").build())
            .add(participation("talk", "a").build())
            .build()
            .holds(Support.TYPE));
  }

  @Test
  void missingHoursStayMissing() {
    Portfolio portfolio =
        withOperation()
            .add(activity("e", "2022-03-01").with(Activity.SUPPORT_KIND, KIND).build())
            .add(organisation("a").build())
            .add(participation("e", "a").build())
            .build();
    assertNull(portfolio.rows(Support.TYPE).findFirst().orElseThrow().get(Support.HOURS));
  }

  @Test
  void manyPairsAreEachDerivedOnce() {
    PortfolioBuilder builder = withOperation();
    for (int i = 0; i < 40; i++) {
      builder.add(advice("e" + i).build()).add(organisation("o" + i).build());
    }
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < 40; j++) {
        builder.add(participation("e" + i, "o" + j).build()).add(participation("e" + i, "o" + j, "o0").build());
      }
    }
    List<String> ids = ids(builder.build());
    assertEquals(1_600, ids.size());
    assertEquals(1_600, ids.stream().distinct().count());
  }
}
