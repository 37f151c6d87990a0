package se.siru.indicators.network;

import java.util.List;
import java.util.Map;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Membership;
import se.siru.core.model.Network;
import se.siru.core.model.Stakeholder;
import se.siru.core.text.LocalizedText;

/**
 * Networks, and how ties between stakeholders cross sectors. The tie rule is shared membership in an initiative; it stands in each
 * definition. None of the figures of mixing has a good direction.
 *
 * <p>Thread-safe.
 */
public final class NetworkIndicators {
  private static final String TIES_SV =
      " Relation: gemensamt medlemskap i ett initiativ under perioden, utan riktning och räknad en gång. Aktörer utan känd sektor "
          + "ingår inte och redovisas som okända.";
  private static final String TIES_EN =
      " Tie: shared membership in an initiative during the period, undirected and counted once. Stakeholders without a known "
          + "sector are left out and shown as unknown.";

  private NetworkIndicators() {}

  /** The family. */
  public static List<Indicator> all() {
    return List.of(
        mixing("siru:e-i-index-by-sector", "SI-N02", MixingFunction.E_I_INDEX)
            .named("sv", "E-I-index efter sektor")
            .named("en", "E-I index by sector")
            .defined(
                LocalizedText.of(
                    "(Externa − interna) / alla relationer; −1 är bara inom sektorer, 1 bara mellan." + TIES_SV,
                    "(External − internal) / all ties; −1 is within sectors only, 1 between them only." + TIES_EN))
            .unit("index")
            .build(),
        mixing("siru:e-i-expected-by-sector", "SI-N02.expected", MixingFunction.E_I_EXPECTED)
            .named("sv", "Förväntat E-I-index efter sektor")
            .named("en", "Expected E-I index by sector")
            .defined(
                LocalizedText.of(
                    "E-I-index om alla par av medlemmar med känd sektor hade en relation." + TIES_SV,
                    "The E-I index if every pair of members of known sector had a tie." + TIES_EN))
            .unit("index")
            .build(),
        mixing("siru:e-i-rescaled-by-sector", "SI-N02.rescaled", MixingFunction.E_I_RESCALED)
            .named("sv", "Omskalat E-I-index efter sektor")
            .named("en", "Rescaled E-I index by sector")
            .defined(
                LocalizedText.of(
                    "E-I-index på en skala vars ändar, −1 och 1, är vad så många relationer kan ge." + TIES_SV,
                    "The E-I index on a scale whose ends, −1 and 1, are what this many ties can give." + TIES_EN))
            .unit("index")
            .build(),
        mixing("siru:cross-sector-tie-share", "SI-N02.share", MixingFunction.CROSS_TIE_SHARE)
            .named("sv", "Andel relationer mellan sektorer")
            .named("en", "Share of ties between sectors")
            .defined(
                LocalizedText.of("Externa / alla relationer." + TIES_SV, "External / all ties." + TIES_EN))
            .unit("percent")
            .build(),
        Indicator.measure("siru:networks-started-or-developed")
            .code("SI-N08")
            .named("sv", "Startade och utvecklade nätverk")
            .named("en", "Networks started or developed")
            .defined(
                LocalizedText.of(
                    "Nätverk som tog sin början i perioden; dimensionen origin skiljer startade från utvecklade. Nätverk utan "
                        + "datum räknas bara i hela tiden.",
                    "Networks that began in the period; the dimension origin tells those started from those developed. Networks "
                        + "without a date count in all time only."))
            .unit("networks")
            .kind(Kind.RESULT)
            .source("SIRU", Evidence.CONFIRMED)
            .over(Network.TYPE)
            .when(TimeRule.event())
            .count()
            .build());
  }

  /** The functions that the family uses, for other definitions too. */
  public static List<IndicatorFunction> functions() {
    return List.of(MixingFunction.values());
  }

  private static Measure.Builder mixing(String id, String code, IndicatorFunction function) {
    return Indicator.measure(id)
        .code(code)
        .kind(Kind.CONTEXT)
        .direction(Direction.NONE)
        .source("Krackhardt and Stern 1988; UCINET help, E-I index", Evidence.CONFIRMED)
        .over(Membership.TYPE)
        .where(Membership.INITIATIVE.isKnown())
        .when(TimeRule.during())
        .aggregate(
            new Aggregate.Function(
                function.id(),
                Map.of("ties", "initiative"),
                List.of(
                    Membership.INITIATIVE.path(),
                    Membership.MEMBER.path(),
                    Membership.MEMBER.then(Stakeholder.SECTOR))));
  }
}
