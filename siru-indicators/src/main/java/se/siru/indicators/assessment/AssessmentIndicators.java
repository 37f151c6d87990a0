package se.siru.indicators.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Range;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Assessment;
import se.siru.core.model.FieldPath;
import se.siru.core.text.LocalizedText;

/**
 * Answers to items of an instrument: how many are high, and how far they changed. Figures are of one item at a time, answers in one wave
 * or between two.
 *
 * <p>Thread-safe.
 */
public final class AssessmentIndicators {
  private static final Map<String, String> WAVES = Map.of("before", "before", "after", "after", "confidence", "0.95");
  private static final List<FieldPath> ANSWER =
      List.of(
          Assessment.ITEM.path(), Assessment.WAVE.path(), Assessment.VALUE.path(), Assessment.LEAST.path(), Assessment.GREATEST.path(),
          Assessment.ANSWERS.path(), Assessment.DONT_KNOW.path(), Assessment.INVITED.path());
  private static final List<FieldPath> CHANGE =
      List.of(
          Assessment.RESPONDENT.path(), Assessment.ITEM.path(), Assessment.WAVE.path(), Assessment.VALUE.path(),
          Assessment.ANSWERS.path());

  private static final List<FieldPath> CHANGE_OF_ORGANISATIONS =
      List.of(
          Assessment.ORGANISATION.path(), Assessment.ITEM.path(), Assessment.WAVE.path(), Assessment.VALUE.path(),
          Assessment.ANSWERS.path());

  private AssessmentIndicators() {}

  /** The family. */
  public static List<Indicator> all() {
    List<Indicator> all = new ArrayList<>();
    all.addAll(answers());
    all.addAll(paired());
    all.addAll(unpaired());
    return List.copyOf(all);
  }

  private static List<Indicator> answers() {
    List<Indicator> all = new ArrayList<>();
    all.add(
        answers("share-answering-4-to-5", "SI-A01", "siru:scale-share", step(4))
            .named("sv", "Andel som svarar 4–5")
            .named("en", "Share answering 4–5 of 5")
            .defined(
                LocalizedText.of(
                    "Svar 4 och 5 av alla svar på skalan 1–5, för en fråga i en mätomgång. Vet ej är inget svar på skalan. Läs den "
                        + "med fördelningen, antalet svar och svarsfrekvensen.",
                    "Answers 4 and 5 of all answers on the scale 1–5, of one item in one wave. Don't know is no answer on the scale. "
                        + "Read it with the distribution, the number of answers and the response rate."))
            .unit("percent")
            .range(Range.between(0, 100))
            .direction(Direction.UP)
            .build());
    for (int step = 1; step <= 5; step++) {
      all.add(
          answers("answers-" + step, "SI-A01." + step, "siru:scale-count", step(step))
              .named("sv", "Svar " + step + " av 5")
              .named("en", "Answers " + step + " of 5")
              .defined(
                  LocalizedText.of(
                      "Hur många som svarade " + step + " på skalan 1–5, för en fråga i en mätomgång.",
                      "How many answered " + step + " on the scale 1–5, of one item in one wave."))
              .unit("answers")
              .range(Range.NOT_NEGATIVE)
              .build());
    }
    all.add(
        answers("answers-given", "SI-A01.n", "siru:scale-answers", Map.of())
            .named("sv", "Antal svar på en fråga")
            .named("en", "Number of answers to an item")
            .defined(
                LocalizedText.of(
                    "Hur många som gav ett svar på skalan, för en fråga i en mätomgång. Vet ej ingår inte.",
                    "How many gave an answer on the scale, of one item in one wave. Don't know is not in it."))
            .unit("answers")
            .range(Range.NOT_NEGATIVE)
            .build());
    all.add(
        answers("answers-dont-know", "SI-A01.dont-know", "siru:scale-dont-know", Map.of())
            .named("sv", "Antal som svarade vet ej")
            .named("en", "Number who answered don't know")
            .defined(
                LocalizedText.of(
                    "Hur många som svarade vet ej, för en fråga i en mätomgång.",
                    "How many answered don't know, of one item in one wave."))
            .unit("answers")
            .range(Range.NOT_NEGATIVE)
            .build());
    all.add(
        answers("response-rate", "SI-A01.response-rate", "siru:response-rate", Map.of())
            .named("sv", "Svarsfrekvens")
            .named("en", "Response rate")
            .defined(
                LocalizedText.of(
                    "Svar, vet ej inräknat, av alla som fick frågan i mätomgången. Odefinierad där ingen har noterat hur många det var.",
                    "Answers, don't know included, of all who were asked the item in the wave. Undefined where nobody noted how many."))
            .unit("percent")
            .range(Range.between(0, 100))
            .direction(Direction.UP)
            .build());
    return all;
  }

