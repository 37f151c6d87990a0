package se.siru.core.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonNull;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.vocabulary.Code;

/** Reads what a mapping says about one field. */
final class FieldMappingReader {
  /** What happens to values that cannot be read: whether they count as unknown. */
  private static final Map<String, Boolean> OTHERWISE = Map.of("reject", false, "unknown", true);
  /** The code list of the field that {@code age-on} makes. */
  static final String AGE_CLASSES = "age-classes";
  /** The code list of the field that {@code gender-of-number} makes. */
  static final String GENDERS = "genders";

  private final String source;
  private final Schema schema;
  private final Findings findings;
  /** By what is identified: the steps that the first field of it named. */
  private final Map<String, List<String>> identities = new HashMap<>();
  private final OriginReader origins;
  private boolean isNested;
  private Set<String> tokens = Set.of();

  FieldMappingReader(String source, Schema schema, Findings findings) {
    this.source = source;
    this.schema = schema;
    this.findings = findings;
    this.origins = new OriginReader(source, findings, this);
  }

  /** Reads origins that are made of several columns, and conditions. */
  OriginReader origins() {
    return origins;
  }

  /**
   * Turns to the next source.
   *
   * @param mayNest false where its rows are those of a table
   */
  void begin(boolean mayNest, List<String> unknownTokens) {
    this.isNested = mayNest;
    this.tokens = Set.copyOf(unknownTokens);
  }

  /** The member of a field's name: the name of a column, or an object. What is wrong with it is a finding. */
  FieldMapping field(JsonAccess byName, Field<?> field, boolean hasElement) {
    Optional<JsonValue> value = byName.value(field.name());
    if (value.isPresent() && value.get() instanceof JsonText text) {
      FieldMapping plain = new FieldMapping(field, new From.Column(text.value()));
      plain.unknown = tokens;
      return plain;
    }
    Optional<JsonAccess> object = byName.object(field.name());
    if (object.isEmpty()) {
      return new FieldMapping(field, From.NOTHING);
    }
    JsonAccess entry = object.get();
    ResolveColumns resolve = entry.object("resolve").map(columns -> resolve(columns, field, hasElement)).orElse(null);
    From from = resolve == null ? from(entry, field.name(), hasElement, true) : resolve.name();
    FieldMapping made = new FieldMapping(field, from == null ? From.NOTHING : from);
    made.resolve = resolve;
    steps(entry, made);
    if (resolve != null && made.identity != null) {
      add(MappingRules.UNUSABLE, entry, "member", "identity", "found", "resolve", "allowed", "resolve or identity");
    }
    if (has(entry, "equals-sum", made, field.kind().isNumber())) {
      made.check = origins.check(entry, field.name(), hasElement);
    }
    if (has(entry, "once-per", made, field.kind().isNumber())) {
      made.oncePer = origins.oncePer(entry, hasElement);
    }
    entry.finish();
    return made;
  }

  private ResolveColumns resolve(JsonAccess entry, Field<?> field, boolean hasElement) {
    From name = part(entry, "name", field, hasElement);
    From number = part(entry, "number", field, hasElement);
    From email = part(entry, "email", field, hasElement);
    From contact = part(entry, "contact", field, hasElement);
    From municipality = part(entry, "municipality", field, hasElement);
    entry.finish();
    if (!Stakeholder.TYPE.name().equals(field.target())) {
      add(MappingRules.STEP_WITHOUT_EFFECT, entry, "step", "resolve", "field", field.name(),
          "kind", field.kind().name().toLowerCase(Locale.ROOT));
    }
    if (name == null && number == null && email == null) {
      add(MappingRules.UNUSABLE, entry, "member", "resolve", "found", "{}", "allowed", "name, number, email");
    }
    return new ResolveColumns(name == null ? From.NOTHING : name, number, email, contact, municipality);
  }

  private @Nullable From part(JsonAccess entry, String member, Field<?> field, boolean hasElement) {
    return entry.value(member).flatMap(value -> part(value, entry, field.name(), hasElement)).orElse(null);
  }

