package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/**
 * Whether the portfolio has all agreements that a buyer signed during a time. Shares of a buyer’s procurement can be
 * told only where it has.
 */
@Provided(since = "0.1.0")
public final class Coverage {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("coverage", "coverages")
          .labelled("Täckning", "Coverage")
          .documented(
              "Om portföljen har alla avtal som en köpare tecknat under en tid.",
              "Whether the portfolio has all agreements that a buyer signed during a time.");

  /** Unique in its record type, where it is stated; other records may point to it. */
  public static final Field<String> ID = DESCRIPTION.optionalId().add();

  /** The buyer whose agreements it is about. */
  public static final Field<String> BUYER =
      DESCRIPTION.reference("buyer", "stakeholder")
          .labelled("Köpare", "Buyer")
          .documented("Köparen vars avtal det gäller.", "The buyer whose agreements it is about.")
          .required()
          .add();

  /** First day; empty is open. */
  public static final Field<LocalDate> START = DESCRIPTION.start().add();

  /** Last day, inclusive; empty is open. */
  public static final Field<LocalDate> END = DESCRIPTION.end().add();

  /** Whether all agreements of the time are there. */
  public static final Field<String> COMPLETE =
      DESCRIPTION.code("complete", "yes-no")
          .labelled("Komplett", "Complete")
          .documented("Om alla avtal under tiden finns med.", "Whether all agreements of the time are there.")
          .required()
          .add();

  /** The register that the agreements come from, for example the buyer’s diary. */
  public static final Field<String> SOURCE =
      DESCRIPTION.text("source")
          .labelled("Register", "Register")
          .documented(
              "Registret som avtalen hämtats ur, till exempel köparens diarium.",
              "The register that the agreements come from, for example the buyer’s diary.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("complete", COMPLETE.path())
          .dimension("sector", FieldPath.of(BUYER, Stakeholder.SECTOR))
          .regions(FieldPath.of(BUYER, Stakeholder.REGION))
          .build();

  private Coverage() {}
}
