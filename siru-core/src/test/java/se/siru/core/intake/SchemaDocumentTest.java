package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.model.Field;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;

class SchemaDocumentTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String GOOD =
      "{'siru':'siru-portfolio/1','currency':'SEK','recorded-at':'2024-01-31','title':{'sv':'x'},"
          + "'covers':{'activity':[{'from':'2021-01-01','end':'2021-12-31','nodes':['p']}]},'records':{"
          + "'programme':[{'id':'p','level':'operation'}],"
          + "'stakeholder':[{'id':'s','sector':'public','region':'unknown','registered':'2020-01-31'}],"
          + "'activity':[{'id':'a','duration-hours':1.5,'organisers':['s']}],'participation':[{'activity':'a','heads':3}]}}";

  /** As much of JSON Schema as the document uses; the problems are places. */
  private static final class Validator {
    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    Validator(JsonNode root) {
      this.root = root;
    }

    void check(JsonNode schema, JsonNode value, String at) {
      if (schema.has("$ref")) {
        check(root.at(schema.get("$ref").asText().substring(1)), value, at);
      }
      boolean good =
          (!schema.has("const") || schema.get("const").equals(value))
              && (!schema.has("enum") || contains(schema.get("enum"), value))
              && (!schema.has("type") || isA(schema.get("type").asText(), value))
              && (!schema.has("pattern") || value.asText().matches(schema.get("pattern").asText()))
              && (!schema.has("minimum") || value.decimalValue().compareTo(schema.get("minimum").decimalValue()) >= 0)
              && (!schema.has("maximum") || value.decimalValue().compareTo(schema.get("maximum").decimalValue()) <= 0);
      if (!good) {
        problems.add(at);
      }
      for (JsonNode required : schema.path("required")) {
        if (!value.has(required.asText())) {
          problems.add(at + "/" + required.asText());
        }
      }
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        if (schema.path("properties").has(member.getKey())) {
          check(schema.get("properties").get(member.getKey()), member.getValue(), at + "/" + member.getKey());
        } else if (schema.has("additionalProperties") && !schema.get("additionalProperties").asBoolean(true)) {
          problems.add(at + "/" + member.getKey());
        }
      }
      if (schema.has("items")) {
        for (int i = 0; i < value.size(); i++) {
          check(schema.get("items"), value.get(i), at + "/" + i);
        }
      }
    }

    private static boolean contains(JsonNode values, JsonNode value) {
      for (JsonNode one : values) {
        if (one.equals(value)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isA(String type, JsonNode value) {
      return switch (type) {
        case "string" -> value.isTextual();
        case "integer" -> value.isIntegralNumber();
        case "number" -> value.isNumber();
        case "array" -> value.isArray();
        case "object" -> value.isObject();
        default -> false;
      };
    }
  }

  private static List<String> problems(String text) throws IOException {
    JsonNode schema = MAPPER.readTree(SchemaDocument.jsonSchema(Schema.standard()));
    Validator validator = new Validator(schema);
    validator.check(schema, MAPPER.readTree(text.replace('\'', '"')), "");
    return validator.problems;
  }

  @Test
  void theJsonSchemaAcceptsWhatReadingAccepts(@TempDir Path root) throws IOException {
    assertEquals(List.of(), problems(GOOD));
    Path file = Files.writeString(root.resolve("p.json"), GOOD.replace('\'', '"'));
    assertEquals(List.of(), PortfolioFolder.found(PortfolioReader.standard().read(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "'heads':3=>'heads':'3'", "'heads':3=>'heads':-1", "'heads':3=>'hedas':3", "'public'=>'publik'", "['s']=>'s'",
      "'2020-01-31'=>20200131", "'activity':'a',=>", "portfolio/1=>portfolio/2", "'programme':=>'programmes':",
      "'SEK'=>'kr'"})
  void theJsonSchemaRefusesWhatReadingRefuses(String change, @TempDir Path root) throws IOException {
    String[] parts = change.split("=>", -1);
    String bad = GOOD.replace(parts[0], parts[1]);
    assertFalse(bad.equals(GOOD));
    assertEquals(1, problems(bad).size(), () -> bad);
    Path file = Files.writeString(root.resolve("p.json"), bad.replace('\'', '"'));
    assertTrue(PortfolioReader.standard().read(file).portfolio().isEmpty());
  }

  @Test
  void theTableSchemaNamesEveryColumnInFileOrder() throws IOException {
    for (RecordType type : Schema.standard().types()) {
      List<String> names = new ArrayList<>();
      MAPPER.readTree(SchemaDocument.tableSchema(type)).get("fields").forEach(field -> names.add(field.get("name").asText()));
      assertEquals(type.fields().stream().map(Field::name).toList(), names);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void theDictionaryNamesEveryFieldOnceAndItsLinksLeadSomewhere(String language) {
    Schema schema = RoundTripTest.extendedSchema();
    String text = SchemaDocument.markdown(schema, language);
    long rows = schema.types().stream().mapToLong(type -> type.fields().size() + type.derivedFields().size()).sum();
    long found = text.substring(0, text.lastIndexOf("\n## ")).lines().filter(line -> line.startsWith("| `")).count();
    assertEquals(rows, found);
    Set<String> anchors = new HashSet<>();
    for (String line : text.lines().filter(l -> l.startsWith("### ")).toList()) {
      assertTrue(anchors.add(line.substring(line.indexOf("\"") + 1, line.lastIndexOf("\""))), line);
    }
    for (int at = text.indexOf("](#"); at >= 0; at = text.indexOf("](#", at + 1)) {
      assertTrue(anchors.contains(text.substring(at + 3, text.indexOf(')', at))));
    }
    assertTrue(text.contains(language.equals("sv") ? "Datalexikon" : "Data dictionary"));
    int columns = -1;
    for (String line : text.lines().toList()) {
      if (!line.startsWith("|")) {
        columns = -1;
        continue;
      }
      int here = line.replace("\\|", "").split("\\|", -1).length;
      assertTrue(columns < 0 || columns == here, line);
      columns = here;
    }
  }
}
