package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/**
 * A funder's decision on an operation, or an amendment of one. Targets, budget and reporting periods name the decision that
 * states them; an amendment names the decision that it supersedes, and both stay.
 */
@Provided(since = "0.1.0")
public final class Decision {
  static final String NAME = "decision";

  private static final RecordType.Builder DESCRIPTION =
      RecordType.entity(NAME, "decisions")
          .labelled("Beslut", "Decision")
          .documented(
              "En finansiärs beslut om en insats, eller en ändring av ett sådant. Det ändrade beslutet står kvar.",
              "A funder's decision on an operation, or an amendment of one. The amended decision stays.");

  /** Unique in its record type: each amendment has an id of its own. */
  public static final Field<String> ID = DESCRIPTION.id().add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The stakeholder that decided. */
  public static final Field<String> FUNDER =
      DESCRIPTION.reference("funder", "stakeholder")
          .labelled("Finansiär", "Funder")
          .documented("Aktören som beslutade.", "The stakeholder that decided.")
          .add();

  /** The number under which the funder registered the decision. */
  public static final Field<String> DIARY_NUMBER =
      DESCRIPTION.text("diary-number")
          .labelled("Diarienummer", "Diary number")
          .documented(
              "Numret som finansiären diarieförde beslutet under.",
              "The number under which the funder registered the decision.")
          .add();

  /** 1 for the first decision, 2 for its first amendment. */
  public static final Field<Long> VERSION =
      DESCRIPTION.integer("version")
          .least(0)
          .labelled("Version", "Version")
          .documented(
              "1 för det första beslutet, 2 för den första ändringen av det.",
              "1 for the first decision, 2 for its first amendment.")
          .add();

  /** The day of the decision, from which it applies; empty has always applied. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Beslutsdatum", "Date of decision")
          .documented(
              "Dagen för beslutet, från vilken det gäller; tom har alltid gällt.",
              "The day of the decision, from which it applies; empty has always applied.")
          .add();

  /** The decision that this one amends. What this one does not state anew stays as it was. */
  public static final Field<String> SUPERSEDES =
      DESCRIPTION.reference("supersedes", "decision")
          .labelled("Ersätter", "Supersedes")
          .documented(
              "Beslutet som detta ändrar. De slag av rader (målvärden, budget, rapporteringsperioder) som ändringen anger "
                  + "ersätter alla rader av samma slag; övriga slag gäller som förut.",
              "The decision that this one amends. The kinds of lines (targets, budget, reporting periods) that the amendment "
                  + "states replace all lines of that kind; other kinds apply as before.")
          .add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .regions(FieldPath.of(NODE, ProgrammeNode.REGIONS))
          .build();

  private Decision() {}
}
