package se.siru.indicators.sroi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.IndicatorFunction.Outcome;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Money;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;
import se.siru.core.model.SroiLine;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;
import se.siru.indicators.Selected;

class SroiFunctionsTest {
  private static final Map<String, String> FIRST_YEAR = Map.of("discount-rate", "0.035", "first-year-discounted", "true");
  private static final String[] LINES = {
    "A|10|1000|0.2|0.1|0.25|0.1|3||", "B|40|12.5|0.1|0|0.35||1||", "C|-5|100|0.05|0|0|0.05|2||", "all||||||||5000|"
  };

  private static Outcome outcome(String id, Map<String, String> parameters, String... rows) {
    IndicatorFunction function = SroiFunctions.all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return function.apply(Selected.ofEachRecord(rows), new Selected.Asked(parameters, TimePeriod.TOTAL, Optional.empty()));
  }

  private static String six(Outcome outcome) {
    BigDecimal number =
        outcome.value() instanceof Value.Ratio ratio
            ? ratio.numerator().divide(ratio.denominator(), MathContext.DECIMAL64)
            : ((Value.Quantity) outcome.value()).number();
    return number.setScale(6, RoundingMode.HALF_EVEN).toPlainString();
  }

  @Test
  void linesGiveTheFiguresOfTheirModel() {
    assertEquals("13101.775497", six(outcome("siru:sroi-total-present-value", FIRST_YEAR, LINES)));
    assertEquals("8101.775497", six(outcome("siru:sroi-net-present-value", FIRST_YEAR, LINES)));
    assertEquals("2.620355", six(outcome("siru:sroi-ratio", FIRST_YEAR, LINES)));
    assertEquals("1.620355", six(outcome("siru:sroi-net-ratio", FIRST_YEAR, LINES)));
    Map<String, String> later = Map.of("discount-rate", "0.035", "first-year-discounted", "false");
    assertEquals("2.712068", six(outcome("siru:sroi-ratio", later, LINES)));
  }

  @Test
  void aLineThatLacksAnAssumptionIsLeftOutAndCounted() {
    String[] lines = {"A|10|1000||0|0|0|1||", "B|1|1035|0|0|0||1||", "C|1|1|0|0|0||2||"};
    Outcome outcome = outcome("siru:sroi-total-present-value", FIRST_YEAR, lines);
    assertEquals("1000.000000", six(outcome));
    assertEquals(2, outcome.unknown());
  }

  @Test
  void withoutLinesOrInputsThereIsNoFigure() {
    assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) outcome("siru:sroi-ratio", FIRST_YEAR, LINES[0]).value()).reason());
    assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) outcome("siru:sroi-total-present-value", FIRST_YEAR).value()).reason());
  }

  @Test
  void theRateAndTheConventionMustBeSaid() {
    assertThrows(IllegalArgumentException.class, () -> outcome("siru:sroi-ratio", Map.of("discount-rate", "0.035"), LINES));
    assertThrows(IllegalArgumentException.class, () -> outcome("siru:sroi-ratio", Map.of("first-year-discounted", "true"), LINES));
    assertThrows(
        IllegalArgumentException.class,
        () -> outcome("siru:sroi-ratio", Map.of("discount-rate", "0.035", "first-year-discounted", "yes"), LINES));
  }

  private static Row line(String outcome, String quantity) {
    return SroiLine.TYPE.row().with(SroiLine.OUTCOME, outcome).with(SroiLine.QUANTITY, new BigDecimal(quantity))
        .with(SroiLine.PROXY_VALUE, Money.of("SEK", "1000")).with(SroiLine.DEADWEIGHT, BigDecimal.ZERO)
        .with(SroiLine.DISPLACEMENT, BigDecimal.ZERO).with(SroiLine.ATTRIBUTION, BigDecimal.ZERO).with(SroiLine.DURATION, 1L).build();
  }

  private static Row input(String amount) {
    return SroiLine.TYPE.row().with(SroiLine.INPUT, Money.of("SEK", amount)).build();
  }

  private static Value ofPortfolio(boolean eachRecord) {
    List<FieldPath> fields =
        List.of(
            SroiLine.STAKEHOLDER_GROUP.path(), SroiLine.QUANTITY.path(), SroiLine.PROXY_VALUE.path(), SroiLine.DEADWEIGHT.path(),
            SroiLine.DISPLACEMENT.path(), SroiLine.ATTRIBUTION.path(), SroiLine.DROP_OFF.path(), SroiLine.DURATION.path(),
            SroiLine.INPUT.path(), SroiLine.INPUT_YEAR.path());
    Aggregate.Function ratio =
        new Aggregate.Function("siru:sroi-ratio", Map.of("discount-rate", "0", "first-year-discounted", "false"), fields);
    Indicator social =
        Indicator.measure("t:social-return").named("en", "Social return").over(SroiLine.TYPE).when(TimeRule.event())
            .aggregate(eachRecord ? ratio.overEachRecord() : ratio).build();
    Portfolio portfolio =
        Portfolio.builder(Schema.standard())
            .add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build())
            .add(line("work", "2")).add(line("work", "2")).add(line("health", "1")).add(input("500")).add(input("500")).build();
    Catalogue catalogue = Catalogue.empty().with(Provider.application(), List.of(social), SroiFunctions.all());
    return Evaluation.of(portfolio, catalogue).periods(Periods.parse("total")).run().cell("t:social-return", "total").value();
  }

  @Test
  void linesThatAreEqualCountTwiceWhetherOutcomesOrInputs() {
    Value.Ratio ratio = (Value.Ratio) ofPortfolio(true);
    assertEquals(0, new BigDecimal("5000").compareTo(ratio.numerator()), ratio::toString);
    assertEquals(0, new BigDecimal("1000").compareTo(ratio.denominator()), ratio::toString);
  }

  @Test
  void aDefinitionThatLosesEqualLinesHasNoValue() {
    assertEquals(Value.Reason.FAILED, ((Value.Absent) ofPortfolio(false)).reason());
  }

  @Test
  void theDefinitionOnThePageIsOneOfEachRecord() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "how-to", "social-return.md"));
    String json = page.substring(page.indexOf("```json") + "```json".length());
    Findings findings = new Findings();
    List<Indicator> read =
        DefinitionReader.over(Schema.standard()).read(json.substring(0, json.indexOf("```")), "social-return.md", findings);
    assertEquals(List.of(), findings.list());
    assertTrue(((Aggregate.Function) ((Measure) read.get(0)).aggregate()).eachRecord());
  }
}
