package se.siru.core.indicator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.model.Condition;
import se.siru.core.model.Day;

/** Writes conditions so that {@link ConditionReader} reads the same tree. */
final class ConditionWriter {
  /** What stands for a condition that is code. */
  static final String CODE = "as-code";

  /** A writer of what a file can hold. */
  static final ConditionWriter PLAIN = new ConditionWriter(false);

  /** A writer that leaves the description where code stands. */
  static final ConditionWriter WITH_CODE = new ConditionWriter(true);

  private final boolean withCode;

  private ConditionWriter(boolean withCode) {
    this.withCode = withCode;
  }

  /**
   * A condition as an object.
   *
   * @throws IllegalArgumentException where it is code, or asks nothing
   */
  JsonObject object(Condition condition) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    if (condition instanceof Condition.AllOf && areMembers(((Condition.AllOf) condition).conditions())) {
      ((Condition.AllOf) condition).conditions().forEach(each -> members.put(name(each), value(each)));
    } else {
      members.put(name(condition), value(condition));
    }
    JsonObject.Builder object = JsonObject.builder();
    members.forEach(object::put);
    return object.build();
  }

  /** True where conditions can stand side by side in one object: none, or several under different names. */
  private boolean areMembers(List<Condition> conditions) {
    return conditions.size() != 1 && conditions.stream().map(this::name).distinct().count() == conditions.size();
  }

  private JsonArray array(List<Condition> conditions) {
    return JsonArray.copyOf(conditions.stream().map(this::object).toList());
  }

  private String name(Condition condition) {
    if (condition instanceof Condition.OneOf) {
      return ((Condition.OneOf) condition).path().toString();
    } else if (condition instanceof Condition.Known) {
      return ((Condition.Known) condition).path().toString();
    } else if (condition instanceof Condition.InRange) {
      return ((Condition.InRange) condition).path().toString();
    } else if (condition instanceof Condition.Between) {
      return ((Condition.Between) condition).path().toString();
    } else if (condition instanceof Condition.Order) {
      return ((Condition.Order) condition).first().path().toString();
    } else if (condition instanceof Condition.Different) {
      return ((Condition.Different) condition).path().toString();
    } else if (condition instanceof Condition.InEffect) {
      return ((Condition.InEffect) condition).path().toString();
    } else if (condition instanceof Condition.LegalNumber) {
      return ((Condition.LegalNumber) condition).path().toString();
    } else if (condition instanceof Condition.AllOf) {
      return "all";
    } else if (condition instanceof Condition.AnyOf) {
      return "any";
    } else if (condition instanceof Condition.Not) {
      return "not";
    } else if (condition instanceof Condition.Related) {
      return "where-any";
    } else if (condition instanceof Condition.Several) {
      return "where-several";
    } else if (withCode) {
      return CODE;
    }
    throw new IllegalArgumentException(
        "the condition '" + ((Condition.Opaque) condition).description() + "' is code, which no file can hold");
  }

  private JsonValue value(Condition condition) {
    if (condition instanceof Condition.OneOf) {
      List<String> values = ((Condition.OneOf) condition).values();
      return values.size() == 1 ? JsonText.of(values.get(0)) : JsonArray.ofTexts(values);
    } else if (condition instanceof Condition.Known) {
      return JsonObject.builder().put("known", true).build();
    } else if (condition instanceof Condition.InEffect) {
      return JsonObject.builder().put("in-effect", true).build();
    } else if (condition instanceof Condition.LegalNumber) {
      return JsonObject.builder().put("legal-number", true).build();
    } else if (condition instanceof Condition.InRange) {
      Condition.InRange range = (Condition.InRange) condition;
      return bounds("at-least", range.atLeast(), "below", range.below());
    } else if (condition instanceof Condition.Between) {
      Condition.Between between = (Condition.Between) condition;
      return bounds("from", between.from(), "until", between.until());
    } else if (condition instanceof Condition.Order) {
      return order((Condition.Order) condition);
    } else if (condition instanceof Condition.Different) {
      return JsonObject.builder().put("different", ((Condition.Different) condition).atLeast()).build();
    } else if (condition instanceof Condition.AllOf) {
      return array(((Condition.AllOf) condition).conditions());
    } else if (condition instanceof Condition.AnyOf) {
      return array(((Condition.AnyOf) condition).conditions());
    } else if (condition instanceof Condition.Not) {
      return object(((Condition.Not) condition).condition());
    }
    if (condition instanceof Condition.Opaque opaque) {
      return JsonText.of(opaque.description());
    }
    if (condition instanceof Condition.Several several) {
      return related(several.related())
          .put("path", several.different().path().toString())
          .put("at-least", several.different().atLeast())
          .build();
    }
    return related((Condition.Related) condition).build();
  }

  private JsonObject.Builder related(Condition.Related related) {
    JsonObject.Builder object =
        JsonObject.builder().put("record", related.via().type()).put("via", related.via().name());
    if (related.of() != null) {
      object.put("of", related.of().toString());
    }
    if (!related.where().equals(Condition.always())) {
      object.put("where", object(related.where()));
    }
    return object;
  }

  private static JsonObject order(Condition.Order order) {
    JsonObject.Builder object = JsonObject.builder();
    members(order.first(), object);
    String word = order.strict() ? ComparedDayReader.BEFORE : ComparedDayReader.NOT_AFTER;
    if (order.second().equals(Day.of(order.second().path()))) {
      return object.put(word, order.second().path().toString()).build();
    }
    JsonObject.Builder second = JsonObject.builder().put("day", order.second().path().toString());
    members(order.second(), second);
    return object.put(word, second.build()).build();
  }

  /** What is said of a day beside its path. */
  private static void members(Day day, JsonObject.Builder object) {
    if (day.level() != null) {
      object.put("at", day.level());
    }
    if (day.earliest()) {
      object.put("earliest", true);
    }
    if (day.open()) {
      object.put("open", true);
    }
    if (day.outer()) {
      object.put("outer", true);
    }
    if (day.lag().months() > 0) {
      object.put("months", day.lag().months());
    }
    if (day.lag().days() > 0) {
      object.put("days", day.lag().days());
    }
  }

  private static JsonObject bounds(
      String fromName, @Nullable Object from,
      String untilName, @Nullable Object until) {
    if (from == null && until == null) {
      throw new IllegalArgumentException("a range without bounds asks nothing");
    }
    JsonObject.Builder object = JsonObject.builder();
    put(object, fromName, from);
    put(object, untilName, until);
    return object.build();
  }

  private static void put(JsonObject.Builder object, String name, @Nullable Object bound) {
    if (bound instanceof BigDecimal) {
      object.put(name, (BigDecimal) bound);
    } else if (bound != null) {
      object.put(name, bound.toString());
    }
  }
}
