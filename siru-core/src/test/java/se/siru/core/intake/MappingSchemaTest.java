package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.JsonSchema;
import se.siru.core.model.Schema;

/** The JSON Schema of mappings says what the reader of mappings says. */
class MappingSchemaTest {
  private static final JsonSchema SCHEMA = JsonSchema.of(SchemaDocument.mappingSchema(Schema.standard(), Readers.standard()));
  private static final Path DOCS = Path.of("..", "docs");
  private static final String GOOD = """
      { "$schema": "mapping.schema.json", "siru": "siru-mapping/1", "portfolio": { "name": "x", "currency": "SEK" },
        "literals": { "programme": [ { "id": "op", "level": "operation" } ] },
        "sources": [
          { "files": "*.csv", "reader": "csv", "separator": ";", "encoding": "windows-1252", "header-row": 2, "first-row": 4,
            "skip-blank": false, "stop-at": { "column": "nr", "matches": "Summa*" }, "skip-where": { "column": "nr", "present": false },
            "unknown": "-", "optional": true,
            "records": [
              { "type": "stakeholder", "when": { "column": "typ", "in": [ "x" ] }, "fields": {
                "id": { "column": "nr", "identity": [ "nfc", "case" ] }, "name": "#C",
                "sector": { "column": "typ", "map": { "x": "public", "y": null }, "otherwise": "unknown" },
                "registered": { "column": "dag", "date": [ "d/M yyyy", "yyyy-MM-dd" ] } } },
              { "type": "funding", "merge": "first", "fields": {
                "id": { "compose": [ { "constant": "b" }, "nr", { "row": true } ], "separator": "/" },
                "status": { "constant": "decided" },
                "amount": { "column": "kr", "number": "sv", "times": 1000, "optional": true } } } ] },
          { "files": "a.json", "path": "/rows", "records": [
              { "type": "stakeholder", "each": { "path": "/list", "split": "," }, "fields": {
                "id": { "each": "/nr" }, "name": { "path": "/a/b", "default": "x", "split": ";" } } } ] },
          { "files": "list.csv", "personal": [ "Namn", "Född" ], "called": "list", "records": [
              { "type": "stakeholder", "merge": "first", "known-as": { "name": [ "Kort" ], "number": "Orgnr", "domain": [ "Webb" ] },
                "fields": {
                  "id": { "pseudonym": [ [ "Pnr" ], [ "Namn", { "column": "Org", "personal": false } ] ] },
                  "kind": { "constant": "person" }, "age-class": { "column": "Född", "age-on": "2022-12-31", "date": "d/M yyyy" },
                  "gender": { "column": "Pnr", "gender-of-number": true }, "name": { "column": "Kallas", "personal": false } } } ] },
          { "files": "time.csv", "records": [
              { "type": "support", "merge": "sum", "once-per": [ "Datum", { "column": "Möte" } ], "fields": {
                  "id": { "compose": [ "Klient", { "column": "Datum", "period": "month", "date": "d/M yyyy" } ] },
                  "recipient": { "resolve": { "name": "Klient", "number": "Orgnr", "email": { "column": "E-post" } }, "split": "," },
                  "kind": { "cases": [ { "when": { "column": "a", "present": true }, "then": "advice" },
                      { "when": [ { "column": "b", "equals": "x" } ], "then": { "column": "c" } } ] },
                  "date": "Datum", "hours": { "sum": [ "h1", "h2" ], "blank-is-zero": true, "once-per": [ "Möte" ] },
                  "staff-hours": { "column": "h", "equals-sum": [ "h1", "h2" ] } } } ] } ],
        "organisations": { "abbreviations": { "kn": "kommun" }, "public-mail-domains": [ "post.example" ] } }
      """;

  private static boolean isValid(String mapping) {
    return SCHEMA.isValid(mapping);
  }

  @TempDir Path temp;

  @Test
  void itAcceptsWhatTheReaderAccepts() throws IOException {
    assertEquals(List.of(), ImportFixture.of(temp, GOOD).mappingFindings());
    assertEquals(true, isValid(GOOD));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "\"header-row\": 2=>\"header-row\": \"2\"", "\"header-row\": 2=>\"header-row\": -1", "\"header-row\"=>\"headerrow\"",
      "\"reader\": \"csv\"=>\"reader\": \"cvs\"", "windows-1252=>latin-1", "\"separator\": \";\",=>\"separator\": \";;\",",
      "\"type\": \"funding\"=>\"type\": \"fundings\"", "\"sector\": {=>\"sektor\": {", "\"number\": \"sv\"=>\"number\": \"en\"",
      "\"times\": 1000=>\"times\": \"1000\"", "\"status\": { \"constant\": \"decided\" },=>", "\"row\": true=>\"rad\": true",
      "\"merge\": \"first\"=>\"merge\": \"last\"", "\"identity\": [ \"nfc\"=>\"identity\": [ \"nfd\"",
      "\"matches\": \"Summa*\"=>\"like\": \"Summa*\"", "\"path\": \"/rows\"=>\"path\": \"rows\"", "\"files\": \"*.csv\",=>",
      "siru-mapping/1=>siru-mapping/2", "\"currency\": \"SEK\"=>\"currency\": \"kr\"", "\"otherwise\": \"unknown\"=>\"otherwise\": \"x\"",
      "\"called\"=>\"kallad\"", "\"domain\"=>\"site\"", "\"age-on\": \"2022-12-31\"=>\"age-on\": \"2022\"",
      "\"gender-of-number\": true=>\"gender-of-number\": \"yes\"", "\"merge\": \"sum\"=>\"merge\": \"add\"",
      "\"name\": \"Klient\", \"number\": \"Orgnr\", \"email\": { \"column\": \"E-post\" }=>\"contact\": \"Kontakt\"",
      "\"email\": { \"column\"=>\"mail\": { \"column\"", "\"period\": \"month\", =>", "\"period\": \"month\"=>\"period\": \"week\"",
      "\"then\": \"advice\"=>\"than\": \"advice\"", "\"blank-is-zero\": true=>\"blank-is-zero\": \"yes\"",
      "\"abbreviations\"=>\"abbreviation\"", "\"hours\": { \"sum\"=>\"hours\": { \"column\": \"h\", \"sum\"",
      "\"name\": \"#C\"=>\"name\": { \"column\": \"a\", \"constant\": \"b\" }",
      "\"name\": \"#C\"=>\"name\": { \"column\": \"a\", \"date\": \"yyyy\" }"})
  void itRefusesWhatTheReaderRefuses(String change) throws IOException {
    String[] parts = change.split("=>", -1);
    String bad = GOOD.replace(parts[0], parts[1]);
    assertFalse(bad.equals(GOOD));
    assertFalse(ImportFixture.of(temp, bad).mappingFindings().isEmpty(), change);
    assertFalse(isValid(bad), change);
  }

  static Stream<String> documented() throws IOException {
    List<String> all = new ArrayList<>();
    Matcher block = Pattern.compile("```json\n(\\{.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(DOCS.resolve("reference").resolve("mapping.md")));
    block.results().map(found -> found.group(1)).filter(text -> text.contains("siru-mapping/")).forEach(all::add);
    try (Stream<Path> files = Files.list(DOCS.resolve("how-to").resolve("mappings"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String text = Files.readString(file);
        if (text.contains("\"siru-mapping/")) {
          all.add(text);
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("documented")
  void itAcceptsEveryMappingOfTheDocuments(String mapping) throws IOException {
    assertEquals(true, isValid(mapping));
  }
}