  private @Nullable From from(JsonAccess entry, String field, boolean hasElement, boolean isWhole) {
    Map<String, From> found = new LinkedHashMap<>();
    entry.text("column").ifPresent(name -> found.put("column", new From.Column(name)));
    entry.text("path").ifPresent(path -> found.put("path", new From.Column(path)));
    if (entry.has("constant")) {
      List<Cell> values = entry.value("constant").map(JsonCells::cell).map(SourceRow::values).orElse(null);
      found.put("constant", new From.Constant(values == null ? List.of() : values));
    }
    if (entry.has("compose")) {
      found.put("compose", compose(entry, field, hasElement));
    }
    if (entry.has("each")) {
      String pointer = entry.value("each").orElseThrow() instanceof JsonText text ? text.value() : "";
      found.put("each", new From.Element(pointer));
    }
    if (entry.bool("row").orElse(false)) {
      found.put("row", new From.RowNumber());
    }
    entry.bool("personal"); // of a part, whether a person is known by it; of a field, read as a step
    if (isWhole) {
      origins.read(entry, field, hasElement, tokens, found);
    }
    if (found.size() != 1) {
      add(MappingRules.ONE_ORIGIN, entry, "field", field, "count", Integer.toString(found.size()));
      return null;
    }
    if (found.containsKey("path") && (!isNested || !entry.text("path").orElse("").startsWith("/"))) {
      add(MappingRules.UNUSABLE, entry, "member", "path", "found", entry.text("path").orElse(""),
          "allowed", "/member/member (JSON)");
    }
    if (found.containsKey("each") && !hasElement) {
      add(MappingRules.UNUSABLE, entry, "member", "each", "found", "each", "allowed", "records with \"each\"");
    }
    From origin = found.values().iterator().next();
    Optional<PeriodOf.Length> length = entry.choice("period", PeriodOf.LENGTHS);
    if (length.isEmpty()) {
      return origin;
    }
    return new PeriodOf(origin, entry.has("date") ? dates(entry) : List.of(DatePattern.ISO), length.get());
  }

  private From compose(JsonAccess entry, String field, boolean hasElement) {
    List<From> parts = new ArrayList<>();
    for (JsonValue part : entry.requiredArray("compose").map(JsonArray::values).orElse(List.of())) {
      part(part, entry, field, hasElement).ifPresent(parts::add);
    }
    return new From.Compose(parts, entry.text("separator").orElse("-"));
  }

  /** One of several origins of a field: the name of a column, or an object. */
  Optional<From> part(JsonValue part, JsonAccess entry, String field, boolean hasElement) {
    if (part instanceof JsonText text) {
      return Optional.of(new From.Column(text.value()));
    }
    if (part instanceof JsonObject object) {
      JsonAccess access = JsonAccess.of(object, JsonFindings.into(findings, source));
      From from = from(access, field, hasElement, false);
      access.finish();
      return Optional.ofNullable(from);
    }
    add(MappingRules.NOT_A_VALUE, entry);
    return Optional.empty();
  }

  private void steps(JsonAccess entry, FieldMapping made) {
    FieldKind kind = made.field.kind();
    made.split = entry.text("split").orElse(null);
    if (made.split != null && made.split.isEmpty()) {
      add(MappingRules.UNUSABLE, entry, "member", "split", "found", "", "allowed", ", ;");
      made.split = null;
    }
    Set<String> unknown = new LinkedHashSet<>(tokens);
    unknown.addAll(entry.texts("unknown"));
    made.unknown = unknown;
    made.map = map(entry);
    made.optional = entry.bool("optional").orElse(false);
    made.otherwise = entry.texts("default");
    entry.choice("otherwise", OTHERWISE).ifPresent(is -> made.unreadableIsUnknown = is);
    made.isScanned = entry.bool("personal").orElse(true);
    person(entry, made);
    if (has(entry, "date", made, kind == FieldKind.DATE || made.person != null || entry.has("period"))) {
      made.dates = dates(entry);
    }
    if (has(entry, "number", made, kind.isNumber())) {
      entry.choice("number", NumberStyle.BY_NAME).ifPresent(style -> made.number = style);
    }
    if (has(entry, "times", made, kind.isNumber())) {
      entry.decimal("times").ifPresent(factor -> made.times = factor);
    }
    if (has(entry, "level", made, kind == FieldKind.CODE)) {
      made.level = entry.text("level").orElse(null);
      checkLevel(entry, made);
    }
    boolean isId = kind == FieldKind.REFERENCE || made.field.role() == FieldRole.ID;
    if (has(entry, "identity", made, isId)) {
      made.identity = identity(entry, made);
    }
  }

