package se.siru.core.indicator;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.json.JsonWriter;
import se.siru.core.model.Condition;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Lag;
import se.siru.core.stability.Experimental;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;

/**
 * Writes indicators as definitions that {@link DefinitionReader} reads back to the same. Equal indicators have equal text. What
 * is code, an opaque condition or an author's accumulator, cannot be written.
 */
@Provided(since = "0.1.0")
public final class DefinitionWriter {
  private static final DefinitionWriter PLAIN = new DefinitionWriter(ConditionWriter.PLAIN, false);
  private static final DefinitionWriter WITH_CODE = new DefinitionWriter(ConditionWriter.WITH_CODE, true);

  private final ConditionWriter conditions;
  private final boolean withCode;

  private DefinitionWriter(ConditionWriter conditions, boolean withCode) {
    this.conditions = conditions;
    this.withCode = withCode;
  }

  /**
   * Writes a file of definitions, indented, and leaves the stream open.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where an indicator holds code; nothing is written then
   * @throws IOException where the stream cannot be written
   */
  public static void write(Collection<? extends Indicator> indicators, OutputStream out) throws IOException {
    List<JsonObject> objects = indicators.stream().map(PLAIN::object).toList();
    JsonObject document =
        JsonObject.builder()
            .put("siru", DefinitionReader.FORMAT)
            .put("indicators", JsonArray.copyOf(objects))
            .build();
    JsonWriter.indented(out).write(document).finish();
  }

  /**
   * One definition as one line of JSON.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where the indicator holds code
   */
  public static String text(Indicator indicator) {
    return JsonWriter.text(PLAIN.object(indicator));
  }

  /**
   * As {@link #text}, also where the indicator holds code: a condition that is code is written as {@code "as-code": "its description"}, an
   * author's accumulator as {@code {"as-code": "its name"}}. {@link DefinitionReader#withCode} reads it back.
   */
  @Experimental(since = "0.1.0")
  public static String textWithCode(Indicator indicator) {
    return JsonWriter.text(WITH_CODE.object(indicator));
  }

  private JsonObject object(Indicator indicator) {
    JsonObject.Builder object = JsonObject.builder();
    try {
      describe(indicator, object);
      if (indicator instanceof Formula) {
        object.put("formula", ExpressionWriter.text(((Formula) indicator).expression()));
      } else {
        measure((Measure) indicator, object);
      }
    } catch (IllegalArgumentException notData) {
      throw new SiruException(
          ErrorCode.MISUSE, indicator + " cannot be written as a definition: " + notData.getMessage(), notData);
    }
    return object.build();
  }

  private static void describe(Indicator indicator, JsonObject.Builder object) {
    object.put("id", indicator.id());
    if (!indicator.code().equals(indicator.id())) {
      object.put("code", indicator.code());
    }
    if (!indicator.version().equals("1")) {
      object.put("version", indicator.version());
    }
    put(object, "name", indicator.name());
    put(object, "definition", indicator.definition());
    if (!indicator.unit().isEmpty()) {
      object.put("unit", indicator.unit());
    }
    if (indicator.kind() != Indicator.Kind.OUTPUT) {
      object.put("kind", DefinitionDocument.word(indicator.kind()));
    }
    if (indicator.direction() != Indicator.Direction.UP) {
      object.put("direction", DefinitionDocument.word(indicator.direction()));
    }
    if (!indicator.source().isEmpty() || indicator.evidence() != Indicator.Evidence.UNCONFIRMED) {
      object.put(
          "source",
          JsonObject.builder()
              .put("text", indicator.source())
              .put("evidence", DefinitionDocument.word(indicator.evidence()))
              .build());
    }
    if (!indicator.declaredRange().isAny()) {
      object.put("range", range(indicator.declaredRange()));
    }
    if (!indicator.parameters().isEmpty()) {
      JsonObject.Builder parameters = JsonObject.builder();
      indicator.parameters().forEach(each -> parameters.put(each.parameter().name(), parameter(each)));
      object.put("parameters", parameters.build());
    }
  }

  private static JsonObject range(Range range) {
    JsonObject.Builder object = JsonObject.builder();
    if (range.least() != null) {
      object.put("at-least", JsonNumber.of(range.least()));
    }
    if (range.most() != null) {
      object.put("at-most", JsonNumber.of(range.most()));
    }
    return object.build();
  }

