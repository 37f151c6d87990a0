package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/**
 * A product or process that an enterprise introduced and that is new to the firm or the market. It may originate
 * elsewhere. A social innovation is an Initiative.
 */
@Provided(since = "0.1.0")
public final class Innovation {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("innovation", "innovations")
          .labelled("Införd innovation", "Innovation")
          .documented(
              "En produkt eller process som ett företag infört och som är ny för företaget eller marknaden.",
              "A product or process that an enterprise introduced and that is new to the firm or the market.");

  /** Unique in its record type, where it is stated; other records may point to it. */
  public static final Field<String> ID = DESCRIPTION.optionalId().add();

  /** The enterprise that introduced it. */
  public static final Field<String> ENTERPRISE =
      DESCRIPTION.reference("enterprise", "stakeholder")
          .labelled("Företag", "Enterprise")
          .documented("Företaget som införde den.", "The enterprise that introduced it.")
          .required()
          .add();

  /** What people read. */
  public static final Field<String> NAME =
      DESCRIPTION.text("name")
          .labelled("Namn", "Name")
          .documented("Vad människor läser.", "What people read.")
          .add();

  /** Product (good or service) or process. */
  public static final Field<String> KIND =
      DESCRIPTION.code("kind", "innovation-kinds")
          .labelled("Slag", "Kind")
          .documented("Produkt (vara eller tjänst) eller process.", "Product (good or service) or process.")
          .required()
          .add();

  /** New to the firm; what is new to the market is new to the firm, too. */
  public static final Field<String> NOVELTY =
      DESCRIPTION.code("novelty", "innovation-novelties")
          .labelled("Nyhetsgrad", "Novelty")
          .documented(
              "Nytt för företaget; nytt för marknaden är också nytt för företaget.",
              "New to the firm; what is new to the market is new to the firm, too.")
          .add();

  /** The initiative that it belongs to. */
  public static final Field<String> INITIATIVE =
      DESCRIPTION.reference("initiative", "initiative")
          .labelled("Initiativ", "Initiative")
          .documented("Initiativet som den hör till.", "The initiative that it belongs to.")
          .add();

  /** The day on which it was introduced. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Införd", "Introduced")
          .documented("Dagen då den infördes.", "The day on which it was introduced.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("innovation-kind", KIND.path())
          .dimension("novelty", NOVELTY.path())
          .dimension("sector", FieldPath.of(ENTERPRISE, Stakeholder.SECTOR))
          .dimension("size", FieldPath.of(ENTERPRISE, Stakeholder.SIZE))
          .regions(FieldPath.of(ENTERPRISE, Stakeholder.REGION))
          .build();

  private Innovation() {}
}
