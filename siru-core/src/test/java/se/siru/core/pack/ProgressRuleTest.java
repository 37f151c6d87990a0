package se.siru.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.RuleSet;

/** The traffic light. */
class ProgressRuleTest {
  private static final ProgressRule STANDARD = ProgressRule.of(RuleSet.defaults());

  private static @Nullable BigDecimal number(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  @ParameterizedTest
  @CsvSource({
    "50, 0, 100, 50, 100, ON_TRACK",
    "45, 0, 100, 50, 100, ON_TRACK",
    "44.99, 0, 100, 50, 100, AT_RISK",
    "37.5, 0, 100, 50, 100, AT_RISK",
    "37.49, 0, 100, 50, 100, BEHIND",
    "0, 0, 100, 0, 100, NOT_STARTED",
    "-1, 0, 100, 50, 100, BEHIND",
    "5, 10, 0, 50, 100, ON_TRACK",
    "6, 10, 0, 50, 100, AT_RISK",
    "7, 10, 0, 50, 100, BEHIND",
    "12, 10, 0, 50, 100, BEHIND",
    "7, 5, 5, 50, 100, UNDEFINED",
    ", 5, 5, 50, 100, UNDEFINED",
    ", 0, 5, 50, 100, MISSING"
  })
  void judgesByTheShareOfTheWayAtAnEvenPace(
      @Nullable String actual, String baseline, String target, long passed, long all, Progress expected) {
    BigDecimal from = new BigDecimal(baseline);
    BigDecimal to = new BigDecimal(target);
    assertEquals(expected, STANDARD.judge(number(actual), from, to, new Due(from, to, passed, all)));
  }

  /** Of a way from 0 to 100, 20 were due at the milestone and 60 at the next one; half of the days between them have passed. */
  @ParameterizedTest
  @CsvSource({"40, ON_TRACK", "36, ON_TRACK", "35, AT_RISK", "30, AT_RISK", "29, BEHIND"})
  void judgesByWhatIsDueBetweenMilestones(BigDecimal actual, Progress expected) {
    Due due = new Due(new BigDecimal("20"), new BigDecimal("60"), 5, 10);
    assertEquals(expected, STANDARD.judge(actual, BigDecimal.ZERO, BigDecimal.valueOf(100), due));
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
    BigDecimal from = BigDecimal.valueOf(baseline);
    BigDecimal to = BigDecimal.valueOf(target);
    return STANDARD.judge(BigDecimal.valueOf(actual), from, to, new Due(from, to, passed, 100));
  }

  @Property
  void aTargetThatIsMetIsOnTrackOnAnyDay(
      @ForAll @IntRange(min = 1, max = 100) int target, @ForAll @IntRange(min = 0, max = 100) int passed) {
    assertEquals(Progress.ON_TRACK, judge(target, 0, target, passed));
  }

  /** Green, yellow and red follow each other: who has come farther never gets a worse light. */
  @Property
  void whoHasComeFartherIsNeverJudgedWorse(
      @ForAll @IntRange(min = 1, max = 100) int less,
      @ForAll @IntRange(min = 1, max = 100) int more,
      @ForAll @IntRange(min = 0, max = 100) int passed) {
    List<Progress> worst = List.of(Progress.BEHIND, Progress.AT_RISK, Progress.ON_TRACK);
    int first = worst.indexOf(judge(Math.min(less, more), 0, 100, passed));
    assertFalse(first > worst.indexOf(judge(Math.max(less, more), 0, 100, passed)));
  }

  @Test
  void theRuleSetGivesTheThresholds() {
    ProgressRule strict = ProgressRule.of(rules("1", "0.95", "even"));
    assertEquals(new BigDecimal("1"), strict.onTrack());
    assertEquals(new BigDecimal("0.95"), strict.atRisk());
    assertFalse(strict.byMilestones());
    assertEquals(
        List.of("on-track = 1", "at-risk = 0.95", "pace = even"),
        ProgressRule.settings(rules("1", "0.95", "even")).stream().map(String::valueOf).toList());
  }

  private static RuleSet rules(String onTrack, String atRisk, String pace) {
    return RuleSet.builder("agency", "1")
        .value(value("on-track", onTrack))
        .value(value("at-risk", atRisk))
        .value(value("pace", pace))
        .build();
  }

  private static RuleSet.Value value(String parameter, String value) {
    return new RuleSet.Value(List.of("SI-C01"), parameter, value, Evidence.CONFIRMED, "");
  }

  @ParameterizedTest
  @CsvSource({"90, 75, milestones", "0.9, 0.95, milestones"})
  void thresholdsThatDoNotFitAreAFinding(String onTrack, String atRisk, String pace) {
    SiruException refused = assertThrows(SiruException.class, () -> ProgressRule.of(rules(onTrack, atRisk, pace)));
    assertEquals(ErrorCode.REFUSED_INPUT, refused.code());
    assertEquals("rules.light", refused.findings().get(0).rule().id());
  }

  @Test
  void aPaceThatIsNoneIsNoValue() {
    assertEquals(List.of("milestones", "even"), ProgressRule.PACE.choices());
    assertFalse(ProgressRule.PACE.accepts("slow"));
  }

  @ParameterizedTest
  @CsvSource({"-0.1, -0.1", "1.1, 0", "0.5, 0.6"})
  void refusesSharesThatAreNone(BigDecimal onTrack, BigDecimal atRisk) {
    assertThrows(IllegalArgumentException.class, () -> ProgressRule.of(onTrack, atRisk));
  }
}
