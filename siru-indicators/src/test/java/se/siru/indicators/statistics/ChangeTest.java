package se.siru.indicators.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.siru.core.model.Value;

/** Paired change and unpaired shift; the sleep of ten patients under two drugs is Student's example of 1908. */
class ChangeTest {
  private static final String[] FIRST = {"0.7", "-1.6", "-0.2", "-1.2", "-0.1", "3.4", "3.7", "0.8", "0.0", "2.0"};
  private static final String[] SECOND = {"1.9", "0.8", "1.1", "0.1", "-0.1", "4.4", "5.5", "1.6", "4.6", "3.4"};

  private static Map<String, BigDecimal> answers(String... numbers) {
    Map<String, BigDecimal> answers = new HashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      if (!numbers[i].isEmpty()) {
        answers.put("r" + i, new BigDecimal(numbers[i]));
      }
    }
    return answers;
  }

  private static double number(Value.Ratio ratio) {
    return ratio.numerator().doubleValue() / ratio.denominator().doubleValue();
  }

  @Test
  void studentsExamplePaired() {
    PairedChange change = PairedChange.of(answers(FIRST), answers(SECOND), 0.95);
    assertEquals(10, change.pairs());
    assertEquals(new Value.Ratio(new BigDecimal("15.8"), BigDecimal.TEN), change.meanChange().orElseThrow());
    assertEquals(0.7001142, change.interval().orElseThrow().low(), 5e-8);
    assertEquals(2.4598858, change.interval().orElseThrow().high(), 5e-8);
    assertEquals(4.062128 / Math.sqrt(10), change.effectSize().orElseThrow(), 5e-7, "t by the root of n");
    assertTrue(change.warning().isEmpty());
  }

  @Test
  void studentsExampleUnpairedAfterWelch() {
    UnpairedShift shift = UnpairedShift.of(answers(FIRST).values(), answers(SECOND).values(), 0.95);
    assertEquals(1.58, number(shift.shift().orElseThrow()), 1e-15);
    assertEquals(-0.2054832, shift.interval().orElseThrow().low(), 5e-8);
    assertEquals(3.3654832, shift.interval().orElseThrow().high(), 5e-8);
    assertEquals("Unpaired shift", shift.label().in("en"));
    assertEquals("Oparad skillnad", shift.label().in("sv"));
  }

  @Test
  void whoAnsweredOnceIsCountedAndNotCompared() {
    PairedChange change = PairedChange.of(answers("2", "3", "5", ""), answers("3", "4", "", "1"), 0.9);
    assertEquals(2, change.pairs());
    assertEquals(1, change.onlyBefore());
    assertEquals(1, change.onlyAfter());
    assertEquals(1, number(change.meanChange().orElseThrow()));
    assertTrue(change.effectSize().isEmpty(), "all changed by the same");
    assertEquals(1, change.interval().orElseThrow().low());
  }

  @Test
  void meansOfDifferentPeopleMayPointTheOtherWay() {
    // Both who stayed went up by one; the most content left, and who came is less content.
    PairedChange change = PairedChange.of(answers("2", "2", "5", "5", "", ""), answers("3", "3", "", "", "1", "1"), 0.95);
    assertEquals(1, number(change.meanChange().orElseThrow()));
    assertEquals(-1.5, number(change.unpaired().shift().orElseThrow()));
    assertTrue(change.warning().orElseThrow().message().in("sv").contains("andra hållet"));
    assertTrue(change.warning().orElseThrow().message().in("en").contains("other way"));
  }

  @Test
  void ofTooFewThereIsNoFigureAndNotZero() {
    PairedChange none = PairedChange.of(answers("1"), Map.of(), 0.95);
    assertTrue(none.meanChange().isEmpty() && none.interval().isEmpty() && none.effectSize().isEmpty());
    assertTrue(none.unpaired().shift().isEmpty() && none.unpaired().interval().isEmpty() && none.warning().isEmpty());
    PairedChange one = PairedChange.of(answers("1"), answers("2"), 0.95);
    assertTrue(one.meanChange().isPresent() && one.interval().isEmpty());
    assertThrows(IllegalArgumentException.class, () -> PairedChange.of(Map.of(), Map.of(), 1));
  }

  @Provide
  Arbitrary<List<Integer>> scores() {
    return Arbitraries.integers().between(1, 5).list().ofMinSize(2).ofMaxSize(20);
  }

  private static Map<String, BigDecimal> shifted(List<Integer> scores, int shift, int turned) {
    Map<String, BigDecimal> answers = new TreeMap<>();
    for (int i = 0; i < scores.size(); i++) {
      answers.put("r" + (i + turned) % scores.size(), BigDecimal.valueOf(scores.get(i) + shift));
    }
    return answers;
  }

  @Property
  void withoutAttritionPairedAndUnpairedMeansAreTheSame(@ForAll("scores") List<Integer> scores) {
    List<Integer> reversed = new ArrayList<>(scores);
    java.util.Collections.reverse(reversed);
    PairedChange change = PairedChange.of(shifted(scores, 0, 0), shifted(reversed, 2, 1), 0.95);
    assertEquals(number(change.unpaired().shift().orElseThrow()), number(change.meanChange().orElseThrow()), 1e-12);
    assertTrue(change.warning().isEmpty());
    assertEquals(2, number(change.meanChange().orElseThrow()), 1e-12);
  }

  @Property
  void turningTimeAroundTurnsTheSign(@ForAll("scores") List<Integer> scores) {
    Map<String, BigDecimal> before = shifted(scores, 0, 0);
    Map<String, BigDecimal> after = shifted(scores, 1, 1);
    PairedChange there = PairedChange.of(before, after, 0.95);
    PairedChange back = PairedChange.of(after, before, 0.95);
    assertEquals(there.interval().orElseThrow().low(), -back.interval().orElseThrow().high(), 1e-12);
    assertEquals(there.effectSize().isPresent(), back.effectSize().isPresent());
    there.effectSize().ifPresent(d -> assertEquals(d, -back.effectSize().orElseThrow(), 1e-12));
  }

  @Property
  void surerIntervalsAreWider(@ForAll("scores") List<Integer> scores) {
    Map<String, BigDecimal> before = shifted(scores, 0, 0);
    Map<String, BigDecimal> after = shifted(scores, 1, 1);
    Interval narrow = PairedChange.of(before, after, 0.9).interval().orElseThrow();
    Interval wide = PairedChange.of(before, after, 0.99).interval().orElseThrow();
    assertTrue(wide.low() <= narrow.low() && narrow.high() <= wide.high());
    assertFalse(narrow.low() > narrow.high());
  }
}
