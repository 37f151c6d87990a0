package se.siru.core.pack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Parameter;
import se.siru.core.indicator.RuleSet;
import se.siru.core.stability.Experimental;
import se.siru.core.text.LocalizedText;

/**
 * The rule of the traffic light: which shares of the way that is due by a day are still on track, and still at risk only. What is due
 * follows the milestones that the plan states, or an even pace from baseline to target. A {@link RuleSet} gives the shares as
 * parameters of the indicator of attainment, {@code SI-C01}.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class ProgressRule {
  /** The code of the indicator of attainment, whose parameters these are. */
  public static final String ATTAINMENT = "SI-C01";

  /** The least share of what is due that is on track; 0 to 1. */
  public static final Parameter ON_TRACK =
      Parameter.number(
          "on-track",
          LocalizedText.of("Minsta andel av det som bör ha nåtts för läget i fas", "Least share of what is due that is on track"),
          "0.9", "", Evidence.CONFIRMED);

  /** The least share of what is due that is at risk and not behind; 0 to {@link #ON_TRACK}. */
  public static final Parameter AT_RISK =
      Parameter.number(
          "at-risk",
          LocalizedText.of(
              "Minsta andel av det som bör ha nåtts för läget i riskzonen", "Least share of what is due that is at risk and not behind"),
          "0.75", "", Evidence.CONFIRMED);

  private static final String MILESTONES = "milestones";

  /** {@code milestones} where those that the plan states say what is due, {@code even} where all targets are due evenly. */
  public static final Parameter PACE =
      Parameter.choice(
          "pace", LocalizedText.of("Takt: milestones (delmål) eller even (jämn)", "Pace: milestones or even"), Evidence.CONFIRMED,
          MILESTONES, "even");

  private final BigDecimal onTrack;
  private final BigDecimal atRisk;
  private final boolean byMilestones;

  private ProgressRule(BigDecimal onTrack, BigDecimal atRisk, boolean byMilestones) {
    if (atRisk.signum() < 0 || atRisk.compareTo(onTrack) > 0 || onTrack.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("0 ≤ at-risk ≤ on-track ≤ 1 does not hold of " + atRisk + " and " + onTrack);
    }
    this.onTrack = onTrack;
    this.atRisk = atRisk;
    this.byMilestones = byMilestones;
  }

  /**
   * A rule by milestones.
   *
   * @param onTrack the least share of what is due that is on track, from 0 to 1
   * @param atRisk the least share that is at risk and not behind, from 0 to {@code onTrack}
   * @throws IllegalArgumentException outside these ranges
   */
  public static ProgressRule of(BigDecimal onTrack, BigDecimal atRisk) {
    return new ProgressRule(Objects.requireNonNull(onTrack, "onTrack"), Objects.requireNonNull(atRisk, "atRisk"), true);
  }

  /**
   * The rule of a rule set.
   *
   * @throws SiruException with {@link ErrorCode#REFUSED_INPUT} and a finding where its values make no rule
   */
  public static ProgressRule of(RuleSet rules) {
    String onTrack = rules.setting(ATTAINMENT, ON_TRACK).value();
    String atRisk = rules.setting(ATTAINMENT, AT_RISK).value();
    String pace = rules.setting(ATTAINMENT, PACE).value();
    try {
      return new ProgressRule(new BigDecimal(onTrack), new BigDecimal(atRisk), pace.equals(MILESTONES));
    } catch (IllegalArgumentException noRule) {
      Finding finding =
          Finding.of(PackRules.LIGHT, Origin.of(rules.reference()), "on-track", onTrack, "at-risk", atRisk, "pace", pace);
      throw new SiruException(ErrorCode.REFUSED_INPUT, "the rule set has errors: " + finding, List.of(finding));
    }
  }

  /** The parameters under a rule set, for the definition of the indicator of attainment. */
  public static List<Parameter.Setting> settings(RuleSet rules) {
    return List.of(
        rules.setting(ATTAINMENT, ON_TRACK), rules.setting(ATTAINMENT, AT_RISK), rules.setting(ATTAINMENT, PACE));
  }

  /** The least share of what is due that is on track, 0 to 1. */
  public BigDecimal onTrack() {
    return onTrack;
  }

  /** The least share of what is due that is at risk and not behind, 0 to {@link #onTrack}. */
  public BigDecimal atRisk() {
    return atRisk;
  }

  /** True where milestones that the plan states say what is due. */
  public boolean byMilestones() {
    return byMilestones;
  }

  /**
   * Judges how far an indicator has come. Works for targets below their baselines, too.
   *
   * @param actual the actual value, or null where it is missing
   * @param due what is due by now
   */
  public Progress judge(@Nullable BigDecimal actual, BigDecimal baseline, BigDecimal target, Due due) {
    BigDecimal way = target.subtract(baseline);
    if (way.signum() == 0) {
      return Progress.UNDEFINED;
    }
    if (actual == null) {
      return Progress.MISSING;
    }
    BigDecimal come = actual.subtract(baseline);
    if (come.signum() == 0) {
      return Progress.NOT_STARTED;
    }
    // Without dividing: both sides times the days of the stretch, and with the sign of the way.
    BigDecimal left = sign(way, come.multiply(BigDecimal.valueOf(due.all())));
    BigDecimal right = sign(way, due.timesAll().subtract(baseline.multiply(BigDecimal.valueOf(due.all())))).max(BigDecimal.ZERO);
    return left.compareTo(onTrack.multiply(right)) >= 0
        ? Progress.ON_TRACK
        : left.compareTo(atRisk.multiply(right)) >= 0 ? Progress.AT_RISK : Progress.BEHIND;
  }

  private static BigDecimal sign(BigDecimal way, BigDecimal number) {
    return way.signum() < 0 ? number.negate() : number;
  }
}
