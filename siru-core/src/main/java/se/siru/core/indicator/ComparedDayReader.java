package se.siru.core.indicator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonPosition;
import se.siru.core.json.JsonText;
import se.siru.core.model.Condition;
import se.siru.core.model.Day;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Lag;
import se.siru.core.model.RecordType;

/** Reads conditions that compare a day with another: {@code "date": {"not-after": {"day": "node.end", "at": "operation"}}}. */
final class ComparedDayReader {
  static final String BEFORE = "before";
  static final String NOT_AFTER = "not-after";

  private final DefinitionNames names;

  ComparedDayReader(DefinitionNames names) {
    this.names = names;
  }

  /** True for a question that compares days. */
  boolean compares(JsonObject question) {
    return question.get(BEFORE) != null || question.get(NOT_AFTER) != null;
  }

  /** The condition that one day, whose path is the name of a member, comes before another, or not after it. */
  @Nullable Condition read(ConditionReader.Asked types, String name, JsonPosition at, JsonAccess question) {
    Day first = day(types, name, at, question);
    boolean strict = question.has(BEFORE);
    if (strict == question.has(NOT_AFTER)) {
      names.exactlyOne(question.position(), List.of(BEFORE, NOT_AFTER));
      question.finish();
      return null;
    }
    Day second = second(types, question, strict ? BEFORE : NOT_AFTER);
    question.finish();
    return first == null || second == null
        ? null
        : names.fit(question.position(), () -> new Condition.Order(first, second, strict));
  }

  private @Nullable Day second(ConditionReader.Asked types, JsonAccess question, String member) {
    if (question.json().get(member) instanceof JsonText text) {
      FieldPath path = names.path(types.type(), text.value(), text.position());
      return path == null ? null : names.fit(text.position(), () -> Day.of(path));
    }
    Optional<JsonAccess> object = question.object(member);
    if (object.isEmpty()) {
      return null;
    }
    Optional<String> name = object.get().requiredText("day");
    Day day = name.isEmpty() ? null : day(types, name.get(), DefinitionNames.at(object.get(), "day"), object.get());
    object.get().finish();
    return day;
  }

  /** A day by its path and what an object says of it beside. */
  private @Nullable Day day(ConditionReader.Asked types, String name, JsonPosition at, JsonAccess object) {
    Optional<String> level = object.text("at");
    level.ifPresent(found -> names.checkScope(found, DefinitionNames.at(object, "at")));
    boolean earliest = object.bool("earliest").orElse(false);
    boolean open = object.bool("open").orElse(false);
    boolean outer = object.bool("outer").orElse(false);
    OptionalLong months = object.integer("months", 0, Integer.MAX_VALUE);
    OptionalLong days = object.integer("days", 0, Integer.MAX_VALUE);
    RecordType type = outer ? types.outer() : types.type();
    if (type == null) {
      names.doesNotFit(at, "there is no outer record: 'outer' stands within where-any");
      return null;
    }
    FieldPath path = names.path(type, name, at);
    return path == null
        ? null
        : names.fit(
            at,
            () -> new Day(
                path, level.orElse(null), earliest, open, outer, new Lag((int) months.orElse(0), (int) days.orElse(0))));
  }
}
