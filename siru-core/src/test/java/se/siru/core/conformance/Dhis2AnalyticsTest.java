package se.siru.core.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The analytics of DHIS2, whose values are the assertions of its own tests, asked of SIRU: each value is a record of the last day of its
 * month, organisation units are an attribute in which A holds B and C, and B holds D and E.
 *
 * <p>What SIRU says otherwise, and why: the year to date is 0 and not absent before the first value of the year, because the records are
 * held; a rate is not rounded before it is computed with; ratios of units are not added up or averaged by the engine, so that the test adds
 * those that SIRU gives unit by unit. Values that are texts, days or truth values are no numbers and stay out.
 */
class Dhis2AnalyticsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String QUARTER = "2017-Q1";
  private static final String UNITS = "{\"A\":\"\",\"B\":\"A\",\"C\":\"A\",\"D\":\"B\",\"E\":\"B\"}";
  private static Path folder;

  @BeforeAll
  static void find() {
    String data = System.getenv("SIRU_DATA");
    assumeTrue(data != null && !data.isBlank(), "SIRU_DATA is not set, so there are no test vectors of DHIS2 to compare with");
    folder = Path.of(data, "dhis2-analytics");
    assumeTrue(Files.isReadable(folder.resolve("EXPECTED.json")), "SIRU_DATA has no dhis2-analytics/EXPECTED.json");
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream().skip(1).map(line -> line.replaceAll("[\" ]", "").split(",")).toList();
  }

  private static String date(String month) {
    return YearMonth.parse(month).atEndOfMonth().toString();
  }

  private static ArrayNode records() throws IOException {
    ArrayNode records = MAPPER.createArrayNode();
    for (String[] row : rows("dataValues.csv")) {
      if (row[3].matches("\\d+")) {
        records.addObject().put("element", row[0].substring(10)).put("unit", row[2].substring(10)).put("date", date(row[1])).put("value", row[3]);
      }
    }
    for (String[] row : rows("dataSetRegistrations.csv")) {
      records.addObject().put("element", "set" + row[0].substring(10)).put("unit", row[2].substring(10)).put("date", date(row[1]));
    }
    assertEquals(27 + 15, records.size());
    return records;
  }

  private static String sum(String id, String element, String unit) {
    String where = "{\"case:element\":\"" + element + "\"" + (unit.isEmpty() ? "" : ",\"case:unit\":\"" + unit + "\"") + "}";
    return "{\"id\":\"case:" + id + "\",\"over\":\"observation\",\"where\":" + where + ",\"aggregate\":{\"sum\":\"case:value\"}}";
  }

  private static String formula(String id, String text) {
    return "{\"id\":\"case:" + id + "\",\"formula\":\"" + text + "\"}";
  }

  /** The value of the last definition in a period. */
  private static BigDecimal answer(String period, String... definitions) throws IOException {
    return new BigDecimal(answers(period, "", definitions).get(""));
  }

  /** The values of the last definition in a period, by the codes of an attribute; empty is the total. */
  private static Map<String, String> answers(String period, String by, String... definitions) throws IOException {
    ObjectNode topic = MAPPER.createObjectNode().put("siru", "siru-conformance/1").put("id", "dhis2").put("why", "");
    topic.putObject("title");
    topic.putArray("sources");
    ObjectNode asked = topic.putArray("cases").addObject().put("id", "dhis2.case");
    ObjectNode attributes = asked.putObject("attributes");
    attributes.set("unit", MAPPER.readTree(UNITS));
    attributes.set("element", MAPPER.readTree("[\"A\",\"B\",\"C\",\"D\",\"E\",\"setA\",\"setB\"]"));
    asked.set("records", records());
    asked.putObject("question").put("text", "");
    asked.putArray("periods").add(period);
    if (!by.isEmpty()) {
      asked.putArray("by").add(by);
    }
    ObjectNode siru = asked.putObject("siru");
    siru.set("definitions", MAPPER.readTree("[" + String.join(",", definitions) + "]"));
    siru.put("indicator", siru.get("definitions").get(definitions.length - 1).get("id").asText());
    ConformanceTopic read = ConformanceTopic.read(new ByteArrayInputStream(MAPPER.writeValueAsBytes(topic)), "dhis2.json");
    Map<String, String> answers = new TreeMap<>();
    for (JsonNode each : MAPPER.readTree(SiruAnswers.answer(read.cases().get(0))).get("answers")) {
      answers.put(each.has("codes") ? each.get("codes").get(by).asText() : "", each.path("value").asText(each.path("absent").asText()));
    }
    return answers;
  }

  private static JsonNode expected(String test) throws IOException {
    for (JsonNode each : MAPPER.readTree(folder.resolve("EXPECTED.json").toFile()).get("cases")) {
      if (each.get("test").asText().equals(test)) {
        return each.get("expected");
      }
    }
    throw new AssertionError("EXPECTED.json has no " + test);
  }

  private static void assertValue(JsonNode expected, BigDecimal found) {
    assertEquals(0, expected.decimalValue().compareTo(found.setScale(2, RoundingMode.HALF_UP)), expected + " and not " + found);
  }

  @Test
  void sumsOfSubtreesAndPeriods() throws IOException {
    assertValue(expected("test_deC_ouB_2017_03"), answer("2017-03", sum("c", "C", "B")));
    assertValue(expected("test_deA_ouA_2017_Q01"), answer(QUARTER, sum("a", "A", "A")));
    assertValue(expected("testIndicatorWithDataElementOperand"), answer("2017", sum("a", "A", "")));
    assertValue(expected("test_ouB_2017_01_01_2017_02_20"), answer("2017-01-01/2017-02-21", sum("a", "A", "B")));
  }

  @Test
  void arithmeticOverSums() throws IOException {
    String[] abc = {sum("a", "A", ""), sum("b", "B", ""), sum("c", "C", "")};
    assertValue(expected("testIndicatorWithTwoDataElementOperands"), answer(QUARTER, abc[1], abc[2], formula("r", "[case:b] + [case:c]")));
    assertValue(expected("testIndicatorDividingByDeoDenominator"),
        answer(QUARTER, abc[0], abc[1], abc[2], formula("r", "([case:a] * [case:c]) / [case:b]")));
  }

  @Test
  void theMeanOverTwoUnits() throws IOException {
    String mean = "{\"id\":\"case:mean\",\"over\":\"observation\",\"where\":{\"case:element\":\"D\",\"case:unit\":[\"C\",\"E\"]},"
        + "\"aggregate\":{\"mean\":\"case:value\"}}";
    assertValue(expected("test_deA_deB_deD_ouC_ouE_2017_04"), answer("2017-04", mean));
  }

  @Test
  void theGreatestAndLeastMonthOfEachUnitThenTheirSum() throws IOException {
    JsonNode expected = expected("testMaxAndMinSumOrgUnit");
    for (String fold : List.of("max", "min")) {
      String definition = "{\"id\":\"case:x\",\"over\":\"observation\",\"where\":{\"case:element\":\"A\",\"case:unit\":\"B\"},"
          + "\"per\":\"case:unit\",\"of\":{\"" + fold + "\":\"case:value\"},\"aggregate\":\"sum\"}";
      Map<String, String> units = answers(QUARTER, "unit", definition);
      for (String unit : List.of("D", "E")) {
        assertValue(expected.get(fold + " " + unit), new BigDecimal(units.get(unit)));
      }
      assertValue(expected.get("sum of " + fold + ", B subtree"), new BigDecimal(units.get("")));
    }
  }

  @Test
  void formulasOfFormulasAndOffsets() throws IOException {
    String a = sum("a", "A", "");
    for (String month : List.of("2017-01", "2017-02")) {
      assertValue(expected("testNestedIndicator").get("inA " + month), answer(month, a, formula("in-a", "[case:a]")));
      assertValue(expected("testNestedIndicator").get("inB " + month),
          answer(month, a, formula("in-a", "[case:a]"), formula("in-b", "2 * [case:in-a]")));
      assertValue(expected("testNestedIndicatorWithPeriodOffset").get("inB " + month),
          answer(month, a, formula("in-a", "[case:a]"), formula("in-b", "[case:in-a] + previous([case:in-a])")));
    }
  }

  @Test
  void theYearToDateAndThatOfAMonthEarlier() throws IOException {
    String e = sum("e", "E", "A");
    for (Map.Entry<String, JsonNode> each : expected("testIndicatorWithYearToDate").properties()) {
      assertValue(each.getValue(), answer(each.getKey(), e, formula("ytd", "yearToDate([case:e])")));
    }
    for (Map.Entry<String, JsonNode> each : expected("testIndicatorWithPeriodOffsetAndYearToDate").properties()) {
      assertValue(each.getValue(), answer(each.getKey(), e, formula("ytd", "previous(yearToDate([case:e]))")));
    }
    assertEquals(BigDecimal.ZERO, answer("2017-04", e, formula("ytd", "yearToDate([case:e])")), "here DHIS2 has no row");
  }

  @Test
  void ratiosOfUnitsAsTheyAreAddedAndAveragedElsewhere() throws IOException {
    Map<String, String> units = answers(QUARTER, "unit", sum("a", "A", ""), sum("b", "B", ""), formula("r", "[case:a] / [case:b]"));
    for (Map.Entry<String, List<String>> subtree :
        Map.of("A", List.of("A", "B", "C", "D", "E"), "B", List.of("B", "D", "E")).entrySet()) {
      BigDecimal sum = subtree.getValue().stream().map(unit -> new BigDecimal(units.get(unit))).reduce(BigDecimal.ZERO, BigDecimal::add);
      assertValue(expected("testIndicatorSubexpressionCatOptionCommbo").get(subtree.getKey()), sum);
      BigDecimal mean = sum.divide(BigDecimal.valueOf(subtree.getValue().size()), 15, RoundingMode.HALF_EVEN);
      assertValue(expected("testIndicatorSubexpressionAverage").get(subtree.getKey()), mean);
    }
  }

  private static String reports(String set) {
    return "{\"id\":\"case:" + set.toLowerCase(Locale.ROOT) + "\",\"over\":\"observation\",\"where\":{\"case:element\":\"" + set
        + "\",\"case:unit\":\"D\"},\"aggregate\":\"count\"}";
  }

  @Test
  void reportsOfThoseDue() throws IOException {
    assertValue(expected("test_reRate_2017_Q01_ouD"), answer(QUARTER, reports("setB"), formula("rate", "100 * [case:setb] / 3")));
    BigDecimal exact = answer(QUARTER, reports("setA"), sum("a", "A", "D"), formula("r", "[case:a] * [case:seta] / 3"));
    BigDecimal rounded = new BigDecimal("299").multiply(new BigDecimal("0.6667"));
    assertEquals("199.33", exact.setScale(2, RoundingMode.HALF_UP).toPlainString());
    assertValue(expected("testIndicatorWithReportingRateA"), rounded);
    assertTrue(rounded.subtract(exact).compareTo(new BigDecimal("0.02")) < 0, "the rate was rounded before it was computed with");
  }
}
