package se.siru.indicators.composite;

import java.util.List;
import se.siru.core.indicator.Expression;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.text.LocalizedText;

/**
 * Indicators over indicators.
 *
 * <p>Thread-safe.
 */
public final class CompositeIndicators {
  private CompositeIndicators() {}

  /** The family. */
  public static List<Indicator> all() {
    return List.of(
        Indicator.formula("siru:target-attainment")
            .code("SI-C01")
            .named("sv", "Måluppfyllelse")
            .named("en", "Target attainment")
            .defined(
                LocalizedText.of(
                    "(Utfall − utgångsvärde) / (målvärde − utgångsvärde), för varje indikator som har ett målvärde.",
                    "(Actual − baseline) / (target − baseline), for each indicator that has a target."))
            .unit("percent")
            .kind(Kind.RESULT)
            .source("SIRU", Evidence.CONFIRMED)
            .expression(new Expression.Attainment("*"))
            .build());
  }
}
