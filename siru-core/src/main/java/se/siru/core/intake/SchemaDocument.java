package se.siru.core.intake;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.json.JsonWriter;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.stability.Experimental;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** Describes the files of a portfolio, and those that people write, to people and to other tools, from what reading them uses. */
@Experimental(since = "0.1.0")
public final class SchemaDocument {
  static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private SchemaDocument() {}

  /** The data dictionary as Markdown: every record type with its fields, and every code list that they name. */
  public static String markdown(Schema schema, String language) {
    return new DataDictionary(requireNonNull(schema, "schema"), requireNonNull(language, "language")).text();
  }

  /** The Table Schema (Data Package) of the file of a record type with all columns, as JSON. */
  public static String tableSchema(RecordType type) {
    return text(TableSchema.of(type.fields()));
  }

  /** The JSON Schema (2020-12) of a portfolio that is one JSON document, as JSON. */
  public static String jsonSchema(Schema schema) {
    requireNonNull(schema, "schema");
    Set<String> lists = new TreeSet<>();
    JsonObject.Builder definitions = JsonObject.builder();
    JsonObject.Builder records = JsonObject.builder();
    for (RecordType type : schema.types()) {
      definitions.put(type.name(), record(type, lists));
      records.put(type.name(), SchemaParts.array(SchemaParts.reference(type.name())));
    }
    for (String list : lists) {
      definitions.put(definition(list), codes(schema.vocabulary().list(list)));
    }
    return text(
        JsonObject.builder()
            .put("$schema", DIALECT)
            .put("title", Descriptor.FORMAT)
            .put("type", "object")
            .put("properties", members(object(records.build(), JsonArray.of())))
            .put("required", JsonArray.ofTexts(List.of("siru", "records")))
            .put("additionalProperties", false)
            .put("$defs", definitions.build())
            .build());
  }

  /**
   * The JSON Schema (2020-12) of a mapping file, as JSON.
   *
   * @param readers the readers that it may name
   */
  public static String mappingSchema(Schema schema, Readers readers) {
    return text(new MappingSchema(requireNonNull(schema, "schema"), requireNonNull(readers, "readers")).document());
  }

  /**
   * The JSON Schema (2020-12) of files of definitions, as JSON.
   *
   * @param schema the record types that they may name
   */
  public static String definitionSchema(Schema schema) {
    return text(new DefinitionSchema(requireNonNull(schema, "schema")).document());
  }

  /** The JSON Schema (2020-12) of rule sets, as JSON. */
  public static String ruleSetSchema() {
    return text(RuleSetSchema.document());
  }

  private static JsonObject members(JsonObject records) {
    JsonObject text = type("string");
    JsonObject texts = JsonObject.builder().put("type", "object").put("additionalProperties", text).build();
    JsonObject entry = JsonObject.builder().put("type", "object").build();
    return JsonObject.builder()
        .put("siru", JsonObject.builder().put("const", Descriptor.FORMAT).build())
        .put("name", text)
        .put("title", JsonObject.builder().put("anyOf", JsonArray.of(text, texts)).build())
        .put("currency", JsonObject.builder().put("type", "string").put("pattern", "^[A-Z]{3}$").build())
        .put("recorded-at", date())
        .put("covers", covers())
        .put("fields", SchemaParts.array(entry))
        .put("codelists", SchemaParts.array(entry))
        .put("law", entry)
        .put("identity", SchemaParts.array(entry))
        .put("records", records)
        .build();
  }

  private static JsonObject covers() {
    JsonObject nodes =
        JsonObject.builder()
            .put("type", "array")
            .put("items", type("string"))
            .put("minItems", 1)
            .put("uniqueItems", true)
            .build();
    JsonObject.Builder part = JsonObject.builder();
    object(JsonObject.builder().put("from", date()).put("end", date()).put("nodes", nodes).build(), JsonArray.of())
        .members()
        .forEach(part::put);
    JsonObject one = part.put("minProperties", 1).build();
    JsonObject several = JsonObject.builder().put("type", "array").put("items", one).put("minItems", 1).build();
    return JsonObject.builder()
        .put("type", "object")
        .put("additionalProperties", JsonObject.builder().put("anyOf", JsonArray.of(one, several)).build())
        .build();
  }

  private static JsonObject record(RecordType type, Set<String> lists) {
    JsonObject.Builder properties = JsonObject.builder();
    for (Field<?> field : type.fields()) {
      JsonObject one = field(field, lists);
      Map<String, JsonValue> described = new LinkedHashMap<>((field.many() ? SchemaParts.array(one) : one).members());
      if (!field.label().isEmpty()) {
        described.put("title", JsonText.of(field.label().in("en")));
      }
      if (!field.doc().in("en").isEmpty()) {
        described.put("description", JsonText.of(field.doc().in("en")));
      }
      JsonObject.Builder copy = JsonObject.builder();
      described.forEach(copy::put);
      properties.put(field.name(), copy.build());
    }
    JsonArray required =
        JsonArray.ofTexts(type.fields().stream().filter(Field::required).map(Field::name).toList());
    return object(properties.build(), required);
  }

  static JsonObject object(JsonObject properties, JsonArray required) {
    JsonObject.Builder object = JsonObject.builder().put("type", "object").put("properties", properties);
    if (required.size() > 0) {
      object.put("required", required);
    }
    return object.put("additionalProperties", false).build();
  }

  private static JsonObject field(Field<?> field, Set<String> lists) {
    String list = field.codelist();
    if (list != null) {
      lists.add(list);
      return SchemaParts.reference(definition(list));
    }
    if (field.kind() == FieldKind.DATE) {
      return date();
    }
    if (field.kind() == FieldKind.TEXT || field.kind() == FieldKind.REFERENCE) {
      return type("string");
    }
    JsonObject.Builder number =
        JsonObject.builder().put("type", field.kind() == FieldKind.INTEGER ? "integer" : "number");
    if (field.least() != null) {
      number.put("minimum", JsonNumber.of(field.least()));
    }
    if (field.most() != null) {
      number.put("maximum", JsonNumber.of(field.most()));
    }
    return number.build();
  }

  private static JsonObject codes(Codelist list) {
    List<String> codes = new ArrayList<>(list.codes().stream().map(Code::code).toList());
    codes.add(Codelist.UNKNOWN);
    return JsonObject.builder().put("enum", JsonArray.ofTexts(codes)).build();
  }

  private static String definition(String list) {
    return "codelist:" + list;
  }

  private static JsonObject type(String name) {
    return JsonObject.builder().put("type", name).build();
  }

  private static JsonObject date() {
    return JsonObject.builder()
        .put("type", "string")
        .put("format", "date")
        .put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        .build();
  }

  private static String text(JsonObject document) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      JsonWriter.indented(out).write(document).finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // an array in memory does not fail
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
