package se.siru.core.intake;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How numbers are written in a source. Digits are ASCII, a minus is {@code -} or U+2212, and what could be read in two
 * ways is not read at all: {@code 1.234} is no Swedish number and {@code 1,5} no plain one.
 */
enum NumberStyle {
  /** {@code 1234.5}. */
  PLAIN("[-\u2212]?[0-9]{1,34}(\\.[0-9]{1,34})?"),
  /** {@code 1 234,5}: decimal comma; groups of three parted by a blank, U+00A0, U+2009 or U+202F. */
  SWEDISH("[-\u2212]?([0-9]{1,34}|[0-9]{1,3}([ \u00a0\u2009\u202f][0-9]{3}){1,11})(,[0-9]{1,34})?");

  static final Map<String, NumberStyle> BY_NAME = Map.of("plain", PLAIN, "sv", SWEDISH);

  private static final Pattern BLANKS = Pattern.compile("[ \u00a0\u2009\u202f]");

  private final Pattern pattern;

  NumberStyle(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /** The number, or null where the text is none in this style. */
  @Nullable BigDecimal parse(String text) {
    if (!pattern.matcher(text).matches()) {
      return null;
    }
    return new BigDecimal(BLANKS.matcher(text).replaceAll("").replace('\u2212', '-').replace(',', '.'));
  }

  /** An example of the style, for messages. */
  String example() {
    return this == PLAIN ? "1234.5" : "1 234,5";
  }
}
