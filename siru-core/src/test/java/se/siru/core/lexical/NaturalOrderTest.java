package se.siru.core.lexical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void numbersInTextsAreOrderedByTheirValue() {
    List<String> ordered =
        List.of("", "/sources/2", "/sources/2/records/9", "/sources/2/records/10", "/sources/10", "/sources/x", "a1b2", "a01b3", "a2");
    List<String> texts = new ArrayList<>(ordered);
    Collections.reverse(texts);
    texts.sort(NaturalOrder.INSTANCE);
    assertEquals(ordered, texts);
  }

  @Property(tries = 300)
  void numbersOfTheSameTextAreOrderedAsNumbers(@ForAll @IntRange int one, @ForAll @IntRange int other) {
    assertEquals(
        Integer.signum(Integer.compare(one, other)),
        Integer.signum(NaturalOrder.INSTANCE.compare("row " + one + " x", "row " + other + " x")));
  }

  @Property(tries = 2_000)
  void itIsAnOrderInWhichOnlyEqualTextsAreEqual(
      @ForAll @StringLength(max = 4) @CharRange(from = '/', to = ':') String one,
      @ForAll @StringLength(max = 4) @CharRange(from = '/', to = ':') String other,
      @ForAll @StringLength(max = 4) @CharRange(from = '/', to = ':') String third) {
    assertEquals(one.equals(other), NaturalOrder.INSTANCE.compare(one, other) == 0);
    assertEquals(
        Integer.signum(NaturalOrder.INSTANCE.compare(one, other)), -Integer.signum(NaturalOrder.INSTANCE.compare(other, one)));
    List<String> sorted = new ArrayList<>(List.of(one, other, third));
    sorted.sort(NaturalOrder.INSTANCE);
    assertEquals(true, NaturalOrder.INSTANCE.compare(sorted.get(0), sorted.get(2)) <= 0);
  }
}
