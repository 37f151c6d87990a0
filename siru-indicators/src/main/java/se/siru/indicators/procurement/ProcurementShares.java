package se.siru.indicators.procurement;

import java.util.List;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Parameter;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.Stakeholder;
import se.siru.core.text.LocalizedText;

/**
 * Shares of what buyers procured, and relations that are new. A share of agreements that happen to be known is no share: only buyers
 * count whose register is complete for the period, as Coverage records say, and where there is none the cell is missing.
 */
final class ProcurementShares {
  /** A hundred years are for ever. */
  private static final int MOST_MONTHS = 1_200;

  /** How long before a period registers must be complete for a relation to be called new. */
  private static final Parameter LOOK_BACK =
      Parameter.whole(
          "look-back-months",
          LocalizedText.of("Månader före perioden som registret ska täcka", "Months before the period that the register must cover"),
          "36",
          MOST_MONTHS,
          "months",
          Evidence.UNCONFIRMED);

  private static final Condition SOCIAL = Agreement.SUPPLIER.then(Stakeholder.SECTOR).is("social-enterprise");

  private ProcurementShares() {}

  static List<Indicator> all(RuleSet rules) {
    Parameter.Setting months = rules.setting("SI-Q07", LOOK_BACK);
    int lookBack = months.whole();
    return List.of(
        procured("siru:procurements", "SI-Q03.d")
            .named("sv", "Upphandlingar i kompletta register")
            .named("en", "Procurements of complete registers")
            .defined(
                LocalizedText.of(
                    "Avtal som upphandlats och tecknats i perioden, hos köpare vars register är komplett. IOP är ingen upphandling.",
                    "Agreements procured and signed in the period, of buyers whose register is complete. An IOP is no procurement."))
            .unit("agreements")
            .wholeOver("clause")
            .count()
            .build(),
        procured("siru:procurements-of-all-bases", "SI-Q04.d")
            .named("sv", "Upphandlingar på alla grunder")
            .named("en", "Procurements on all bases")
            .defined(
                LocalizedText.of(
                    "Som siru:procurements, utan fördelning på rättslig grund.", "As siru:procurements, not broken down by legal basis."))
            .unit("agreements")
            .wholeOver("legal-basis")
            .count()
            .build(),
        procured("siru:procurements-with-social-clauses", "SI-Q03.n")
            .named("sv", "Upphandlingar med socialt villkor")
            .named("en", "Procurements with a social clause")
            .defined(
                LocalizedText.of(
                    "Som siru:procurements, med minst ett socialt villkor.", "As siru:procurements, with at least one social clause."))
            .unit("agreements")
            .where(Agreement.CLAUSES.isKnown())
            .count()
            .build(),
        procured("siru:reserved-procurements", "SI-Q04.n")
            .named("sv", "Reserverade upphandlingar")
            .named("en", "Reserved procurements")
            .defined(
                LocalizedText.of(
                    "Som siru:procurements, på någon av de reserverade grunderna.",
                    "As siru:procurements, on one of the reserved bases."))
            .unit("agreements")
            .where(Agreement.LEGAL_BASIS.is("reserved"))
            .count()
            .build(),
        procured("siru:suppliers", "SI-Q06.d")
            .named("sv", "Leverantörer i kompletta register")
            .named("en", "Suppliers of complete registers")
            .defined(
                LocalizedText.of(
                    "Olika leverantörer som tecknade upphandlade avtal i perioden.",
                    "Different suppliers that signed procured agreements in the period."))
            .unit("organisations")
            .distinct(Agreement.SUPPLIER)
            .build(),
        procured("siru:social-suppliers", "SI-Q06.n")
            .named("sv", "Leverantörer som är sociala företag")
            .named("en", "Suppliers that are social enterprises")
            .defined(
                LocalizedText.of("Som siru:suppliers, inom socialt företagande.", "As siru:suppliers, social enterprises alone."))
            .unit("organisations")
            .where(SOCIAL)
            .distinct(Agreement.SUPPLIER)
            .build(),
        ProcurementIndicators.share("siru:social-consideration-share", "SI-Q03", "[SI-Q03.n] / [SI-Q03.d]")
            .named("sv", "Andel med social hänsyn")
            .named("en", "Social-consideration share")
            .defined(
                LocalizedText.of(
                    "Upphandlingar med minst ett socialt villkor, av alla; per villkor: av alla, med det villkoret. "
                        + "Bara köpare med komplett register räknas.",
                    "Procurements with at least one social clause, of all; by clause: of all, those with that clause. "
                        + "Only buyers with a complete register count."))
            .build(),
        ProcurementIndicators.share("siru:reserved-share", "SI-Q04", "[SI-Q04.n] / [SI-Q04.d]")
            .named("sv", "Andel reserverade")
            .named("en", "Reserved share")
            .defined(
                LocalizedText.of(
                    "Reserverade upphandlingar, av alla; per grund: av alla, de på den grunden. "
                        + "Bara köpare med komplett register räknas.",
                    "Reserved procurements, of all; by basis: of all, those on that basis. "
                        + "Only buyers with a complete register count."))
            .build(),
        ProcurementIndicators.share("siru:social-supplier-share", "SI-Q06", "[SI-Q06.n] / [SI-Q06.d]")
            .named("sv", "Andel sociala företag bland leverantörer")
            .named("en", "Social-enterprise supplier share")
            .defined(
                LocalizedText.of(
                    "Sociala företag bland de olika leverantörerna. Bara köpare med komplett register räknas.",
                    "Social enterprises among the different suppliers. Only buyers with a complete register count."))
            .build(),
        Indicator.measure("siru:new-public-social-pairs")
            .code("SI-Q07")
            .named("sv", "Nya relationer mellan offentlig köpare och socialt företag")
            .named("en", "New public–social pairs")
            .defined(
                LocalizedText.of(
                    "Par av offentlig köpare och socialt företag vars första avtal någonsin tecknades i perioden. Köparens register "
                        + "ska vara komplett för perioden och " + lookBack + " månader före den.",
                    "Pairs of a public buyer and a social enterprise whose first agreement ever was signed in the period. The buyer's "
                        + "register must be complete for the period and " + lookBack + " months before it."))
            .unit("pairs")
            .kind(Kind.RESULT)
            .source("SIRU 2.0: new relations between the public sector and social enterprises", Evidence.UNCONFIRMED)
            .parameter(months)
            .over(Agreement.TYPE)
            .where(Agreement.BUYER.then(Stakeholder.SECTOR).is("public").and(SOCIAL))
            .when(TimeRule.event(Agreement.SIGNED))
            .requiresCoverage(Agreement.BUYER, lookBack)
            .per(Agreement.BUYER, Agreement.SUPPLIER)
            .datedBy(Grouping.Dating.FIRST)
            .count()
            .build());
  }

  /** Procured agreements signed in the period, of buyers whose register is complete. */
  private static Measure.Builder procured(String id, String code) {
    return Indicator.measure(id)
        .code(code)
        .kind(Kind.PROCESS)
        .direction(Direction.NONE)
        .source(ProcurementIndicators.LAW, Evidence.CONFIRMED)
        .over(Agreement.TYPE)
        .where(Agreement.LEGAL_BASIS.is("procurement"))
        .where(ProcurementIndicators.NO_IOP)
        .when(TimeRule.event(Agreement.SIGNED))
        .requiresCoverage(Agreement.BUYER);
  }
}
