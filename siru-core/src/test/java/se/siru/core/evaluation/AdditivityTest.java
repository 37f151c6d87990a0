package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** What is counted once in a total and in several of its parts is refused where parts are to be added up. */
class AdditivityTest {
  private static final Catalogue CATALOGUE =
      Catalogue.empty().with(
          Provider.application(),
          List.of(
              Indicator.measure("t:known").over(Stakeholder.TYPE).when(TimeRule.during()).count().build(),
              Indicator.measure("t:supported").over(Support.TYPE).per(Support.RECIPIENT).count().build()),
          List.of());

  private static Row stakeholder(String sector, String from) {
    return Stakeholder.TYPE.row("a").with(Stakeholder.SECTOR, sector)
        .with(Stakeholder.VALID_FROM, from.isEmpty() ? null : LocalDate.parse(from)).build();
  }

  private static Row support(String id, String kind) {
    return Support.TYPE.row(id).with(Support.RECIPIENT, "a").with(Support.KIND, kind).with(Support.DATE, LocalDate.of(2023, 5, 1)).build();
  }

  private static Results results(Row... stakeholders) {
    PortfolioBuilder builder = Portfolio.builder().add(ProgrammeNode.TYPE.row("o").with(ProgrammeNode.LEVEL, "operation").build());
    return Evaluation.of(builder.addAll(List.of(stakeholders)).add(support("1", "grant")).add(support("2", "training")).build(), CATALOGUE)
        .periods(Periods.parse("2023")).by("sector", "support-kind").run();
  }

  private static void assertRefused(Results results, String indicator, String dimension, String hint) {
    SiruException refused = assertThrows(SiruException.class, () -> results.sumOverCodes(indicator, "2023", dimension));
    assertEquals(ErrorCode.NOT_ADDITIVE, refused.code());
    assertTrue(String.valueOf(refused.getMessage()).contains(hint), refused::getMessage);
  }

  @Test
  void anEntityThatChangedWithinThePeriodIsInBothItsSectorsAndOnceInTheTotal() {
    Results changed = results(stakeholder("public", ""), stakeholder("business", "2023-07-01"));
    assertEquals(Value.Quantity.of(1), changed.cell("t:known", "2023").value());
    assertEquals(Value.Quantity.of(1), changed.cell("t:known", "2023", "sector=public").value());
    assertEquals(Value.Quantity.of(1), changed.cell("t:known", "2023", "sector=business").value());
    assertRefused(changed, "t:known", "sector", "several versions");
  }

  @Test
  void entitiesThatDidNotChangeAddUp() {
    assertEquals(Value.Quantity.of(1), results(stakeholder("public", "")).sumOverCodes("t:known", "2023", "sector"));
  }

  @Test
  void aGroupWhoseRecordsHaveSeveralCodesIsInEachOfThem() {
    Results results = results(stakeholder("public", ""));
    assertEquals(Value.Quantity.of(1), results.cell("t:supported", "2023").value());
    assertEquals(Value.Quantity.of(1), results.cell("t:supported", "2023", "support-kind=grant").value());
    assertEquals(Value.Quantity.of(1), results.cell("t:supported", "2023", "support-kind=training").value());
    assertRefused(results, "t:supported", "support-kind", "does not add up over support-kind");
  }

  @Test
  void whatIsReadOnTheKeyOfGroupsAddsUp() {
    assertEquals(Value.Quantity.of(1), results(stakeholder("public", "")).sumOverCodes("t:supported", "2023", "sector"));
  }
}
