package se.siru.core.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.model.Agreement;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;

class DefinitionReaderTest {
  private static final DefinitionReader READER = DefinitionReader.over(Schema.standard());
  private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  private static List<Finding> findings(String json) {
    Findings findings = new Findings();
    READER.read(json, "d.json", findings);
    return findings.list();
  }

  private static Indicator only(String json) {
    Findings findings = new Findings();
    List<Indicator> read = READER.read(json, "d.json", findings);
    assertEquals(List.of(), findings.list());
    assertEquals(1, read.size());
    return read.get(0);
  }

  @Test
  void aDefinitionIsTheMeasureOfTheJavaBuilder() {
    Indicator built =
        Indicator.measure("se-f:active-iop").named("sv", "Aktiva IOP").named("en", "Active IOPs")
            .over(Agreement.TYPE).where(Agreement.PARTNERSHIP.is("iop")).when(TimeRule.inForceAtPeriodEnd()).count().build();
    Indicator read =
        only("{\"id\":\"se-f:active-iop\",\"name\":{\"sv\":\"Aktiva IOP\",\"en\":\"Active IOPs\"},\"over\":\"agreement\","
            + "\"where\":{\"partnership\":\"iop\"},\"when\":\"in-force-at-period-end\",\"aggregate\":\"count\"}");
    assertEquals(DefinitionWriter.text(built), DefinitionWriter.text(read));
    assertEquals(((Measure) built).where(), ((Measure) read).where());
  }

