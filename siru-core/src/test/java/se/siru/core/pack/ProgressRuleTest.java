package se.siru.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The traffic light. */
class ProgressRuleTest {
  private static @Nullable BigDecimal number(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  @ParameterizedTest
  @CsvSource({
    "50, 0, 100, 50, 100, ON_TRACK",
    "45, 0, 100, 50, 100, ON_TRACK",
    "44.99, 0, 100, 50, 100, BEHIND",
    "0, 0, 100, 0, 100, NOT_STARTED",
    "-1, 0, 100, 50, 100, BEHIND",
    "5, 10, 0, 50, 100, ON_TRACK",
    "6, 10, 0, 50, 100, BEHIND",
    "12, 10, 0, 50, 100, BEHIND",
    "7, 5, 5, 50, 100, UNDEFINED",
    ", 5, 5, 50, 100, UNDEFINED",
    ", 0, 5, 50, 100, MISSING"
  })
  void judgesByTheShareOfTheWay(
      @Nullable String actual, String baseline, String target, long passed, long all, Progress expected) {
    assertEquals(
        expected,
        ProgressRule.STANDARD.judge(number(actual), new BigDecimal(baseline), new BigDecimal(target), passed, all));
  }

  /** Whoever is on track stays so when everything is counted from another zero, or in another unit. */
  @Property
  void doesNotDependOnZeroOrUnit(
      @ForAll @IntRange(min = -50, max = 150) int actual,
      @ForAll @IntRange(min = -50, max = 50) int baseline,
      @ForAll @IntRange(min = -50, max = 150) int target,
      @ForAll @IntRange(min = 0, max = 100) int passed,
      @ForAll @IntRange(min = -1000, max = 1000) int shift,
      @ForAll @IntRange(min = -7, max = 7) int factor) {
    Assume.that(factor != 0);
    Progress before = judge(actual, baseline, target, passed);
    assertEquals(before, judge(actual + shift, baseline + shift, target + shift, passed));
    assertEquals(before, judge(actual * factor, baseline * factor, target * factor, passed));
  }

  private static Progress judge(int actual, int baseline, int target, int passed) {
    return ProgressRule.STANDARD.judge(
        BigDecimal.valueOf(actual), BigDecimal.valueOf(baseline), BigDecimal.valueOf(target), passed, 100);
  }

  @Property
  void aTargetThatIsMetIsOnTrackOnAnyDay(
      @ForAll @IntRange(min = 1, max = 100) int target, @ForAll @IntRange(min = 0, max = 100) int passed) {
    assertEquals(Progress.ON_TRACK, judge(target, 0, target, passed));
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "1.1"})
  void refusesAToleranceThatIsNoShare(BigDecimal tolerance) {
    assertThrows(IllegalArgumentException.class, () -> ProgressRule.withTolerance(tolerance));
  }
}
