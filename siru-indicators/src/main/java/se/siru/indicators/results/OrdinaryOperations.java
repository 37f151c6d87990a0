package se.siru.indicators.results;

import java.util.List;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Field;
import se.siru.core.model.Initiative;
import se.siru.core.model.Uptake;
import se.siru.core.text.LocalizedText;

/** What has become part of ordinary operations and still is on the last day of the period, which is the measurement point. */
final class OrdinaryOperations {
  private OrdinaryOperations() {}

  static List<Indicator> all() {
    return List.of(
        adopted("siru:outputs-in-ordinary-operations", "SI-R03.outputs", Uptake.OUTPUT, Uptake.OUTPUT.isKnown())
            .named("sv", "Resultat i ordinarie verksamhet: det som insatsen tog fram")
            .named("en", "Outputs in ordinary operations")
            .defined(
                LocalizedText.of(
                    "Olika strategier, lösningar, verktyg och annat som insatsen tog fram, och som periodens sista dag är i ordinarie "
                        + "verksamhet hos någon.",
                    "Different strategies, solutions, tools and other outputs that on the last day of the period are in ordinary "
                        + "operations somewhere."))
            .build(),
        adopted(
                "siru:collaborations-in-ordinary-operations", "SI-R03.collaborations", Uptake.INITIATIVE,
                Uptake.INITIATIVE.isKnown().and(Uptake.INITIATIVE.then(Initiative.KIND).is("collaboration")))
            .named("sv", "Samverkan i ordinarie verksamhet")
            .named("en", "Collaborations in ordinary operations")
            .defined(
                LocalizedText.of(
                    "Olika initiativ av slaget samverkan som periodens sista dag är i ordinarie verksamhet hos någon.",
                    "Different initiatives of the kind collaboration that on the last day of the period are in ordinary operations "
                        + "somewhere."))
            .build(),
        Indicator.formula("siru:results-in-ordinary-operations")
            .code("SI-R03")
            .named("sv", "Resultat i ordinarie verksamhet")
            .named("en", "Results in ordinary operations")
            .defined(
                LocalizedText.of(
                    "Det som insatsen tog fram och den samverkan som periodens sista dag är i ordinarie verksamhet, var sak en gång hur "
                        + "många som än tagit över den. Mätpunkten väljs med perioden: projektets slut, eller ett år efter det.",
                    "Outputs and collaborations that on the last day of the period are in ordinary operations, each once however many "
                        + "have adopted it. The period chooses the measurement point: the end of the operation, or one year after it."))
            .unit("results")
            .kind(Kind.RESULT)
            .source("SIRU", Evidence.CONFIRMED)
            .expression("[SI-R03.outputs] + [SI-R03.collaborations]")
            .build());
  }

  private static Measure.Builder adopted(String id, String code, Field<?> what, Condition which) {
    return Indicator.measure(id)
        .code(code)
        .unit("results")
        .kind(Kind.RESULT)
        .source("SIRU", Evidence.CONFIRMED)
        .over(Uptake.TYPE)
        .where(Uptake.DEGREE.is("ordinary-operations"))
        .where(which)
        .when(TimeRule.inForceAtPeriodEnd())
        .distinct(what);
  }
}
