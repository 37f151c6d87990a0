package se.siru.core.model;

import java.time.LocalDate;
import java.util.List;

/** A contract or partnership, on three axes: legal basis, social clauses, partnership. */
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
              "Avtalsvärde inklusive optioner; tomt är inte noll.",
              "Value including options; empty is not zero.")
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

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE =
      DESCRIPTION.node()
          .add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("legal-basis", LEGAL_BASIS.path())
          .dimension("clause", CLAUSES.path())
          .dimension("partnership", PARTNERSHIP.path())
          .dimension("sector", FieldPath.of(SUPPLIER, Stakeholder.SECTOR))
          .dimension("size", FieldPath.of(SUPPLIER, Stakeholder.SIZE))
          .regions(FieldPath.of(BUYER, Stakeholder.REGION))
          .build();

  private Agreement() {}
}
