package se.siru.core.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.model.Condition;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;

/**
 * Reads conditions. An object holds one condition a member, all of which must be true: a field or path with what is asked about
 * it, or one of the words {@code all}, {@code any}, {@code not}, {@code where-any}, {@code where-several}.
 */
final class ConditionReader {
  private final DefinitionNames names;
  private final ComparedDayReader days;

  ConditionReader(DefinitionNames names) {
    this.names = names;
    this.days = new ComparedDayReader(names);
  }

  /**
   * Of which records a condition asks.
   *
   * @param type the type of the record at hand
   * @param outer within {@code where-any}, the type of the record on whose behalf it is looked at
   */
  record Asked(RecordType type, @Nullable RecordType outer) {}

  /** The condition in a member; always true where there is none. */
  @Nullable Condition read(RecordType type, JsonAccess access, String member) {
    return read(new Asked(type, null), access, member);
  }

  private @Nullable Condition read(Asked type, JsonAccess access, String member) {
    Optional<JsonAccess> object = access.object(member);
    if (object.isPresent()) {
      return read(type, object.get());
    }
    return access.has(member) ? null : Condition.always();
  }

  private @Nullable Condition read(Asked type, JsonAccess object) {
    List<Condition> conditions = new ArrayList<>();
    int members = object.json().size();
    for (Map.Entry<String, JsonValue> member : object.json().members().entrySet()) {
      Condition condition = member(type, object, member.getKey(), member.getValue());
      if (condition != null) {
        conditions.add(condition);
      }
    }
    if (conditions.size() < members) {
      return null;
    }
    return members == 1 ? conditions.get(0) : new Condition.AllOf(conditions);
  }

  private @Nullable Condition member(Asked type, JsonAccess object, String name, JsonValue value) {
    switch (name) {
      case "all":
        List<Condition> all = list(type, object, name);
        return all == null ? null : new Condition.AllOf(all);
      case "any":
        List<Condition> any = list(type, object, name);
        return any == null ? null : new Condition.AnyOf(any);
      case "not":
        Condition negated = read(type, object, name);
        return negated == null ? null : negated.not();
      case "where-any":
        return object.object(name).map(related -> related(type.type(), related)).orElse(null);
      case "where-several":
        return object.object(name).map(related -> several(type.type(), related)).orElse(null);
      default:
        if (name.equals(ConditionWriter.CODE) && names.code().isPresent()) {
          return code(object, names.code().get());
        }
        if (value instanceof JsonObject && days.compares((JsonObject) value)) {
          return object.object(name).map(question -> days.read(type, name, value.position(), question)).orElse(null);
        }
        FieldPath path = names.path(type.type(), name, value.position());
        return path == null ? null : asked(path, object, name, value);
    }
  }

  private @Nullable Condition code(JsonAccess object, CodeSource code) {
    Optional<String> description = object.requiredText(ConditionWriter.CODE);
    return description.isEmpty()
        ? null
        : names.fit(object.position(), () -> Condition.of(description.get(), code.condition(description.get())));
  }

  private @Nullable List<Condition> list(Asked type, JsonAccess object, String name) {
    List<JsonAccess> parts = object.objects(name);
    List<Condition> conditions = new ArrayList<>();
    for (JsonAccess part : parts) {
      Condition condition = read(type, part);
      if (condition != null) {
        conditions.add(condition);
      }
    }
    JsonValue value = object.json().get(name);
    boolean whole = value instanceof JsonArray && ((JsonArray) value).size() == conditions.size();
    return whole ? conditions : null;
  }

  private @Nullable Condition several(RecordType type, JsonAccess access) {
    Optional<RecordType> record = names.recordType(access, "record");
    Optional<String> name = access.requiredText("path");
    OptionalLong least = access.requiredInteger("at-least", 1, Integer.MAX_VALUE);
    FieldPath path =
        record.isEmpty() || name.isEmpty() ? null : names.path(record.get(), name.get(), DefinitionNames.at(access, "path"));
    Condition.Related related = related(type, access);
    return related == null || path == null || least.isEmpty()
        ? null
        : names.fit(
            access.position(),
            () -> new Condition.Several(related, new Condition.Different(path, (int) least.getAsLong())));
  }

