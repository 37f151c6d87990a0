package se.siru.indicators.sroi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.model.Initiative;
import se.siru.core.model.Money;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.SroiLine;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** The lines of a portfolio as calculations. */
class SroiCalculationTest {
  private static final BigDecimal RATE = new BigDecimal("0.035");

  private static PortfolioBuilder programme() {
    return Portfolio.builder()
        .add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").with(ProgrammeNode.NAME, "The operation").build())
        .add(Initiative.TYPE.row("i").with(Initiative.NAME, "The initiative").build());
  }

  private static RowBuilder outcome(
      String name, String quantity, String proxy, String deadweight, String displacement, String attribution, @Nullable String dropOff,
      long years) {
    return SroiLine.TYPE.row()
        .with(SroiLine.OUTCOME, name)
        .with(SroiLine.QUANTITY, new BigDecimal(quantity))
        .with(SroiLine.PROXY_VALUE, Money.of("SEK", proxy))
        .with(SroiLine.DEADWEIGHT, new BigDecimal(deadweight))
        .with(SroiLine.DISPLACEMENT, new BigDecimal(displacement))
        .with(SroiLine.ATTRIBUTION, new BigDecimal(attribution))
        .with(SroiLine.DROP_OFF, dropOff == null ? null : new BigDecimal(dropOff))
        .with(SroiLine.DURATION, years);
  }

  private static RowBuilder input(String amount) {
    return SroiLine.TYPE.row().with(SroiLine.OUTCOME, "Grant").with(SroiLine.INPUT, Money.of("SEK", amount));
  }

  private static PortfolioBuilder exact() {
    return programme()
        .add(outcome("A", "10", "1000", "0.2", "0.1", "0.25", "0.1", 3).build())
        .add(outcome("B", "40", "12.50", "0.1", "0", "0.35", null, 1).build())
        .add(outcome("C", "-5", "100", "0.05", "0", "0", "0.05", 2).build())
        .add(input("2500").build())
        .add(input("2500").build());
  }

  private static String digits(BigDecimal number) {
    return number.round(new MathContext(12)).toPlainString();
  }

  @Test
  void theExactCaseUnderBothConventions() {
    Findings findings = new Findings();
    SroiResult discounted = SroiCalculation.of(exact().build(), RATE, true, findings).get(0).model().compute();
    assertEquals("13101.7754968", digits(discounted.totalPresentValue()));
    assertEquals("8101.77549676", digits(discounted.netPresentValue()));
    assertTrue(digits(discounted.ratio().orElseThrow()).startsWith("2.620355099"));
    SroiResult not = SroiCalculation.of(exact().build(), RATE, false, findings).get(0).model().compute();
    assertTrue(digits(not.totalPresentValue()).startsWith("13560.3376"));
    assertTrue(digits(not.ratio().orElseThrow()).startsWith("2.71206752"));
    assertEquals(List.of(), findings.list());
  }

  @Test
  void equalLinesAreTwoLinesAndOutcomesOfOneNameStayApart() {
    PortfolioBuilder twice = programme();
    for (int i = 0; i < 2; i++) {
      twice.add(outcome("A", "1", "100", "0", "0", "0", null, 1).build());
    }
    SroiModel model = SroiCalculation.of(twice.build(), BigDecimal.ZERO, true, new Findings()).get(0).model();
    assertEquals(List.of("A", "A (2)"), model.outcomes().stream().map(ValuedOutcome::name).toList());
    assertEquals(0, new BigDecimal("200").compareTo(model.compute().totalPresentValue()));
  }

  @Test
  void aCalculationIsOfAnInitiativeOrNodeInAScenario() {
    Portfolio portfolio =
        programme()
            .add(outcome("A", "1", "100", "0", "0", "0", null, 1).with(SroiLine.INITIATIVE, "i").with(SroiLine.SCENARIO, "high").build())
            .add(outcome("A", "1", "80", "0", "0", "0", null, 1).with(SroiLine.INITIATIVE, "i").build())
            .add(outcome("A", "1", "70", "0", "0", "0", null, 1).with(SroiLine.INITIATIVE, "i").with(SroiLine.SCENARIO, "low").build())
            .add(outcome("A", "1", "50", "0", "0", "0", null, 1).build())
            .build();
    assertEquals(
        List.of("i The initiative low", "i The initiative base", "i The initiative high", "op The operation base"),
        SroiCalculation.of(portfolio, BigDecimal.ZERO, true, new Findings()).stream()
            .map(each -> each.subject() + " " + each.name() + " " + each.scenario())
            .toList());
  }

  @Test
  void aLineThatDoesNotStateWhatItAssumesIsToldAndLeftOut() {
    Row open =
        SroiLine.TYPE.row().with(SroiLine.OUTCOME, "open").with(SroiLine.QUANTITY, BigDecimal.ONE)
            .with(SroiLine.PROXY_VALUE, Money.of("SEK", "100")).with(SroiLine.DURATION, 2L).with(SroiLine.DEADWEIGHT, BigDecimal.ZERO).build();
    Findings findings = new Findings();
    List<SroiCalculation> all = SroiCalculation.of(exact().add(open).build(), RATE, true, findings);
    assertEquals(3, all.get(0).model().outcomes().size());
    assertEquals(1, findings.list().size());
    assertEquals("displacement, attribution, drop-off", findings.list().get(0).arguments().get("fields"));
    Findings none = new Findings();
    assertEquals(List.of(), SroiCalculation.of(programme().add(open).build(), RATE, true, none));
    assertEquals(1, none.count(Severity.ERROR));
  }

  @Test
  void whatWasPutInIsNeverLessThanNothing() {
    Findings findings = new Findings();
    List<SroiCalculation> all = SroiCalculation.of(exact().add(input("-1").build()).build(), RATE, true, findings);
    assertEquals(2, all.get(0).model().inputs().size());
    assertEquals(List.of("sroi.negative-input"), findings.list().stream().map(each -> each.rule().id()).toList());
  }

  @Test
  void aRateIsAShare() {
    assertThrows(
        IllegalArgumentException.class, () -> SroiCalculation.of(exact().build(), new BigDecimal("3.5"), true, new Findings()));
  }

  @Test
  void everyAssumptionThatIsSomethingHasARange() {
    SroiModel model = SroiCalculation.of(exact().build(), RATE, true, new Findings()).get(0).model();
    List<SroiSensitivity.Bar> bars = SroiSensitivity.of(model).varyEach(new BigDecimal("0.1")).tornado();
    // A has seven, B lacks displacement and drop-off, C also attribution; and the rate.
    assertEquals(7 + 5 + 5 + 1, bars.size());
    for (int i = 1; i < bars.size(); i++) {
      assertTrue(bars.get(i - 1).swing().compareTo(bars.get(i).swing()) >= 0);
    }
    for (SroiSensitivity.Bar bar : bars) {
      assertEquals(0, bar.base().totalPresentValue().compareTo(model.compute().totalPresentValue()));
      assertTrue(bar.range().low().compareTo(bar.range().base()) <= 0 && bar.range().base().compareTo(bar.range().high()) <= 0);
    }
    SroiSensitivity.Range years =
        bars.stream().map(SroiSensitivity.Bar::range)
            .filter(range -> range.outcome().equals("B") && range.parameter() == SroiParameter.DURATION).findFirst().orElseThrow();
    assertEquals(List.of(BigDecimal.ONE, BigDecimal.valueOf(2)), List.of(years.low(), years.high()));
    assertThrows(IllegalArgumentException.class, () -> SroiSensitivity.of(model).varyEach(BigDecimal.TEN));
  }
}
