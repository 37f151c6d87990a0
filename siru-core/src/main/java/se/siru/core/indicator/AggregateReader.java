package se.siru.core.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonBoolean;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.model.Condition;
import se.siru.core.model.FieldPath;
import se.siru.core.model.RecordType;

/** Reads how records become a value: of the whole measure, of a group, and in the test that a group must pass. */
final class AggregateReader {
  private static final Map<String, Function<FieldPath, Aggregate>> IN_GROUPS = new LinkedHashMap<>();
  private static final Map<String, Function<FieldPath, Aggregate>> ALL = new LinkedHashMap<>();

  private static final Map<String, Aggregate> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("count", new Aggregate.Count());
    for (Aggregate.OverGroups.Fold fold : Aggregate.OverGroups.Fold.values()) {
      WORDS.put(fold.code(), new Aggregate.OverGroups(fold));
    }
    IN_GROUPS.put("sum", Aggregate.Sum::new);
    IN_GROUPS.put("distinct", Aggregate.Distinct::new);
    IN_GROUPS.put("min", Aggregate.Min::new);
    IN_GROUPS.put("max", Aggregate.Max::new);
    IN_GROUPS.put("first", Aggregate.First::new);
    IN_GROUPS.put("last", Aggregate.Last::new);
    ALL.putAll(IN_GROUPS);
    ALL.put("last", AggregateReader::lastNumber);
    ALL.put("mean", Aggregate.Mean::new);
    ALL.put("median", Aggregate.Quantile::median);
  }

  private final DefinitionNames names;
  private final ConditionReader conditions;

  AggregateReader(DefinitionNames names, ConditionReader conditions) {
    this.names = names;
    this.conditions = conditions;
  }

  private static Aggregate lastNumber(FieldPath path) {
    return new Grouping.Inner(new Aggregate.Last(path), Condition.always()).requireNumber().aggregate();
  }

  /** The aggregate of a measure: {@code "count"}, a word for the values of groups, or an object that says one thing. */
  @Nullable Aggregate measure(RecordType type, JsonAccess access) {
    Optional<JsonValue> value = access.requiredValue("aggregate");
    if (value.isPresent() && value.get() instanceof JsonText) {
      return access.choice("aggregate", WORDS).orElse(null);
    }
    Optional<JsonAccess> object = access.object("aggregate");
    if (object.isEmpty()) {
      return null;
    }
    Aggregate aggregate;
    if (object.get().has("function")) {
      aggregate = function(type, object.get());
    } else if (names.code().isPresent() && object.get().has(ConditionWriter.CODE)) {
      CodeSource code = names.code().get();
      aggregate = object.get().requiredText(ConditionWriter.CODE).map(name -> new Aggregate.Custom(code.accumulator(name))).orElse(null);
    } else if (object.get().has("completeness")) {
      aggregate = completeness(type, object.get());
    } else {
      aggregate = object.get().has("quantile") ? quantile(type, object.get()) : oneOf(type, object.get(), ALL);
    }
    object.get().finish();
    return aggregate;
  }

  private @Nullable Aggregate function(RecordType type, JsonAccess object) {
    Optional<String> id = object.requiredText("function");
    id.ifPresent(found -> names.function(found, DefinitionNames.at(object, "function")));
    List<FieldPath> fields = new ArrayList<>();
    names.paths(type, object, "fields", (path, at) ->
        Aggregate.Function.problem(fields, path).ifPresentOrElse(
            problem -> names.doesNotFit(at, problem), () -> fields.add(path)));
    Map<String, String> parameters = new LinkedHashMap<>();
    object.object("parameters").ifPresent(given -> given.json().members().forEach((name, value) -> {
      if (value instanceof JsonNumber || value instanceof JsonBoolean) {
        parameters.put(name, value.toString());
      } else {
        given.text(name).ifPresent(text -> parameters.put(name, text));
      }
    }));
    boolean eachRecord = object.bool("each-record").orElse(false);
    return id.map(found -> new Aggregate.Function(found, parameters, fields, eachRecord)).orElse(null);
  }

  private @Nullable Aggregate completeness(RecordType type, JsonAccess object) {
    List<FieldPath> paths = new ArrayList<>();
    names.paths(type, object, "completeness", (path, at) -> paths.add(path));
    JsonValue value = object.json().get("completeness");
    int asked = value instanceof JsonArray ? ((JsonArray) value).size() : 1;
    return paths.size() < asked
        ? null
        : names.fit(DefinitionNames.at(object, "completeness"), () -> new Aggregate.Completeness(paths));
  }

  private @Nullable Aggregate quantile(RecordType type, JsonAccess object) {
    FieldPath path = names.path(type, object, "quantile");
    Optional<BigDecimal> share = object.requiredDecimal("share");
    return path == null || share.isEmpty()
        ? null
        : names.fit(DefinitionNames.at(object, "quantile"), () -> new Aggregate.Quantile(path, share.get()));
  }

  private @Nullable Aggregate oneOf(RecordType type, JsonAccess object, Map<String, Function<FieldPath, Aggregate>> choices) {
    List<String> found = new ArrayList<>();
    if (object.has("count")) {
      found.add("count");
    }
    choices.keySet().stream().filter(object::has).forEach(found::add);
    if (found.size() != 1) {
      List<String> all = new ArrayList<>(choices.keySet());
      all.add(0, "count");
      names.exactlyOne(object.position(), all);
      return null;
    }
    String name = found.get(0);
    if (name.equals("count")) {
      boolean yes = object.bool("count").orElse(true);
      if (!yes) {
        names.doesNotFit(DefinitionNames.at(object, name), "count can only be true");
      }
      return new Aggregate.Count();
    }
    FieldPath path = names.path(type, object, name);
    return path == null ? null : names.fit(DefinitionNames.at(object, name), () -> choices.get(name).apply(path));
  }

  /** The value of a group: as {@link #inner}, or two of them in an array under {@code plus} or {@code minus}. */
  Grouping.@Nullable Value value(RecordType type, JsonAccess access, String member) {
    Optional<Grouping.Operation> operation =
        access.json().get(member) instanceof JsonObject object
            ? Arrays.stream(Grouping.Operation.values()).filter(each -> object.get(each.code()) != null).findFirst()
            : Optional.empty();
    return operation.isEmpty()
        ? number(inner(type, access, member), access, member)
        : access.object(member).map(object -> combined(type, object, operation.get())).orElse(null);
  }

  private Grouping.@Nullable Inner number(Grouping.@Nullable Inner inner, JsonAccess access, String member) {
    return inner == null ? null : names.fit(DefinitionNames.at(access, member), inner::requireNumber);
  }

  private Grouping.@Nullable Value combined(RecordType type, JsonAccess object, Grouping.Operation operation) {
    List<JsonAccess> parts = object.objects(operation.code());
    object.finish();
    if (object.array(operation.code()).isPresent() && parts.size() != 2) {
      names.doesNotFit(object.position(), operation.code() + " takes two values of a group");
      return null;
    }
    List<Grouping.Inner> inners = new ArrayList<>();
    for (JsonAccess part : parts) {
      Grouping.Inner inner = inner(type, part);
      part.finish();
      if (inner != null) {
        inners.add(inner);
      }
    }
    return inners.size() < 2
        ? null
        : names.fit(object.position(), () -> new Grouping.Combined(operation, inners.get(0), inners.get(1)));
  }

  /** The value of a group: {@code "count"}, or an object that says one thing and perhaps {@code where}. */
  Grouping.@Nullable Inner inner(RecordType type, JsonAccess access, String member) {
    Optional<JsonValue> value = access.requiredValue(member);
    if (value.isPresent() && value.get() instanceof JsonText) {
      return access.choice(member, Map.of("count", Grouping.Inner.count())).orElse(null);
    }
    Optional<JsonAccess> object = access.object(member);
    if (object.isEmpty()) {
      return null;
    }
    Grouping.Inner inner = inner(type, object.get());
    object.get().finish();
    return inner;
  }

  private Grouping.@Nullable Inner inner(RecordType type, JsonAccess object) {
    Aggregate aggregate = oneOf(type, object, IN_GROUPS);
    Condition where = conditions.read(type, object, "where");
    if (aggregate == null || where == null) {
      return null;
    }
    return names.fit(object.position(), () -> new Grouping.Inner(aggregate, where));
  }

  /** What a group must pass. */
  Grouping.@Nullable Test test(RecordType type, JsonAccess access, String member) {
    return access.requiredObject(member).map(object -> test(type, object)).orElse(null);
  }

  private Grouping.@Nullable Test test(RecordType type, JsonAccess object) {
    List<String> choices = List.of("at-least", "all", "any", "not");
    List<String> found = choices.stream().filter(object::has).toList();
    object.finish();
    if (found.size() != 1) {
      names.exactlyOne(object.position(), choices);
      return null;
    }
    switch (found.get(0)) {
      case "all":
        List<Grouping.Test> all = tests(type, object, "all");
        return all == null ? null : new Grouping.Test.All(all);
      case "any":
        List<Grouping.Test> any = tests(type, object, "any");
        return any == null ? null : new Grouping.Test.Any(any);
      case "not":
        Grouping.Test negated = test(type, object, "not");
        return negated == null ? null : new Grouping.Test.Not(negated);
      default:
        return object.object("at-least").map(threshold -> atLeast(type, threshold)).orElse(null);
    }
  }

  private @Nullable List<Grouping.Test> tests(RecordType type, JsonAccess object, String member) {
    List<Grouping.Test> tests = new ArrayList<>();
    boolean whole = object.array(member).isPresent();
    for (JsonAccess part : object.objects(member)) {
      Grouping.Test test = test(type, part);
      if (test == null) {
        whole = false;
      } else {
        tests.add(test);
      }
    }
    return whole ? tests : null;
  }

  private Grouping.@Nullable Test atLeast(RecordType type, JsonAccess threshold) {
    Grouping.Inner inner = inner(type, threshold);
    Optional<BigDecimal> number = threshold.requiredDecimal("number");
    threshold.finish();
    return inner == null || number.isEmpty()
        ? null
        : names.fit(threshold.position(), () -> new Grouping.Test.AtLeast(inner, number.get()));
  }
}
