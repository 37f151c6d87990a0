package se.siru.core.format.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.SomeResults;
import se.siru.core.format.Samples;
import se.siru.core.indicator.Indicator;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonReader;
import se.siru.core.json.JsonValue;
import se.siru.core.json.JsonWriter;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.Periods;
import se.siru.core.text.LocalizedText;

class JsonExporterTest {

  private static JsonObject read(Publication publication) throws Exception {
    byte[] bytes = Samples.export(publication, "json", "sv").getBytes(StandardCharsets.UTF_8);
    return JsonReader.readObject(new ByteArrayInputStream(bytes), "results", JsonLimits.defaults());
  }

  private static String text(JsonObject object, String member) {
    return JsonWriter.text(object.get(member));
  }

  private static List<String> elements(JsonObject object, String member) {
    List<String> texts = new ArrayList<>();
    for (JsonValue value : (JsonArray) object.get(member)) {
      texts.add(JsonWriter.text(value));
    }
    return texts;
  }

  @Test
  void saysWhatItIsAndOfWhat() throws Exception {
    JsonObject json = read(Samples.publication());
    assertEquals("\"siru-results/1\"", text(json, "siru"));
    assertEquals("\"internal\"", text(json, "audience"));
    assertEquals(
        "{\"name\":\"Provlän\",\"currency\":\"SEK\",\"recorded-at\":\"2023-01-15\",\"sources\":"
            + "[{\"type\":\"programme\",\"source\":\"programme\"}]}",
        text(json, "portfolio"));
    assertEquals("[{\"label\":\"2021\",\"from\":\"2021-01-01\",\"until\":\"2022-01-01\"},"
        + "{\"label\":\"2022\",\"from\":\"2022-01-01\",\"until\":\"2023-01-01\"}]", text(json, "periods"));
    assertEquals("[[\"sector\"]]", text(json, "breakdowns"));
    assertEquals(
        "[{\"name\":\"sector\",\"label\":{\"en\":\"Sector\",\"sv\":\"Sektor\"},\"codes\":{"
            + "\"business\":{\"en\":\"Business\",\"sv\":\"Näringsliv\"},"
            + "\"unknown\":{\"en\":\"Unknown\",\"sv\":\"Okänt\"}}}]",
        text(json, "dimensions"));
  }

  @Test
  void aTitleInSeveralLanguagesStandsWhole() throws Exception {
    SomeResults results =
        new SomeResults(Samples.portfolio().title(LocalizedText.of("Prov", "Trial")).build(), Periods.total());
    results.cell(Samples.CONTRACTS, 0, SomeResults.number("1"), 1, 0);
    JsonObject portfolio = (JsonObject) read(Samples.publish(results)).get("portfolio");
    assertEquals("{\"en\":\"Trial\",\"sv\":\"Prov\"}", text(portfolio, "title"));
  }

  @Test
  void namesWhoComputedAndNotWhereTheirCodeLay() throws Exception {
    assertEquals("[{\"id\":\"agency\",\"version\":\"2.1\"}]", text(read(Samples.publication()), "providers"));
    assertFalse(Samples.export(Samples.publication(), "json", "sv").contains("somewhere.jar"));
  }

  @Test
  void zeroIsANumberAndAnAbsentValueHasItsReason() throws Exception {
    List<String> cells = elements(read(Samples.publication()), "cells");
    assertEquals(
        "{\"indicator\":\"A1\",\"period\":\"2021\",\"status\":\"ok\",\"value\":0,\"records\":0,\"unknown\":3}",
        cells.get(0));
    assertEquals(
        "{\"indicator\":\"A1\",\"period\":\"2021\",\"codes\":{\"sector\":\"business\"},\"status\":\"ok\",\"value\":0,"
            + "\"records\":0,\"unknown\":0}",
        cells.get(1));
    assertEquals(
        "{\"indicator\":\"A2\",\"period\":\"2021\",\"status\":\"undefined\",\"note\":{\"en\":\"no contracts\",\"sv\":\"inga avtal\"},\"records\":0,"
            + "\"unknown\":0}",
        cells.get(6));
    assertEquals(
        "{\"indicator\":\"A2\",\"period\":\"2022\",\"status\":\"ok\",\"value\":33.3333333333333,\"numerator\":1,"
            + "\"denominator\":3,\"records\":3,\"unknown\":0}",
        cells.get(7));
    assertEquals(
        "{\"indicator\":\"A3\",\"period\":\"2021\",\"status\":\"missing\",\"records\":0,\"unknown\":0}", cells.get(8));
  }

  @Test
  void findingsKeepTheirPlaceAndTheirArguments() throws Exception {
    assertEquals(
        List.of("{\"rule\":\"test.note\",\"severity\":\"warning\",\"source\":\"a.csv\",\"row\":3,\"column\":\"value\","
            + "\"arguments\":{\"what\":\"x\"}}"),
        elements(read(Samples.publication()), "findings"));
  }

  @Test
  void aDefinitionIsWholeUnlessItHoldsCode() throws Exception {
    assertEquals(List.of(), Samples.losses(Samples.publication(), "json"));
    assertEquals(
        "{\"provider\":\"agency\",\"definition\":{\"id\":\"agency:contracts\",\"code\":\"A1\","
            + "\"name\":{\"en\":\"Contracts\",\"sv\":\"Avtal\"},\"unit\":\"agreements\",\"over\":\"agreement\","
            + "\"aggregate\":\"count\"}}",
        elements(read(Samples.publication()), "indicators").get(0));

    Indicator code =
        Indicator.measure("agency:code").over(Agreement.TYPE).where(Condition.of("odd", row -> true)).count().build();
    SomeResults results = new SomeResults(Samples.portfolio().build(), Periods.total());
    results.cell(code, 0, SomeResults.number("1"), 1, 0);
    assertEquals(List.of("code"), Samples.losses(Samples.publish(results), "json"));
    assertEquals(
        "{\"provider\":\"agency\",\"definition\":{\"id\":\"agency:code\",\"code\":\"agency:code\",\"version\":\"1\","
            + "\"name\":{},\"definition\":{},\"unit\":\"\",\"range\":{\"at-least\":0},\"source\":{\"text\":\"\",\"evidence\":\"unconfirmed\"}}}",
        elements(read(Samples.publish(results)), "indicators").get(0));
  }
}
