package se.siru.core.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A way in which a source writes days, such as {@code dd/MM/yyyy}; a time of day may follow and is dropped. Strict: 30
 * February is no day. Years have four digits, since two would have to be guessed. Programs count instants from 1970 on; the day is then
 * that of UTC, as no file says of which zone it is.
 */
final class DatePattern {
  private static final Pattern RUN = Pattern.compile("([A-Za-z'\\[\\]{}#])\\1*");
  private static final Set<String> RUNS = Set.of("yyyy", "MM", "M", "dd", "d", "DDD", "D", "HH", "mm", "ss", "T");
  /** Instants that are counted, and how many of their steps a second has. */
  private static final Map<String, Long> COUNTED = Map.of("epoch-s", 1L, "epoch-ms", 1_000L);
  private static final long SECONDS_A_DAY = 86_400;
  private static final Pattern COUNT = Pattern.compile("-?[0-9]{1,15}");

  /** How our own files write days. */
  static final DatePattern ISO = of("yyyy-MM-dd");

  private final String text;
  /** Null for what is counted. */
  private final @Nullable DateTimeFormatter formatter;

  private DatePattern(String text, @Nullable DateTimeFormatter formatter) {
    this.text = text;
    this.formatter = formatter;
  }

  /**
   * A pattern of {@code yyyy}, then {@code MM} or {@code M} and {@code dd} or {@code d}, or the day of the year {@code DDD} or {@code
   * D}, and {@code HH}, {@code mm}, {@code ss}; or {@code epoch-s} or {@code epoch-ms}, seconds or milliseconds since 1970.
   *
   * @throws IllegalArgumentException where it has other letters or does not name year, month and day
   */
  static DatePattern of(String text) {
    if (COUNTED.containsKey(text)) {
      return new DatePattern(text, null);
    }
    boolean known = RUN.matcher(text).results().allMatch(run -> RUNS.contains(run.group()));
    boolean isOfMonth = text.contains("M") && text.contains("d");
    boolean isOfYear = text.contains("D") && !text.contains("M") && !text.contains("d");
    if (!known || !text.contains("yyyy") || !(isOfYear || isOfMonth && !text.contains("D"))) {
      throw new IllegalArgumentException("not a date pattern: '" + text + "'");
    }
    String pattern = text.replace('y', 'u').replace("T", "'T'");
    return new DatePattern(
        text, DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));
  }

  /** The day, or null where the text is none in this pattern. */
  @Nullable LocalDate parse(String value) {
    if (formatter == null) {
      return counted(value, COUNTED.getOrDefault(text, 1L));
    }
    try {
      return LocalDate.from(formatter.parse(value));
    } catch (DateTimeParseException notOne) {
      return null;
    }
  }

  private static @Nullable LocalDate counted(String value, long aSecond) {
    return COUNT.matcher(value).matches()
        ? LocalDate.EPOCH.plusDays(Math.floorDiv(Long.parseLong(value), aSecond * SECONDS_A_DAY))
        : null;
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
