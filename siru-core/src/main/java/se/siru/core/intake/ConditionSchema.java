package se.siru.core.intake;

import static se.siru.core.intake.SchemaParts.DAY;
import static se.siru.core.intake.SchemaParts.TEXT;
import static se.siru.core.intake.SchemaParts.YES_OR_NO;
import static se.siru.core.intake.SchemaParts.anyOf;
import static se.siru.core.intake.SchemaParts.array;
import static se.siru.core.intake.SchemaParts.closed;
import static se.siru.core.intake.SchemaParts.closedWithOne;
import static se.siru.core.intake.SchemaParts.integer;
import static se.siru.core.intake.SchemaParts.matching;
import static se.siru.core.intake.SchemaParts.oneOf;
import static se.siru.core.intake.SchemaParts.reference;
import static se.siru.core.intake.SchemaParts.requiring;
import static se.siru.core.intake.SchemaParts.type;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonObject;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;

/** The JSON Schema of conditions in files of definitions. */
final class ConditionSchema {
  /** A condition, wherever one stands. */
  static final JsonObject CONDITION = reference("condition");

  /** Where a value may stand, a parameter may be asked for. */
  private static final JsonObject BLANK = closed(Map.of("parameter", TEXT), "parameter");

  /** A number, or a parameter. */
  static final JsonObject NUMBER = anyOf(type("number"), BLANK);

  private static final JsonObject DATE = anyOf(matching(DAY), BLANK);
  private static final JsonObject VALUES = anyOf(TEXT, BLANK, array(anyOf(TEXT, BLANK)));

  private ConditionSchema() {}

  /** A whole number of at least so much, or a parameter. */
  static JsonObject whole(long least) {
    return anyOf(integer(least), BLANK);
  }

  /** What {@link #CONDITION} refers to, and what that does. */
  static Map<String, JsonObject> definitions(Schema schema) {
    Map<String, JsonObject> definitions = new LinkedHashMap<>();
    definitions.put("condition", condition(schema));
    definitions.put("question", question());
    definitions.put("compared", compared());
    return definitions;
  }

  /** Every member is a condition: all, any, not, where-any, where-several, or else a question about a field. */
  private static JsonObject condition(Schema schema) {
    Map<String, JsonObject> related = new LinkedHashMap<>();
    related.put("record", oneOf(schema.types().stream().map(RecordType::name).toList()));
    related.put("via", TEXT);
    related.put("of", TEXT);
    related.put("where", CONDITION);
    Map<String, JsonObject> several = new LinkedHashMap<>(related);
    several.put("path", TEXT);
    several.put("at-least", whole(1));
    Map<String, JsonObject> members = new LinkedHashMap<>();
    members.put("all", array(CONDITION));
    members.put("any", array(CONDITION));
    members.put("not", CONDITION);
    members.put("where-any", closed(related, "record", "via"));
    members.put("where-several", closed(several, "record", "via", "path", "at-least"));
    return JsonObject.builder()
        .put("type", "object")
        .put("properties", SchemaParts.object(members))
        .put("additionalProperties", reference("question"))
        .build();
  }

  private static JsonObject question() {
    return anyOf(
        VALUES,
        closed(Map.of("known", YES_OR_NO), "known"),
        closed(Map.of("in-effect", YES_OR_NO), "in-effect"),
        closed(Map.of("legal-number", YES_OR_NO), "legal-number"),
        closed(Map.of("different", whole(1)), "different"),
        asking("at-least", "below", NUMBER),
        asking("from", "until", DATE),
        reference("compared"));
  }

  /** A closed object that has one of two members, or both. */
  private static JsonObject asking(String first, String second, JsonObject value) {
    Map<String, JsonObject> members = new LinkedHashMap<>();
    members.put(first, value);
    members.put(second, value);
    return SchemaParts.with(closed(members), "anyOf", JsonArray.of(requiring(first), requiring(second)));
  }

  /** One day compared with another, which is a name or an object that says the same things of it. */
  private static JsonObject compared() {
    Map<String, JsonObject> said = new LinkedHashMap<>();
    said.put("at", TEXT);
    said.put("earliest", YES_OR_NO);
    said.put("open", YES_OR_NO);
    said.put("outer", YES_OR_NO);
    said.put("months", whole(0));
    said.put("days", whole(0));
    Map<String, JsonObject> second = new LinkedHashMap<>(Map.of("day", TEXT));
    second.putAll(said);
    JsonObject other = anyOf(TEXT, closed(second, "day"));
    said.put("before", other);
    said.put("not-after", other);
    return closedWithOne(said, List.of("before", "not-after"));
  }
}
