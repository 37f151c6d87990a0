package se.siru.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import se.siru.core.stability.Provided;

/** A contract or partnership, on three axes: legal basis, social clauses, partnership. */
@Provided(since = "0.1.0")
public final class Agreement {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("agreement", "agreements")
          .labelled("Avtal", "Agreement")
          .documented(
              "Ett avtal eller partnerskap, längs tre axlar: rättslig grund, sociala villkor, partnerskap.",
              "A contract or partnership, on three axes: legal basis, social clauses, partnership.");

  /** Unique in its record type. */
  public static final Field<String> ID = DESCRIPTION.id().add();

  /** What people read. */
  public static final Field<String> NAME =
      DESCRIPTION.text("name")
          .labelled("Namn", "Name")
          .documented("Vad människor läser.", "What people read.")
          .add();

  /** The day on which the agreement was signed. */
  public static final Field<LocalDate> SIGNED =
      DESCRIPTION.eventDate("signed")
          .labelled("Tecknat", "Signed")
          .documented("Dagen då avtalet tecknades.", "The day on which the agreement was signed.")
          .add();

  /** First day; empty is open. */
  public static final Field<LocalDate> START = DESCRIPTION.start().add();

  /** Last day, inclusive; empty is open. */
  public static final Field<LocalDate> END = DESCRIPTION.end().add();

  /** The procedure by law, for example open procedure or reserved procurement. */
  public static final Field<String> LEGAL_BASIS =
      DESCRIPTION.code("legal-basis", "legal-bases")
          .labelled("Rättslig grund", "Legal basis")
          .documented(
              "Förfarandet enligt lag, till exempel öppet förfarande eller reserverad upphandling.",
              "The procedure by law, for example open procedure or reserved procurement.")
          .add();

  /** Social requirements and conditions in the agreement. */
  public static final Field<List<String>> CLAUSES =
      DESCRIPTION.codes("clauses", "social-clauses")
          .labelled("Sociala villkor", "Social clauses")
          .documented("Sociala krav och villkor i avtalet.", "Social requirements and conditions in the agreement.")
          .add();

  /** For example IOP, which is not a procurement. */
  public static final Field<String> PARTNERSHIP =
      DESCRIPTION.code("partnership", "partnerships")
          .labelled("Partnerskap", "Partnership")
          .documented(
              "Till exempel IOP, som inte är en upphandling.",
              "For example IOP, which is not a procurement.")
          .add();

  /** Value including options; empty is not zero. */
  public static final Field<Money> VALUE =
      DESCRIPTION.money("value")
          .labelled("Värde", "Value")
          .documented(
              "Avtalsvärde inklusive optioner, minst 0; tomt är inte noll.",
              "Value including options, at least 0; empty is not zero.")
          .least(0)
          .add();

  /** The stakeholder that buys. */
  public static final Field<String> BUYER =
      DESCRIPTION.reference("buyer", "stakeholder")
          .labelled("Köpare", "Buyer")
          .documented("Aktören som köper.", "The stakeholder that buys.")
          .add();

  /** The stakeholder that supplies, or the other party of a partnership. */
  public static final Field<String> SUPPLIER =
      DESCRIPTION.reference("supplier", "stakeholder")
          .labelled("Leverantör", "Supplier")
          .documented(
              "Aktören som levererar, eller den andra parten i ett partnerskap.",
              "The stakeholder that supplies, or the other party of a partnership.")
          .add();

  /** All parties of a partnership or continuation agreement, where it has more than two or neither buys. */
  public static final Field<List<String>> PARTIES =
      DESCRIPTION.references("parties", "stakeholder")
          .labelled("Parter", "Parties")
          .documented(
              "Alla parter i ett partnerskap eller avtal om fortsatt samarbete, där de är fler än två eller ingen köper.",
              "All parties of a partnership or continuation agreement, where it has more than two or neither buys.")
          .add();

  /** The law by which it was procured; limits of value differ between laws. */
  public static final Field<String> LAW =
      DESCRIPTION.code("law", "procurement-laws")
          .labelled("Lag", "Law")
          .documented(
              "Lagen som upphandlingen följde; beloppsgränser skiljer sig mellan lagar.",
              "The law by which it was procured; limits of value differ between laws.")
          .add();

  /** Whether a social, specific or welfare service, for which other limits and reservations hold. */
  public static final Field<String> SERVICE_CATEGORY =
      DESCRIPTION.code("service-category", "service-categories")
          .labelled("Slag av tjänst", "Service category")
          .documented(
              "Om det är en social, särskild eller välfärdstjänst, som har andra gränser och reservationer.",
              "Whether a social, specific or welfare service, for which other limits and reservations hold.")
          .add();

