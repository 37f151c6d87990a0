package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.siru.core.portfolio.Records.activity;
import static se.siru.core.portfolio.Records.finding;
import static se.siru.core.portfolio.Records.organisation;
import static se.siru.core.portfolio.Records.participation;
import static se.siru.core.portfolio.Records.withOperation;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Activity;
import se.siru.core.model.Agreement;
import se.siru.core.model.Participation;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.vocabulary.Vocabulary;

class MoreFactsTest {
  private static final String KIND = Vocabulary.standard().list("support-kinds").at(0).code();

  private static PortfolioBuilder entities() {
    return withOperation()
        .name("first")
        .add(activity("e", "2022-05-01").with(Activity.SUPPORT_KIND, KIND).build())
        .add(organisation("a").build())
        .add(organisation("b").build());
  }

  private static List<Row> attended(String organisation) {
    return List.of(participation("e", organisation).build());
  }

  private static List<String> derived(Portfolio portfolio) {
    return portfolio.rows(Support.TYPE).map(row -> row.get(Support.ID)).toList();
  }

  @Test
  void aPortfolioWithMoreFactsSharesTheColumnsOfTheFirst() {
    Portfolio first = entities().addBatch(Batch.Provenance.of("2022"), attended("a")).build();
    Portfolio second = first.toBuilder().addBatch(Batch.Provenance.of("2023"), attended("b")).build();
    assertEquals(1, first.table("participation").size());
    assertEquals(2, second.table("participation").size());
    assertSame(first.table("participation").batches().get(0), second.table("participation").batches().get(0));
    assertSame(first.table("stakeholder").batches().get(0), second.table("stakeholder").batches().get(0));
    assertNotSame(first.table("support").batches().get(0), second.table("support").batches().get(0));
    assertEquals("first", second.name());
  }

  @Test
  void supportIsDerivedAgainFromAllFacts() {
    Portfolio first = entities().addAll(attended("a")).build();
    assertEquals(List.of("derived:e/a"), derived(first));
    assertEquals(List.of("derived:e/a", "derived:e/b"), derived(first.toBuilder().addAll(attended("b")).build()));
    Row stated =
        Support.TYPE.row("s")
            .with(Support.RECIPIENT, "a")
            .with(Support.KIND, KIND)
            .with(Support.ACTIVITY, "e")
            .build();
    assertEquals(List.of("s"), derived(first.toBuilder().add(stated).build()));
  }

  @Test
  void piecewiseOrAtOnceIsTheSame() {
    Portfolio atOnce = entities().addAll(attended("a")).addAll(attended("b")).build();
    Portfolio piecewise = entities().build().toBuilder().addAll(attended("a")).build().toBuilder().addAll(attended("b")).build();
    assertEquals(derived(atOnce), derived(piecewise));
    assertEquals(
        atOnce.rows(Participation.TYPE).map(row -> row.get(Participation.ORGANISATIONS)).toList(),
        piecewise.rows(Participation.TYPE).map(row -> row.get(Participation.ORGANISATIONS)).toList());
  }

  @Test
  void aCorrectionLeavesOutTheBatchThatItReplaces() {
    Portfolio first =
        entities()
            .addBatch(Batch.Provenance.of("2022"), attended("a"))
            .addBatch(Batch.Provenance.of("2023"), attended("b"))
            .build();
    Portfolio corrected =
        first.toBuilder()
            .without(first.table("participation").batches().get(0))
            .addBatch(Batch.Provenance.of("2022 again"), attended("b"))
            .build();
    assertEquals(List.of("derived:e/b"), derived(corrected));
    assertEquals(
        List.of("2023", "2022 again"),
        corrected.table("participation").batches().stream().map(batch -> batch.provenance().source()).toList());
    assertThrows(SiruException.class, () -> first.toBuilder().without(first.table("activity").batches().get(0)));
  }

  @Test
  void anIdOfTheFirstPortfolioMayNotComeAgain() {
    List<Row> agreement = List.of(Agreement.TYPE.row("x").build());
    Portfolio first = entities().addBatch(Batch.Provenance.of("2022"), agreement).build();
    assertEquals(
        "2023:1:id: agreement 'x' is there already: 2022:1.",
        finding(first.toBuilder().addBatch(Batch.Provenance.of("2023"), agreement), PortfolioRules.DUPLICATE_ID));
  }

  @Test
  void aReferenceToNothingIsFoundAndTheFirstPortfolioStaysAsItIs() {
    Portfolio first = entities().build();
    assertEquals(
        "participations:1:organisations: There is no stakeholder 'c'.",
        finding(first.toBuilder().addAll(attended("c")), PortfolioRules.DANGLING_REFERENCE));
    assertTrue(first.find(Stakeholder.TYPE, "c").isEmpty());
    assertEquals(1, first.toBuilder().addAll(attended("b")).build().table("participation").size());
  }

  @Test
  void entitiesAndIdentitiesAreNotAddedToAFinishedPortfolio() {
    PortfolioBuilder builder = entities().build().toBuilder();
    assertEquals(
        ErrorCode.MISUSE, assertThrows(SiruException.class, () -> builder.add(organisation("c").build())).code());
    assertThrows(
        SiruException.class, () -> builder.identity(new IdentityLink("a", "b", IdentityLink.Kind.ALIAS, null)));
    assertThrows(SiruException.class, () -> builder.currency("EUR"));
  }
}
