package se.siru.core.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.JsonSchema;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.intake.SchemaDocument;
import se.siru.core.model.Schema;

/** The JSON Schemas of definitions and rule sets say what their readers say. */
class DefinitionSchemaTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final JsonSchema DEFINITIONS = JsonSchema.of(SchemaDocument.definitionSchema(Schema.standard()));
  private static final JsonSchema RULES = JsonSchema.of(SchemaDocument.ruleSetSchema());

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String GOOD = """
      { "$schema": "definitions.schema.json", "siru": "siru-definitions/1", "namespace": "my", "indicators": [
        { "id": "a", "code": "A", "name": { "sv": "A" }, "kind": "result", "direction": "down", "source": { "text": "x", "evidence": "confirmed" },
          "parameters": { "least": { "label": { "en": "Least" }, "default": 8, "unit": "hours", "evidence": "unconfirmed" } },
          "over": "support", "where": { "recipient.economic": "yes", "kind": [ "grant", "loan" ],
            "any": [ { "hours": { "at-least": 2 } }, { "not": { "date": { "from": "2021-01-01" } } }, { "hours": { "known": false } } ] },
          "when": { "lagged": { "months": 6 } }, "per": [ "recipient" ], "having": { "any": [
            { "at-least": { "sum": "hours", "where": { "kind": "grant" }, "number": { "parameter": "least" } } },
            { "not": { "at-least": { "count": true, "number": 2 } } } ] },
          "dated-by": "first", "aggregate": "count", "scope": "objective", "not-additive-over": "time" },
        { "id": "b", "over": "support", "aggregate": { "quantile": "hours", "share": 0.9 } },
        { "id": "d", "over": "innovation",
          "parameters": { "months": { "default": 36, "whole-up-to": 1200 }, "point": { "default": "at-end", "choices": [ "at-end", "later" ] } },
          "where": { "not": { "enterprise": { "different": 3 } }, "enterprise.organisation-number": { "legal-number": true },
            "date": { "before": { "day": "enterprise.registered", "earliest": true, "months": { "parameter": "months" } } },
            "where-any": { "record": "support", "via": "recipient", "of": "enterprise",
              "where": { "date": { "days": 28, "not-after": { "day": "date", "outer": true } } } },
            "all": [ { "where-any": { "record": "evidence", "via": "subject" } }, { "node.start": { "not-after": "date" } } ] },
          "aggregate": { "completeness": [ "enterprise", "date" ] } },
        { "id": "e", "over": "participation",
          "where": { "where-several": { "record": "participation", "via": "activity", "of": "activity", "path": "organisations.sector",
            "at-least": 2 } },
          "when": { "recent": { "months": 12 } }, "per": "activity",
          "of": { "plus": [ { "distinct": "person" }, { "sum": "heads", "where": { "person": { "known": false } } } ] }, "aggregate": "sum" },
        { "id": "f", "over": "membership", "when": { "during": { "within": "initiative" } },
          "aggregate": { "function": "t:f", "fields": [ "member" ], "each-record": true } },
        { "id": "g", "over": "agreement", "requires-coverage": { "of": "buyer", "months-before": 36 }, "whole-over": "clause",
          "aggregate": "count" },
        { "id": "h", "over": "cost-line", "where": { "decision": { "in-effect": true } }, "aggregate": "count" },
        { "id": "i", "over": "employment", "per": "organisation", "of": { "first": "fte" }, "aggregate": "mean" },
        { "id": "c", "unit": "percent", "formula": "[my:a] / [my:b]" } ] }
      """;

  private static boolean isRead(String text) {
    Findings findings = new Findings();
    DefinitionReader.over(Schema.standard()).read(text, "definitions.json", findings);
    return !findings.hasErrors();
  }

  @Test
  void itAcceptsWhatTheReaderAccepts() {
    assertTrue(isRead(GOOD));
    assertTrue(DEFINITIONS.isValid(GOOD));
  }

  @Property(tries = 400)
  void itAcceptsWhateverIsWritten(@ForAll long seed) {
    String text = DefinitionWriter.text(new RandomIndicators(seed).indicator());
    assertTrue(DEFINITIONS.isValid(text), text);
  }

  /** What is wrong with the structure of a document, whatever fields and codes there are. */
  private static final Set<String> OF_STRUCTURE =
      Set.of("json.member-missing", "json.member-unknown", "json.wrong-type", "json.not-a-choice", "definition.exactly-one");

  @Property(tries = 1_000)
  void aChangedDefinitionIsValidWhereItIsReadAndNotWhereItsStructureIsRefused(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    JsonNode root = MAPPER.readTree(DefinitionWriter.text(new RandomIndicators(seed).indicator()));
    for (int i = random.nextInt(2); i >= 0; i--) {
      change((ObjectNode) root, random);
    }
    Findings findings = new Findings();
    DefinitionReader.over(Schema.standard()).read(root.toString(), "definitions.json", findings);
    boolean isValid = DEFINITIONS.isValid(root.toString());
    if (!findings.hasErrors()) {
      assertTrue(isValid, () -> "read, but not valid: " + root);
    } else if (findings.list().stream().anyMatch(each -> OF_STRUCTURE.contains(each.rule().id()))) {
      assertFalse(isValid, () -> "valid, but refused: " + root + "\n" + findings.list());
    }
  }

  /** Removes or renames a member, or gives it a value of another kind, somewhere below an object. */
  private static void change(ObjectNode object, Random random) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty()) {
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    JsonNode value = object.get(name);
    if (value.isArray() && value.size() > 0 && value.get(0).isObject() && random.nextInt(4) > 0) {
      change((ObjectNode) value.get(0), random);
    } else if (value.isObject() && random.nextInt(4) > 0) {
      change((ObjectNode) value, random);
    } else {
      switch (random.nextInt(3)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name + "x", object.remove(name));
        default -> object.set(name, MAPPER.valueToTree(List.of(true, 7, "seven", List.of(1), Map.of()).get(random.nextInt(5))));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "siru-definitions/1=>siru-definitions/2", "\"code\"=>\"kod\"", "\"result\"=>\"outcome\"", "\"down\"=>\"less\"",
      "\"text\": \"x\", =>", "\"confirmed\" }=>\"true\" }", "\"default\": 8, =>", "\"over\": \"support\", \"where\"=>\"over\": \"supports\", \"where\"",
      "\"at-least\": 2 }=>\"at-least\": \"2\" }", "\"2021-01-01\"=>\"2021\"", "\"known\": false=>\"known\": \"no\"",
      "\"months\": 6=>\"months\": 6, \"days\": 2", "\"months\": 6=>\"months\": -6", "\"lagged\"=>\"delayed\"",
      "\"number\": 2=>\"least\": 2", "\"count\": true=>\"count\": true, \"sum\": \"hours\"", "\"dated-by\": \"first\"=>\"dated-by\": \"middle\"",
      "\"aggregate\": \"count\"=>\"aggregate\": \"number\"", "\"share\": 0.9=>\"share\": \"0.9\"", "\"quantile\"=>\"quartile\"",
      "\"whole-up-to\": 1200=>\"whole-up-to\": 0", "\"different\": 3=>\"different\": 0", "\"legal-number\": true=>\"legal-number\": \"yes\"",
      "\"before\": {=>\"after\": {", "\"days\": 28, =>\"before\": \"date\", ", "\"earliest\": true=>\"earliest\": 1",
      "\"months\": { \"parameter\": \"months\" }=>\"months\": 1.5", "\"outer\": true=>\"out\": true", "\"of\": \"enterprise\",=>\"off\": \"enterprise\",",
      "\"completeness\"=>\"complete\"", "\"path\": \"organisations.sector\",=>", "\"recent\": { \"months\": 12 }=>\"recent\": \"date\"",
      "{ \"distinct\": \"person\" }, =>", "\"plus\"=>\"times\"", "{ \"within\": \"initiative\" }=>\"initiative\"", "\"each-record\": true=>\"each-record\": \"yes\"",
      "\"months-before\": 36=>\"months-before\": -1", "\"of\": \"buyer\", =>", "\"whole-over\": \"clause\"=>\"whole-over\": true",
      "\"in-effect\": true=>\"in-effect\": 1", "\"first\": \"fte\"=>\"mean\": \"fte\"",
      "\"formula\": \"[my:a] / [my:b]\"=>\"unit\": \"x\"", "\"id\": \"b\", =>", "\"id\": \"b\"=>\"id\": \"B b\""})
  void itRefusesWhatTheReaderRefuses(String change) {
    String[] parts = change.split("=>", -1);
    String bad = GOOD.replace(parts[0], parts[1]);
    assertFalse(bad.equals(GOOD), change);
    assertFalse(isRead(bad), change);
    assertFalse(DEFINITIONS.isValid(bad), change);
  }

  /** The documents hold pages made of every indicator of the catalogue. */
  @Test
  void itAcceptsEveryDefinitionAndRuleSetOfTheDocuments() throws IOException {
    int definitions = 0;
    int rules = 0;
    for (String text : blocks()) {
      if (text.contains("\"siru-definitions/")) {
        assertTrue(DEFINITIONS.isValid(text), text);
        definitions++;
      } else if (text.contains("\"siru-rules/")) {
        assertTrue(RULES.isValid(text), text);
        rules++;
      }
    }
    assertTrue(definitions > 200, definitions + " definitions");
    assertTrue(rules >= 2, rules + " rule sets");
  }

  /** Written anew by {@code siru schema --definitions --out docs/reference/definitions.schema.json}, and so on. */
  @Test
  void theDocumentsHoldTheSchemasAsTheyAre() throws IOException {
    Map<String, String> schemas =
        Map.of("definitions", SchemaDocument.definitionSchema(Schema.standard()), "rules", SchemaDocument.ruleSetSchema());
    for (Map.Entry<String, String> schema : schemas.entrySet()) {
      String kept = Files.readString(DOCS.resolve("reference").resolve(schema.getKey() + ".schema.json"));
      assertTrue(kept.strip().equals(schema.getValue().strip()), schema.getKey() + ".schema.json is not current");
    }
  }

  private static List<String> blocks() throws IOException {
    List<String> blocks = new ArrayList<>();
    try (Stream<Path> pages = Files.walk(DOCS)) {
      for (Path page : pages.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        for (Matcher block = BLOCK.matcher(Files.readString(page)); block.find(); ) {
          blocks.add(block.group(1));
        }
      }
    }
    return blocks;
  }

  @Test
  void itAcceptsEveryBundledRuleSet() throws IOException {
    Path folder = Path.of("..", "siru-indicators", "src", "main", "resources", "se", "siru", "indicators", "rules");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        assertTrue(RULES.isValid(Files.readString(file)), file.toString());
        assertEquals(file.getFileName().toString(), RuleSetReader.read(file).id() + ".json");
      }
    }
  }

  private static final String RULE_SET = """
      { "$schema": "rules.schema.json", "siru": "siru-rules/1", "id": "agency-2025", "version": "1.0", "name": { "sv": "Regler" },
        "source": { "text": "x", "evidence": "confirmed" }, "labels": { "output": { "sv": "aktivitetsindikator" } }, "previews": [ "EE*" ],
        "values": [ { "indicators": [ "RCO04" ], "parameter": "hours", "value": 8, "evidence": "confirmed", "source": "§ 3" } ] }
      """;

  @Test
  void theSchemaOfRuleSetsAcceptsWhatTheReaderAccepts() {
    assertTrue(isRuleSet(RULE_SET));
    assertTrue(RULES.isValid(RULE_SET));
  }

  private static boolean isRuleSet(String text) {
    try {
      RuleSetReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "rules.json");
      return true;
    } catch (SiruException refused) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "siru-rules/1=>siru-rules/2", "\"agency-2025\"=>\"Agency 2025\"", "\"1.0\"=>\"version 1\"", "\"text\": \"x\", =>",
      "\"output\"=>\"outputs\"", "\"values\"=>\"value\"", "\"value\": 8=>\"value\": -8", "\"value\": 8=>\"value\": true",
      "\"evidence\": \"confirmed\", \"source\"=>\"source\"", "\"parameter\": \"hours\", =>", "\"indicators\": [ \"RCO04\" ], =>"})
  void theSchemaOfRuleSetsRefusesWhatTheReaderRefuses(String change) {
    String[] parts = change.split("=>", -1);
    String bad = RULE_SET.replace(parts[0], parts[1]);
    assertFalse(bad.equals(RULE_SET), change);
    assertFalse(isRuleSet(bad), change);
    assertFalse(RULES.isValid(bad), change);
  }
}
