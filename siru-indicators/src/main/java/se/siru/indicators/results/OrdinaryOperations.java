package se.siru.indicators.results;

import java.util.List;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Parameter;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Day;
import se.siru.core.model.Field;
import se.siru.core.model.Initiative;
import se.siru.core.model.Lag;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Uptake;
import se.siru.core.text.LocalizedText;
import se.siru.indicators.support.MeasurementPoint;

/**
 * What has become part of ordinary operations and is so at the measurement point, reckoned from the last day of the uptake's operation.
 * It counts from the period in which it was taken over on; where its first day or the operation's last one is not stated, it is unknown.
 */
final class OrdinaryOperations {
  private static final String CODE = "SI-R03";
  private static final int MONTHS_OF_A_YEAR = 12;

  private OrdinaryOperations() {}

  static List<Indicator> all(RuleSet rules) {
    Parameter.Setting point = MeasurementPoint.of(rules, CODE);
    LocalizedText when = words(point);
    return List.of(
        adopted("siru:outputs-in-ordinary-operations", "SI-R03.outputs", point, Uptake.OUTPUT, Uptake.OUTPUT.isKnown())
            .named("sv", "Resultat i ordinarie verksamhet: det som insatsen tog fram")
            .named("en", "Outputs in ordinary operations")
            .defined(
                LocalizedText.of(
                    "Olika strategier, lösningar, verktyg och annat som insatsen tog fram, som till och med periodens slut gått in i "
                        + "ordinarie verksamhet hos någon och är i den " + when.in("sv") + ".",
                    "Different strategies, solutions, tools and other outputs that by the end of the period have become part of ordinary "
                        + "operations somewhere, and are so " + when.in("en") + "."))
            .build(),
        adopted(
                "siru:collaborations-in-ordinary-operations", "SI-R03.collaborations", point, Uptake.INITIATIVE,
                Uptake.INITIATIVE.isKnown().and(Uptake.INITIATIVE.then(Initiative.KIND).is("collaboration")))
            .named("sv", "Samverkan i ordinarie verksamhet")
            .named("en", "Collaborations in ordinary operations")
            .defined(
                LocalizedText.of(
                    "Olika initiativ av slaget samverkan som till och med periodens slut gått in i ordinarie verksamhet hos någon och är "
                        + "i den " + when.in("sv") + ".",
                    "Different initiatives of the kind collaboration that by the end of the period have become part of ordinary "
                        + "operations somewhere, and are so " + when.in("en") + "."))
            .build(),
        Indicator.formula("siru:results-in-ordinary-operations")
            .code(CODE)
            .named("sv", "Resultat i ordinarie verksamhet")
            .named("en", "Results in ordinary operations")
            .defined(
                LocalizedText.of(
                    "Det som insatsen tog fram och den samverkan som är i ordinarie verksamhet " + when.in("sv") + ", var sak en gång hur "
                        + "många som än tagit över den. Det som inte har någon sista dag antas bestå.",
                    "Outputs and collaborations that are in ordinary operations " + when.in("en") + ", each once however many have "
                        + "adopted it. What has no last day is taken to go on."))
            .unit("results")
            .kind(Kind.RESULT)
            .source("SIRU", Evidence.CONFIRMED)
            .parameter(point)
            .expression("[SI-R03.outputs] + [SI-R03.collaborations]")
            .build());
  }

  private static Measure.Builder adopted(String id, String code, Parameter.Setting point, Field<?> what, Condition which) {
    return Indicator.measure(id)
        .code(code)
        .unit("results")
        .kind(Kind.RESULT)
        .source("SIRU", Evidence.CONFIRMED)
        .parameter(point)
        .over(Uptake.TYPE)
        .where(Uptake.DEGREE.is("ordinary-operations"))
        .where(which)
        .where(isInForce(point))
        .when(TimeRule.begun())
        .distinct(what);
  }

  private static Condition isInForce(Parameter.Setting point) {
    Day first = Uptake.START.day();
    Day last = Uptake.END.day().orOpen();
    Day end = Uptake.NODE.then(ProgrammeNode.END).day().at("operation");
    return switch (point.value()) {
      case "at-end" -> first.isNotAfter(end).and(end.isNotAfter(last));
      case "one-year-after" -> {
        Day later = end.plus(Lag.ofMonths(MONTHS_OF_A_YEAR));
        yield first.isNotAfter(later).and(later.isNotAfter(last));
      }
      // The first comparison says nothing of an uptake with a first day, and makes one without it unknown, as the other points do.
      default -> first.isNotAfter(last).and(end.isBefore(last));
    };
  }

  /** The point in words that go on after "is in ordinary operations". */
  private static LocalizedText words(Parameter.Setting point) {
    return switch (point.value()) {
      case "at-end" -> LocalizedText.of("på projektets sista dag", "on the operation's last day");
      case "one-year-after" -> LocalizedText.of("ett år efter projektets sista dag", "one year after the operation's last day");
      default -> LocalizedText.of("någon dag efter projektets sista", "on some day after the operation's last");
    };
  }
}