  /** The value has been built in, so that no rule set can give another when the definition is read. */
  private static JsonObject parameter(Parameter.Setting setting) {
    Parameter parameter = setting.parameter();
    JsonObject.Builder object = JsonObject.builder();
    put(object, "label", parameter.label());
    object.put("default", value(parameter, parameter.standard()));
    if (!parameter.unit().isEmpty()) {
      object.put("unit", parameter.unit());
    }
    if (!parameter.choices().isEmpty()) {
      object.put("choices", parameter.choices());
    }
    if (parameter.wholeUpTo() != null) {
      object.put("whole-up-to", parameter.wholeUpTo());
    }
    object.put("evidence", DefinitionDocument.word(parameter.evidence()));
    object.put(
        "given",
        JsonObject.builder()
            .put("value", value(parameter, setting.value()))
            .put("rules", setting.rules())
            .put("evidence", DefinitionDocument.word(setting.evidence()))
            .build());
    return object.build();
  }

  private static JsonValue value(Parameter parameter, String value) {
    return parameter.kind() == Parameter.Kind.NUMBER ? JsonNumber.of(new BigDecimal(value)) : JsonText.of(value);
  }

  private static void put(JsonObject.Builder object, String name, LocalizedText text) {
    if (!text.isEmpty()) {
      object.put(name, texts(text.asMap()));
    }
  }

  private static JsonObject texts(Map<String, String> byName) {
    JsonObject.Builder object = JsonObject.builder();
    byName.forEach(object::put);
    return object.build();
  }

  private void measure(Measure measure, JsonObject.Builder object) {
    object.put("over", measure.over().name());
    put(object, measure.where());
    if (!measure.when().equals(TimeRule.event())) {
      object.put("when", when(measure.when()));
    }
    measure.grouping().ifPresent(grouping -> grouping(grouping, object));
    object.put("aggregate", aggregate(measure.aggregate()));
    measure.scope().ifPresent(level -> object.put("scope", level));
    measure.requiredCoverage().ifPresent(required -> object.put("requires-coverage", coverage(required)));
    if (!measure.dimensions().isEmpty()) {
      JsonObject.Builder dimensions = JsonObject.builder();
      measure.dimensions().forEach((name, dimension) -> dimensions.put(name, dimension.toString()));
      object.put("dimensions", dimensions.build());
    }
    if (!measure.additive().isEmpty()) {
      object.put("additive-over", measure.additive());
    }
    if (!measure.notAdditive().isEmpty()) {
      object.put("not-additive-over", measure.notAdditive());
    }
    if (!measure.wholeOver().isEmpty()) {
      object.put("whole-over", measure.wholeOver());
    }
  }

  private void put(JsonObject.Builder object, Condition where) {
    if (!where.equals(Condition.always())) {
      object.put("where", conditions.object(where));
    }
  }

  private static JsonValue when(TimeRule rule) {
    String kind = rule.kind().code();
    if (!rule.lag().equals(Lag.NONE) || rule.kind() == TimeRule.Kind.LAGGED) {
      return JsonObject.builder().put(kind, stretch(rule)).build();
    }
    if (rule.within() != null) {
      return JsonObject.builder().put(kind, JsonObject.builder().put("within", rule.within().name()).build()).build();
    }
    return rule.date() == null ? JsonText.of(kind) : JsonObject.builder().put(kind, rule.date().name()).build();
  }

  private static JsonValue coverage(RequiredCoverage required) {
    String of = required.of().name();
    return required.monthsBefore() == 0
        ? JsonText.of(of)
        : JsonObject.builder().put("of", of).put("months-before", required.monthsBefore()).build();
  }

  private static JsonObject stretch(TimeRule rule) {
    JsonObject.Builder object = JsonObject.builder();
    if (rule.date() != null) {
      object.put("date", rule.date().name());
    }
    return rule.lag().days() > 0
        ? object.put("days", rule.lag().days()).build()
        : object.put("months", rule.lag().months()).build();
  }

  private void grouping(Grouping grouping, JsonObject.Builder object) {
    object.put("per", grouping.keys().stream().map(FieldPath::toString).toList());
    if (grouping.value() != null) {
      object.put("of", value(grouping.value()));
    }
    if (grouping.having() != null) {
      object.put("having", test(grouping.having()));
    }
    if (grouping.band() != null) {
      object.put("band", band(grouping.band()));
    }
    if (grouping.dating() != null) {
      object.put("dated-by", grouping.dating().code());
    }
  }

  private JsonValue value(Grouping.Value value) {
    if (value instanceof Grouping.Inner) {
      return inner((Grouping.Inner) value);
    }
    Grouping.Combined combined = (Grouping.Combined) value;
    List<JsonObject> inners = combined.inners().stream().map(inner -> innerMembers(inner).build()).toList();
    return JsonObject.builder().put(combined.operation().code(), JsonArray.copyOf(inners)).build();
  }

  private JsonValue inner(Grouping.Inner inner) {
    if (inner.aggregate() instanceof Aggregate.Count && inner.where().equals(Condition.always())) {
      return JsonText.of("count");
    }
    return innerMembers(inner).build();
  }

