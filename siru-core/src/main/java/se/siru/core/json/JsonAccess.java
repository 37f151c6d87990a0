package se.siru.core.json;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.lexical.IsoDay;
import se.siru.core.text.Excerpt;

/**
 * Strict, typed access to the members of an object. Nothing is coerced: a number is not text, 3.0 is not an
 * integer, and {@code null} is not an absent member. What is wrong is reported, and the result is then empty, so
 * that one reading finds all problems. When everything known has been asked for, {@link #finish()} reports the
 * members that nobody asked for. Not thread-safe.
 */
public final class JsonAccess {

  /** Takes the problems of a document as they are found. */
  @FunctionalInterface
  public interface ProblemSink {

    /**
     * Takes a problem.
     *
     * @param at where it is
     * @param ruleId which rule is broken, one of the constants {@code RULE_…} of {@link JsonAccess}
     * @param args what a message about it needs, by name, in a stable order; no text of more than 80 characters
     */
    void problem(JsonPosition at, String ruleId, Map<String, String> args);
  }

  /** A required member is absent. Args: {@code member}. */
  public static final String RULE_MISSING = "json.member-missing";
  /** A member that nobody knows. Args: {@code member}, and {@code suggestion} when a known name is close. */
  public static final String RULE_UNKNOWN = "json.member-unknown";
  /** A value of another kind than needed. Args: {@code member}, {@code expected}, {@code found}. */
  public static final String RULE_TYPE = "json.wrong-type";
  /** A number outside its range. Args: {@code member}, {@code min}, {@code max}, {@code found}. */
  public static final String RULE_RANGE = "json.out-of-range";
  /** A text that is no calendar date yyyy-MM-dd. Args: {@code member}, {@code found}, {@code min}, {@code max}. */
  public static final String RULE_DATE = "json.not-a-date";
  /** A text that is none of a list. Args: {@code member}, {@code found}, {@code allowed}, maybe {@code suggestion}. */
  public static final String RULE_CHOICE = "json.not-a-choice";

