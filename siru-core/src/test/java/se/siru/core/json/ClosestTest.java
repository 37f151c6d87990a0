package se.siru.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClosestTest {
  @Test
  void aHintOffersTheCloseNameAndElseAllOfThem() {
    assertEquals("public", Closest.orAll("pubic", List.of("business", "public")));
    assertEquals("business, public", Closest.orAll("offentlig", List.of("business", "public")));
  }

  @Test
  void ofTooManyNamesAHintOffersTheNearest() {
    List<String> known = IntStream.rangeClosed(10, 99).mapToObj(number -> "north-" + number).toList();
    assertEquals("north-10, north-11, north-12, north-13, north-14, …", Closest.orAll("no", known));
    assertTrue(Closest.orAll("th-5", known).startsWith("north-50, north-51, "), Closest.orAll("th-5", known));
    assertTrue(Closest.orAll("n77777", known).startsWith("north-77, "), Closest.orAll("n77777", known));
  }

  @Property
  void aHintHoldsWholeNamesAndFitsAMessage(
      @ForAll @IntRange(min = 1, max = 40) int length, @ForAll @IntRange(min = 10, max = 99) int many) {
    List<String> known = IntStream.range(10, 10 + many).mapToObj(number -> "x".repeat(length) + number).toList();
    String hint = Closest.orAll("quite another one", known);
    assertTrue(hint.length() <= 80, hint);
    assertTrue(Arrays.stream(hint.split(", ")).allMatch(name -> known.contains(name) || name.equals("…")), hint);
  }
}
