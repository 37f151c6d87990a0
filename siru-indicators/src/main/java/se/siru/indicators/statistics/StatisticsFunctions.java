package se.siru.indicators.statistics;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.stability.Experimental;

/**
 * The functions of this package for definitions. Their fields and parameters are:
 *
 * <ul>
 *   <li>{@code siru:blau}, {@code siru:iqv}, {@code siru:gini} and {@code siru:shannon}: what is counted once, and its category. {@code
 *       iqv} needs the parameter {@code categories}, the number of declared categories; {@code gini} and {@code shannon} are of the
 *       categories that have something.
 *   <li>{@code siru:survival}: what survives, the day it began and the day it ended. It needs the parameter {@code days}.
 *       With the parameter {@code ended-by} also a state and the day it was entered: a thing ends by that state, too.
 *   <li>{@code siru:paired-change}, {@code siru:paired-change-low} and {@code -high} (the confidence interval), {@code
 *       siru:paired-effect-size}, {@code siru:pairs}, {@code siru:only-before}, {@code siru:only-after}, {@code siru:unpaired-shift},
 *       {@code siru:unpaired-shift-low} and {@code -high}, {@code siru:unpaired-before} and {@code siru:unpaired-after}: the respondent,
 *       the item, the wave, the answer and how many answered just so, for each record. The waves are {@code before} and {@code after}
 *       unless the parameters of those names say otherwise; {@code confidence} is 0.95.
 *   <li>{@code siru:scale-share}, {@code siru:scale-answers}, {@code siru:scale-count}, {@code siru:scale-dont-know} and {@code
 *       siru:response-rate}: the item, the wave, the answer, the scale's least and greatest, how many answered just so, whether they
 *       did not know, and how many were asked, for each record. {@code scale-share} and {@code scale-count} need the parameter
 *       {@code answer}, and of which scale it is one, {@code least} and {@code greatest}.
 * </ul>
 *
 * <p>Thread-safe.
 */
@Experimental(since = "0.1.0")
public final class StatisticsFunctions {
  private StatisticsFunctions() {}

  /** All of them. */
  public static List<IndicatorFunction> all() {
    List<IndicatorFunction> all = new ArrayList<>(List.of(DiversityFunction.values()));
    all.add(new SurvivalFunction());
    all.addAll(List.of(PairedFunction.values()));
    all.addAll(List.of(ScaleFunction.values()));
    return List.copyOf(all);
  }

  /** A parameter that the definition must state. */
  static int whole(IndicatorFunction.Context context, String parameter) {
    String text = context.parameters().get(parameter);
    if (text == null) {
      throw new IllegalArgumentException("the parameter " + parameter + " is missing");
    }
    return Integer.parseInt(text);
  }
}
