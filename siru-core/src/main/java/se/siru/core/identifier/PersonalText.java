package se.siru.core.identifier;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.siru.core.stability.Provided;
import se.siru.core.stability.Stable;

/**
 * Finds what looks like personal data in running text: e-mail addresses, personal, co-ordination and interim numbers, and
 * telephone numbers as they are written in Sweden or with a country code. It knows no names of persons.
 *
 * <p>In running text a mistyped number is found, too: its check digit is not asked for. The time taken grows with the length
 * of the text, whatever it holds.
 */
@Provided(since = "0.1.0")
public final class PersonalText {
  /** What was found. */
  @Stable(since = "0.1.0")
  public enum Kind {
    /** An e-mail address. */
    EMAIL("[e-mail]"),
    /** A personal, co-ordination or interim number. */
    NUMBER("[personal-number]"),
    /** A telephone number. */
    PHONE("[phone]");

    private final String mask;

    Kind(String mask) {
      this.mask = mask;
    }

    /** What stands in its place. */
    public String mask() {
      return mask;
    }
  }

  /** What does not belong to an address, beside blanks. */
  private static final String BETWEEN = "@\uFF20,;:<>()\"'[]%";
  private static final Pattern AT = Pattern.compile("@|\uFF20|%40");
  /** What follows the sign in an address; without a dot it is a play on words, as names of projects are. */
  private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]++\\.[\\p{L}\\p{N}-]");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9])(?:18|19|20)?[0-9]{2}([-./ ]?)(?:0[0-9]|1[0-2])\\1(?:[0-3]|[6-9])[0-9]"
              + "([-+/. \u2010-\u2013\u2212\u00a0\u202f]{0,3})[0-9TRSUWXJKLMN][0-9]{3}(?![0-9]|-[0-9]{2}-)");
  /** What people put between the digits of a telephone number. */
  private static final String BREAK = "[-./ \u2010-\u2013\u2212\u00a0\u202f]?";
  private static final Pattern HYPHENS = Pattern.compile("[ \u00a0\u202f]*[-+\u2010-\u2013\u2212][ \u00a0\u202f]*");
  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9A-Z]");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![0-9])(?:\\+[1-9][0-9]{0,2}" + BREAK + "(?:\\(0\\))?" + BREAK + "[0-9](?:" + BREAK + "[0-9]){7,12}"
              + "|0046" + BREAK + "[0-9](?:" + BREAK + "[0-9]){6,10}"
              + "|07[02369]" + BREAK + "[0-9](?:" + BREAK + "[0-9]){6}"
              + "|(?:08|0[1-9][0-9]{1,2})-[0-9](?:[ .\u00a0\u202f]?[0-9]){4,7})(?![0-9]|-[0-9])");
  private static final Pattern MOBILE = Pattern.compile("07[02369][0-9]{7}");
  private static final int LEAST_DIGITS = 8;

  private PersonalText() {}

  /**
   * The text with a mask in the place of everything found.
   *
   * @param met told of each thing found
   */
  public static String mask(String text, Consumer<Kind> met) {
    requireNonNull(met, "met");
    if (isPlain(text)) {
      return text;
    }
    String masked = withoutAddresses(text, met);
    masked = replaced(NUMBER, masked, Kind.NUMBER, met);
    return replaced(PHONE, masked, Kind.PHONE, met);
  }

  private static String withoutAddresses(String text, Consumer<Kind> met) {
    StringBuilder masked = new StringBuilder();
    int done = 0;
    Matcher at = AT.matcher(text);
    while (at.find()) {
      int from = at.start();
      while (from > done && isOfAddress(text.charAt(from - 1))) {
        from--;
      }
      int to = at.end();
      while (to < text.length() && isOfAddress(text.charAt(to))) {
        to++;
      }
      if (from < at.start() && DOMAIN.matcher(text).region(at.end(), to).lookingAt()) {
        boolean stop = text.charAt(to - 1) == '.' && to - 1 > at.end(); // that of the sentence
        masked.append(text, done, from).append(Kind.EMAIL.mask);
        done = stop ? to - 1 : to;
        met.accept(Kind.EMAIL);
      }
    }
    return masked.append(text, done, text.length()).toString();
  }

  private static boolean isOfAddress(char c) {
    return !Character.isWhitespace(c) && !Character.isSpaceChar(c) && BETWEEN.indexOf(c) < 0;
  }

  /**
   * True where an id holds an e-mail address, or a personal number beyond doubt: with a separator before its last four
   * digits and none before, or with the right check digit. Ids are made of dates and numbers often enough to look like one.
   */
  public static boolean isInId(String id) {
    if (isPlain(id)) {
      return false;
    }
    boolean[] address = new boolean[1];
    withoutAddresses(id, kind -> address[0] = true);
    String plain = plainDigits(id);
    return address[0] || NUMBER.matcher(plain).results().anyMatch(PersonalText::isBeyondDoubt) || isPhone(plain.strip());
  }

  /** A telephone number alone; digits that begin like that of a mobile, but are a number of a person or organisation, are none. */
  private static boolean isPhone(String text) {
    return PHONE.matcher(text).matches() && Identifier.of(text).isEmpty();
  }

  /** True where a text holds what is, or looks like, the number of a person, also with a wrong check digit. */
  public static boolean holdsNumber(String text) {
    return !isPlain(text) && NUMBER.matcher(plainDigits(text)).find();
  }

  private static boolean isBeyondDoubt(MatchResult found) {
    boolean separated = found.group(1).isEmpty() && HYPHENS.matcher(found.group(2)).matches();
    String digits = NO_DIGIT.matcher(found.group()).replaceAll("");
    return separated || Identifier.of(digits).filter(Identifier::isPersonal).isPresent();
  }

  private static String replaced(Pattern pattern, String text, Kind kind, Consumer<Kind> met) {
    Matcher found = pattern.matcher(plainDigits(text));
    StringBuilder masked = new StringBuilder();
    int done = 0;
    while (found.find()) {
      boolean isMobile = kind == Kind.NUMBER && MOBILE.matcher(found.group()).matches() && Identifier.of(found.group()).isEmpty();
      if (!isMobile) {
        masked.append(text, done, found.start()).append(kind.mask);
        done = found.end();
        met.accept(kind);
      }
    }
    return done == 0 ? text : masked.append(text, done, text.length()).toString();
  }

  /** The text with digits of other scripts, such as full-width ones, as those of ASCII; it has the same length. */
  private static String plainDigits(String text) {
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '9' && Character.isDigit(c)) {
        plain = plain == null ? new StringBuilder(text) : plain;
        plain.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
      }
    }
    return plain == null ? text : plain.toString();
  }

  /** True where a text is too poor in digits for a number and has no sign of an address: most texts. */
  private static boolean isPlain(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' || c > 0x7F && Character.isDigit(c)) {
        digits++;
      } else if (c == '@' || c == '\uFF20' || c == '%') {
        return false;
      }
    }
    return digits < LEAST_DIGITS;
  }
}
