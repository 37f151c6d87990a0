package se.siru.core.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonBoolean;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;

/** Reads the origins of a field that are made of several columns: pseudonyms, sums and cases. */
final class OriginReader {
  private final String source;
  private final Findings findings;
  private final FieldMappingReader parts;

  /**
   * A reader.
   *
   * @param parts reads the columns of which they are made
   */
  OriginReader(String source, Findings findings, FieldMappingReader parts) {
    this.source = source;
    this.findings = findings;
    this.parts = parts;
  }

  /** Adds the origins that a field names, by their members. */
  void read(JsonAccess entry, String field, boolean hasElement, Set<String> tokens, Map<String, From> found) {
    if (entry.has("pseudonym")) {
      Set<String> unknown = new LinkedHashSet<>(tokens);
      unknown.addAll(entry.texts("unknown"));
      entry.value("pseudonym")
          .map(value -> new PseudonymOf(alternatives(value, entry, field, hasElement), unknown))
          .ifPresent(pseudonym -> found.put("pseudonym", pseudonym));
    }
    if (entry.has("sum")) {
      found.put("sum", sum(entry, "sum", field, hasElement, entry.bool("blank-is-zero").orElse(false)));
    }
    if (entry.has("cases")) {
      List<FirstCase.Case> cases = new ArrayList<>();
      for (JsonAccess one : entry.objects("cases")) {
        one(one, field, hasElement).ifPresent(cases::add);
      }
      found.put("cases", new FirstCase(cases));
    }
  }

  /** What a number must add up to; null where the field does not say it. */
  @Nullable SumOf check(JsonAccess entry, String field, boolean hasElement) {
    return entry.has("equals-sum") ? sum(entry, "equals-sum", field, hasElement, true) : null;
  }

  /** What is counted once; null where an entry does not say it. */
  @Nullable RowKey oncePer(JsonAccess entry, boolean hasElement) {
    if (!entry.has("once-per")) {
      return null;
    }
    List<JsonValue> values = entry.value("once-per").map(value -> value instanceof JsonArray array ? array.values() : List.of(value))
        .orElse(List.of());
    List<From> read = parts(values, entry, "once-per", hasElement);
    if (read.isEmpty()) {
      add(MappingRules.UNUSABLE, entry, "member", "once-per", "found", "[]", "allowed", "[\"column\", \"column\"]");
      return null;
    }
    return new RowKey(read);
  }

  private SumOf sum(JsonAccess entry, String member, String field, boolean hasElement, boolean blankIsZero) {
    List<From> read = parts(entry.requiredArray(member).map(JsonArray::values).orElse(List.of()), entry, field, hasElement);
    if (read.isEmpty()) {
      add(MappingRules.UNUSABLE, entry, "member", member, "found", "[]", "allowed", "[\"column\", \"column\"]");
    }
    NumberStyle style = entry.choice("number", NumberStyle.BY_NAME).orElse(NumberStyle.PLAIN);
    return new SumOf(read, style, blankIsZero);
  }

  /** A column, several that are all needed, or a list of such lists of which the first that is filled is taken. */
  private List<List<PseudonymOf.Part>> alternatives(JsonValue value, JsonAccess entry, String field, boolean hasElement) {
    List<JsonValue> values = value instanceof JsonArray array ? array.values() : List.of(value);
    List<List<PseudonymOf.Part>> alternatives = new ArrayList<>();
    if (!values.isEmpty() && values.stream().allMatch(JsonArray.class::isInstance)) {
      values.forEach(list -> alternatives.add(people(((JsonArray) list).values(), entry, field, hasElement)));
    } else {
      alternatives.add(people(values, entry, field, hasElement));
    }
    if (alternatives.stream().anyMatch(List::isEmpty)) {
      add(MappingRules.UNUSABLE, entry, "member", "pseudonym", "found", "[]", "allowed", "[\"column\", \"column\"]");
      return List.of(List.of(new PseudonymOf.Part(From.NOTHING, true)));
    }
    return alternatives;
  }

  private List<PseudonymOf.Part> people(List<JsonValue> values, JsonAccess entry, String field, boolean hasElement) {
    List<PseudonymOf.Part> read = new ArrayList<>();
    for (JsonValue value : values) {
      JsonObject said = value instanceof JsonObject object ? object : JsonObject.builder().build();
      boolean isPersonal = !(said.get("personal") instanceof JsonBoolean personal) || personal.value();
      parts.part(value, entry, field, hasElement).ifPresent(from -> read.add(new PseudonymOf.Part(from, isPersonal)));
    }
    return read;
  }

  private List<From> parts(List<JsonValue> values, JsonAccess entry, String field, boolean hasElement) {
    List<From> read = new ArrayList<>();
    values.forEach(value -> parts.part(value, entry, field, hasElement).ifPresent(read::add));
    return read;
  }

  private Optional<FirstCase.Case> one(JsonAccess entry, String field, boolean hasElement) {
    List<RecordMapping.When> conditions = new ArrayList<>();
    for (JsonAccess condition : conditions(entry)) {
      Optional.ofNullable(when(condition, "when")).ifPresent(conditions::add);
    }
    From then = entry.requiredValue("then").filter(JsonText.class::isInstance).isPresent()
        ? new From.Constant(SourceRow.values(Cell.text(entry.text("then").orElse(""))))
        : entry.object("then").flatMap(object -> parts.part(object.json(), entry, field, hasElement)).orElse(From.NOTHING);
    entry.finish();
    return conditions.isEmpty() ? Optional.empty() : Optional.of(new FirstCase.Case(conditions, then));
  }

  private static List<JsonAccess> conditions(JsonAccess entry) {
    return entry.requiredValue("when").filter(JsonObject.class::isInstance).isPresent()
        ? entry.object("when").stream().toList()
        : entry.objects("when");
  }

  /** A condition on one column; null, and a finding, where it is none. */
  RecordMapping.@Nullable When when(JsonAccess entry, String member) {
    String column = column(entry);
    Map<String, RecordMapping.When> found = new LinkedHashMap<>();
    entry.bool("present").ifPresent(is -> found.put("present", RecordMapping.When.in(column, !is, null)));
    entry.text("equals").ifPresent(text -> found.put("equals", RecordMapping.When.in(column, false, Set.of(text))));
    entry.text("matches").ifPresent(glob -> found.put("matches", RecordMapping.When.matches(column, glob)));
    for (String name : List.of("in", "not-in")) {
      List<String> texts = entry.texts(name);
      if (!texts.isEmpty()) {
        found.put(name, RecordMapping.When.in(column, name.equals("not-in"), new LinkedHashSet<>(texts)));
      }
    }
    entry.finish();
    if (found.size() != 1) {
      add(MappingRules.UNUSABLE, entry, "member", member, "found", String.join(", ", found.keySet()),
          "allowed", "one of present, equals, in, not-in, matches");
      return null;
    }
    return found.values().iterator().next();
  }

  /** The column or path that an entry names. */
  static String column(JsonAccess entry) {
    return entry.has("path") ? entry.requiredText("path").orElse("") : entry.requiredText("column").orElse("");
  }

  private void add(Rule rule, JsonAccess at, String... namesAndValues) {
    findings.add(rule, JsonFindings.origin(source, at.position()), namesAndValues);
  }
}
