package se.siru.indicators.innovation;

import java.util.List;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.StageChange;
import se.siru.core.text.LocalizedText;

/**
 * Initiatives and the stages they have reached.
 *
 * <p>Thread-safe.
 */
public final class InnovationIndicators {
  private InnovationIndicators() {}

  /** The family. */
  public static List<Indicator> all() {
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
            .build());
  }
}
