package se.siru.core.intake;

import static se.siru.core.intake.SchemaParts.BY_NAME;
import static se.siru.core.intake.SchemaParts.DAY;
import static se.siru.core.intake.SchemaParts.TEXT;
import static se.siru.core.intake.SchemaParts.TEXTS;
import static se.siru.core.intake.SchemaParts.YES_OR_NO;
import static se.siru.core.intake.SchemaParts.anyOf;
import static se.siru.core.intake.SchemaParts.array;
import static se.siru.core.intake.SchemaParts.closed;
import static se.siru.core.intake.SchemaParts.integer;
import static se.siru.core.intake.SchemaParts.matching;
import static se.siru.core.intake.SchemaParts.object;
import static se.siru.core.intake.SchemaParts.oneOf;
import static se.siru.core.intake.SchemaParts.reference;
import static se.siru.core.intake.SchemaParts.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;

/** The JSON Schema of mapping files, from the record types and readers at hand, for editors that complete and check. */
final class MappingSchema {
  private static final String OWN_FIELD = "^[a-z][a-z0-9-]*:[a-z0-9-]+$";
  private static final List<String> ORIGINS = List.of("column", "path", "constant", "compose", "each", "row",
      "pseudonym", "sum", "cases");
  /** So many of the origins may be those of parts. */
  private static final int ORIGINS_OF_PARTS = 6;
  private static final List<String> CONDITIONS = List.of("present", "equals", "in", "not-in", "matches");

  /** How a day is written may be said where a period is made of it. */
  private static final JsonObject DATE_OF_PERIOD =
      JsonObject.builder().put("date", JsonArray.ofTexts(List.of("period"))).build();
  private static final JsonObject PART = reference("part");
  private static final JsonObject PARTS = anyOf(PART, array(PART));

  private final Schema schema;
  private final Readers readers;

  MappingSchema(Schema schema, Readers readers) {
    this.schema = schema;
    this.readers = readers;
  }

  JsonObject document() {
    JsonObject.Builder definitions = JsonObject.builder()
        .put("condition", condition())
        .put("part", part())
        .put("source", source())
        .put("record", record());
    for (Steps steps : Steps.values()) {
      definitions.put("field:" + steps.word, field(steps));
    }
    for (RecordType type : schema.types()) {
      definitions.put("fields:" + type.name(), fields(type));
    }
    JsonObject.Builder literals = JsonObject.builder();
    schema.types().forEach(type -> literals.put(type.name(), array(type("object"))));
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("$schema", TEXT);
    members.put("siru", JsonObject.builder().put("const", Mapping.FORMAT).build());
    members.put("portfolio", portfolio());
    members.put("codelists", array(type("object")));
    members.put("law", type("object"));
    members.put("fields", array(type("object")));
    members.put("literals", closed(literals.build(), List.of()));
    members.put("sources", array(reference("source")));
    members.put("organisations", closed(
        JsonObject.builder()
            .put("abbreviations", BY_NAME)
            .put("public-mail-domains", TEXTS)
            .build(),
        List.of()));
    JsonObject.Builder document = JsonObject.builder()
        .put("$schema", SchemaDocument.DIALECT)
        .put("title", Mapping.FORMAT);
    closed(object(members), List.of("siru", "portfolio", "sources")).members().forEach(document::put);
    return document.put("$defs", definitions.build()).build();
  }

  private static JsonObject portfolio() {
    return closed(
        JsonObject.builder()
            .put("name", TEXT)
            .put("title", BY_NAME)
            .put("currency", matching("^[A-Z]{3}$"))
            .put("recorded-at", matching(DAY))
            .build(),
        List.of("name"));
  }

