package se.siru.core.lexical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What texts can be ids. */
class IdTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "556677-8899", "Älvsbyn åäö", "a b", "日本", "е\u0301", "😀", "x/y:z", "Ångström", "=1+2"})
  void whatCanBeSeenCanBeAnId(String text) {
    assertNull(IdText.fault(text));
    assertEquals(text, IdText.visible(text));
  }

  @ParameterizedTest
  @CsvSource({
    "200B, INVISIBLE", "00A0, INVISIBLE", "FEFF, INVISIBLE", "00AD, INVISIBLE", "202E, INVISIBLE", "2066, INVISIBLE",
    "2028, INVISIBLE", "3000, INVISIBLE", "2007, INVISIBLE", "200D, INVISIBLE", "FE0F, INVISIBLE", "3164, INVISIBLE",
    "E0041, INVISIBLE", "2800, INVISIBLE", "034F, INVISIBLE", "0009, CONTROL", "000A, CONTROL", "0085, CONTROL",
    "0000, CONTROL", "007F, CONTROL", "D800, CONTROL", "DFFF, CONTROL"})
  void whatCannotBeSeenIsNamed(String hexadecimal, IdText.Kind kind) {
    String bad = Character.toString(Integer.parseInt(hexadecimal, 16));
    for (String text : new String[] {bad, bad + "a", "a" + bad + "b", "a" + bad, "åa" + bad + ";"}) {
      assertEquals(new IdText.Fault(kind, "U+" + hexadecimal), IdText.fault(text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " a", "a ", "a;b", ";"})
  void blanksAtTheEndsAndSemicolonsAreNoIds(String text) {
    assertEquals(new IdText.Fault(IdText.Kind.SHAPE, ""), IdText.fault(text));
  }

  @Test
  void anIdHasAtMost256Characters() {
    assertNull(IdText.fault("x".repeat(256)));
    assertEquals(IdText.Kind.LENGTH, Objects.requireNonNull(IdText.fault("x".repeat(257))).kind());
  }

  @Property
  void theFaultIsThatOfTheFirstCharacterThatAloneWouldBeOne(@ForAll @StringLength(min = 1, max = 20) String text) {
    String expected =
        text.codePoints()
            .filter(point -> point != ' ' && point != ';' && IdText.fault(Character.toString(point)) != null)
            .mapToObj(point -> String.format(Locale.ROOT, "U+%04X", point))
            .findFirst()
            .orElse("");
    IdText.Fault fault = IdText.fault(text);
    assertEquals(expected, fault == null ? "" : fault.character());
  }

  @Property(tries = 5_000)
  void theCharactersAreThoseThatUnicodeCannotShow(@ForAll @IntRange(max = Character.MAX_CODE_POINT) int point) {
    int type = Character.getType(point);
    boolean unseen =
        type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR || type == Character.SPACE_SEPARATOR;
    if (unseen) {
      assertNotNull(IdText.fault(Character.toString(point)));
    } else if (Character.isLetterOrDigit(point) && Character.isUnicodeIdentifierPart(point) && !isFiller(point)) {
      assertNull(IdText.fault(Character.toString(point)), Integer.toHexString(point));
    }
  }

  /** Letters of Hangul that stand for the absence of one. */
  private static boolean isFiller(int point) {
    return Objects.toString(Character.getName(point)).contains("FILLER");
  }

  @Property
  void whatIsMadeVisibleHoldsNothingUnseenAndStaysSo(@ForAll String text) {
    String visible = IdText.visible(text);
    IdText.Fault fault = IdText.fault("x" + visible.substring(0, visible.offsetByCodePoints(0, Math.min(100, visible.codePointCount(0, visible.length())))) + "x");
    assertEquals("", fault == null ? "" : fault.character());
    assertEquals(visible, IdText.visible(visible));
  }

  @Property
  void normalizationMakesNoIdOfWhatIsNone(@ForAll @StringLength(min = 1, max = 20) String text) {
    IdText.Fault before = IdText.fault(text);
    if (before == null) {
      IdText.Fault after = IdText.fault(Normalizer.normalize(text, Normalizer.Form.NFC));
      assertEquals("", after == null ? "" : after.character());
    }
  }
}