  private static final LocalDate FIRST = LocalDate.of(1600, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  private final JsonObject object;
  private final ProblemSink problems;
  private final Set<String> asked = new LinkedHashSet<>();

  private JsonAccess(JsonObject object, ProblemSink problems) {
    this.object = object;
    this.problems = problems;
  }

  public static JsonAccess of(JsonObject object, ProblemSink problems) {
    return new JsonAccess(requireNonNull(object), requireNonNull(problems));
  }

  /** The object itself. */
  public JsonObject json() {
    return object;
  }

  public JsonPosition position() {
    return object.position();
  }

  /** Whether the member is there, even as {@code null}; makes it a known one. */
  public boolean has(String name) {
    return member(name) != null;
  }

  /** The member as it is, of whatever kind. */
  public Optional<JsonValue> value(String name) {
    return Optional.ofNullable(member(name));
  }

  public Optional<JsonValue> requiredValue(String name) {
    return Optional.ofNullable(required(name));
  }

  public Optional<String> text(String name) {
    return asText(name, member(name));
  }

  public Optional<String> requiredText(String name) {
    return asText(name, required(name));
  }

  /** An integer that fits 64 bits, written without fraction and exponent. */
  public OptionalLong integer(String name) {
    return asInteger(name, member(name), Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** An integer from {@code min} to {@code max}, both included. */
  public OptionalLong integer(String name, long min, long max) {
    return asInteger(name, member(name), min, max);
  }

  public OptionalLong requiredInteger(String name) {
    return asInteger(name, required(name), Long.MIN_VALUE, Long.MAX_VALUE);
  }

  public OptionalLong requiredInteger(String name, long min, long max) {
    return asInteger(name, required(name), min, max);
  }

  /** Any number, exact, with the scale it was written with. */
  public Optional<BigDecimal> decimal(String name) {
    return as(JsonNumber.class, "number", name, member(name)).map(JsonNumber::value);
  }

  public Optional<BigDecimal> requiredDecimal(String name) {
    return as(JsonNumber.class, "number", name, required(name)).map(JsonNumber::value);
  }

  public Optional<Boolean> bool(String name) {
    return as(JsonBoolean.class, "boolean", name, member(name)).map(JsonBoolean::value);
  }

  public Optional<Boolean> requiredBool(String name) {
    return as(JsonBoolean.class, "boolean", name, required(name)).map(JsonBoolean::value);
  }

  /** A date of the calendar, written {@code yyyy-MM-dd}, from 1600 to 2100. */
  public Optional<LocalDate> date(String name) {
    return asDate(name, member(name));
  }

  public Optional<LocalDate> requiredDate(String name) {
    return asDate(name, required(name));
  }

  /** One of several texts, each with what it stands for. */
  public <T> Optional<T> choice(String name, Map<String, T> choices) {
    return asChoice(name, member(name), choices);
  }

  public <T> Optional<T> requiredChoice(String name, Map<String, T> choices) {
    return asChoice(name, required(name), choices);
  }

  /** Strict access to an object, with the same sink; the caller finishes it. */
  public Optional<JsonAccess> object(String name) {
    return as(JsonObject.class, "object", name, member(name)).map(found -> of(found, problems));
  }

  public Optional<JsonAccess> requiredObject(String name) {
    return as(JsonObject.class, "object", name, required(name)).map(found -> of(found, problems));
  }

  public Optional<JsonArray> array(String name) {
    return as(JsonArray.class, "array", name, member(name));
  }

  public Optional<JsonArray> requiredArray(String name) {
    return as(JsonArray.class, "array", name, required(name));
  }

  /** The objects of an array, those that are objects; empty when the member is absent. The caller finishes each. */
  public List<JsonAccess> objects(String name) {
    List<JsonAccess> found = new ArrayList<>();
    array(name).ifPresent(array -> array.forEach(element ->
        as(JsonObject.class, "object", name, element).ifPresent(object -> found.add(of(object, problems)))));
    return List.copyOf(found);
  }

  /** The strings of an array, or the one string that stands alone; empty when the member is absent. */
  public List<String> texts(String name) {
    JsonValue member = member(name);
    if (member instanceof JsonText text) {
      return List.of(text.value());
    }
    List<String> found = new ArrayList<>();
    as(JsonArray.class, "text or array", name, member)
        .ifPresent(array -> array.forEach(element -> asText(name, element).ifPresent(found::add)));
    return List.copyOf(found);
  }

  /** The strings of an object by their names, in order, as in {@code {"sv": …, "en": …}}; empty when absent. */
  public Map<String, String> textMap(String name) {
    Map<String, String> found = new LinkedHashMap<>();
    as(JsonObject.class, "object", name, member(name)).ifPresent(object -> object.members().forEach(
        (key, value) -> asText(key, value).ifPresent(text -> found.put(key, text))));
    return Collections.unmodifiableMap(found);
  }

  /** Reports every member that was not asked for, in the order written, with a known name that is close. */
  public void finish() {
    object.members().forEach((name, value) -> {
      if (!asked.contains(name)) {
        Map<String, String> args = args("member", name);
        suggest(name, asked, args);
        problems.problem(value.position(), RULE_UNKNOWN, args);
      }
    });
  }

  /** Reports a problem of the caller's own at a member, or at the object when it is absent. */
  public void problem(String name, String ruleId, Map<String, String> args) {
    JsonValue member = object.get(name);
    problems.problem(member == null ? object.position() : member.position(), ruleId, args);
  }

  private @Nullable JsonValue member(String name) {
    asked.add(requireNonNull(name));
    return object.get(name);
  }

  private @Nullable JsonValue required(String name) {
    JsonValue member = member(name);
    if (member == null) {
      problems.problem(object.position(), RULE_MISSING, args("member", name));
    }
    return member;
  }

  private <T extends JsonValue> Optional<T> as(Class<T> type, String expected, String name, @Nullable JsonValue value) {
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      wrongType(name, expected, value);
      return Optional.empty();
    }
    return Optional.of(type.cast(value));
  }

  private Optional<String> asText(String name, @Nullable JsonValue value) {
    return as(JsonText.class, "text", name, value).map(JsonText::value);
  }

  private OptionalLong asInteger(String name, @Nullable JsonValue value, long min, long max) {
    if (value == null) {
      return OptionalLong.empty();
    }
    if (!(value instanceof JsonNumber number) || !number.writtenAsInteger()) {
      wrongType(name, "integer", value);
      return OptionalLong.empty();
    }
    BigDecimal exact = number.value();
    if (exact.compareTo(BigDecimal.valueOf(min)) < 0 || exact.compareTo(BigDecimal.valueOf(max)) > 0) {
      Map<String, String> args = args("member", name);
      args.put("min", Long.toString(min));
      args.put("max", Long.toString(max));
      args.put("found", exact.toPlainString());
      problems.problem(value.position(), RULE_RANGE, args);
      return OptionalLong.empty();
    }
    return OptionalLong.of(exact.longValueExact());
  }

  private Optional<LocalDate> asDate(String name, @Nullable JsonValue value) {
    Optional<JsonText> text = as(JsonText.class, "date", name, value);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String found = text.get().value();
    long day = IsoDay.epochDay(found.toCharArray(), 0, found.length());
    if (day < FIRST.toEpochDay() || day > LAST.toEpochDay()) {
      Map<String, String> args = args("member", name);
      args.put("found", Excerpt.of(found));
      args.put("min", FIRST.toString());
      args.put("max", LAST.toString());
      problems.problem(text.get().position(), RULE_DATE, args);
      return Optional.empty();
    }
    return Optional.of(LocalDate.ofEpochDay(day));
  }

  private <T> Optional<T> asChoice(String name, @Nullable JsonValue value, Map<String, T> choices) {
    Optional<String> text = asText(name, value);
    if (text.isEmpty() || value == null) {
      return Optional.empty();
    }
    T choice = choices.get(text.get());
    if (choice == null) {
      Map<String, String> args = args("member", name);
      args.put("found", Excerpt.of(text.get()));
      args.put("allowed", Closest.several(text.get(), choices.keySet()));
      suggest(text.get(), choices.keySet(), args);
      problems.problem(value.position(), RULE_CHOICE, args);
    }
    return Optional.ofNullable(choice);
  }

  private void wrongType(String name, String expected, JsonValue value) {
    Map<String, String> args = args("member", name);
    args.put("expected", expected);
    args.put("found", value.kind());
    problems.problem(value.position(), RULE_TYPE, args);
  }

  private static Map<String, String> args(String key, String value) {
    Map<String, String> args = new LinkedHashMap<>();
    args.put(key, Excerpt.of(value));
    return args;
  }

  private static void suggest(String name, Iterable<String> known, Map<String, String> args) {
    String closest = Closest.to(name, known);
    if (closest != null) {
      args.put("suggestion", closest);
    }
  }
}
