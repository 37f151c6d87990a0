package se.siru.indicators.economy;

import java.util.List;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Dimension;
import se.siru.core.model.Funding;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Stakeholder;
import se.siru.core.text.LocalizedText;

/**
 * Operations and the money they were granted. It never enters an indicator of enterprises.
 *
 * <p>Thread-safe.
 */
public final class EconomyIndicators {
  private EconomyIndicators() {}

  /** The family. */
  public static List<Indicator> all() {
    return List.of(
        Indicator.measure("siru:funding-decided")
            .code("SI-E03")
            .named("sv", "Beviljade medel")
            .named("en", "Funding decided")
            .defined(
                LocalizedText.of(
                    "Summan av finansiering som beviljades i perioden. Länet är insatsens; ett belopp räknas helt i vart och ett "
                        + "av flera län om det inte delas (county/split).",
                    "The sum of funding decided in the period. The county is the operation's; an amount counts fully in each of "
                        + "several counties unless it is shared (county/split)."))
            .unit("currency")
            .kind(Kind.CONTEXT)
            .source("SIRU", Evidence.CONFIRMED)
            .over(Funding.TYPE)
            .where(Funding.STATUS.is("decided"))
            .when(TimeRule.event())
            .dimension("funder-sector", Dimension.of("funder-sector", Funding.FUNDER.then(Stakeholder.SECTOR)))
            .dimension("partner-sector", Dimension.of("partner-sector", Funding.PARTNER.then(Stakeholder.SECTOR)))
            .sum(Funding.AMOUNT)
            .build(),
        Indicator.measure("siru:operations-running")
            .code("SI-O01")
            .named("sv", "Pågående projekt")
            .named("en", "Operations running")
            .defined(
                LocalizedText.of(
                    "Projekt (insatser) som pågick någon dag i perioden.",
                    "Operations (projects) that ran on some day of the period."))
            .unit("operations")
            .kind(Kind.CONTEXT)
            .direction(Direction.NONE)
            .source("SIRU", Evidence.CONFIRMED)
            .over(ProgrammeNode.TYPE)
            .where(ProgrammeNode.LEVEL.is("operation"))
            .when(TimeRule.during())
            .count()
            .build());
  }
}
