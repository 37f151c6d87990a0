package se.siru.core.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Swedish organisation numbers, as far as finding an organisation by one needs it: ten digits, the last of them a check digit
 * (Luhn), the third at least 2. Numbers with a smaller third digit are those of persons, sole traders among them; they
 * identify nobody here and are never written.
 */
public final class OrganisationNumber {
  private static final int DIGITS = 10;
  private static final int MONTH = 2;
  private static final Pattern WRITTEN = Pattern.compile("(?:16)?([0-9]{6})-?([0-9]{4})");
  /** Any number of a person, and anything that looks like one: also with a wrong check digit it may be somebody's. */
  private static final Pattern OF_A_PERSON =
      Pattern.compile("(?<![0-9])(?:(?:18|19|20)[ ]?)?[0-9]{2}[01][0-9][0-9]{2}[ ]?[-+]?[ ]?[0-9TRSUWXJKLMN][0-9]{3}(?![0-9])");

  private OrganisationNumber() {}

  /** The ten digits of a legal person's number, or null where the text is none. */
  public static @Nullable String of(String text) {
    Matcher written = WRITTEN.matcher(text.replace(" ", "").replace("\u00a0", ""));
    if (!written.matches()) {
      return null;
    }
    String digits = written.group(1) + written.group(2);
    return digits.charAt(MONTH) >= '2' && checks(digits) ? digits : null;
  }

  /** True where a text holds what is, or looks like, the number of a person. */
  public static boolean isOfAPerson(String text) {
    return OF_A_PERSON.matcher(text).find();
  }

  /** A text without numbers of persons, and without the marks that stood around them. */
  public static String withoutPersons(String text) {
    Matcher found = OF_A_PERSON.matcher(text);
    return found.find() ? found.replaceAll(" ").replaceAll("[(\\[] *[)\\]]", " ").replaceAll(" +", " ").strip() : text;
  }

  private static boolean checks(String digits) {
    int sum = 0;
    for (int i = 0; i < DIGITS; i++) {
      int product = (digits.charAt(i) - '0') * (2 - i % 2);
      sum += product / DIGITS + product % DIGITS;
    }
    return sum % DIGITS == 0;
  }
}
