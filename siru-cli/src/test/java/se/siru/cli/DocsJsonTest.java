package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.siru.core.Siru;
import se.siru.core.conformance.ConformanceTopic;
import se.siru.core.conformance.Verdict;
import se.siru.core.evaluation.SectionReader;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.RuleSetReader;
import se.siru.core.intake.Mapping;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.law.LawFormat;
import se.siru.core.model.Field;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.translation.Translations;
import se.siru.core.vocabulary.Vocabulary;
import se.siru.indicators.composite.CompositeReader;

/** Every JSON of the documentation is read without a finding by the reader that it is for. */
class DocsJsonTest {
  /** The page whose first attempt has slips; {@link WriteADefinitionTest} follows it, slips and all. */
  private static final String FOLLOWED = "docs/how-to/write-a-definition.md";

  /** How a mapping begins of which the page shows a part. */
  private static final String MAPPING = "{\"siru\": \"siru-mapping/1\", \"portfolio\": {\"name\": \"p\"}, ";

  private static final Pattern FORMAT = Pattern.compile("\"siru\": *\"([a-z-]+/\\d)\"");

  @TempDir Path folder;

  static List<DocsBlock> blocks() throws IOException {
    return DocsBlock.all("json").stream().filter(block -> !block.page().equals(FOLLOWED)).toList();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void everyDocumentIsReadByItsReader(DocsBlock block) throws IOException {
    Matcher format = FORMAT.matcher(block.text());
    String kind = format.find() ? format.group(1) : fragment(block.text());
    Findings findings = new Findings();
    InputStream in = new ByteArrayInputStream(block.text().getBytes(StandardCharsets.UTF_8));
    switch (kind) {
      case "siru-definitions/1" ->
          assertFalse(DefinitionReader.over(Schema.standard()).read(in, block.page(), findings).isEmpty(), block::text);
      case "siru-rules/1" -> assertFalse(RuleSetReader.read(in, block.page()).id().isEmpty());
      case "siru-law/1" -> assertFalse(LawFormat.read(in, block.page(), Vocabulary.standard()).sections().isEmpty());
      case "siru-mapping/1" -> mapping(block.text(), findings);
      case "siru-composite/1" -> assertTrue(CompositeReader.read(in, block.page(), findings).isPresent());
      case "siru-translations/1" -> assertFalse(Translations.read(in, block.page()).language().isEmpty());
      case "siru-sections/1" -> assertFalse(SectionReader.read(in, block.page()).isEmpty());
      case "siru-portfolio/1" -> portfolio(block.text(), findings);
      case "sources" -> mapping(
          MAPPING + "\"literals\": {\"programme\": [{\"id\": \"op\", \"level\": \"operation\"}]}, \"sources\": [" + block.text() + "]}", findings);
      case "literals" -> mapping(MAPPING + "\"sources\": [{\"files\": \"a.csv\", \"records\": ["
          + "{\"type\": \"stakeholder\", \"fields\": {\"id\": \"Id\"}}]}], " + block.text().strip().substring(1), findings);
      case "resource" -> portfolio("{\"name\": \"p\", \"siru\": \"siru-portfolio/1\", \"resources\": ["
          + "{\"name\": \"programme\", \"path\": \"programme.csv\"}, " + block.text() + "]}", findings);
      case "answer" -> answer(block.text().strip());
      default -> fail("no reader of " + kind);
    }
    assertEquals(List.of(), findings.list(), block::text);
  }

  /** What a part of a document belongs to. */
  private static String fragment(String text) {
    if (text.startsWith("{ \"files\":")) {
      return "sources";
    }
    if (text.startsWith("{ \"literals\":")) {
      return "literals";
    }
    if (text.startsWith("{\"case\":")) {
      return "answer";
    }
    return text.startsWith("{\"name\":") ? "resource" : "siru-definitions/1";
  }

  private static void mapping(String text, Findings findings) throws IOException {
    Optional<Mapping> read = Mapping.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "mapping.json", findings);
    assertTrue(read.isPresent(), findings.list()::toString);
  }

  /** Reads a folder with such a description, a programme of one node, and all other files that it names without a record. */
  private void portfolio(String description, Findings findings) throws IOException {
    Files.writeString(folder.resolve("datapackage.json"), description);
    JsonNode read = new ObjectMapper().readTree(description);
    for (JsonNode list : read.path("siru:codelists")) {
      Path file = folder.resolve(list.asText());
      Files.createDirectories(file.getParent());
      Files.writeString(file, """
          {"format": "siru-codelist/1", "id": "dsi4eu:size-bands", "version": "1",
           "codes": [{"code": "a", "label": {"sv": "Få", "en": "Few"}}]}
          """);
    }
    for (JsonNode resource : read.path("resources")) {
      RecordType type = Schema.standard().types().stream()
          .filter(each -> each.name().equals(resource.path("siru:type").asText()) || each.plural().equals(resource.path("name").asText()))
          .findFirst().orElseThrow();
      JsonNode path = resource.path("path");
      for (JsonNode each : path.isArray() ? path : List.of(path)) {
        boolean isProgramme = type.name().equals("programme");
        Files.writeString(folder.resolve(each.asText()), isProgramme ? "id,level\nop-1,operation\n"
            : String.join(",", type.fields().stream().map(Field::name).toList()) + "\n");
      }
    }
    PortfolioReader.Result result = Siru.load().reader().read(folder);
    result.findings().list().forEach(findings::add);
    assertTrue(result.portfolio().isPresent(), result.findings().list()::toString);
  }

  /** An answer is judged to be what the page says of it: right, or that the system cannot be asked such a thing. */
  private static void answer(String line) throws IOException {
    String id = line.split("\"")[3];
    Path topic = DocsBlock.ROOT.resolve(Path.of("docs", "conformance", id.substring(0, id.indexOf('.')) + ".json"));
    try (InputStream in = Files.newInputStream(topic)) {
      Verdict.Outcome outcome = ConformanceTopic.read(in, id).cases().stream().filter(each -> each.id().equals(id)).findFirst()
          .orElseThrow().judge(line).outcome();
      assertEquals(line.contains("\"supported\"") ? Verdict.Outcome.NOT_SUPPORTED : Verdict.Outcome.PASSED, outcome, line);
    }
  }
}
