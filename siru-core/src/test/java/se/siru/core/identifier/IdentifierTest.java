package se.siru.core.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.identifier.Identifier.Kind;
import se.siru.core.identifier.Identifier.Problem;

class IdentifierTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 6, 15);

  private static Identifier read(String text) {
    return Identifier.of(text).orElseThrow(() -> new AssertionError(String.valueOf(Identifier.read(text).problem())));
  }

  private static String serial(int number) {
    return String.format(Locale.ROOT, "%03d", number);
  }

  @ParameterizedTest
  @CsvSource({
    "556000-1121, CHECK_DIGIT", "55600O-1122, CHARACTER", "556000-112, LENGTH", "55600-01122, SEPARATOR",
    "556000--1122, SEPARATOR", "５５６０００-1122, CHARACTER", "٥٥٦٠٠٠-1122, CHARACTER", "056000-1122, RANGE",
    "19556000-1122, RANGE", "556000+1122, RANGE", "17900101-0017, RANGE", "21900101-0017, RANGE",
    "900230-0017, RANGE", "19010229-0018, RANGE", "901301-0010, RANGE", "900100-0010, RANGE", "900132-0010, RANGE",
    "900160-0010, RANGE", "900192-0010, RANGE", "900101-0018, CHECK_DIGIT", "'', LENGTH", "A00101-0017, CHARACTER",
    "T00101-0017, CHARACTER", "900101-001T, CHARACTER", "556000-T122, RANGE", "900101-0017-, SEPARATOR",
    "9001010017123, LENGTH", "SE556000112201, CHARACTER"
  })
  void aTextThatIsNoNumberIsRefusedWithTheReason(String text, Problem problem) {
    assertEquals(problem, Identifier.read(text).problem(), text);
    assertEquals(Optional.empty(), Identifier.of(text));
  }

  @Property
  void tenDigitsAreANumberExactlyWhereTheLastOneFits(@ForAll @IntRange(min = 100, max = 989) int front,
      @ForAll @IntRange(min = 0, max = 999_999) int rest) {
    String nine = front / 10 + String.valueOf(2 + front % 8) + String.format(Locale.ROOT, "%06d", rest);
    for (int last = 0; last < 10; last++) {
      Identifier.Reading reading = Identifier.read(nine + last);
      if (last == Numbers.checkDigit(nine)) {
        assertEquals(Kind.ORGANISATION_NUMBER, read(nine + last).kind());
      } else {
        assertEquals(Problem.CHECK_DIGIT, reading.problem());
      }
    }
  }

  @Property
  void everySpellingOfAnOrganisationNumberIsTheSame(@ForAll @IntRange(min = 0, max = 999_999) int rest) {
    String ten = Numbers.completed("802" + String.format(Locale.ROOT, "%06d", rest));
    String written = ten.substring(0, 6) + "-" + ten.substring(6);
    for (String text : List.of(ten, "16" + ten, " " + written + "\u00a0", "16" + written, written.replace('-', '\u2013'))) {
      assertEquals(read(ten), read(text));
      assertEquals(written, read(text).toString());
    }
    assertFalse(read(ten).isPersonal());
    assertEquals(Optional.empty(), read(ten).birthDay(TODAY));
    assertEquals(Optional.empty(), read(ten).isOfAWoman());
  }

  @Property
  void aPersonsNumberGivesTheDayOfBirthBack(
      @ForAll @DateRange(min = "1800-01-01", max = "2023-06-15") LocalDate birth,
      @ForAll @IntRange(min = 0, max = 999) int serial,
      @ForAll boolean coordination) {
    String ten = Numbers.personal(birth, serial(serial), coordination);
    Identifier full = read(birth.getYear() / 100 + ten);
    assertEquals(coordination ? Kind.COORDINATION_NUMBER : Kind.PERSONAL_NUMBER, full.kind());
    assertTrue(full.isPersonal());
    assertEquals(Optional.of(birth), full.birthDay(TODAY));
    assertEquals(Optional.of(serial % 2 == 0), full.isOfAWoman());
    assertEquals(ten, full.digits());
  }

  @Property
  void aNumberWithoutCenturyIsOfTheLastHundredYearsAndOneWithAPlusIsOlder(
      @ForAll @DateRange(min = "1823-06-16", max = "2023-06-15") LocalDate birth,
      @ForAll @IntRange(min = 0, max = 999) int serial) {
    String ten = Numbers.personal(birth, serial(serial), false);
    boolean old = TODAY.getYear() - birth.getYear() >= 100;
    String text = ten.substring(0, 6) + (old ? "+" : "-") + ten.substring(6);
    Optional<LocalDate> found = read(text).birthDay(TODAY);
    boolean leap = birth.getMonthValue() == 2 && birth.getDayOfMonth() == 29; // 29 February 1900 was no day
    assertTrue(found.equals(Optional.of(birth)) || leap || old && birth.getYear() <= 1823, text + " " + found);
  }

  @ParameterizedTest
  @CsvSource({"2023-06-15, 2023-06-15", "2023-06-14, 1923-06-15", "2024-01-01, 2023-06-15", "1923-06-15, 1923-06-15"})
  void nobodyIsBornAfterTheDayOnWhichTheNumberIsRead(LocalDate reference, LocalDate birth) {
    String ten = Numbers.personal(LocalDate.of(2023, 6, 15), "001", false);
    assertEquals(Optional.of(birth), read(ten).birthDay(reference));
    boolean born = !LocalDate.of(2023, 6, 15).isAfter(reference);
    assertEquals(born, read("20" + ten).birthDay(reference).isPresent());
  }

  @Test
  void theTwentyNinthOfFebruaryIsOnlyTakenInALeapYear() {
    String ten = Numbers.completed("000229001");
    assertEquals(Optional.of(LocalDate.of(2000, 2, 29)), read(ten).birthDay(TODAY));
    assertEquals(Problem.RANGE, Identifier.read("19" + ten).problem());
    assertEquals(Optional.empty(), read(ten).birthDay(LocalDate.of(1999, 12, 31)));
  }

  @Property
  void theLetterOfAnInterimNumberCountsAsOne(
      @ForAll @DateRange(min = "1925-01-01", max = "2022-12-31") LocalDate birth, @ForAll @IntRange(min = 0, max = 99) int serial) {
    for (char letter : "TRSUWXJKLMN".toCharArray()) {
      String ten = Numbers.personal(birth, letter + serial(serial).substring(1), false);
      assertEquals(Kind.INTERIM_NUMBER, read(ten).kind());
      assertTrue(read(ten).isPersonal());
      assertEquals(Optional.of(birth), read(birth.getYear() / 100 + ten).birthDay(TODAY));
      assertEquals(Optional.empty(), read(ten).isOfAWoman());
    }
    String other = Numbers.personal(birth, "A" + serial(serial).substring(1), false);
    assertEquals(Problem.CHARACTER, Identifier.read(other).problem());
  }

  @Property
  void aPersonsNumberIsNeverShown(@ForAll @DateRange(min = "1900-01-01", max = "2022-12-31") LocalDate birth) {
    Identifier number = read(Numbers.personal(birth, "123", false));
    assertFalse(number.toString().matches(".*[0-9].*"), number.toString());
    assertFalse(Identifier.read(Numbers.personal(birth, "123", false)).toString().matches(".*[0-9].*"));
  }

  @Test
  void numbersAreTheSameWhereTheyStateTheSame() {
    String ten = Numbers.personal(LocalDate.of(1990, 1, 1), "001", false);
    assertEquals(read("19" + ten), read("19" + ten.substring(0, 6) + "-" + ten.substring(6)));
    assertEquals(read("19" + ten).hashCode(), read("19" + ten).hashCode());
    assertNotEquals(read("19" + ten), read(ten));
    assertEquals(read("19" + ten).digits(), read(ten).digits());
  }
}
