package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowPrivacyTest {
  private static String bare(String text) {
    return RowPrivacy.ofNoRow().withoutPersons(text);
  }

  @Property(tries = 300)
  void theNumberOfASoleTraderLeavesNoDigitBehindInAName(
      @ForAll @IntRange(min = 0, max = 99) int year, @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = 1, max = 31) int day, @ForAll @IntRange(min = 0, max = 9999) int last,
      @ForAll @IntRange(min = 0, max = 5) int style) {
    String date = String.format(Locale.ROOT, "%02d%02d%02d", year, month, day);
    String end = String.format(Locale.ROOT, "%04d", last);
    String written =
        new String[] {date + end, date + "-" + end, "19" + date + end, "20" + date + "-" + end, date + "+" + end, date + " - " + end}[style];
    assertEquals("Exempelfirman", bare("Exempelfirman (" + written + ")"));
    assertEquals("", bare(written));
  }

  @ParameterizedTest
  @CsvSource({
    "'Exempelfirman, kalle@exempel.invalid', 'Exempelfirman,'", "Exempelfirman <kalle@exempel.invalid>, Exempelfirman",
    "Exempelfirman 070-123 45 67, Exempelfirman", "Exempelfirman [personal], Exempelfirman", "[person], ''",
    "Exempel  (Norr) 556000-1122, Exempel  (Norr) 556000-1122"
  })
  void aNameKeepsNothingOfAPersonAndAllElse(String text, String expected) {
    assertEquals(expected, bare(text));
  }
}
