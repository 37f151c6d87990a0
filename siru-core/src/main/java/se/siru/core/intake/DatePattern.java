package se.siru.core.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A way in which a source writes days, such as {@code dd/MM/yyyy}; a time of day may follow and is dropped. Strict: 30
 * February is no day. Years have four digits, since two would have to be guessed.
 */
final class DatePattern {
  private static final Pattern RUN = Pattern.compile("([A-Za-z'\\[\\]{}#])\\1*");
  private static final Set<String> RUNS = Set.of("yyyy", "MM", "M", "dd", "d", "HH", "mm", "ss", "T");

  /** How our own files write days. */
  static final DatePattern ISO = of("yyyy-MM-dd");

  private final String text;
  private final DateTimeFormatter formatter;

  private DatePattern(String text, DateTimeFormatter formatter) {
    this.text = text;
    this.formatter = formatter;
  }

  /**
   * A pattern of {@code yyyy}, {@code MM} or {@code M}, {@code dd} or {@code d}, and {@code HH}, {@code mm}, {@code
   * ss}.
   *
   * @throws IllegalArgumentException where it has other letters or does not name year, month and day
   */
  static DatePattern of(String text) {
    boolean known = RUN.matcher(text).results().allMatch(run -> RUNS.contains(run.group()));
    if (!known || !text.contains("yyyy") || !text.contains("M") || !text.contains("d")) {
      throw new IllegalArgumentException("not a date pattern: '" + text + "'");
    }
    String pattern = text.replace('y', 'u').replace("T", "'T'");
    return new DatePattern(
        text, DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));
  }

  /** The day, or null where the text is none in this pattern. */
  @Nullable LocalDate parse(String value) {
    try {
      return LocalDate.from(formatter.parse(value));
    } catch (DateTimeParseException notOne) {
      return null;
    }
  }

  /** The day in the first of the patterns that fits, or null. */
  static @Nullable LocalDate first(List<DatePattern> patterns, String value) {
    for (DatePattern pattern : patterns) {
      LocalDate day = pattern.parse(value);
      if (day != null) {
        return day;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return text;
  }
}
