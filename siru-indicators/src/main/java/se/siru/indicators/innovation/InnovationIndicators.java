package se.siru.indicators.innovation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Range;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Initiative;
import se.siru.core.model.StageChange;
import se.siru.core.text.LocalizedText;

/**
 * Initiatives, the stages they have reached, who makes them together, and what is published of them.
 *
 * <p>Thread-safe.
 */
public final class InnovationIndicators {
  private InnovationIndicators() {}

  /** The family under a rule set. */
  public static List<Indicator> all(RuleSet rules) {
    List<Indicator> all = new ArrayList<>(portfolio());
    all.addAll(ProgressIndicators.all());
    all.addAll(CoCreationIndicators.all(rules));
    all.addAll(PublicationIndicators.all());
    return List.copyOf(all);
  }

  /** The functions that the family uses. */
  public static List<IndicatorFunction> functions() {
    return List.of(StageFunction.values());
  }

  private static List<Indicator> portfolio() {
    return List.of(
        Indicator.measure("siru:initiatives-by-stage")
            .code("SI-I01")
            .named("sv", "Initiativ per fas")
            .named("en", "Initiatives by stage")
            .defined(
                LocalizedText.of(
                    "Initiativ efter den fas de senast gick in i, vid periodens slut. Initiativ utan fas räknas inte. Dimensionen "
                        + "stage ger faserna.",
                    "Initiatives by the stage they entered last, at the end of the period. Initiatives without a stage are not "
                        + "counted. The dimension stage gives the stages."))
            .unit("initiatives")
            .kind(Kind.RESULT)
            .direction(Direction.NONE)
            .source("SIRU", Evidence.CONFIRMED)
            .over(StageChange.TYPE)
            .when(TimeRule.cumulative())
            .per(StageChange.INITIATIVE)
            .band(new Grouping.Band("stage", Grouping.Inner.last(StageChange.STAGE.path()), List.of()))
            .count()
            .build(),
        Indicator.measure("siru:challenge-diversity")
            .code("SI-I05")
            .named("sv", "Utmaningsbredd")
            .named("en", "Challenge diversity")
            .defined(
                LocalizedText.of(
                    "Hur brett initiativen fördelar sig på samhällsutmaningar (Blaus index, 1 − Σp²), av dem som gått in i någon fas "
                        + "vid periodens slut. Ett initiativ räknas en gång för varje utmaning det möter; de utan utmaning redovisas "
                        + "som okända.",
                    "How widely initiatives are spread over societal challenges (Blau's index, 1 − Σp²), of those that have entered "
                        + "some stage by the end of the period. An initiative counts once for each challenge that it answers; those "
                        + "without a challenge are shown as unknown."))
            .unit("index")
            .range(Range.between(0, 1))
            .kind(Kind.RESULT)
            .direction(Direction.NONE)
            .source("Blau 1977", Evidence.UNCONFIRMED)
            .over(StageChange.TYPE)
            .when(TimeRule.cumulative())
            .aggregate(
                new Aggregate.Function(
                    "siru:blau",
                    Map.of(),
                    List.of(StageChange.INITIATIVE.path(), StageChange.INITIATIVE.then(Initiative.CHALLENGES))))
            .build(),
        survival("siru:survival-12-months", "SI-I04", 12, 365),
        survival("siru:survival-24-months", "SI-I04.m24", 24, 730));
  }

  private static Measure survival(String id, String code, int months, int days) {
    return Indicator.measure(id)
        .code(code)
        .named("sv", "Överlevnad efter " + months + " månader")
        .named("en", "Survival at " + months + " months")
        .defined(
            LocalizedText.of(
                "Andel initiativ som finns kvar efter " + days + " dagar, enligt Kaplan och Meier, av dem som gått in i någon fas "
                    + "vid periodens slut. Ett initiativ upphör efter sin sista dag eller när det går in i fasen avslutad. De andra "
                    + "följs till periodens slut, eller till dagen då portföljen beskriver världen om den kommer före. Initiativ "
                    + "utan första dag redovisas som okända.",
                "The share of initiatives that are still there after " + days + " days, after Kaplan and Meier, of those that have "
                    + "entered some stage by the end of the period. An initiative ends after its last day, or where it enters the "
                    + "stage ended. The others are followed until the end of the period, or until the day on which the portfolio "
                    + "describes the world where that is earlier. Initiatives without a first day are shown as unknown."))
        .unit("percent")
        .range(Range.between(0, 100))
        .kind(Kind.RESULT)
        .source("Kaplan and Meier 1958", Evidence.UNCONFIRMED)
        .over(StageChange.TYPE)
        .when(TimeRule.cumulative())
        .aggregate(
            new Aggregate.Function(
                "siru:survival",
                Map.of("days", Integer.toString(days), "ended-by", "ended"),
                List.of(
                    StageChange.INITIATIVE.path(),
                    StageChange.INITIATIVE.then(Initiative.START),
                    StageChange.INITIATIVE.then(Initiative.END),
                    StageChange.STAGE.path(),
                    StageChange.DATE.path())))
        .build();
  }
}
