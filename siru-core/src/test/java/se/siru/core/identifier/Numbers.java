package se.siru.core.identifier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Makes numbers with a check digit that is worked out in another way than the library's: by a table, from the right. */
final class Numbers {
  private static final int[] DOUBLED = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};

  private Numbers() {}

  /** The digit that completes nine digits; the letter of an interim number is a 1. */
  static int checkDigit(String nine) {
    int sum = 0;
    boolean doubled = true;
    for (int i = nine.length() - 1; i >= 0; i--) {
      int digit = Character.isDigit(nine.charAt(i)) ? nine.charAt(i) - '0' : 1;
      sum += doubled ? DOUBLED[digit] : digit;
      doubled = !doubled;
    }
    return (1000 - sum) % 10;
  }

  /** Ten characters of which the first nine are given. */
  static String completed(String nine) {
    return nine + checkDigit(nine);
  }

  /** The ten characters of a person born on a day; {@code serial} has three. */
  static String personal(LocalDate birth, String serial, boolean coordination) {
    String day = String.format(Locale.ROOT, "%02d", birth.getDayOfMonth() + (coordination ? 60 : 0));
    return completed(birth.format(DateTimeFormatter.ofPattern("yyMM", Locale.ROOT)) + day + serial);
  }
}
