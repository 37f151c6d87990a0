package se.siru.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void aShortTextIsWholeAndALongOneIsItsStartAndItsLength() {
    String whole = "x".repeat(Excerpt.OF_VALUE);
    assertEquals(whole, Excerpt.of(whole));
    assertEquals("x".repeat(80) + "…[101]", Excerpt.of(whole + "x"));
    assertEquals("x".repeat(80) + "…[900000]", Excerpt.of("x".repeat(900_000)));
  }

  @Property(tries = 300)
  void anExcerptFitsAndIsItsOwnExcerpt(@ForAll @IntRange(max = 3_000) int length, @ForAll @IntRange(min = 21, max = 2_000) int most) {
    String excerpt = Excerpt.of("å".repeat(length), most);
    assertTrue(excerpt.length() <= most, excerpt);
    assertEquals(excerpt, Excerpt.of(excerpt, most));
    assertEquals(length <= most, excerpt.length() == length && !excerpt.contains("…"));
  }

  @Property(tries = 50)
  void noCharacterIsCutInHalfAndEachCountsOnce(@ForAll @IntRange(min = 60, max = 120) int pairs) {
    String excerpt = Excerpt.of("a" + "😀".repeat(pairs));
    assertFalse(Character.isHighSurrogate(excerpt.charAt(excerpt.indexOf('…') - 1)), excerpt);
    assertTrue(excerpt.endsWith("…[" + (pairs + 1) + "]"), excerpt);
  }

  @Test
  void thereMustBeRoomForTheLength() {
    assertThrows(IllegalArgumentException.class, () -> Excerpt.of("x", 20));
  }
}
