package se.siru.core.indicator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonPosition;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.model.Field;
import se.siru.core.model.Lag;
import se.siru.core.model.RecordType;

/** Reads which records belong to a period. */
final class TimeRuleReader {
  private static final Map<String, TimeRule.Kind> WORDS = new LinkedHashMap<>();
  private static final List<TimeRule.Kind> ALL = List.of(TimeRule.Kind.values());
  private static final List<TimeRule.Kind> OF_A_STRETCH = List.of(TimeRule.Kind.LAGGED, TimeRule.Kind.RECENT);

  static {
    for (TimeRule.Kind kind : TimeRule.Kind.values()) {
      if (!OF_A_STRETCH.contains(kind)) {
        WORDS.put(kind.code(), kind);
      }
    }
  }

  private final DefinitionNames names;

  TimeRuleReader(DefinitionNames names) {
    this.names = names;
  }

  /** The rule in the member {@code when}, by default events in the period; null where it has been reported. */
  @Nullable TimeRule read(RecordType type, JsonAccess access) {
    Optional<JsonValue> value = access.value("when");
    if (value.isEmpty()) {
      return TimeRule.event();
    }
    if (value.get() instanceof JsonText) {
      return access.choice("when", WORDS).map(kind -> new TimeRule(kind, null)).orElse(null);
    }
    return access.object("when").map(object -> object(type, object)).orElse(null);
  }

  private @Nullable TimeRule object(RecordType type, JsonAccess object) {
    List<TimeRule.Kind> found = ALL.stream().filter(kind -> object.has(kind.code())).toList();
    object.finish();
    if (found.size() != 1) {
      names.exactlyOne(object.position(), ALL.stream().map(TimeRule.Kind::code).toList());
      return null;
    }
    TimeRule.Kind kind = found.get(0);
    if (OF_A_STRETCH.contains(kind)) {
      return object.object(kind.code()).map(stretch -> ofAStretch(type, kind, stretch)).orElse(null);
    }
    if (!kind.asksForOneDay()) {
      return object.object(kind.code()).map(days -> within(type, days, kind)).orElse(null);
    }
    Optional<String> name = object.text(kind.code());
    return name.isEmpty() ? null : byDay(type, name.get(), kind, Lag.NONE, DefinitionNames.at(object, kind.code()));
  }

  private @Nullable TimeRule byDay(RecordType type, String name, TimeRule.Kind kind, Lag lag, JsonPosition at) {
    Optional<Field<?>> day = names.field(type, name, at);
    return day.isEmpty() ? null : names.fit(at, () -> new TimeRule(kind, day.get(), lag));
  }

  private @Nullable TimeRule within(RecordType type, JsonAccess object, TimeRule.Kind kind) {
    Optional<String> name = object.requiredText("within");
    object.finish();
    JsonPosition at = DefinitionNames.at(object, "within");
    Optional<Field<?>> reference = name.flatMap(found -> names.field(type, found, at));
    return reference.isEmpty() ? null : names.fit(at, () -> new TimeRule(kind, null).within(reference.get()));
  }

  private @Nullable TimeRule ofAStretch(RecordType type, TimeRule.Kind kind, JsonAccess object) {
    OptionalLong months = object.integer("months", 0, Integer.MAX_VALUE);
    OptionalLong days = object.integer("days", 0, Integer.MAX_VALUE);
    boolean isOne = object.has("months") != object.has("days");
    Optional<String> date = object.text("date");
    boolean isStated = object.has("date");
    object.finish();
    if (!isOne) {
      names.exactlyOne(object.position(), List.of("months", "days"));
      return null;
    }
    if (months.isEmpty() && days.isEmpty() || isStated && date.isEmpty()) {
      return null;
    }
    Lag lag = names.fit(object.position(), () -> new Lag((int) months.orElse(0), (int) days.orElse(0)));
    if (lag == null) {
      return null;
    }
    return isStated
        ? byDay(type, date.get(), kind, lag, DefinitionNames.at(object, "date"))
        : names.fit(object.position(), () -> new TimeRule(kind, null, lag));
  }
}