  private static Map<String, String> step(int answer) {
    return Map.of("answer", "" + answer, "least", "1", "greatest", "5");
  }

  private static List<Indicator> paired() {
    return List.of(
        change("paired-change", "SI-A02", "siru:paired-change")
            .named("sv", "Parad förändring")
            .named("en", "Paired change")
            .defined(
                LocalizedText.of(
                    "Medelvärdet av (efter − före) för dem som svarat i båda omgångarna till och med periodens slut, för en fråga. Visas "
                        + "med antal par, intervall, effektstorlek och bortfall.",
                    "The mean of (after − before) of those who answered in both waves up to the end of the period, of one item. Shown "
                        + "with the number of pairs, the interval, the effect size and the attrition."))
            .unit("scale points")
            .direction(Direction.UP)
            .build(),
        change("paired-change-pairs", "SI-A02.n", "siru:pairs")
            .named("sv", "Parad förändring: antal par")
            .named("en", "Paired change: number of pairs")
            .defined(LocalizedText.of("Hur många som svarat i båda omgångarna.", "How many answered in both waves."))
            .unit("respondents")
            .range(Range.NOT_NEGATIVE)
            .build(),
        change("paired-change-interval-low", "SI-A02.low", "siru:paired-change-low")
            .named("sv", "Parad förändring: intervallets nedre gräns")
            .named("en", "Paired change: low end of the interval")
            .defined(
                interval("95 % konfidensintervall efter Students t, nedre gräns.", "95 % confidence interval by Student's t, low end."))
            .unit("scale points")
            .build(),
        change("paired-change-interval-high", "SI-A02.high", "siru:paired-change-high")
            .named("sv", "Parad förändring: intervallets övre gräns")
            .named("en", "Paired change: high end of the interval")
            .defined(
                interval("95 % konfidensintervall efter Students t, övre gräns.", "95 % confidence interval by Student's t, high end."))
            .unit("scale points")
            .build(),
        change("paired-change-effect-size", "SI-A02.effect-size", "siru:paired-effect-size")
            .named("sv", "Parad förändring: effektstorlek")
            .named("en", "Paired change: effect size")
            .defined(
                LocalizedText.of(
                    "Cohens d_z: medelförändringen genom förändringarnas standardavvikelse. Jämför den inte med effektstorlekar mellan "
                        + "grupper.",
                    "Cohen's d_z: the mean change by the standard deviation of the changes. Do not compare it with effect sizes between "
                        + "groups."))
            .unit("standard deviations")
            .build(),
        change("paired-change-only-before", "SI-A02.only-before", "siru:only-before")
            .named("sv", "Parad förändring: bortfall, svarade bara före")
            .named("en", "Paired change: attrition, answered only before")
            .defined(
                LocalizedText.of(
                    "Hur många som svarade före men inte efter. De är inte med i förändringen.",
                    "How many answered before and not after. They are not in the change."))
            .unit("respondents")
            .range(Range.NOT_NEGATIVE)
            .build(),
        change("paired-change-only-after", "SI-A02.only-after", "siru:only-after")
            .named("sv", "Parad förändring: svarade bara efter")
            .named("en", "Paired change: answered only after")
            .defined(
                LocalizedText.of(
                    "Hur många som svarade efter men inte före. De är inte med i förändringen.",
                    "How many answered after and not before. They are not in the change."))
            .unit("respondents")
            .range(Range.NOT_NEGATIVE)
            .build(),
        ofOrganisations("paired-change-of-organisations", "SI-A02.organisations", "siru:paired-change")
            .named("sv", "Parad förändring hos organisationer")
            .named("en", "Paired change of organisations")
            .defined(
                LocalizedText.of(
                    "Som SI-A02, av svar som gäller en organisation och inte har någon svarande. En organisation med olika svar på samma "
                        + "fråga i samma omgång lämnas utanför och är okänd.",
                    "As SI-A02, of answers that are about an organisation and have no respondent. An organisation with different answers "
                        + "to one item in one wave is left out and unknown."))
            .unit("scale points")
            .direction(Direction.UP)
            .build(),
        ofOrganisations("paired-change-of-organisations-pairs", "SI-A02.organisations-n", "siru:pairs")
            .named("sv", "Parad förändring hos organisationer: antal par")
            .named("en", "Paired change of organisations: number of pairs")
            .defined(
                LocalizedText.of(
                    "Hur många organisationer som har svar i båda omgångarna.", "How many organisations have answers in both waves."))
            .unit("organisations")
            .range(Range.NOT_NEGATIVE)
            .build());
  }

