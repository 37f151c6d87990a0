package se.siru.core.indicator;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Provided;
import se.siru.core.stability.Stable;
import se.siru.core.text.LocalizedText;

/**
 * What varies by programme in how an indicator is counted, declared with the value that holds where no {@link RuleSet} says
 * otherwise.
 *
 * @param name in kebab-case, the same in all indicators that share its meaning
 * @param label what people read
 * @param kind what values are
 * @param standard the value without a rule set: plain decimals for a number, {@code yyyy-MM-dd} for a day
 * @param unit of a number; may be empty
 * @param evidence whether the standard value was held against the official text
 * @param choices the words that are values; empty where any word is, and for numbers and days
 * @param wholeUpTo the greatest of the whole numbers that are values; null where any number is, and for words and days
 */
@Provided(since = "0.1.0")
public record Parameter(
    String name,
    LocalizedText label,
    Kind kind,
    String standard,
    String unit,
    Indicator.Evidence evidence,
    List<String> choices,
    @Nullable Integer wholeUpTo) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,31}(-[a-z0-9]{1,31}){0,7}");
  private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]{0,17})(\\.[0-9]{1,16})?");
  private static final Pattern WORD = Pattern.compile("[\\p{L}0-9][\\p{L}0-9 :._/+-]{0,63}");

  /** What values are. */
  @Stable(since = "0.1.0")
  public enum Kind {
    /** A number of at least 0. */
    NUMBER,
    /** A day. */
    DAY,
    /** A word or code. */
    WORD
  }

  /** Refuses a name that is none and a standard value that is none of its kind. */
  public Parameter {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(evidence, "evidence");
    choices = List.copyOf(choices);
    if (!choices.isEmpty() && kind != Kind.WORD || wholeUpTo != null && (kind != Kind.NUMBER || wholeUpTo < 1)) {
      throw new IllegalArgumentException("choices are words, and whole numbers are numbers of at most 1 or more");
    }
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a parameter has a name in kebab-case, not '" + name + "'");
    }
    if (!accepts(kind, standard, choices, wholeUpTo)) {
      throw new IllegalArgumentException("'" + standard + "' is no value of " + name);
    }
  }

  /** A parameter of which every value of its kind is one. */
  public Parameter(String name, LocalizedText label, Kind kind, String standard, String unit, Indicator.Evidence evidence) {
    this(name, label, kind, standard, unit, evidence, List.of(), null);
  }

  /** A number of at least 0. */
  public static Parameter number(
      String name, LocalizedText label, String standard, String unit, Indicator.Evidence evidence) {
    return new Parameter(name, label, Kind.NUMBER, standard, unit, evidence);
  }

  /** A whole number from 0 to the greatest. */
  public static Parameter whole(
      String name, LocalizedText label, String standard, int upTo, String unit, Indicator.Evidence evidence) {
    return new Parameter(name, label, Kind.NUMBER, standard, unit, evidence, List.of(), upTo);
  }

  /** One of some words, the first of which is the standard value. */
  public static Parameter choice(String name, LocalizedText label, Indicator.Evidence evidence, String... words) {
    return new Parameter(name, label, Kind.WORD, words[0], "", evidence, List.of(words), null);
  }

  /** True where a text is a value of this parameter. */
  public boolean accepts(String value) {
    return accepts(kind, value, choices, wholeUpTo);
  }

  /** What is a value of this parameter, in Swedish or English words. */
  String allowed(String language) {
    boolean swedish = language.equals("sv");
    if (!choices.isEmpty()) {
      return String.join(", ", choices);
    }
    if (wholeUpTo != null) {
      return (swedish ? "ett heltal från 0 till " : "a whole number from 0 to ") + wholeUpTo;
    }
    return switch (kind) {
      case NUMBER -> swedish ? "ett tal från 0, med punkt före decimaler" : "a number from 0, with a full stop before decimals";
      case DAY -> swedish ? "en dag, ÅÅÅÅ-MM-DD" : "a day, yyyy-MM-dd";
      case WORD -> swedish ? "ett ord" : "a word";
    };
  }

  private static boolean accepts(Kind kind, String value, List<String> choices, @Nullable Integer wholeUpTo) {
    return accepts(kind, value)
        && (choices.isEmpty() || choices.contains(value))
        && (wholeUpTo == null || isWhole(new BigDecimal(value), wholeUpTo));
  }

  private static boolean isWhole(BigDecimal number, int upTo) {
    return number.stripTrailingZeros().scale() <= 0 && number.compareTo(BigDecimal.valueOf(upTo)) <= 0;
  }

  private static boolean accepts(Kind kind, String value) {
    switch (kind) {
      case NUMBER:
        return NUMBER.matcher(value).matches();
      case DAY:
        return isDay(value);
      default:
        return WORD.matcher(value).matches();
    }
  }

  /** What a text is a value of: a number, a day, or else a word. */
  static Kind kindOf(String value) {
    return NUMBER.matcher(value).matches() ? Kind.NUMBER : isDay(value) ? Kind.DAY : Kind.WORD;
  }

  /** True for what can be a day or a word and is no number. */
  static boolean isWordOrDay(String value) {
    return kindOf(value) != Kind.NUMBER && (isDay(value) || WORD.matcher(value).matches());
  }

  private static boolean isDay(String value) {
    if (value.length() != 10) {
      return false;
    }
    try {
      return LocalDate.parse(value).toString().equals(value);
    } catch (DateTimeException noDay) {
      return false;
    }
  }

  /**
   * A parameter with the value under which an indicator is counted.
   *
   * @param parameter what is set
   * @param value the value as text, as {@link Parameter#standard} is
   * @param rules the rule set that gave it, as {@link RuleSet#reference}; that of {@link RuleSet#defaults} for the standard value
   * @param evidence whether the value was held against the official text
   */
  @Provided(since = "0.1.0")
  public record Setting(Parameter parameter, String value, String rules, Indicator.Evidence evidence) {
    /** Refuses a value that is none of the parameter's kind. */
    public Setting {
      Objects.requireNonNull(rules, "rules");
      Objects.requireNonNull(evidence, "evidence");
      if (!parameter.accepts(value)) {
        throw new IllegalArgumentException("'" + value + "' is no value of " + parameter.name());
      }
    }

    /**
     * The value as a number.
     *
     * @throws IllegalStateException where the parameter is none
     */
    public BigDecimal number() {
      if (parameter.kind() != Kind.NUMBER) {
        throw new IllegalStateException(parameter.name() + " is no number");
      }
      return new BigDecimal(value);
    }

    /**
     * The value as a whole number.
     *
     * @throws IllegalStateException where the parameter is none
     */
    public int whole() {
      if (parameter.wholeUpTo() == null) {
        throw new IllegalStateException(parameter.name() + " is no whole number");
      }
      return new BigDecimal(value).intValueExact();
    }

    /**
     * The value as a day.
     *
     * @throws IllegalStateException where the parameter is none
     */
    public LocalDate day() {
      if (parameter.kind() != Kind.DAY) {
        throw new IllegalStateException(parameter.name() + " is no day");
      }
      return LocalDate.parse(value);
    }

    /** Name and value, {@code min-support-hours = 8}. */
    @Override
    public String toString() {
      return parameter.name() + " = " + value;
    }
  }
}