  /** The day on which the tender was submitted, on which a reservation is tested. */
  public static final Field<LocalDate> TENDERED =
      DESCRIPTION.date("tendered")
          .labelled("Anbud lämnat", "Tendered")
          .documented(
              "Dagen då anbudet lämnades; då prövas en reservation.",
              "The day on which the tender was submitted, on which a reservation is tested.")
          .add();

  /** The share of those occupied by a sheltered supplier that belongs to the groups, 0 to 1, when the tender was submitted. */
  public static final Field<BigDecimal> OCCUPIED_SHARE =
      DESCRIPTION.decimal("occupied-share", 4)
          .labelled("Andel sysselsatta ur grupperna", "Share occupied of the groups")
          .documented(
              "Andel av de sysselsatta hos leverantören, 0 till 1, som hörde till grupperna när anbudet lämnades.",
              "The share of those whom the supplier occupied, 0 to 1, that belonged to the groups when the tender was submitted.")
          .least(0)
          .most(1)
          .add();

  /** Criteria of its partnership or reservation that were tested and met. */
  public static final Field<List<String>> CRITERIA_MET =
      DESCRIPTION.codes("criteria-met", "agreement-criteria")
          .labelled("Uppfyllda kriterier", "Criteria met")
          .documented(
              "Kriterier för partnerskapet eller reservationen som prövats och är uppfyllda.",
              "Criteria of the partnership or reservation that were tested and met.")
          .add();

  /** Criteria that were tested and not met; what is stated in neither field was not tested. */
  public static final Field<List<String>> CRITERIA_UNMET =
      DESCRIPTION.codes("criteria-unmet", "agreement-criteria")
          .labelled("Ej uppfyllda kriterier", "Criteria not met")
          .documented(
              "Kriterier som prövats och inte är uppfyllda; det som inte anges är inte prövat.",
              "Criteria that were tested and not met; what is stated in neither field was not tested.")
          .add();

  /** Whether a partnership risks being a service contract: payment for services of direct economic interest. */
  public static final Field<String> PROCUREMENT_RISK =
      DESCRIPTION.code("procurement-risk", "yes-no")
          .labelled("Upphandlingsrisk", "Procurement risk")
          .documented(
              "Om partnerskapet riskerar att vara ett tjänstekontrakt: ersättning för tjänster av direkt ekonomiskt intresse "
                  + "(HFD 2020 ref. 15).",
              "Whether the partnership risks being a service contract: payment for services of direct economic interest "
                  + "(HFD 2020 ref. 15).")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE =
      DESCRIPTION.node()
          .add();

  /**
   * What the agreement was held to, by the law of its day: rules that it kept or broke. A rule that does not concern it, or that what
   * it states does not let anybody judge, is not among them.
   */
  public static final Field<List<String>> RULES_ASSESSED =
      DESCRIPTION.derivedCodes("rules-assessed", "legal-rules")
          .labelled("Prövade regler", "Rules assessed")
          .documented(
              "Regler som avtalet prövats mot, enligt lagdata som gällde på dess dag. Räknas fram; står inte i filer.",
              "Rules that the agreement was held to, by the law data of its day. Worked out; no file states it.")
          .add();

  /** The rules among {@link #RULES_ASSESSED} that it broke. */
  public static final Field<List<String>> RULES_FAILED =
      DESCRIPTION.derivedCodes("rules-failed", "legal-rules")
          .labelled("Brutna regler", "Rules failed")
          .documented(
              "De prövade regler som avtalet inte klarade. Räknas fram; står inte i filer.",
              "The rules assessed that the agreement did not keep. Worked out; no file states it.")
          .add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("legal-basis", LEGAL_BASIS.path())
          .dimension("clause", CLAUSES.path())
          .dimension("partnership", PARTNERSHIP.path())
          .dimension("law", LAW.path())
          .dimension("service-category", SERVICE_CATEGORY.path())
          .dimension("procurement-risk", PROCUREMENT_RISK.path())
          .dimension("rule", RULES_ASSESSED.path())
          .dimension("sector", FieldPath.of(SUPPLIER, Stakeholder.SECTOR))
          .dimension("size", FieldPath.of(SUPPLIER, Stakeholder.SIZE))
          .regions(FieldPath.of(BUYER, Stakeholder.REGION))
          .build();

  private Agreement() {}
}
