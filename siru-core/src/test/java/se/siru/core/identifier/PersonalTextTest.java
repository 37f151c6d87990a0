package se.siru.core.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.identifier.PersonalText.Kind;

class PersonalTextTest {
  private static String mask(String text) {
    return PersonalText.mask(text, kind -> { });
  }

  @Property
  void aPersonsNumberIsMaskedHoweverItIsWrittenAndWhateverStandsAround(
      @ForAll @DateRange(min = "1900-01-01", max = "2022-12-31") LocalDate birth,
      @ForAll @IntRange(min = 0, max = 999) int serial,
      @ForAll boolean coordination,
      @ForAll @IntRange(min = 0, max = 9) int mistyped,
      @ForAll @StringLength(max = 5) @CharRange(from = 'a', to = 'z') String before) {
    String right = Numbers.personal(birth, String.format(Locale.ROOT, "%03d", serial), coordination);
    for (String ten : List.of(right, right.substring(0, 9) + mistyped)) {
      String date = ten.substring(0, 6);
      String last = ten.substring(6);
      for (String number : List.of(ten, date + "-" + last, date + "+" + last, date + " " + last, date + " - " + last,
          birth.getYear() / 100 + ten, birth.getYear() / 100 + date + "-" + last,
          birth.getYear() / 100 + date.substring(0, 2) + "-" + date.substring(2, 4) + "-" + date.substring(4) + "-" + last)) {
        String masked = mask(before + number + ", " + before);
        String kind = number.startsWith("07") && masked.contains("[phone]") ? "[phone]" : "[personal-number]";
        assertEquals(before + kind + ", " + before, masked, number);
        assertTrue(PersonalText.holdsNumber(before + number), number);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "född 20000101/2384, vill byta|född [personal-number], vill byta",
    "20000101.2384|[personal-number]",
    "２００００１０１-２３８４|[personal-number]",
    "٢٠٠٠٠١٠١-٢٣٨٤|[personal-number]",
    "ring 070.123.45.67!|ring [phone]!",
    "ring ０７０-１２３４５６７|ring [phone]",
    "070/123 45 67|[phone]",
    "+46.70.123.45.67|[phone]",
    "+46 (0)70–123 45 67|[phone]",
    "036-12.34.56|[phone]",
    "diarienummer 2022/1234, rad 12|diarienummer 2022/1234, rad 12",
    "1.234.567,89 kr och 12.345.678 kr|1.234.567,89 kr och 12.345.678 kr",
    "version 07.1.2|version 07.1.2"})
  void disguisesAreSeenThrough(String text, String masked) {
    assertEquals(masked, mask(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0701234567", "070-123 45 67", "+46701234567", "０７０１２３４５６７", "036-123456"})
  void aTelephoneNumberAloneIsNoId(String id) {
    assertTrue(PersonalText.isInId(id), id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20220301/1234", "2022-03-01/1234", "a-0701234567", "12345678901", "556000-0001", "07-12", "20220301.1234"})
  void idsOfDatesAndNumbersStay(String id) {
    assertFalse(PersonalText.isInId(id), id);
  }

  @Property
  void theNumberOfALegalPersonIsNotTakenForAPersons(
      @ForAll @IntRange(min = 10, max = 99) int front, @ForAll @IntRange(min = 2, max = 9) int third,
      @ForAll @IntRange(min = 0, max = 999_999) int rest) {
    String ten = Numbers.completed(front + String.valueOf(third) + String.format(Locale.ROOT, "%06d", rest));
    for (String text : List.of(ten, "AB " + ten, ten.substring(0, 6) + "-" + ten.substring(6), "16" + ten)) {
      assertFalse(PersonalText.holdsNumber(text), text);
      assertEquals(text, mask(text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "kalle@exempel.invalid", "Kalle.Kanin+moten@post.exempel.invalid", "å_ä-ö@exempel.invalid",
    "kalle%40exempel.invalid", "kalle＠exempel.invalid"
  })
  void anAddressIsMasked(String address) {
    assertEquals("fråga <[e-mail]>, tack", mask("fråga <" + address + ">, tack"));
    assertEquals("mailto:[e-mail]", mask("mailto:" + address));
    assertTrue(PersonalText.isInId("x " + address));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "070-123 45 67", "0701234567", "070 123 45 67", "+46 70 123 45 67", "+46701234567", "+46 (0)70-123 45 67", "036-12 34 56",
    "08-123 456 78", "0046 70 1234567", "0381-123 45"
  })
  void aTelephoneNumberIsMasked(String number) {
    assertEquals("ring [phone].", mask("ring " + number + "."));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "556000-1122", "165560001122", "2022-03-14", "2021-01-01/2022-12-31", "20210101-20211231", "10 000 000 kr", "2021–2027",
    "12345678901234", "diarienr 2022/01234", "55 procent", "@home", "AI@home", "la B@se", "FabLab@SCHOOL DK", "x@.", "1 234 567,50", "3/2 2022", "ISBN 978-91-1234567-8"
  })
  void whatIsNoPersonalDataStays(String text) {
    assertEquals(text, mask(text));
    assertFalse(PersonalText.isInId(text));
  }

  @ParameterizedTest
  @CsvSource({"2022-03-14-1024, false", "projekt-7, false", "9001010017, true", "9001010018, false", "900101-0018, true",
      "aktör 19900101-0017, true", "1-2-3, false"})
  void anIdMayLookLikeANumberButNotBeOne(String id, boolean personal) {
    assertEquals(personal, PersonalText.isInId(id));
  }

  @Property
  void maskingTwiceChangesNothingMore(@ForAll @StringLength(max = 60) @CharRange(from = ' ', to = 'z') String text) {
    assertEquals(mask(text), mask(mask(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1-", "a@", "@", "900101", "0 ", "+46 ", "a%40"})
  void hostileTextTakesNoTime(String piece) {
    String text = piece.repeat(200_000);
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> mask(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"k@exempel.invalid 900101-0017 och 070-123 45 67"})
  void eachThingFoundIsTold(String text) {
    List<Kind> met = new ArrayList<>();
    PersonalText.mask(text, met::add);
    assertEquals(List.of(Kind.EMAIL, Kind.NUMBER, Kind.PHONE), met);
  }
}