  @Test
  void everyExampleOfTheReferencePageIsReadAndWrittenBack() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "reference", "definitions.md"));
    List<String> examples = new ArrayList<>();
    for (Matcher block = EXAMPLE.matcher(page); block.find(); ) {
      examples.add(block.group(1));
    }
    assertTrue(examples.size() >= 8, examples::toString);
    for (String example : examples) {
      Findings findings = new Findings();
      List<Indicator> read = READER.read(example, "definitions.md", findings);
      assertEquals(List.of(), findings.list(), example);
      for (Indicator indicator : read) {
        String written = DefinitionWriter.text(indicator);
        assertEquals(written, DefinitionWriter.text(only(written)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "where: {`sektor`: `public`} | definition.unknown-field | /where/sektor | sector",
    "where: {`sector`: `publik`} | definition.unknown-code | /where/sector | public",
    "where: {`sector`: [`public`, `Akademi`]} | definition.unknown-code | /where/sector/1 | academia",
    "where: {`sector`: {`at-least`: 3}} | json.member-unknown | /where/sector/at-least | ",
    "where: {`registered`: `2021-01-01`} | definition.does-not-fit | /where/registered | ",
    "where: {`registered`: {`from`: `2021-02-30`}} | json.not-a-date | /where/registered/from | ",
    "where: {`size`: {}} | definition.does-not-fit | /where/size | ",
    "where: {`sector.size`: `small`} | definition.does-not-fit | /where/sector.size | ",
    "where: {`any`: {`sector`: `public`}} | json.wrong-type | /where/any | ",
    "where: {`where-any`: {`record`: `member`, `via`: `x`}} | definition.unknown-record | /where/where-any/record | ",
    "where: {`where-any`: {`record`: `membership`, `via`: `initiative`}} | definition.does-not-fit | /where/where-any/via | ",
    "where: {`where-any`: {`record`: `support`, `via`: `recipient`, `of`: `region`}} | definition.does-not-fit | /where/where-any | ",
    "where: {`where-several`: {`record`: `membership`, `via`: `member`, `path`: `start`, `at-least`: 2}} | definition.does-not-fit | /where/where-several | ",
    "where: {`sector`: {`different`: 0}} | json.out-of-range | /where/sector/different | ",
    "where: {`name`: {`different`: 2}} | definition.does-not-fit | /where/name | ",
    "where: {`registered`: {`before`: `sector`}} | definition.does-not-fit | /where/registered/before | ",
    "where: {`registered`: {`before`: `valid-from`, `not-after`: `valid-from`}} | definition.exactly-one | /where/registered | ",
    "where: {`registered`: {`before`: {`day`: `valid-from`, `outer`: true}}} | definition.does-not-fit | /where/registered/before/day | ",
    "where: {`registered`: {`before`: {`day`: `valid-from`, `months`: 1, `days`: 1}}} | definition.does-not-fit | /where/registered/before/day | ",
    "where: {`registered`: {`at`: `operation`, `before`: `valid-from`}} | definition.does-not-fit | /where/registered | ",
    "of: {`plus`: [{`count`: true}]} | definition.does-not-fit | /of | ",
    "when: `during-period` | json.not-a-choice | /when | ",
    "when: {`event`: `sector`} | definition.does-not-fit | /when/event | ",
    "when: {`event`: `registered`, `cumulative`: `registered`} | definition.exactly-one | /when | ",
    "per: [`name`] | definition.does-not-fit | /per/0 | ",
    "having: {`at-least`: {`count`: true, `number`: 2}} | definition.does-not-fit |  | ",
    "band: {`dimension`: `n`, `of`: `count`, `steps`: []} | definition.does-not-fit | /band | ",
    "scope: `objektive` | definition.unknown-code | /scope | objective",
    "dimensions: {`county`: `region@län`} | definition.unknown-level | /dimensions/county | ",
    "dimensions: {`county`: `name`} | definition.does-not-fit | /dimensions/county | ",
    "code: `two words` | definition.name | /code | ",
    "agregate: `count` | json.member-unknown | /agregate | aggregate"})
  void aMistakeIsToldWithItsPlaceAndWhatWasProbablyMeant(String member, String rule, String pointer, String meant) {
    int colon = member.indexOf(':');
    String json = "{\"id\": \"a:b\", \"over\": \"stakeholder\", \"aggregate\": \"count\",\n\""
        + member.substring(0, colon) + "\"" + member.substring(colon).replace('`', '"') + "}";
    List<Finding> findings = findings(json);
    assertEquals(1, findings.size(), findings::toString);
    Finding finding = findings.get(0);
    assertEquals(rule, finding.rule().id());
    assertEquals(pointer, finding.origin().column());
    assertEquals(pointer == null ? 1 : 2, finding.origin().row());
    assertTrue(meant == null || finding.help("en").contains(meant), finding::toString);
  }

  @Test
  void aSumNeedsANumber() {
    Finding finding = findings("{\"id\":\"a:b\",\"over\":\"stakeholder\",\"aggregate\":{\"sum\":\"sector\"}}").get(0);
    assertEquals("definition.does-not-fit", finding.rule().id());
    assertEquals("/aggregate/sum", finding.origin().column());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "'aggregate': {'last': 'kind'} | /aggregate/last",
    "'aggregate': {'first': 'kind'} | /aggregate/first",
    "'aggregate': {'last': 'date'} | /aggregate/last",
    "'aggregate': {'last': 'recipient'} | /aggregate/last",
    "'aggregate': 'sum', 'per': 'recipient', 'of': {'last': 'kind'} | /of",
    "'aggregate': 'mean', 'per': 'recipient', 'of': {'first': 'kind'} | /of/first",
    "'aggregate': 'max', 'per': 'recipient', 'of': {'last': 'date'} | /of/last",
    "'aggregate': 'count', 'per': 'recipient', 'having': {'at-least': {'last': 'kind', 'number': 2}} | /having/at-least",
    "'aggregate': 'count', 'per': 'recipient', 'band': {'dimension': 'b', 'of': {'last': 'recipient'}} | /band/of/last"})
  void firstAndLastAreOfNumbersAndOfCodesInABandAlone(String members, String pointer) {
    List<Finding> findings = findings("{'id': 'a:b', 'over': 'support', ".replace('\'', '"') + members.replace('\'', '"') + "}");
    assertEquals("definition.does-not-fit", findings.get(0).rule().id(), findings::toString);
    assertEquals(pointer, findings.get(0).origin().column());
    assertEquals(List.of(), findings("{'id': 'a:b', 'over': 'support', 'per': 'recipient', 'aggregate': 'count', "
        .concat("'band': {'dimension': 'b', 'of': {'last': 'kind'}}}").replace('\'', '"')));
  }

  @Test
  void anAggregateSaysOneThing() {
    String two = "{\"id\":\"a:b\",\"over\":\"support\",\"aggregate\":{\"sum\":\"hours\",\"mean\":\"hours\"}}";
    assertEquals("definition.exactly-one", findings(two).get(0).rule().id());
  }

  @Test
  void allProblemsOfAFileAreToldAtOnceAndSoundDefinitionsAreKept() {
    String json = "[{\"id\":\"a:ok\",\"over\":\"support\",\"aggregate\":\"count\"},\n"
        + "{\"id\":\"a:ok\",\"over\":\"support\",\"aggregate\":\"count\"},\n"
        + "{\"id\":\"A B\",\"over\":\"support\",\"aggregate\":\"count\"},\n"
        + "{\"id\":\"a:f\",\"formula\":\"1 +\"},\n"
        + "{\"id\":\"a:n\",\"over\":\"supports\",\"aggregate\":\"count\"},\n"
        + "7]";
    Findings findings = new Findings();
    List<Indicator> read = READER.read(json, "d.json", findings);
    assertEquals(List.of("a:ok"), read.stream().map(Indicator::id).toList());
    assertEquals(
        List.of("2 definition.duplicate", "3 definition.name", "4 definition.formula-operand", "5 definition.unknown-record",
            "6 json.wrong-type"),
        findings.list().stream().map(f -> f.origin().row() + " " + f.rule().id()).toList());
  }

  @Test
  void aFileOfAnotherFormatIsRefused() {
    Finding finding = findings("{\"siru\":\"siru-definitions/2\",\"indicators\":[],\"new\":1}").get(0);
    assertEquals("definition.format", finding.rule().id());
    assertTrue(finding.help("sv").contains("siru-definitions/1"));
  }

  @Test
  void whatIsNotJsonIsToldWithItsLine() {
    Finding finding = findings("{\n\"id\": a:b }").get(0);
    assertEquals("json.syntax", finding.rule().id());
    assertEquals(2, finding.origin().row());
  }

  @Test
  void extraFieldsOfAPortfolioAreAskedAboutLikeBuiltInOnes() {
    Schema schema = Schema.standard().withFields(
        List.of(RecordType.extra("stakeholder").code("dsi4eu:size-band", "dsi4eu:size-bands").add()));
    Findings findings = new Findings();
    List<Indicator> read = DefinitionReader.over(schema).read(
        "{\"id\":\"a:b\",\"over\":\"membership\",\"where\":{\"member.dsi4eu:size-band\":\"0-5 people\"},"
            + "\"dimensions\":{\"band\":\"member.dsi4eu:size-band\"},\"aggregate\":\"count\"}",
        "d.json", findings);
    assertEquals(List.of(), findings.list());
    assertNotNull(((Measure) read.get(0)).dimensions().get("band"));
  }

  @Test
  void thePlainNameOfADimensionStandsForItsPathOnTheRecordType() {
    Measure read = (Measure) only(
        "{\"id\":\"a:b\",\"over\":\"stakeholder\",\"dimensions\":{\"where\":\"county\"},\"aggregate\":\"count\"}");
    assertEquals(Stakeholder.REGION.path(), read.dimensions().get("where").path());
    assertEquals("county", read.dimensions().get("where").level());
  }
}
