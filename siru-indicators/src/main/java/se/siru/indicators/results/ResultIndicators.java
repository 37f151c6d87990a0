package se.siru.indicators.results;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Effect;
import se.siru.core.text.LocalizedText;

/**
 * Effects as those who judged them see them, counted and quoted, never averaged; and what has become part of ordinary operations.
 *
 * <p>Thread-safe.
 */
public final class ResultIndicators {
  private ResultIndicators() {}

  /** The family under a rule set. */
  public static List<Indicator> all(RuleSet rules) {
    List<Indicator> all = new ArrayList<>(effects());
    all.addAll(OrdinaryOperations.all(rules));
    return List.copyOf(all);
  }

  private static List<Indicator> effects() {
    return List.of(
        Indicator.measure("siru:processes-integrating-innovation")
            .code("SI-R01")
            .named("sv", "Processer med integrerad social innovation")
            .named("en", "Processes integrating social innovation")
            .defined(
                LocalizedText.of(
                    "Effekter vars grad någon bedömde i perioden: inte alls, delvis eller till stor del. Läs dem per grad; de "
                        + "utan bedömd grad räknas som okända.",
                    "Effects whose degree somebody judged in the period: none, partly or largely. Read them by degree; those "
                        + "whose degree nobody judged count as unknown."))
            .unit("processes")
            .kind(Kind.RESULT)
            .source("SIRU", Evidence.CONFIRMED)
            .over(Effect.TYPE)
            .where(Effect.DEGREE.is("none").or(Effect.DEGREE.is("partly")).or(Effect.DEGREE.is("largely")))
            .when(TimeRule.event())
            .count()
            .build(),
        Indicator.measure("siru:effects")
            .code("SI-R02")
            .named("sv", "Effekter efter bedömare och underlag")
            .named("en", "Effects by judge and evidence")
            .defined(
                LocalizedText.of(
                    "Alla effekter som bedömdes i perioden, per bedömare. Hur de togs reda på är fri text: den citeras, och "
                        + "inget medelvärde bildas.",
                    "All effects judged in the period, by judge. How they were found out is free text: it is quoted, and "
                        + "nothing is averaged."))
            .unit("effects")
            .kind(Kind.RESULT)
            .source("SIRU", Evidence.CONFIRMED)
            .over(Effect.TYPE)
            .when(TimeRule.event())
            .count()
            .build());
  }
}
