package se.siru.indicators.procurement;

import java.util.List;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Range;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Agreement;
import se.siru.core.model.Dimension;
import se.siru.core.text.LocalizedText;

/** What becomes of agreements that are held to the law of their day. What nobody can tell is in no number here. */
final class LegalConsistency {
  private static final String RULE = "rule";
  private static final String SOURCE = "SIRU, by the law data at work, whose entries say what is confirmed";

  private LegalConsistency() {}

  static List<Indicator> all() {
    return List.of(
        ProcurementIndicators.signed("siru:agreements-assessed", "SI-Q08.d")
            .named("sv", "Avtal prövade mot lagen")
            .named("en", "Agreements held to the law")
            .defined(
                LocalizedText.of(
                    "Avtal tecknade i perioden som kunde prövas mot minst en regel; per regel: mot den.",
                    "Agreements signed in the period that could be held to at least one rule; by rule: to that one."))
            .unit("agreements")
            .source(SOURCE, Evidence.UNCONFIRMED)
            .where(Agreement.RULES_ASSESSED.isKnown())
            .dimension(RULE, Dimension.of(RULE, Agreement.RULES_ASSESSED.path()))
            .count()
            .build(),
        ProcurementIndicators.signed("siru:agreements-inconsistent", "SI-Q08.failed")
            .named("sv", "Avtal som strider mot en regel")
            .named("en", "Agreements that contradict a rule")
            .defined(
                LocalizedText.of(
                    "Avtal tecknade i perioden som strider mot minst en prövad regel; per regel: mot den.",
                    "Agreements signed in the period that contradict at least one rule assessed; by rule: that one."))
            .unit("agreements")
            .direction(Direction.DOWN)
            .source(SOURCE, Evidence.UNCONFIRMED)
            .where(Agreement.RULES_FAILED.isKnown())
            .dimension(RULE, Dimension.of(RULE, Agreement.RULES_FAILED.path()))
            .count()
            .build(),
        ProcurementIndicators.share("siru:legal-consistency", "SI-Q08", "([SI-Q08.d] - [SI-Q08.failed]) / [SI-Q08.d]")
            .range(Range.between(0, 100))
            .named("sv", "Regelefterlevnad")
            .named("en", "Legal-consistency rate")
            .defined(
                LocalizedText.of(
                    "Avtal som klarar alla regler de kunde prövas mot, av de prövade; per regel: som klarar den, av dem som prövats "
                        + "mot den. Reglerna är de som gällde när avtalet tecknades.",
                    "Agreements that keep all rules they could be held to, of those assessed; by rule: those that keep it, of those "
                        + "held to it. The rules are those of the day on which the agreement was signed."))
            .source(SOURCE, Evidence.UNCONFIRMED)
            .build(),
        Indicator.measure("siru:iop-with-procurement-risk")
            .code("SI-Q05.risk")
            .named("sv", "IOP med upphandlingsrisk")
            .named("en", "IOP with procurement risk")
            .defined(
                LocalizedText.of(
                    "Idéburna offentliga partnerskap som gällde periodens sista dag och som har ett ej uppfyllt kriterium eller "
                        + "ersättning för tjänster av direkt ekonomiskt intresse (HFD 2020 ref. 15).",
                    "Public–civil-society partnerships in force on the last day of the period with an unmet criterion or payment for "
                        + "services of direct economic interest (HFD 2020 ref. 15)."))
            .unit("partnerships")
            .kind(Kind.RESULT)
            .direction(Direction.DOWN)
            .source("HFD 2020 ref. 15; criteria of IOP after Forum and the City of Malmö", Evidence.CONFIRMED)
            .over(Agreement.TYPE)
            .where(Agreement.PARTNERSHIP.is("iop"))
            .where(Agreement.RULES_FAILED.isKnown().and(Agreement.RULES_FAILED.is("partnership")))
            .when(TimeRule.inForceAtPeriodEnd())
            .count()
            .build());
  }
}
