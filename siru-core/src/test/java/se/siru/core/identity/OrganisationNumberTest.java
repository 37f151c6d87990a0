package se.siru.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class OrganisationNumberTest {
  private static String withCheckDigit(String nine) {
    for (char check = '0'; check <= '9'; check++) {
      if (OrganisationNumber.of(nine + check) != null) {
        return nine + check;
      }
    }
    throw new AssertionError("no check digit fits " + nine);
  }

  private static String legal(long number) {
    return withCheckDigit(String.format(Locale.ROOT, "%02d%02d%05d", 10 + number / 100_000_00 % 90, 20 + number / 100_000 % 80, number % 100_000));
  }

  @Property(tries = 300)
  void aNumberIsTheSameHoweverItIsWritten(@ForAll @LongRange(min = 0, max = 899_999_999L) long any) {
    String number = legal(any);
    String hyphen = number.substring(0, 6) + "-" + number.substring(6);
    for (String written : new String[] {hyphen, "16" + number, "16" + hyphen, " " + hyphen + " ", number.substring(0, 6) + " " + number.substring(6)}) {
      assertEquals(number, OrganisationNumber.of(written), written);
    }
  }

  @Property(tries = 300)
  void oneWrongDigitIsFound(
      @ForAll @LongRange(min = 0, max = 899_999_999L) long any, @ForAll @IntRange(min = 0, max = 9) int place,
      @ForAll @IntRange(min = 1, max = 9) int by) {
    StringBuilder number = new StringBuilder(legal(any));
    number.setCharAt(place, (char) ('0' + (number.charAt(place) - '0' + by) % 10));
    assertNull(OrganisationNumber.of(number.toString()));
  }

  @Property(tries = 300)
  void theNumberOfAPersonIsNoneWithAnyCheckDigitAndLeavesNoDigitBehind(
      @ForAll @IntRange(min = 0, max = 99) int year, @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = 1, max = 31) int day, @ForAll @IntRange(min = 0, max = 9999) int last,
      @ForAll @IntRange(min = 0, max = 5) int style) {
    String date = String.format(Locale.ROOT, "%02d%02d%02d", year, month, day);
    String end = String.format(Locale.ROOT, "%04d", last);
    String written = new String[] {date + end, date + "-" + end, "19" + date + end, "20" + date + "-" + end, date + "+" + end, date + " - " + end}[style];
    assertNull(OrganisationNumber.of(written));
    assertTrue(OrganisationNumber.isOfAPerson(written), written);
    assertEquals("Exempelfirman", OrganisationNumber.withoutPersons("Exempelfirman (" + written + ")"));
    assertEquals("", OrganisationNumber.withoutPersons(written));
  }

  @Property(tries = 300)
  void anOrganisationNumberIsNotTakenForAPersons(@ForAll @LongRange(min = 0, max = 899_999_999L) long any) {
    String number = legal(any);
    assertFalse(OrganisationNumber.isOfAPerson(number));
    assertEquals("AB " + number, OrganisationNumber.withoutPersons("AB " + number));
  }
}
