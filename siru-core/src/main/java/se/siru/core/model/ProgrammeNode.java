package se.siru.core.model;

import java.time.LocalDate;
import java.util.List;
import se.siru.core.stability.Provided;

/** A node of the programme tree: fund programme, objective, operation (the project) or work package. */
@Provided(since = "0.1.0")
public final class ProgrammeNode {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.entity("programme", "programme")
          .labelled("Programnod", "Programme node")
          .documented(
              "En nod i programträdet: fondprogram, mål, insats (projektet) eller arbetspaket.",
              "A node of the programme tree: fund programme, objective, operation (the project) or work package.");

  /** Unique in its record type. */
  public static final Field<String> ID = DESCRIPTION.id().add();

  /** First day on which this version of the record is valid; empty means from the beginning. */
  public static final Field<LocalDate> VALID_FROM = DESCRIPTION.validFrom().add();

  /** Level of the programme tree. */
  public static final Field<String> LEVEL =
      DESCRIPTION.code("level", "programme-levels")
          .labelled("Nivå", "Level")
          .documented("Nivå i programträdet.", "Level of the programme tree.")
          .required()
          .add();

  /** The node right above. */
  public static final Field<String> PARENT =
      DESCRIPTION.reference("parent", "programme")
          .labelled("Överordnad nod", "Parent")
          .documented("Noden närmast ovanför.", "The node right above.")
          .add();

  /** What people read. */
  public static final Field<String> NAME =
      DESCRIPTION.text("name")
          .labelled("Namn", "Name")
          .documented("Vad människor läser.", "What people read.")
          .add();

  /** What it is to achieve, in words. */
  public static final Field<String> GOAL =
      DESCRIPTION.text("goal")
          .labelled("Syfte", "Goal")
          .documented("Vad den ska uppnå, i ord.", "What it is to achieve, in words.")
          .add();

  /** What it means by social innovation, in words. */
  public static final Field<String> DEFINITION =
      DESCRIPTION.text("definition")
          .labelled("Definition av social innovation", "Definition of social innovation")
          .documented("Vad den menar med social innovation, i ord.", "What it means by social innovation, in words.")
          .add();

  /** First day; empty is open. */
  public static final Field<LocalDate> START = DESCRIPTION.start().add();

  /** Last day, inclusive; empty is open. */
  public static final Field<LocalDate> END = DESCRIPTION.end().add();

  /** Counties or municipalities that the record concerns. */
  public static final Field<List<String>> REGIONS = SharedFields.regions(DESCRIPTION);

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("level", LEVEL.path())
          .regions(REGIONS.path())
          .build();

  private ProgrammeNode() {}
}
