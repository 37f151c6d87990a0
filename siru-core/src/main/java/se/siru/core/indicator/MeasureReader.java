package se.siru.core.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonPosition;
import se.siru.core.json.JsonText;
import se.siru.core.model.Condition;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldPath;
import se.siru.core.model.RecordType;
import se.siru.core.text.LocalizedText;

/** Reads what makes a measure: over which records, which of them, when, in which groups, aggregated how. */
final class MeasureReader {
  private static final List<String> MEMBERS =
      List.of("where", "when", "per", "of", "having", "band", "dated-by", "scope", "requires-coverage",
          "dimensions", "additive-over", "not-additive-over", "whole-over");

  private static final Map<String, Grouping.Dating> DATINGS = new LinkedHashMap<>();

  static {
    for (Grouping.Dating dating : Grouping.Dating.values()) {
      DATINGS.put(dating.code(), dating);
    }
  }

  private final DefinitionNames names;
  private final ConditionReader conditions;
  private final AggregateReader aggregates;
  private final TimeRuleReader times;

  MeasureReader(DefinitionNames names) {
    this.names = names;
    this.conditions = new ConditionReader(names);
    this.aggregates = new AggregateReader(names, conditions);
    this.times = new TimeRuleReader(names);
  }

  /** Reads into a builder; what could not be read has been reported. */
  void read(JsonAccess access, Measure.Builder builder) {
    Optional<RecordType> found = names.recordType(access, "over");
    if (found.isEmpty()) {
      // Without its record type nothing can be said about fields; misspelt members are told all the same.
      access.requiredValue("aggregate");
      MEMBERS.forEach(access::has);
      access.finish();
      return;
    }
    RecordType type = found.get();
    builder.over(type);
    Condition where = conditions.read(type, access, "where");
    if (where != null) {
      builder.where(where);
    }
    TimeRule when = times.read(type, access);
    if (when != null) {
      builder.when(when);
    }
    grouping(type, access, builder);
    Aggregate aggregate = aggregates.measure(type, access);
    if (aggregate != null) {
      builder.aggregate(aggregate);
    }
    access.text("scope").ifPresent(level -> {
      names.checkScope(level, DefinitionNames.at(access, "scope"));
      builder.scope(level);
    });
    coverage(type, access, builder);
    dimensions(type, access, builder);
    access.texts("additive-over").forEach(builder::additiveOver);
    access.texts("not-additive-over").forEach(builder::notAdditiveOver);
    access.texts("whole-over").forEach(builder::wholeOver);
    access.finish();
  }

  private void grouping(RecordType type, JsonAccess access, Measure.Builder builder) {
    builder.per(names.keys(type, access, "per").toArray(FieldPath[]::new));
    if (access.has("of")) {
      Grouping.Value value = aggregates.value(type, access, "of");
      if (value != null) {
        builder.of(value);
      }
    }
    if (access.has("having")) {
      Grouping.Test test = aggregates.test(type, access, "having");
      if (test != null) {
        builder.having(test);
      }
    }
    access.object("band").ifPresent(object -> {
      Grouping.Band band = band(type, object);
      if (band != null) {
        builder.band(band);
      }
    });
    access.choice("dated-by", DATINGS).ifPresent(builder::datedBy);
  }

  private Grouping.@Nullable Band band(RecordType type, JsonAccess object) {
    Optional<String> dimension = object.requiredText("dimension");
    LocalizedText label = LocalizedText.of(object.textMap("label"));
    Grouping.Inner inner = aggregates.inner(type, object, "of");
    List<Grouping.Band.Step> steps = new ArrayList<>();
    List<JsonAccess> given = object.objects("steps");
    for (JsonAccess step : given) {
      Optional<String> code = step.requiredText("code");
      Optional<BigDecimal> atLeast = step.requiredDecimal("at-least");
      LocalizedText stepLabel = LocalizedText.of(step.textMap("label"));
      step.finish();
      if (code.isPresent() && atLeast.isPresent()) {
        steps.add(new Grouping.Band.Step(code.get(), stepLabel, atLeast.get()));
      }
    }
    object.finish();
    if (dimension.isEmpty() || inner == null || steps.size() < given.size()) {
      return null;
    }
    return names.fit(object.position(), () -> new Grouping.Band(dimension.get(), label, inner, steps));
  }

  /** The buyer alone, or with a time before the period. */
  private void coverage(RecordType type, JsonAccess access, Measure.Builder builder) {
    if (!access.has("requires-coverage")) {
      return;
    }
    JsonPosition at = DefinitionNames.at(access, "requires-coverage");
    boolean alone = access.json().get("requires-coverage") instanceof JsonText;
    Optional<JsonAccess> object = alone ? Optional.empty() : access.object("requires-coverage");
    Optional<String> of = alone ? access.text("requires-coverage") : object.flatMap(each -> each.requiredText("of"));
    OptionalLong months = object.map(each -> each.integer("months-before", 0, RequiredCoverage.MOST_MONTHS)).orElse(OptionalLong.empty());
    object.ifPresent(JsonAccess::finish);
    of.flatMap(name -> names.field(type, name, at))
        .ifPresent(field -> names.fit(at, () -> builder.requiresCoverage(field, (int) months.orElse(0))));
  }

  private void dimensions(RecordType type, JsonAccess access, Measure.Builder builder) {
    access.textMap("dimensions"); // reports what is no text
    access.object("dimensions").ifPresent(object -> object.json().members().forEach((name, value) -> {
      Dimension dimension = value instanceof JsonText ? names.dimension(type, name, (JsonText) value) : null;
      if (dimension != null) {
        builder.dimension(name, dimension);
      }
    }));
  }
}
