package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How texts of a source are read: numbers, days, and names that make ids. */
class MappedTextTest {
  @Property
  void aSwedishNumberIsReadAsItWasWritten(
      @ForAll @BigRange(min = "-999999999999", max = "999999999999") @Scale(3) BigDecimal number) {
    for (char blank : new char[] {' ', '\u00a0', '\u202f', '\u2009'}) {
      String grouped = String.format(Locale.ROOT, "%,.3f", number)
          .replace('.', ';').replace(',', blank).replace(';', ',').replace('-', '\u2212');
      assertEquals(number.setScale(3), NumberStyle.SWEDISH.parse(grouped), grouped);
    }
  }

  @Property
  void aPlainNumberIsReadAsItWasWritten(
      @ForAll @BigRange(min = "-9999999999999999", max = "9999999999999999") @Scale(9) BigDecimal number) {
    assertEquals(number, NumberStyle.PLAIN.parse(number.toPlainString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.234", "1,5abc", "12 34", "1 2345", "1,", ",5", "", "-", "--1", "1 234 5", "1.234,5", "１", "1e3", "1 234 kr"})
  void whatIsNoSwedishNumberOrAnAmbiguousOneIsNotRead(String text) {
    assertNull(NumberStyle.SWEDISH.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,5", "1 234", "1,234.5", "1.5abc", "1.", ".5", "", "1e3", "0x1", "١", "NaN"})
  void whatIsNoPlainNumberIsNotRead(String text) {
    assertNull(NumberStyle.PLAIN.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"30/02/2022", "2022-02-28", "1/2/2022", "28/02/22", "28/02/2022 ", "２８/02/2022", "31/04/2022"})
  void whatIsNoDayInThePatternIsNotRead(String text) {
    assertNull(DatePattern.of("dd/MM/yyyy").parse(text));
  }

  @Property
  void everyDayIsReadInEveryPattern(@ForAll @DateRange(min = "1600-01-01", max = "2100-12-31") LocalDate day) {
    assertEquals(day, DatePattern.ISO.parse(day.toString()));
    assertEquals(day, DatePattern.of("d.M.yyyy")
        .parse(day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear()));
    assertEquals(day, DatePattern.of("yyyyMMdd").parse(day.toString().replace("-", "")));
    assertEquals(day, DatePattern.of("yyyy-MM-ddTHH:mm:ss").parse(day + "T23:59:59"));
    assertEquals(day, DatePattern.of("yyyy-D").parse(day.getYear() + "-" + day.getDayOfYear()));
    assertEquals(day, DatePattern.of("yyyyDDD").parse(String.format(Locale.ROOT, "%d%03d", day.getYear(), day.getDayOfYear())));
    long lastMillisecond = (day.toEpochDay() + 1) * 86_400_000 - 1;
    assertEquals(day, DatePattern.of("epoch-ms").parse(Long.toString(lastMillisecond)));
    assertEquals(day, DatePattern.of("epoch-s").parse(Long.toString(Math.floorDiv(lastMillisecond, 1000))));
  }

  @Test
  void aDayOfTheYearIsNoneBeyondTheYearsEnd() {
    assertEquals(LocalDate.of(1936, 12, 31), DatePattern.of("yyyy-D").parse("1936-366"));
    assertNull(DatePattern.of("yyyy-D").parse("1935-366"));
    assertNull(DatePattern.of("yyyy-D").parse("1935-0"));
    assertNull(DatePattern.of("epoch-ms").parse("1.5e12"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dd/MM/yy", "yyyy-MM", "MMM d yyyy", "yyyy-MM-dd'x'", "yyyyMMdd[", "DDD", "yyyy-MM-D", "yyyy-d-D", "epoch"})
  void aPatternMustNameYearMonthAndDayAsNumbers(String pattern) {
    assertThrows(IllegalArgumentException.class, () -> DatePattern.of(pattern));
  }

  @Property
  void theIdentityOfATextIsItsOwnIdentityAndIgnoresCompositionBlanksAndCase(@ForAll @StringLength(max = 20) String text) {
    String key = IdentityRule.ALL.key(text);
    assertEquals(key, IdentityRule.ALL.key(key));
    assertEquals(key, IdentityRule.ALL.key(Normalizer.normalize(text, Normalizer.Form.NFD)));
    assertEquals(key, IdentityRule.ALL.key("  " + text + "\u00a0 "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"STRASSE", "STRAẞE", "straße", "  Straße", "\u00a0strasse"})
  void spellingsOfOneWordShareTheirIdentity(String text) {
    assertEquals("strasse", IdentityRule.ALL.key(text));
  }

  @Property(tries = 200)
  void aSlugIsShortPlainNeverUnknownAndNeverShared(@ForAll @Size(min = 1, max = 8) List<@StringLength(max = 100) String> keys) {
    Slugs slugs = new Slugs();
    for (String one : keys) {
      String slug = slugs.of(one);
      assertTrue(slug.matches("[a-z0-9]+(-[a-z0-9]+)*") && slug.length() <= 89, slug);
      assertNotEquals("unknown", slug);
      for (String other : keys) {
        assertEquals(one.equals(other), slug.equals(slugs.of(other)), one + " and " + other);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "Unknown", "", "???", "日本"})
  void aTextWithoutPlainLettersOrWithAReservedNameGetsDigits(String text) {
    assertFalse(new Slugs().of(text).equals("unknown"));
    assertTrue(new Slugs().of(text).matches("(unknown|x)-[0-9a-f]{8}"));
  }
}
