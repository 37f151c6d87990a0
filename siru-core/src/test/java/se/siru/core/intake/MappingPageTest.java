package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.Findings;

/** The page about mappings shows what they do, and the mappings in the guides are good ones. */
class MappingPageTest {
  private static final Path DOCS = Path.of("..", "docs");

  @TempDir Path temp;

  private static List<String> blocks(String page, String language) {
    Matcher matcher = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
    return matcher.results().map(found -> found.group(1)).toList();
  }

  @Test
  void theExampleOfThePageGivesWhatThePageSays() throws Exception {
    String page = Files.readString(DOCS.resolve("reference").resolve("mapping.md"));
    List<String> tables = blocks(page, "csv");
    ImportFixture fixture = ImportFixture.of(temp, blocks(page, "json").get(0))
        .file("projects.csv", tables.get(0), Charset.forName("windows-1252"));
    ImportReport report = fixture.run();
    assertEquals(List.of("projects.csv:4:Belopp (tkr)", "projects.csv:5:Beslut"),
        report.findings().stream().map(finding -> finding.origin().toString()).toList());
    assertEquals(Map.of("programme", 3L, "stakeholder", 1L, "funding", 2L), report.records());
    assertEquals(tables.get(1), String.join("\n", fixture.written("stakeholders.csv")) + "\n");
    fixture.portfolio();
  }

  @Test
  void thePersonsOfThePageComeInAsPseudonyms() throws Exception {
    String source = blocks(Files.readString(DOCS.resolve("reference").resolve("mapping.md")), "json").get(1);
    ImportFixture fixture = ImportFixture.sources(temp, source)
        .key(PseudonymKey.of("a secret that only this test knows, 123".getBytes(StandardCharsets.UTF_8)))
        .file("deltagare.csv", """
            Namn,E-post,Kön,Född,Allergier,Organisation
            Kaj Anka,kaj@exempel.invalid,man,1980,nötter,Eken
            Klara Anka,,kvinna,2005-01-01,,Eken
            Klara Anka,,kvinna,,,Asken
            """);
    assertEquals(3L, fixture.run().records().get("stakeholder"));
    assertTrue(fixture.written("stakeholders.csv").get(1).matches("p-[0-9a-f]{24},person,men,30-54,2"),
        fixture.written("stakeholders.csv").get(1));
  }

  @Test
  void everyMappingOfTheGuidesIsReadWithoutAFinding() throws Exception {
    List<Path> mappings;
    try (var files = Files.list(DOCS.resolve("how-to").resolve("mappings"))) {
      mappings = files.filter(file -> file.toString().endsWith(".json")).toList();
    }
    assertTrue(mappings.size() >= 2, mappings::toString);
    for (Path file : mappings) {
      if (!Files.readString(file).contains("\"siru-mapping/")) {
        continue; // definitions are kept beside the mapping they are for
      }
      Findings findings = new Findings();
      assertTrue(Mapping.read(file, findings).isPresent(), file.toString());
      assertEquals(List.of(), findings.list());
    }
  }
}
