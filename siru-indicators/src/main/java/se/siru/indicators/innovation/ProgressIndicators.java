package se.siru.indicators.innovation;

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
import se.siru.core.model.Activity;
import se.siru.core.model.Dimension;
import se.siru.core.model.Initiative;
import se.siru.core.model.StageChange;
import se.siru.core.text.LocalizedText;

/** What is new, what has been deepened, and what is still there. */
final class ProgressIndicators {
  private static final String OWN = "SIRU";

  private ProgressIndicators() {}

  static List<Indicator> all() {
    return List.of(
        created("siru:new-initiatives", "SI-I02")
            .named("sv", "Nya initiativ")
            .named("en", "New initiatives")
            .defined(
                LocalizedText.of(
                    "Initiativ vars första dag ligger i perioden. Inget av dem räknas också som fördjupat (SI-I02.deepened).",
                    "Initiatives whose first day lies in the period. None of them also counts as deepened (SI-I02.deepened)."))
            .build(),
        created("siru:initiatives-from-activities", "SI-I02.arose")
            .named("sv", "Nya initiativ ur aktiviteter")
            .named("en", "New initiatives that arose from activities")
            .defined(
                LocalizedText.of(
                    "De nya initiativ i perioden (SI-I02) som anger vilken aktivitet de uppstod ur. Dimensionerna activity-kind och "
                        + "programme-part är aktivitetens, så att initiativ ur processledning kan räknas för sig.",
                    "Those new initiatives of the period (SI-I02) that name the activity they arose from. The dimensions activity-kind "
                        + "and programme-part are those of the activity, so that initiatives out of process facilitation can be told."))
            .where(Initiative.AROSE_FROM_ACTIVITY.isKnown())
            .dimension("activity-kind", Dimension.of("activity-kind", Initiative.AROSE_FROM_ACTIVITY.then(Activity.KIND)))
            .dimension(
                "programme-part", Dimension.of("programme-part", Initiative.AROSE_FROM_ACTIVITY.then(Activity.PROGRAMME_PART)))
            .build(),
        onTheWay("siru:deepened-initiatives", "SI-I02.deepened", StageFunction.ADVANCED)
            .named("sv", "Fördjupade initiativ")
            .named("en", "Deepened initiatives")
            .defined(
                LocalizedText.of(
                    "Initiativ som fanns före perioden och i den gick in i en senare fas än den de stod i. Avslutad är ingen senare fas. "
                        + "Initiativ vars fas före perioden inte är känd redovisas som okända.",
                    "Initiatives that were there before the period and in it entered a later stage than the one they stood in. Ended is "
                        + "no later stage. Initiatives whose stage before the period is not known are shown as unknown."))
            .unit("initiatives")
            .range(Range.NOT_NEGATIVE)
            .build(),
        onTheWay("siru:stage-progression-rate", "SI-I03", StageFunction.PROGRESSION)
            .named("sv", "Fasförflyttning")
            .named("en", "Stage progression rate")
            .defined(
                LocalizedText.of(
                    "Fördjupade initiativ (SI-I02.deepened) av dem som kunde gå vidare: de som vid periodens början stod i en fas som "
                        + "följs av en annan, och inte hade upphört. Initiativ vars fas då inte är känd redovisas som okända.",
                    "Deepened initiatives (SI-I02.deepened) of those that could advance: those that at the beginning of the period stood "
                        + "in a stage that another follows, and had not ended. Initiatives whose stage is not known then are shown as "
                        + "unknown."))
            .unit("percent")
            .range(Range.between(0, 100))
            .build(),
        onTheWay("siru:initiatives-running", "SI-I08", StageFunction.RUNNING)
            .named("sv", "Initiativ som pågår vid periodens slut")
            .named("en", "Initiatives running at the end of the period")
            .defined(
                LocalizedText.of(
                    "Initiativ som vid periodens slut har gått in i någon fas, inte är avslutade och inte har nått sin sista dag. För det "
                        + "år som slutar ett år efter projektet är det de som lever vidare.",
                    "Initiatives that by the end of the period have entered some stage, have not entered the stage ended, and have not "
                        + "passed their last day. For the year that ends one year after the operation it is those that live on."))
            .unit("initiatives")
            .range(Range.NOT_NEGATIVE)
            .build());
  }

  private static Measure.Builder created(String id, String code) {
    return Indicator.measure(id)
        .code(code)
        .unit("initiatives")
        .kind(Kind.RESULT)
        .source(OWN, Evidence.CONFIRMED)
        .over(Initiative.TYPE)
        .when(TimeRule.event(Initiative.START))
        .count();
  }

  private static Measure.Builder onTheWay(String id, String code, StageFunction function) {
    return Indicator.measure(id)
        .code(code)
        .kind(Kind.RESULT)
        .direction(Direction.UP)
        .source(OWN, Evidence.CONFIRMED)
        .over(StageChange.TYPE)
        .when(TimeRule.cumulative())
        .aggregate(
            new Aggregate.Function(
                function.id(),
                Map.of("ended-by", "ended", "last", "scaled"),
                List.of(
                    StageChange.INITIATIVE.path(),
                    StageChange.INITIATIVE.then(Initiative.START),
                    StageChange.INITIATIVE.then(Initiative.END),
                    StageChange.STAGE.path(),
                    StageChange.DATE.path())));
  }
}
