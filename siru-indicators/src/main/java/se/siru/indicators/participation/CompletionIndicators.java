package se.siru.indicators.participation;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Range;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Enrolment;
import se.siru.core.model.Field;
import se.siru.core.text.LocalizedText;
import se.siru.indicators.participants.EsfIndicators;

/**
 * Who completed a programme of those who began it in the period, whenever that was. A person in a programme counts once; a programme
 * is the activity, or where none is stated the part of the programme tree.
 */
final class CompletionIndicators {
  private static final String CODE = "SI-P06";
  private static final Condition COMPLETED = Enrolment.OUTCOME.is("completed");
  private static final Condition NAMED = Enrolment.PERSON.isKnown();
  private static final Condition IN_PROGRAMME = Enrolment.ACTIVITY.isKnown();

  private CompletionIndicators() {}

  static List<Indicator> all() {
    List<Indicator> all = new ArrayList<>();
    for (boolean isCompleted : new boolean[] {false, true}) {
      all.add(persons(isCompleted, "programme", IN_PROGRAMME, Enrolment.ACTIVITY, "i program", "in a programme"));
      all.add(persons(isCompleted, "operation", IN_PROGRAMME.not(), Enrolment.NODE, "i insatsen själv", "in the operation itself"));
      all.add(unnamed(isCompleted));
      all.add(together(isCompleted));
    }
    all.add(
        Indicator.formula("siru:programme-completion-rate")
            .code(CODE)
            .named("sv", "Fullföljande")
            .named("en", "Programme completion rate")
            .defined(
                LocalizedText.of(
                    "De som har fullföljt av alla som började i perioden, när det än skedde. De som inte är klara än är i nämnaren, så "
                        + "att andelen för de senaste perioderna kan stiga. Ingen som började: odefinierad.",
                    "Those who have completed of all who began in the period, whenever that was. Those who are not done yet are in the "
                        + "denominator, so that the share of the latest periods may rise. Nobody who began: undefined."))
            .unit("percent")
            .range(Range.between(0, 100))
            .kind(Kind.PROCESS)
            .source("SIRU", Evidence.CONFIRMED)
            .expression("[" + code(true, "") + "] / [" + code(false, "") + "]")
            .build());
    return all;
  }

  private static String code(boolean isCompleted, String part) {
    return CODE + (isCompleted ? ".completed" : ".started") + (part.isEmpty() ? "" : "-" + part);
  }

  private static Measure.Builder measure(boolean isCompleted, String part, String sv, String en) {
    return Indicator.measure("siru:programme-" + (isCompleted ? "completed-" : "started-") + part)
        .code(code(isCompleted, part))
        .named("sv", (isCompleted ? "Fullföljt, " : "Påbörjat, ") + sv)
        .named("en", (isCompleted ? "Completed, " : "Started, ") + en)
        .unit("persons")
        .kind(Kind.PROCESS)
        .direction(Direction.NONE)
        .source("SIRU", Evidence.CONFIRMED)
        .over(Enrolment.TYPE)
        .where(EsfIndicators.BEGAN)
        .when(TimeRule.cohort(Enrolment.START));
  }

  private static Measure persons(boolean isCompleted, String part, Condition where, Field<?> key, String sv, String en) {
    Measure.Builder measure = measure(isCompleted, part, "personer " + sv, "persons " + en)
        .defined(
            LocalizedText.of(
                "Olika personer " + sv + " som först började i perioden" + (isCompleted ? " och som någon gång har fullföljt." : "."),
                "Different persons " + en + " who first began in the period" + (isCompleted ? " and at some time have completed." : ".")))
        .where(NAMED.and(where))
        .per(key, Enrolment.PERSON);
    return (isCompleted ? measure.having(Grouping.Inner.count().where(COMPLETED).atLeast("1")) : measure).count().build();
  }

  private static Measure unnamed(boolean isCompleted) {
    Measure.Builder measure = measure(isCompleted, "unnamed", "anonyma räkningar", "anonymous counts")
        .defined(
            LocalizedText.of(
                "Antalet i anonyma räkningar som började i perioden" + (isCompleted ? " och har fullföljt." : "."),
                "The heads of anonymous counts that began in the period" + (isCompleted ? " and have completed." : ".")))
        .where(NAMED.not());
    return (isCompleted ? measure.where(COMPLETED) : measure).sum(Enrolment.HEADS).build();
  }

  private static Indicator together(boolean isCompleted) {
    return Indicator.formula("siru:programme-" + (isCompleted ? "completed" : "started"))
        .code(code(isCompleted, ""))
        .named("sv", isCompleted ? "Fullföljt program" : "Påbörjat program")
        .named("en", isCompleted ? "Programmes completed" : "Programmes started")
        .defined(
            LocalizedText.of(
                "Personer och anonyma räkningar som började i perioden" + (isCompleted ? " och har fullföljt." : "."),
                "Persons and anonymous counts that began in the period" + (isCompleted ? " and have completed." : ".")))
        .unit("persons")
        .kind(Kind.PROCESS)
        .direction(Direction.NONE)
        .source("SIRU", Evidence.CONFIRMED)
        .expression(
            "[" + code(isCompleted, "programme") + "] + [" + code(isCompleted, "operation") + "] + [" + code(isCompleted, "unnamed") + "]")
        .build();
  }
}
