package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
  @TempDir Path temp;

  private List<String> rules(String mapping) throws IOException {
    return ImportFixture.of(temp, mapping).mappingFindings().stream().map(f -> f.rule().id()).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\u0001', value = {
      "\"id\": \"a\", \"sektor\": \"b\"|mapping.unknown-name",
      "\"name\": \"a\"|mapping.required",
      "\"id\": { \"column\": \"a\", \"constant\": \"b\" }|mapping.one-origin",
      "\"id\": { \"trim\": true, \"column\": \"a\" }|json.member-unknown",
      "\"id\": { \"each\": true }|mapping.unusable",
      "\"id\": { \"path\": \"/a\" }|mapping.unusable",
      "\"id\": { \"column\": \"a\", \"number\": \"sv\" }|mapping.step-without-effect",
      "\"id\": { \"column\": \"a\", \"identity\": [\"caps\"] }|mapping.unknown-name",
      "\"id\": \"a\", \"registered\": { \"column\": \"b\", \"date\": \"dd/MM/yy\" }|mapping.unusable",
      "\"id\": \"a\", \"region\": { \"column\": \"b\", \"level\": \"shire\" }|mapping.unknown-name",
      "\"id\": { \"column\": \"a\", \"split\": \"\" }|mapping.unusable",
      "\"id\": 7|json.wrong-type"})
  void whatAFieldCannotMeanIsAFindingOfTheMapping(String fields, String rule) throws IOException {
    assertEquals(List.of(rule),
        ImportFixture.stakeholders(temp, fields).mappingFindings().stream().map(f -> f.rule().id()).toList());
  }

  @Test
  void anUnknownMemberIsNamedWithItsPlaceAndTheClosestKnownOne() throws IOException {
    var finding = ImportFixture.stakeholders(temp, "\"id\": { \"colum\": \"a\" }").mappingFindings().stream()
        .filter(f -> f.rule().id().equals("json.member-unknown")).findFirst().orElseThrow();
    assertEquals("/sources/0/records/0/fields/id/colum", finding.origin().column());
    assertEquals("column", finding.arguments().get("suggestion"));
  }

  @Test
  void twoIdentityRulesForOneKindOfThingAreRefused() throws IOException {
    assertEquals(List.of("mapping.unusable"), ImportFixture.sources(temp, """
        { "files": "a.csv", "records": [
          { "type": "stakeholder", "fields": { "id": { "column": "n", "identity": ["nfc", "case"] } } },
          { "type": "membership", "fields": { "member": { "column": "n", "identity": ["nfc"] } } } ] }""")
        .mappingFindings().stream().map(f -> f.rule().id()).toList());
  }

  @Test
  void aMappingOfAnotherFormatOrWithoutAProgrammeIsRefused() throws IOException {
    assertEquals(List.of("mapping.format"), rules("{\"siru\": \"siru-mapping/2\"}"));
    assertEquals(List.of("folder.no-programme"),
        rules("{\"siru\": \"siru-mapping/1\", \"portfolio\": { \"name\": \"x\" }, \"sources\": []}"));
  }

  @Test
  void aListMayBeCollectedOnlyInANamespaceOfItsOwn() throws IOException {
    assertEquals(List.of("mapping.unusable"), rules("{" + ImportFixture.HEAD
        + ", \"codelists\": [ { \"id\": \"sectors\", \"collect\": \"sv\" } ], \"sources\": [] }"));
  }

  @Test
  void whatIsWrongWithAnInlineListIsAFindingOfTheMapping() throws IOException {
    assertEquals(List.of("codelist.unknown-parent"), rules("{" + ImportFixture.HEAD
        + ", \"codelists\": [ { \"extends\": \"sectors\", \"codes\": [ { \"code\": \"x\", \"parent\": \"y\" } ] } ], \"sources\": [] }"));
  }
}