  private JsonObject.Builder innerMembers(Grouping.Inner inner) {
    JsonObject.Builder object = JsonObject.builder();
    if (inner.aggregate() instanceof Aggregate.Count) {
      object.put("count", true);
    } else {
      byPath(inner.aggregate(), object);
    }
    put(object, inner.where());
    return object;
  }

  private JsonObject test(Grouping.Test test) {
    if (test instanceof Grouping.Test.AtLeast) {
      Grouping.Test.AtLeast atLeast = (Grouping.Test.AtLeast) test;
      JsonObject threshold = innerMembers(atLeast.inner()).put("number", atLeast.number()).build();
      return JsonObject.builder().put("at-least", threshold).build();
    } else if (test instanceof Grouping.Test.All) {
      return JsonObject.builder().put("all", tests(((Grouping.Test.All) test).tests())).build();
    } else if (test instanceof Grouping.Test.Any) {
      return JsonObject.builder().put("any", tests(((Grouping.Test.Any) test).tests())).build();
    }
    return JsonObject.builder().put("not", test(((Grouping.Test.Not) test).test())).build();
  }

  private JsonArray tests(List<Grouping.Test> tests) {
    return JsonArray.copyOf(tests.stream().map(this::test).toList());
  }

  private JsonObject band(Grouping.Band band) {
    JsonObject.Builder object = JsonObject.builder().put("dimension", band.dimension());
    put(object, "label", band.label());
    object.put("of", inner(band.inner()));
    if (!band.steps().isEmpty()) {
      object.put("steps", JsonArray.copyOf(band.steps().stream().map(DefinitionWriter::step).toList()));
    }
    return object.build();
  }

  private static JsonObject step(Grouping.Band.Step step) {
    JsonObject.Builder object = JsonObject.builder().put("code", step.code());
    put(object, "label", step.label());
    return object.put("at-least", step.atLeast()).build();
  }

  private JsonValue aggregate(Aggregate aggregate) {
    if (aggregate instanceof Aggregate.Count) {
      return JsonText.of("count");
    }
    if (aggregate instanceof Aggregate.OverGroups) {
      return JsonText.of(((Aggregate.OverGroups) aggregate).fold().code());
    }
    JsonObject.Builder object = JsonObject.builder();
    if (aggregate instanceof Aggregate.Function) {
      Aggregate.Function function = (Aggregate.Function) aggregate;
      object.put("function", function.id());
      if (!function.parameters().isEmpty()) {
        object.put("parameters", texts(function.parameters()));
      }
      if (!function.fields().isEmpty()) {
        object.put("fields", function.fields().stream().map(FieldPath::toString).toList());
      }
      if (function.eachRecord()) {
        object.put("each-record", true);
      }
    } else if (aggregate instanceof Aggregate.Completeness) {
      object.put("completeness", ((Aggregate.Completeness) aggregate).paths().stream().map(FieldPath::toString).toList());
    } else {
      byPath(aggregate, object);
    }
    return object.build();
  }

  private static void quantile(Aggregate.Quantile quantile, JsonObject.Builder object) {
    if (quantile.isMedian()) {
      object.put("median", quantile.path().toString());
    } else {
      object.put("quantile", quantile.path().toString()).put("share", quantile.share());
    }
  }

  private void byPath(Aggregate aggregate, JsonObject.Builder object) {
    if (aggregate instanceof Aggregate.Sum) {
      object.put("sum", ((Aggregate.Sum) aggregate).path().toString());
    } else if (aggregate instanceof Aggregate.Mean) {
      object.put("mean", ((Aggregate.Mean) aggregate).path().toString());
    } else if (aggregate instanceof Aggregate.Quantile) {
      quantile((Aggregate.Quantile) aggregate, object);
    } else if (aggregate instanceof Aggregate.Min) {
      object.put("min", ((Aggregate.Min) aggregate).path().toString());
    } else if (aggregate instanceof Aggregate.Max) {
      object.put("max", ((Aggregate.Max) aggregate).path().toString());
    } else if (aggregate instanceof Aggregate.Distinct) {
      object.put("distinct", ((Aggregate.Distinct) aggregate).path().toString());
    } else if (aggregate instanceof Aggregate.First) {
      object.put("first", ((Aggregate.First) aggregate).path().toString());
    } else if (aggregate instanceof Aggregate.Last) {
      object.put("last", ((Aggregate.Last) aggregate).path().toString());
    } else if (withCode && aggregate instanceof Aggregate.Custom custom) {
      object.put(ConditionWriter.CODE, custom.accumulator().name());
    } else {
      throw new IllegalArgumentException("an author's accumulator is code, which no file can hold");
    }
  }
}