  private static LocalizedText interval(String sv, String en) {
    return LocalizedText.of(
        sv + " Det gäller slump bland liknande svarande, inte vilka som föll bort.",
        en + " It is about chance among respondents like these, not about who was lost.");
  }

  private static List<Indicator> unpaired() {
    return List.of(
        change("unpaired-shift", "SI-A03", "siru:unpaired-shift")
            .named("sv", "Oparad skillnad")
            .named("en", "Unpaired shift")
            .defined(
                LocalizedText.of(
                    "Skillnaden mellan omgångarnas medelvärden, för en fråga, av alla som svarat i var och en, anonyma inräknade. "
                        + "Oparad: den blandar hur människor ändrats med vilka som svarat. En varning visas där den går åt andra "
                        + "hållet än den parade förändringen (SI-A02).",
                    "The difference of the means of the waves, of one item, of all who answered in each, anonymous ones included. "
                        + "Unpaired: it mixes how people changed with who answered. A warning is shown where it points the other way "
                        + "than the paired change (SI-A02)."))
            .unit("scale points")
            .build(),
        change("unpaired-shift-interval-low", "SI-A03.low", "siru:unpaired-shift-low")
            .named("sv", "Oparad skillnad: intervallets nedre gräns")
            .named("en", "Unpaired shift: low end of the interval")
            .defined(interval("Oparad: 95 % konfidensintervall efter Welch, nedre gräns.", "Unpaired: 95 % interval after Welch, low end."))
            .unit("scale points")
            .build(),
        change("unpaired-shift-interval-high", "SI-A03.high", "siru:unpaired-shift-high")
            .named("sv", "Oparad skillnad: intervallets övre gräns")
            .named("en", "Unpaired shift: high end of the interval")
            .defined(interval("Oparad: 95 % konfidensintervall efter Welch, övre gräns.", "Unpaired: 95 % interval after Welch, high end."))
            .unit("scale points")
            .build(),
        change("unpaired-shift-before", "SI-A03.n-before", "siru:unpaired-before")
            .named("sv", "Oparad skillnad: antal svar före")
            .named("en", "Unpaired shift: number of answers before")
            .defined(
                LocalizedText.of(
                    "Hur många som svarat i omgången före, parade eller oparade.", "How many answered before, paired or unpaired."))
            .unit("answers")
            .range(Range.NOT_NEGATIVE)
            .build(),
        change("unpaired-shift-after", "SI-A03.n-after", "siru:unpaired-after")
            .named("sv", "Oparad skillnad: antal svar efter")
            .named("en", "Unpaired shift: number of answers after")
            .defined(
                LocalizedText.of(
                    "Hur många som svarat i omgången efter, parade eller oparade.", "How many answered after, paired or unpaired."))
            .unit("answers")
            .range(Range.NOT_NEGATIVE)
            .build());
  }

  /** Answers given in the period. */
  private static Measure.Builder answers(String id, String code, String function, Map<String, String> parameters) {
    return measure(id, code, function, parameters, ANSWER).when(TimeRule.event());
  }

  /** Answers given up to the end of the period: a wave before it is needed for the change. */
  private static Measure.Builder change(String id, String code, String function) {
    return measure(id, code, function, WAVES, CHANGE).when(TimeRule.cumulative());
  }

  private static Measure.Builder ofOrganisations(String id, String code, String function) {
    return measure(id, code, function, WAVES, CHANGE_OF_ORGANISATIONS)
        .where(Assessment.RESPONDENT.isKnown().not().and(Assessment.ORGANISATION.isKnown()))
        .when(TimeRule.cumulative());
  }

  private static Measure.Builder measure(
      String id, String code, String function, Map<String, String> parameters, List<FieldPath> fields) {
    return Indicator.measure("siru:" + id)
        .code(code)
        .kind(Kind.RESULT)
        .direction(Direction.NONE)
        .source("SIRU", Evidence.CONFIRMED)
        .over(Assessment.TYPE)
        .aggregate(new Aggregate.Function(function, parameters, fields).overEachRecord());
  }
}
