package se.siru.indicators.economy;

import java.util.List;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.CostLine;
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
  /** Empty is the fund's part. */
  private static final Condition COFINANCED =
      CostLine.COFINANCING.isKnown().and(CostLine.COFINANCING.is("public").or(CostLine.COFINANCING.is("private")));

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
            .build(),
        spent("siru:cost-outcome", "SI-E02.d", "Utfall", "Outcome",
            "Summan av utfall med dag i perioden.", "The sum of outcome with a day in the period.", Condition.always()),
        spent("siru:co-financing-outcome", "SI-E02.n", "Medfinansiering, utfall", "Co-financing, outcome",
            "Utfall som någon annan än fonden betalade, offentligt eller privat.",
            "Outcome that somebody other than the fund paid, public or private.", COFINANCED),
        spent("siru:co-financing-in-kind", "SI-E02.in-kind.n", "Medfinansiering i annat än pengar, utfall",
            "Co-financing in kind, outcome",
            "Den del av medfinansieringen som inte är pengar.", "The part of the co-financing that is not money.",
            COFINANCED.and(CostLine.FORM.isKnown()).and(CostLine.FORM.is("in-kind"))),
        costs("siru:outcome-so-far", "SI-E01.n", "Utfall hittills", "Outcome so far",
                "Summan av utfall med dag före periodens slut.", "The sum of outcome with a day before the end of the period.")
            .where(CostLine.OUTCOME.isKnown())
            .when(TimeRule.cumulative())
            .sum(CostLine.OUTCOME)
            .build(),
        costs("siru:budget-in-effect", "SI-E01.d", "Gällande budget", "Budget in effect",
                "Summan av den budget som gäller den dag portföljen beskriver, för hela projektet oavsett period. En ändring som anger "
                    + "ny budget ersätter all tidigare.",
                "The sum of the budget that applies on the day that the portfolio describes, of the whole operation whatever the period. "
                    + "An amendment that states a new budget replaces all before it.")
            .where(CostLine.BUDGET.isKnown().and(CostLine.DECISION.isInEffect()))
            .when(TimeRule.during())
            .notAdditiveOver("time")
            .sum(CostLine.BUDGET)
            .build(),
        Indicator.formula("siru:budget-use")
            .code("SI-E01")
            .named("sv", "Budgetutfall")
            .named("en", "Budget use")
            .defined(
                LocalizedText.of(
                    "Utfall till och med periodens slut av den budget som gäller. Mer än 100 % är ett överskridande.",
                    "Outcome up to the end of the period of the budget in effect. More than 100% is an overrun."))
            .unit("percent")
            .kind(Kind.CONTEXT)
            .direction(Direction.NONE)
            .source("SIRU", Evidence.CONFIRMED)
            .expression("[SI-E01.n] / [SI-E01.d]")
            .build(),
        share("siru:co-financing-share", "SI-E02", "Medfinansieringsgrad", "Co-financing share",
            "Medfinansiering av allt utfall, kontant och i annat än pengar.", "Co-financing of all outcome, cash and in kind.",
            "[SI-E02.n] / [SI-E02.d]"),
        share("siru:co-financing-share-cash", "SI-E02.cash", "Medfinansieringsgrad, kontant", "Co-financing share, cash",
            "Kontant medfinansiering av allt utfall; en rad utan form räknas som kontant.",
            "Co-financing in cash of all outcome; a line without a form counts as cash.",
            "([SI-E02.n] - [SI-E02.in-kind.n]) / [SI-E02.d]"),
        share("siru:co-financing-share-in-kind", "SI-E02.in-kind", "Medfinansieringsgrad, i annat än pengar",
            "Co-financing share, in kind",
            "Medfinansiering i annat än pengar av allt utfall.", "Co-financing in kind of all outcome.",
            "[SI-E02.in-kind.n] / [SI-E02.d]"));
  }

  private static Indicator spent(
      String id, String code, String swedish, String english, String definedSv, String definedEn, Condition which) {
    return costs(id, code, swedish, english, definedSv, definedEn)
        .where(CostLine.OUTCOME.isKnown())
        .where(which)
        .when(TimeRule.event())
        .sum(CostLine.OUTCOME)
        .build();
  }

  private static Measure.Builder costs(
      String id, String code, String swedish, String english, String definedSv, String definedEn) {
    return Indicator.measure(id)
        .code(code)
        .named("sv", swedish)
        .named("en", english)
        .defined(LocalizedText.of(definedSv, definedEn))
        .unit("currency")
        .kind(Kind.CONTEXT)
        .source("SIRU", Evidence.CONFIRMED)
        .over(CostLine.TYPE);
  }

  private static Indicator share(
      String id, String code, String swedish, String english, String definedSv, String definedEn, String expression) {
    return Indicator.formula(id)
        .code(code)
        .named("sv", swedish)
        .named("en", english)
        .defined(LocalizedText.of(definedSv, definedEn))
        .unit("percent")
        .kind(Kind.CONTEXT)
        .source("SIRU", Evidence.CONFIRMED)
        .expression(expression)
        .build();
  }
}
