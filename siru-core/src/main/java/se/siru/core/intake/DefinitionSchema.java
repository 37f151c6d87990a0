package se.siru.core.intake;

import static se.siru.core.intake.ConditionSchema.NUMBER;
import static se.siru.core.intake.ConditionSchema.whole;
import static se.siru.core.intake.SchemaParts.BY_NAME;
import static se.siru.core.intake.SchemaParts.EVIDENCE;
import static se.siru.core.intake.SchemaParts.PARAMETER_VALUE;
import static se.siru.core.intake.SchemaParts.TEXT;
import static se.siru.core.intake.SchemaParts.TEXTS;
import static se.siru.core.intake.SchemaParts.YES_OR_NO;
import static se.siru.core.intake.SchemaParts.anyOf;
import static se.siru.core.intake.SchemaParts.array;
import static se.siru.core.intake.SchemaParts.closed;
import static se.siru.core.intake.SchemaParts.closedWithOne;
import static se.siru.core.intake.SchemaParts.constant;
import static se.siru.core.intake.SchemaParts.integer;
import static se.siru.core.intake.SchemaParts.matching;
import static se.siru.core.intake.SchemaParts.oneOf;
import static se.siru.core.intake.SchemaParts.reference;
import static se.siru.core.intake.SchemaParts.requiring;
import static se.siru.core.intake.SchemaParts.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.TimeRule;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonObject;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;

/**
 * The JSON Schema of files of definitions, for editors that complete and check. Whether fields and codes are there, and whether parts
 * fit together, only the reader says.
 */
final class DefinitionSchema {
  private static final String ID = "^([a-z][a-z0-9-]{0,31}:)?[a-z][a-z0-9]*(-[a-z0-9]+)*$";
  private static final List<String> IN_GROUPS = List.of("sum", "distinct", "min", "max", "first", "last");

  /** Rules that ask about a day and how long after it. */
  private static final List<TimeRule.Kind> OF_A_STRETCH = List.of(TimeRule.Kind.LAGGED, TimeRule.Kind.RECENT);

  private static final JsonObject CONDITION = ConditionSchema.CONDITION;

  private final Schema schema;

  DefinitionSchema(Schema schema) {
    this.schema = schema;
  }

  JsonObject document() {
    Map<String, JsonObject> definitions = new LinkedHashMap<>();
    definitions.put("definition", definition());
    definitions.put("parameter", parameter());
    definitions.putAll(ConditionSchema.definitions(schema));
    definitions.put("when", when());
    definitions.put("of-group", closedWithOne(ofGroup(), choices(List.of())));
    definitions.put("group-value", groupValue());
    definitions.put("test", test());
    definitions.put("aggregate", aggregate());
    Map<String, JsonObject> file = new LinkedHashMap<>();
    file.put("$schema", TEXT);
    file.put("siru", constant(DefinitionReader.FORMAT));
    file.put("namespace", TEXT);
    file.put("indicators", array(reference("definition")));
    return SchemaParts.document(
        DefinitionReader.FORMAT,
        anyOf(closed(file, "siru", "indicators"), array(reference("definition")), reference("definition")),
        definitions);
  }

  private JsonObject definition() {
    List<String> types = schema.types().stream().map(RecordType::name).toList();
    Map<String, JsonObject> members = new LinkedHashMap<>();
    members.put("id", matching(ID));
    members.put("code", TEXT);
    members.put("version", TEXT);
    members.put("name", BY_NAME);
    members.put("definition", BY_NAME);
    members.put("unit", TEXT);
    members.put("kind", oneOf(words(Indicator.Kind.values())));
    members.put("direction", oneOf(words(Indicator.Direction.values())));
    members.put("source", anyOf(TEXT, closed(ordered("text", TEXT, "evidence", EVIDENCE), "text")));
    members.put("range", closed(ordered("at-least", NUMBER, "at-most", NUMBER)));
    members.put(
        "parameters", JsonObject.builder().put("type", "object").put("additionalProperties", reference("parameter")).build());
    members.put("formula", TEXT);
    members.put("over", oneOf(types));
    members.put("where", CONDITION);
    members.put("when", reference("when"));
    members.put("per", TEXTS);
    members.put("of", reference("group-value"));
    members.put("having", reference("test"));
    members.put("band", band());
    members.put("dated-by", oneOf(Arrays.stream(Grouping.Dating.values()).map(Grouping.Dating::code).toList()));
    members.put("aggregate", reference("aggregate"));
    members.put("scope", TEXT);
    members.put(
        "requires-coverage",
        anyOf(TEXT, closed(ordered("of", TEXT, "months-before", whole(0)), "of")));
    members.put("dimensions", BY_NAME);
    members.put("additive-over", TEXTS);
    members.put("not-additive-over", TEXTS);
    members.put("whole-over", TEXTS);
    return SchemaParts.with(closed(members, "id"), "oneOf", JsonArray.of(requiring("formula"), requiring("over", "aggregate")));
  }

