package se.siru.indicators.composite;

import java.util.List;
import se.siru.core.indicator.Expression;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.RuleSet;
import se.siru.core.pack.ProgressRule;
import se.siru.core.stability.Experimental;
import se.siru.core.text.LocalizedText;

/**
 * Indicators over indicators.
 *
 * <p>Thread-safe.
 */
@Experimental(since = "0.1.0")
public final class CompositeIndicators {
  private CompositeIndicators() {}

  /** The family under a rule set, which gives the thresholds by which attainment is judged. */
  public static List<Indicator> all(RuleSet rules) {
    Formula.Builder attainment = Indicator.formula("siru:target-attainment");
    ProgressRule.settings(rules).forEach(attainment::parameter);
    return List.of(
        attainment
            .code(ProgressRule.ATTAINMENT)
            .named("sv", "Måluppfyllelse")
            .named("en", "Target attainment")
            .defined(
                LocalizedText.of(
                    "(Utfall − utgångsvärde) / (målvärde − utgångsvärde), för varje indikator som har en riktning och ett målvärde. "
                        + "Odefinierat där målvärdet är lika med utgångsvärdet, eller ligger över det fast mindre är bättre.",
                    "(Actual − baseline) / (target − baseline), for each indicator that has a direction and a target. Undefined where "
                        + "the target equals the baseline, or lies above it though less is better."))
            .unit("percent")
            .kind(Kind.RESULT)
            .source("SIRU", Evidence.CONFIRMED)
            .expression(new Expression.Attainment("*"))
            .build());
  }
}
