package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.DefinitionWriter;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.CostLine;
import se.siru.core.model.Dimension;
import se.siru.core.model.Money;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.IdentityLink;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.vocabulary.Code;

/** Results broken down by what records refer to: partners, and nodes of the programme at a level. */
class ReferenceDimensionTest {
  private static Row node(String id, String level, @Nullable String parent) {
    return ProgrammeNode.TYPE.row(id).with(ProgrammeNode.LEVEL, level).with(ProgrammeNode.PARENT, parent)
        .with(ProgrammeNode.NAME, "Node " + id).build();
  }

  private static Row cost(@Nullable String node, @Nullable String partner, String amount) {
    return CostLine.TYPE.row().with(CostLine.NODE, node).with(CostLine.PARTNER, partner)
        .with(CostLine.OUTCOME, Money.of("SEK", amount)).build();
  }

  private static Portfolio portfolio() {
    return Portfolio.builder()
        .add(node("op", "operation", null))
        .add(node("wp1", "work-package", "op"))
        .add(node("wp2", "work-package", "op"))
        .add(Stakeholder.TYPE.row("a").with(Stakeholder.NAME, "Alfa").build())
        .add(Stakeholder.TYPE.row("a-too").build())
        .add(Stakeholder.TYPE.row("b").build())
        .identity(new IdentityLink("a-too", "a", IdentityLink.Kind.ALIAS, null))
        .add(cost("wp1", "a", "10"))
        .add(cost("wp1", "a-too", "20"))
        .add(cost("wp2", "b", "40"))
        .add(cost("op", null, "80"))
        .build();
  }

  private static Map<String, String> by(String dimension, Indicator indicator) {
    Catalogue catalogue = Catalogue.empty().with(Provider.application(), List.of(indicator), List.of());
    return Evaluation.of(portfolio(), catalogue).indicators("*").periods(Periods.total()).by(dimension).run().cells()
        .filter(cell -> !cell.codes().isEmpty() && cell.number().isPresent())
        .collect(Collectors.toMap(
            cell -> cell.codes().get(dimension), cell -> cell.number().map(BigDecimal::stripTrailingZeros).orElseThrow().toPlainString()));
  }

  private static final Indicator SUM = Indicator.measure("t:sum").over(CostLine.TYPE).sum(CostLine.OUTCOME).build();

  @Test
  void eachLegalUnitIsACodeAndAnAliasIsNone() {
    assertEquals(Map.of("a", "30", "b", "40", "unknown", "80"), by("partner", SUM));
  }

  @Test
  void aNodeCountsAtTheLevelAboveItAndOneAboveThatLevelIsUnknown() {
    assertEquals(Map.of("wp1", "30", "wp2", "40", "unknown", "80"), by("work-package", SUM));
    Indicator byOperation =
        Indicator.measure("t:sum").over(CostLine.TYPE).sum(CostLine.OUTCOME)
            .dimension("project", Dimension.of("project", CostLine.NODE.path()).at("operation")).build();
    assertEquals(Map.of("op", "150"), by("project", byOperation));
  }

  @Test
  void groupsAndDistinctCountsAreBrokenDownAlike() {
    Indicator groups =
        Indicator.measure("t:groups").over(CostLine.TYPE).per(CostLine.PARTNER).of(Grouping.Inner.sum(CostLine.OUTCOME.path()))
            .overGroups(Aggregate.OverGroups.Fold.MAX).build();
    assertEquals(Map.of("a", "30", "b", "40"), without(by("partner", groups)));
    Indicator distinct = Indicator.measure("t:distinct").over(CostLine.TYPE).distinct(CostLine.PARTNER).build();
    assertEquals(Map.of("a", "1", "b", "1"), without(by("partner", distinct)));
    assertEquals(Map.of("wp1", "1", "wp2", "1"), without(by("work-package", distinct)));
  }

  private static Map<String, String> without(Map<String, String> shown) {
    return shown.entrySet().stream().filter(each -> !each.getKey().equals("unknown"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void peopleReadTheNames() {
    Portfolio portfolio = portfolio();
    assertEquals("Alfa", portfolio.codelist(CostLine.PARTNER).find("a").map(Code::label).orElseThrow().in("sv"));
    assertEquals("op", portfolio.codelist(CostLine.NODE).find("wp1").map(Code::parent).orElseThrow());
  }

  @Test
  void aReferenceThatNobodyDeclaredIsNoDimension() {
    assertTrue(Schema.standard().dimension(Stakeholder.TYPE, "id").isEmpty());
    assertTrue(Schema.standard().dimension(CostLine.TYPE, "decision").isEmpty());
  }

  @Test
  void definitionsDeclareReferencesWithLevelsOfTheProgrammeAlone() {
    String json =
        "{\"id\":\"x:a\",\"over\":\"cost-line\",\"aggregate\":{\"sum\":\"outcome\"},\"dimensions\":{\"p\":\"partner\",\"o\":\"node@operation\"}}";
    Findings findings = new Findings();
    Indicator read = DefinitionReader.over(Schema.standard()).read(json, "test", findings).get(0);
    assertEquals(List.of(), findings.list());
    assertTrue(DefinitionWriter.text(read).contains("\"o\":\"node@operation\""));
    for (String wrong : List.of("node@galaxy", "partner@operation")) {
      Findings told = new Findings();
      DefinitionReader.over(Schema.standard()).read(json.replace("node@operation", wrong), "test", told);
      assertTrue(told.hasErrors(), wrong);
    }
  }
}