  private static Map<String, JsonObject> ordered(String first, JsonObject one, String second, JsonObject other) {
    Map<String, JsonObject> members = new LinkedHashMap<>();
    members.put(first, one);
    members.put(second, other);
    return members;
  }

  private static JsonObject parameter() {
    Map<String, JsonObject> given = ordered("value", PARAMETER_VALUE, "rules", TEXT);
    given.put("evidence", EVIDENCE);
    Map<String, JsonObject> members = ordered("label", BY_NAME, "default", PARAMETER_VALUE);
    members.put("unit", TEXT);
    members.put("choices", TEXTS);
    members.put("whole-up-to", integer(1));
    members.put("evidence", EVIDENCE);
    members.put("given", closed(given, "value", "rules", "evidence"));
    return closed(members, "default");
  }

  private static JsonObject when() {
    List<TimeRule.Kind> kinds = List.of(TimeRule.Kind.values());
    Map<String, JsonObject> stretch = ordered("date", TEXT, "months", whole(0));
    stretch.put("days", whole(0));
    Map<String, JsonObject> members = new LinkedHashMap<>();
    for (TimeRule.Kind kind : kinds) {
      if (OF_A_STRETCH.contains(kind)) {
        members.put(kind.code(), closedWithOne(stretch, List.of("months", "days")));
      } else {
        members.put(kind.code(), kind.asksForOneDay() ? TEXT : closed(Map.of("within", TEXT), "within"));
      }
    }
    List<String> words = kinds.stream().filter(kind -> !OF_A_STRETCH.contains(kind)).map(TimeRule.Kind::code).toList();
    return anyOf(oneOf(words), closedWithOne(members, List.copyOf(members.keySet())));
  }

  private static Map<String, JsonObject> ofGroup() {
    Map<String, JsonObject> members = new LinkedHashMap<>();
    members.put("count", JsonObject.builder().put("const", true).build());
    IN_GROUPS.forEach(word -> members.put(word, TEXT));
    members.put("where", CONDITION);
    return members;
  }

  private static List<String> choices(List<String> more) {
    List<String> choices = new ArrayList<>(List.of("count"));
    choices.addAll(IN_GROUPS);
    choices.addAll(more);
    return choices;
  }

  /** One value, or two put together. */
  private static JsonObject groupValue() {
    Map<String, JsonObject> two = new LinkedHashMap<>();
    for (Grouping.Operation operation : Grouping.Operation.values()) {
      two.put(operation.code(), SchemaParts.array(reference("of-group"), 2));
    }
    return anyOf(constant("count"), reference("of-group"), closedWithOne(two, List.copyOf(two.keySet())));
  }

  private static JsonObject test() {
    Map<String, JsonObject> atLeast = ofGroup();
    atLeast.put("number", NUMBER);
    Map<String, JsonObject> members = ordered("at-least", closedWithOne(atLeast, choices(List.of()), "number"), "all", array(reference("test")));
    members.put("any", array(reference("test")));
    members.put("not", reference("test"));
    return closedWithOne(members, List.copyOf(members.keySet()));
  }

  private static JsonObject band() {
    Map<String, JsonObject> step = ordered("code", TEXT, "label", BY_NAME);
    step.put("at-least", NUMBER);
    Map<String, JsonObject> members = ordered("dimension", TEXT, "label", BY_NAME);
    members.put("of", anyOf(constant("count"), reference("of-group")));
    members.put("steps", array(closed(step, "code", "at-least")));
    return closed(members, "dimension", "of");
  }

  private static JsonObject aggregate() {
    List<String> words = new ArrayList<>(List.of("count"));
    Arrays.stream(Aggregate.OverGroups.Fold.values()).map(Aggregate.OverGroups.Fold::code).forEach(words::add);
    Map<String, JsonObject> members = ofGroup();
    members.remove("where");
    List<String> more = List.of("mean", "median", "completeness", "function");
    more.forEach(word -> members.put(word, word.equals("completeness") ? TEXTS : TEXT));
    members.put("parameters", JsonObject.builder().put("type", "object").build());
    members.put("fields", TEXTS);
    members.put("each-record", YES_OR_NO);
    JsonObject quantile = closed(ordered("quantile", TEXT, "share", NUMBER), "quantile", "share");
    return anyOf(oneOf(words), quantile, closedWithOne(members, choices(more)));
  }
}