  private JsonObject source() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    List<String> names = readers.descriptors().stream().map(ReaderDescriptor::name).toList();
    members.put("files", TEXT);
    members.put("reader", oneOf(names));
    for (ReaderDescriptor reader : readers.descriptors()) {
      for (ReaderOption option : reader.options()) {
        members.putIfAbsent(option.name(), option(reader, option));
      }
    }
    members.put("header-row", integer(0));
    members.put("first-row", integer(1));
    members.put("columns", TEXTS);
    members.put("skip-blank", YES_OR_NO);
    members.put("stop-at", reference("condition"));
    members.put("skip-where", reference("condition"));
    members.put("unknown", TEXTS);
    members.put("optional", YES_OR_NO);
    members.put("personal", TEXTS);
    members.put("called", TEXT);
    members.put("records", array(reference("record")));
    return closed(object(members), List.of("files", "records"));
  }

  private static JsonObject option(ReaderDescriptor reader, ReaderOption option) {
    JsonObject.Builder text = JsonObject.builder().put("type", "string");
    String pattern = option.pattern();
    if (pattern != null) {
      text.put("pattern", "^(?:" + pattern + ")$");
    }
    if (!option.choices().isEmpty()) {
      text.put("enum", JsonArray.ofTexts(option.choices()));
    }
    JsonObject.Builder made = JsonObject.builder().put("description", reader.name() + ": " + option.doc().in("en"));
    (option.takesPosition() ? anyOf(text.build(), integer(1)) : text.build()).members().forEach(made::put);
    return made.build();
  }

  private JsonObject record() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("type", oneOf(schema.types().stream().map(RecordType::name).toList()));
    members.put("when", reference("condition"));
    members.put("each", closed(
        JsonObject.builder().put("column", TEXT).put("path", TEXT).put("split", matching(".")).build(), List.of()));
    members.put("merge", oneOf(RecordMapping.MERGES.keySet().stream().sorted().toList()));
    members.put("once-per", PARTS);
    members.put("known-as", closed(
        JsonObject.builder().put("name", TEXTS).put("number", TEXTS).put("domain", TEXTS).build(), List.of()));
    members.put("fields", type("object"));
    List<JsonValue> byType = new ArrayList<>();
    for (RecordType type : schema.types()) {
      JsonObject is = member("type", JsonObject.builder().put("const", type.name()).build());
      byType.add(JsonObject.builder().put("if", is).put("then", member("fields", reference("fields:" + type.name()))).build());
    }
    JsonObject.Builder record = JsonObject.builder();
    closed(object(members), List.of("type", "fields")).members().forEach(record::put);
    return record.put("allOf", JsonArray.copyOf(byType)).build();
  }

  private static JsonObject fields(RecordType type) {
    JsonObject.Builder properties = JsonObject.builder();
    for (Field<?> field : type.fields()) {
      properties.put(field.name(), reference("field:" + Steps.of(field).word));
    }
    JsonObject.Builder fields = JsonObject.builder()
        .put("patternProperties",
            JsonObject.builder().put(OWN_FIELD, reference("field:" + Steps.ANY.word)).build());
    List<String> required = type.fields().stream().filter(Field::required).map(Field::name).toList();
    closed(properties.build(), required).members().forEach(fields::put);
    return fields.build();
  }

  /** What may be done with the values of a field, by what the field holds. */
  private enum Steps {
    ANY("any", List.of("date", "number", "times", "equals-sum", "once-per", "level", "identity")),
    TEXT("text", List.of()),
    DATE("date", List.of("date")),
    NUMBER("number", List.of("number", "times", "equals-sum", "once-per")),
    CODE("code", List.of("level")),
    ID("id", List.of("identity")),
    ORGANISATION("organisation", List.of("identity", "resolve")),
    AGE_CLASS("age-class", List.of("level", "age-on", "date")),
    GENDER("gender", List.of("level", "gender-of-number"));

    private final String word;
    private final List<String> own;

    Steps(String word, List<String> own) {
      this.word = word;
      this.own = own;
    }

    static Steps of(Field<?> field) {
      if (field.kind() == FieldKind.REFERENCE || field.role() == FieldRole.ID) {
        return Stakeholder.TYPE.name().equals(field.target()) ? ORGANISATION : ID;
      }
      if (field.kind() == FieldKind.CODE && FieldMappingReader.AGE_CLASSES.equals(field.codelist())) {
        return AGE_CLASS;
      }
      if (field.kind() == FieldKind.CODE && FieldMappingReader.GENDERS.equals(field.codelist())) {
        return GENDER;
      }
      return switch (field.kind()) {
        case CODE -> CODE;
        case DATE -> DATE;
        case INTEGER, DECIMAL, MONEY -> NUMBER;
        default -> TEXT;
      };
    }
  }

  private static JsonObject field(Steps steps) {
    Map<String, JsonValue> members = new LinkedHashMap<>(origins());
    JsonObject meanings =
        JsonObject.builder().put("type", JsonArray.of(JsonText.of("string"), JsonText.of("null"))).build();
    members.put("split", matching("."));
    members.put("map", JsonObject.builder().put("type", "object").put("additionalProperties", meanings).build());
    members.put("unknown", TEXTS);
    members.put("default", TEXTS);
    members.put("otherwise", oneOf(List.of("reject", "unknown")));
    members.put("optional", YES_OR_NO);
    members.put("personal", YES_OR_NO);
    members.put("date", TEXTS);
    for (String step : steps.own) {
      members.put(step, step(step));
    }
    JsonObject.Builder object = JsonObject.builder();
    closed(object(members), List.of()).members().forEach(object::put);
    List<String> origins = new ArrayList<>(ORIGINS);
    if (steps.own.contains("resolve")) {
      origins.add("resolve");
    }
    object.put("oneOf", JsonArray.copyOf(origins.stream().map(SchemaParts::requiring).toList()));
    if (!steps.own.contains("date")) {
      object.put("dependentRequired", DATE_OF_PERIOD);
    }
    return anyOf(TEXT, object.build());
  }

  private static JsonObject step(String name) {
    return switch (name) {
      case "number" -> oneOf(List.of("plain", "sv"));
      case "times" -> type("number");
      case "identity" -> array(oneOf(List.of("nfc", "blanks", "case")));
      case "date" -> TEXTS;
      case "equals-sum" -> array(PART);
      case "once-per" -> PARTS;
      case "age-on" -> matching(DAY);
      case "gender-of-number" -> YES_OR_NO;
      case "resolve" -> resolve();
      default -> TEXT;
    };
  }

  /** What a field may be made of as a whole. */
  private static Map<String, JsonValue> origins() {
    Map<String, JsonValue> origins = originsOfParts();
    origins.put("pseudonym", anyOf(TEXT, array(anyOf(PART, array(PART)))));
    origins.put("sum", array(PART));
    origins.put("blank-is-zero", YES_OR_NO);
    JsonObject when = anyOf(reference("condition"), array(reference("condition")));
    origins.put("cases",
        array(closed(JsonObject.builder().put("when", when).put("then", PART).build(), List.of("when", "then"))));
    return origins;
  }

  /** What parts of a field may be made of, too. */
  private static Map<String, JsonValue> originsOfParts() {
    JsonObject scalar = JsonObject.builder()
        .put("type", JsonArray.ofTexts(List.of("string", "number", "boolean", "array"))).build();
    Map<String, JsonValue> origins = new LinkedHashMap<>();
    origins.put("column", TEXT);
    origins.put("path", matching("^/"));
    origins.put("constant", scalar);
    origins.put("compose", array(PART));
    origins.put("separator", TEXT);
    origins.put("each", anyOf(matching("^/"), JsonObject.builder().put("const", true).build()));
    origins.put("row", YES_OR_NO);
    origins.put("period", oneOf(PeriodOf.LENGTHS.keySet().stream().sorted().toList()));
    return origins;
  }

  /** A column's name, or an object with one of the origins that a part may have. */
  private static JsonObject part() {
    Map<String, JsonValue> members = originsOfParts();
    members.put("personal", YES_OR_NO);
    members.put("date", TEXTS);
    JsonObject.Builder object = JsonObject.builder();
    closed(object(members), List.of()).members().forEach(object::put);
    object.put("oneOf", JsonArray.copyOf(ORIGINS.subList(0, ORIGINS_OF_PARTS).stream().map(SchemaParts::requiring).toList()));
    object.put("dependentRequired", DATE_OF_PERIOD);
    return anyOf(TEXT, object.build());
  }

  /** The columns by which an organisation is found, and that one of those that find it is there. */
  private static JsonObject resolve() {
    JsonObject.Builder columns = JsonObject.builder();
    List.of("name", "number", "email", "contact", "municipality").forEach(name -> columns.put(name, PART));
    JsonObject.Builder resolve = JsonObject.builder();
    closed(columns.build(), List.of()).members().forEach(resolve::put);
    return resolve
        .put("anyOf", JsonArray.copyOf(Stream.of("name", "number", "email").map(SchemaParts::requiring).toList()))
        .build();
  }

  private static JsonObject condition() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("column", TEXT);
    members.put("path", matching("^/"));
    members.put("present", YES_OR_NO);
    members.put("equals", TEXT);
    members.put("in", TEXTS);
    members.put("not-in", TEXTS);
    members.put("matches", TEXT);
    JsonObject.Builder condition = JsonObject.builder();
    closed(object(members), List.of()).members().forEach(condition::put);
    return condition
        .put("oneOf", JsonArray.copyOf(CONDITIONS.stream().map(SchemaParts::requiring).toList()))
        .build();
  }

  private static JsonObject member(String name, JsonObject schema) {
    return JsonObject.builder().put("properties", JsonObject.builder().put(name, schema).build()).build();
  }
}
