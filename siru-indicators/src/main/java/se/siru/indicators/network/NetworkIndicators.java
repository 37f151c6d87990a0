package se.siru.indicators.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Network;
import se.siru.core.stability.Experimental;
import se.siru.core.text.LocalizedText;

/**
 * Networks, and the ties between organisations by each {@link TieRule}: all figures of shared initiatives, the chief ones of shared
 * networks and activities. None of the figures of ties has a good direction.
 *
 * <p>Thread-safe.
 */
@Experimental(since = "0.1.0")
public final class NetworkIndicators {
  private NetworkIndicators() {}

  /** The family. */
  public static List<Indicator> all() {
    List<Indicator> all = new ArrayList<>();
    for (TieRule rule : TieRule.values()) {
      TieFigures figures = new TieFigures(rule);
      all.addAll(figures.chief());
      if (rule != TieRule.ATTENDANCE) {
        all.addAll(figures.brokerage());
      }
      if (rule == TieRule.INITIATIVE) {
        all.addAll(figures.more());
      }
    }
    all.add(TieFigures.organisations());
    all.add(started());
    return List.copyOf(all);
  }

  /** The functions that the family uses, and more of their kind, for other definitions too. */
  public static List<IndicatorFunction> functions() {
    List<IndicatorFunction> functions = new ArrayList<>();
    functions.addAll(Arrays.asList(NetworkFunction.values()));
    functions.addAll(Arrays.asList(MixingFunction.values()));
    functions.addAll(Arrays.asList(ChangeFunction.values()));
    functions.add(new BrokerageFunction());
    return List.copyOf(functions);
  }

  private static Indicator started() {
    return Indicator.measure("siru:networks-started-or-developed")
        .code("SI-N08")
        .named("sv", "Startade och utvecklade nätverk")
        .named("en", "Networks started or developed")
        .defined(
            LocalizedText.of(
                "Nätverk som tog sin början i perioden; dimensionen origin skiljer startade från utvecklade. Nätverk utan "
                    + "datum räknas bara i hela tiden.",
                "Networks that began in the period; the dimension origin tells those started from those developed. Networks "
                    + "without a date count in all time only."))
        .unit("networks")
        .kind(Kind.RESULT)
        .source("SIRU", Evidence.CONFIRMED)
        .over(Network.TYPE)
        .when(TimeRule.event())
        .count()
        .build();
  }
}
