package se.siru.core.identifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.siru.core.identifier.Identifier.Kind;
import se.siru.core.identifier.Identifier.Problem;
import se.siru.core.identifier.Identifier.Reading;

/**
 * Reads numbers of organisations and persons. The rules: the Luhn sum of ten digits; a legal person has at least 10 in
 * front and at least 20 in the third and fourth place, which no month has; a co-ordination number adds 60 to the day; the
 * letter of an interim number counts as 1 in the sum.
 */
final class IdentifierReader {
  private static final int SHORT = 10;
  private static final int LONG = 12;
  private static final int SERIAL = 4;
  private static final int HUNDRED = 100;
  private static final int LEGAL_PERSON = 16;
  private static final int FIRST_CENTURY = 18;
  private static final int LAST_CENTURY = 20;
  private static final int LEAST_OF_A_LEGAL_PERSON = 20;
  private static final int LEAST_GROUP = 10;
  private static final int COORDINATION = 60;
  private static final String INTERIM_LETTERS = "TRSUWXJKLMN";
  /** Hyphens as people and word processors write them, plus, and blanks. */
  private static final String SEPARATORS = "-\u2010\u2011\u2012\u2013\u2212+ \u00a0\u202f";

  private IdentifierReader() {}

  static Reading read(String text) {
    String bare = stripped(text);
    StringBuilder kept = new StringBuilder(LONG);
    int separator = -1;
    boolean plus = false;
    boolean misplaced = false;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (SEPARATORS.indexOf(c) >= 0) {
        misplaced |= separator >= 0;
        separator = kept.length();
        plus |= c == '+';
      } else if (isDigit(c) || INTERIM_LETTERS.indexOf(c) >= 0) {
        kept.append(c);
      } else {
        return failed(Problem.CHARACTER);
      }
    }
    if (kept.length() != SHORT && kept.length() != LONG) {
      return failed(Problem.LENGTH);
    }
    if (misplaced || separator >= 0 && separator != kept.length() - SERIAL) {
      return failed(Problem.SEPARATOR);
    }
    return classified(kept.toString(), plus);
  }

  /** Without blanks of any kind around it, those that do not break a line included. */
  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static Reading classified(String kept, boolean plus) {
    String ten = kept.substring(kept.length() - SHORT);
    String rest = kept.substring(0, kept.length() - SHORT) + ten.substring(0, SHORT - SERIAL) + ten.substring(SHORT - SERIAL + 1);
    boolean interim = !isDigit(ten.charAt(SHORT - SERIAL));
    if (!rest.chars().allMatch(c -> isDigit((char) c))) { // a letter elsewhere than in its place
      return failed(Problem.CHARACTER);
    }
    int century = kept.length() == LONG ? number(kept, 0) : 0;
    Kind kind = kind(ten, century, interim);
    if (kind == null || plus && !kind.isPersonal()) {
      return failed(Problem.RANGE);
    }
    if (!hasCheckDigit(interim ? ten.substring(0, SHORT - SERIAL) + "1" + ten.substring(SHORT - SERIAL + 1) : ten)) {
      return failed(Problem.CHECK_DIGIT);
    }
    boolean legal = kind == Kind.ORGANISATION_NUMBER;
    return new Reading(new Identifier(kind, ten, legal ? 0 : century, plus), null);
  }

  private static @Nullable Kind kind(String ten, int century, boolean interim) {
    if (number(ten, 2) >= LEAST_OF_A_LEGAL_PERSON) {
      boolean legal = number(ten, 0) >= LEAST_GROUP && (century == 0 || century == LEGAL_PERSON) && !interim;
      return legal ? Kind.ORGANISATION_NUMBER : null;
    }
    boolean isDay = false;
    for (int hundreds = FIRST_CENTURY; hundreds <= LAST_CENTURY; hundreds++) {
      isDay |= (century == 0 || century == hundreds) && birthDay(ten, hundreds) != null;
    }
    if (!isDay) {
      return null;
    }
    if (interim) {
      return Kind.INTERIM_NUMBER;
    }
    return number(ten, SERIAL) > COORDINATION ? Kind.COORDINATION_NUMBER : Kind.PERSONAL_NUMBER;
  }

  /** The day of birth in a century, or null where the calendar does not have it. */
  static @Nullable LocalDate birthDay(String ten, int hundreds) {
    int day = number(ten, SERIAL);
    try {
      return LocalDate.of(hundreds * HUNDRED + number(ten, 0), number(ten, 2), day > COORDINATION ? day - COORDINATION : day);
    } catch (DateTimeException notADay) {
      return null;
    }
  }

  /** The Luhn sum: every second digit doubled, from the first on, and the digits of the products added up. */
  private static boolean hasCheckDigit(String ten) {
    int sum = 0;
    for (int i = 0; i < SHORT; i++) {
      int weighted = (ten.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += weighted / 10 + weighted % 10;
    }
    return sum % 10 == 0;
  }

  private static int number(String digits, int at) {
    return (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Reading failed(Problem problem) {
    return new Reading(null, problem);
  }
}