  private Condition.@Nullable Related related(RecordType type, JsonAccess related) {
    Optional<RecordType> record = names.recordType(related, "record");
    Optional<String> via = related.requiredText("via");
    Optional<Field<?>> back =
        record.isEmpty() || via.isEmpty()
            ? Optional.empty()
            : names.field(record.get(), via.get(), DefinitionNames.at(related, "via"));
    related.has("where"); // known also where there is no record type to read it by
    boolean hasOf = related.has("of");
    FieldPath of = hasOf ? names.path(type, related, "of") : null;
    Condition where = record.map(found -> read(new Asked(found, type), related, "where")).orElse(null);
    related.finish();
    if (back.isEmpty() || where == null || hasOf && of == null) {
      return null;
    }
    boolean isAbout = back.get().role() == FieldRole.SUBJECT && type.field(FieldRole.ID).isPresent();
    if (of == null && !isAbout && !type.name().equals(back.get().target())) {
      names.doesNotFit(DefinitionNames.at(related, "via"), back.get() + " does not point at " + type.name());
      return null;
    }
    return names.fit(related.position(), () -> new Condition.Related(back.get(), of, where));
  }

  private @Nullable Condition asked(FieldPath path, JsonAccess object, String name, JsonValue value) {
    if (value instanceof JsonObject) {
      return object.object(name).map(question -> question(path, question)).orElse(null);
    }
    FieldKind kind = path.last().kind();
    if (kind != FieldKind.CODE && kind != FieldKind.REFERENCE && kind != FieldKind.TEXT) {
      names.doesNotFit(value.position(), path + " is neither code, id nor text, so it equals no text");
      return null;
    }
    List<String> values = object.texts(name);
    if (value instanceof JsonText) {
      names.checkCode(path.last(), values.get(0), value.position());
      names.checkId(path.last(), values.get(0), value.position());
    } else if (value instanceof JsonArray) {
      for (JsonValue element : (JsonArray) value) {
        if (element instanceof JsonText) {
          names.checkCode(path.last(), ((JsonText) element).value(), element.position());
          names.checkId(path.last(), ((JsonText) element).value(), element.position());
        }
      }
    }
    return new Condition.OneOf(path, values);
  }

  private @Nullable Condition question(FieldPath path, JsonAccess question) {
    Condition condition;
    if (question.has("known")) {
      condition = yesOrNo(question, "known", path::isKnown);
    } else if (question.has("different")) {
      OptionalLong least = question.integer("different", 1, Integer.MAX_VALUE);
      condition =
          least.isEmpty()
              ? null
              : names.fit(question.position(), () -> path.different((int) least.getAsLong()));
    } else if (question.has("in-effect")) {
      condition = yesOrNo(question, "in-effect", path::isInEffect);
    } else if (question.has("legal-number")) {
      condition = yesOrNo(question, "legal-number", path::isLegalNumber);
    } else {
      condition = range(path, question);
    }
    question.finish();
    if (condition == null && question.json().size() == 0) {
      names.doesNotFit(question.position(), "nothing is asked about " + path);
    }
    return condition;
  }

  private @Nullable Condition yesOrNo(JsonAccess question, String member, Supplier<Condition> asked) {
    Optional<Boolean> yes = question.bool(member);
    Condition condition = names.fit(DefinitionNames.at(question, member), asked);
    return yes.isEmpty() || condition == null ? null : yes.get() ? condition : condition.not();
  }

  private static @Nullable Condition range(FieldPath path, JsonAccess question) {
    switch (path.last().kind()) {
      case INTEGER:
      case DECIMAL:
      case MONEY:
        BigDecimal atLeast = question.decimal("at-least").orElse(null);
        BigDecimal below = question.decimal("below").orElse(null);
        return atLeast == null && below == null ? null : new Condition.InRange(path, atLeast, below);
      case DATE:
        LocalDate from = question.date("from").orElse(null);
        LocalDate until = question.date("until").orElse(null);
        return from == null && until == null ? null : new Condition.Between(path, from, until);
      default:
        return null;
    }
  }
}
