package se.siru.core.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.model.Schema;

/** Only what cannot be right is refused: operands that are not alike, and a unit that is not that of the number. */
class UnitsTest {
  private static final String OPERANDS = """
      { "siru": "siru-definitions/1", "namespace": "my", "indicators": [
        { "id": "persons", "code": "P", "unit": "persons", "over": "participation", "aggregate": { "distinct": "person" } },
        { "id": "women", "code": "W", "unit": "persons", "over": "participation", "aggregate": { "sum": "women" } },
        { "id": "activities", "code": "A", "unit": "activities", "over": "activity", "aggregate": "count" },
        { "id": "paid", "code": "K", "unit": "currency", "over": "funding", "aggregate": { "sum": "amount" } },
        { "id": "hours", "code": "H", "unit": "hours", "over": "support", "aggregate": { "sum": "hours" } },
        { "id": "share", "code": "S", "unit": "percent", "formula": "W / P" },
        { "id": "each", "code": "E", "unit": "currency", "formula": "K / P" },
        { "id": "anything", "code": "X", "over": "support", "aggregate": { "sum": "hours" } },
        { "id": "asked", "FORMULA" } ] }
      """;

  private static List<String> told(String unit, String formula) {
    String member = (unit == null ? "" : "unit\": \"" + unit + "\", \"") + "formula\": \"" + formula;
    return DefinitionFiles.beside(Catalogue.empty(), Schema.standard())
        .read(new ByteArrayInputStream(OPERANDS.replace("FORMULA", member).getBytes(StandardCharsets.UTF_8)), "d.json")
        .problems().stream()
        .map(each -> each.rule().id().substring("definition.".length()) + " " + String.join(" ", each.arguments().values()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "percent | W / P", "percent | (P - W) / P", "percent | P / A", "index | 2 * A / (P * (P - 1))", "percent | K / K", "percent | S * 0.5 + 0.1",
    "percent | (W / P - S) / S", "percent | attainment(K)", "persons | P - W", "persons | P / A", "persons | P * (1 + S)", "visits | P + A",
    " | P + W", " | K / P", "currency | K / P", "currency | K - previous(K)", "currency | K * S", "currency | K / 1000", "kronor per person | K / P",
    "currency | E + K", "currency | E * P / A", "currency | K / H * H", "hours | H / P", "kronor per hour | K / H", "tkr | K / 1000", "currency | -K",
    "percent | X / P", "currency | X + P", "persons | X", "percent | H / H", "percent | (K / P) / (K / A)",
    "index | (P * A - 2 * A) / ((P - 1) * (P - 2))"})
  void whatIsSensibleIsAccepted(String unit, String formula) {
    assertEquals(List.of(), told(unit, formula));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    " | P + K | units persons currency", " | P - A | units persons activities", "stakeholders | P + K | units persons currency",
    "percent | (P + A) / P | units persons activities", " | S + P | units 1 persons", "hours | H + P | units hours persons",
    "currency | K + K / P | units currency currency / persons", " | P * P + P | units persons · persons persons", " | attainment(P) + P | units 1 persons",
    "percent | K / P | unit percent currency / persons", "percent | P * K | unit percent currency · persons", "index | H | unit index hours",
    "currency | P | unit currency persons", "currency | K * K | unit currency currency · currency", "currency | W / P | unit currency 1",
    "currency | P / K | unit currency persons / currency", "persons | K / P | unit persons currency / persons", "currency | K / H | unit currency currency / hours",
    "hours | K / H | unit hours currency / hours", " | P * A + K | units activities · persons currency"})
  void whatCannotBeRightIsRefused(String unit, String formula, String expected) {
    assertEquals(List.of(expected), told(unit, formula));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "currency | activity | `count` | unit currency count", "percent | funding | {`sum`: `amount`} | unit percent currency",
    "currency | support | {`sum`: `hours`} | unit currency hours", "percent | support | {`mean`: `hours`} | unit percent hours"})
  void aMeasureSaysTheUnitThatItsAggregateHas(String unit, String over, String aggregate, String expected) {
    String json = "{`id`: `my:a`, `unit`: `" + unit + "`, `over`: `" + over + "`, `aggregate`: " + aggregate + "}";
    assertEquals(
        List.of(expected),
        DefinitionFiles.beside(Catalogue.empty(), Schema.standard())
            .read(new ByteArrayInputStream(json.replace('`', '"').getBytes(StandardCharsets.UTF_8)), "d.json")
            .problems().stream()
            .map(each -> each.rule().id().substring("definition.".length()) + " " + String.join(" ", each.arguments().values()))
            .toList());
  }
}
