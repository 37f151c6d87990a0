package se.siru.indicators.procurement;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.text.LocalizedText;

/**
 * Agreements signed. Legal basis, social clauses and partnership are three axes: dimensions {@code legal-basis}, {@code clause} and
 * {@code partnership}. Shares of procurements count buyers with complete registers alone; what the law says of agreements follows from
 * {@link Agreement#RULES_ASSESSED} and {@link Agreement#RULES_FAILED}.
 *
 * <p>Thread-safe.
 */
public final class ProcurementIndicators {
  static final String LAW = "SIRU, after the forms that the Public Procurement Act (2016:1145) knows";

  /** A partnership of this form is no procurement; an agreement that names no form is none of it. */
  static final Condition NO_IOP = Agreement.PARTNERSHIP.isKnown().not().or(Agreement.PARTNERSHIP.is("iop").not());

  private ProcurementIndicators() {}

  /** The family under a rule set. */
  public static List<Indicator> all(RuleSet rules) {
    List<Indicator> all = new ArrayList<>(agreements());
    all.addAll(ProcurementShares.all(rules));
    all.addAll(LegalConsistency.all());
    return List.copyOf(all);
  }

  private static List<Indicator> agreements() {
    return List.of(
        signed("siru:agreements-signed", "SI-Q01")
            .named("sv", "Avtal per form")
            .named("en", "Agreements by form")
            .defined(
                LocalizedText.of(
                    "Avtal och partnerskap som tecknades i perioden; fördelas på rättslig grund, villkor eller partnerskap.",
                    "Agreements and partnerships signed in the period; broken down by legal basis, clause or partnership."))
            .unit("agreements")
            .count()
            .build(),
        signed("siru:agreement-value", "SI-Q02")
            .named("sv", "Avtalsvärde")
            .named("en", "Agreement value")
            .defined(
                LocalizedText.of(
                    "Summan av värdena, inklusive optioner, i avtal som tecknades i perioden. Ett avtal utan angivet värde "
                        + "är okänt, inte noll.",
                    "The sum of the values, options included, of agreements signed in the period. An agreement without a "
                        + "stated value is unknown, not zero."))
            .unit("currency")
            .sum(Agreement.VALUE)
            .build(),
        Indicator.measure("siru:active-iop")
            .code("SI-Q05")
            .named("sv", "Aktiva IOP")
            .named("en", "Active public–civil-society partnerships (IOP)")
            .defined(
                LocalizedText.of(
                    "Idéburna offentliga partnerskap som gällde periodens sista dag. Ett IOP är ingen upphandling.",
                    "Public–civil-society partnerships in force on the last day of the period. An IOP is no procurement."))
            .unit("partnerships")
            .kind(Kind.RESULT)
            .source("SIRU; criteria of IOP after Forum and the City of Malmö", Evidence.CONFIRMED)
            .over(Agreement.TYPE)
            .where(Agreement.PARTNERSHIP.is("iop"))
            .when(TimeRule.inForceAtPeriodEnd())
            .count()
            .build());
  }

  /** Agreements signed in the period. */
  static Measure.Builder signed(String id, String code) {
    return Indicator.measure(id)
        .code(code)
        .kind(Kind.RESULT)
        .direction(Direction.NONE)
        .source(LAW, Evidence.CONFIRMED)
        .over(Agreement.TYPE)
        .when(TimeRule.event(Agreement.SIGNED));
  }

  /** A share of two measures of the family. */
  static Formula.Builder share(String id, String code, String formula) {
    return Indicator.formula(id)
        .code(code)
        .kind(Kind.RESULT)
        .unit("percent")
        .source(LAW, Evidence.CONFIRMED)
        .expression(formula);
  }
}