  private void person(JsonAccess entry, FieldMapping made) {
    if (has(entry, "age-on", made, AGE_CLASSES.equals(made.field.codelist()))) {
      entry.date("age-on").ifPresent(day -> made.person = new PersonStep.AgeOn(day));
    }
    if (has(entry, "gender-of-number", made, GENDERS.equals(made.field.codelist()))) {
      entry.bool("gender-of-number").filter(is -> is).ifPresent(is -> made.person = new PersonStep.GenderOfNumber());
    }
  }

  /** True where a step is there; one that has no effect on values of the kind is reported. */
  private boolean has(JsonAccess entry, String step, FieldMapping made, boolean fits) {
    if (entry.has(step) && !fits) {
      add(MappingRules.STEP_WITHOUT_EFFECT, entry, "step", step, "field", made.field.name(),
          "kind", made.field.kind().name().toLowerCase(Locale.ROOT));
    }
    return entry.has(step) && fits;
  }

  private Map<String, String> map(JsonAccess entry) {
    Map<String, String> map = new HashMap<>();
    Optional<JsonAccess> values = entry.object("map");
    if (values.isPresent()) {
      values.get().json().members().forEach((text, meaning) -> {
        if (meaning instanceof JsonText code) {
          map.put(text.strip(), code.value());
        } else if (meaning instanceof JsonNull) {
          map.put(text.strip(), "");
        } else {
          add(MappingRules.NOT_A_VALUE, values.get());
        }
      });
    }
    return map;
  }

  private List<DatePattern> dates(JsonAccess entry) {
    List<DatePattern> patterns = new ArrayList<>();
    for (String text : entry.texts("date")) {
      try {
        patterns.add(DatePattern.of(text));
      } catch (IllegalArgumentException notOne) {
        add(MappingRules.UNUSABLE, entry, "member", "date", "found", text,
            "allowed", "yyyy-MM-dd, dd/MM/yyyy, d.M.yyyy");
      }
    }
    return patterns;
  }

  private void checkLevel(JsonAccess entry, FieldMapping made) {
    Set<String> levels = new LinkedHashSet<>();
    schema.codelist(made.field).codes().stream().map(Code::level).filter(Objects::nonNull).forEach(levels::add);
    if (made.level != null && !levels.contains(made.level)) {
      MappingReader.unknownName(findings, source, entry, "level of " + made.field.codelist(), made.level, levels);
    }
  }

  private @Nullable IdentityRule identity(JsonAccess entry, FieldMapping made) {
    List<String> names = entry.texts("identity");
    List<IdentityRule.Step> steps = new ArrayList<>();
    for (String name : names) {
      IdentityRule.Step step = IdentityRule.STEPS.get(name);
      if (step == null) {
        MappingReader.unknownName(findings, source, entry, "identity step", name, IdentityRule.STEPS.keySet());
      } else {
        steps.add(step);
      }
    }
    List<String> sorted = names.stream().sorted().distinct().toList();
    List<String> before = identities.putIfAbsent(made.space(), sorted);
    if (before != null && !before.equals(sorted)) {
      add(MappingRules.UNUSABLE, entry, "member", "identity", "found", String.join(", ", sorted),
          "allowed", String.join(", ", before));
    }
    return new IdentityRule(steps);
  }

  private void add(Rule rule, JsonAccess at, String... namesAndValues) {
    findings.add(rule, JsonFindings.origin(source, at.position()), namesAndValues);
  }
}
