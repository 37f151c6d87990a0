package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/**
 * That a record of any type with ids contributes to a Sustainable Development Goal or one of its targets, a horizontal
 * criterion or a strategy. One of the three is stated.
 */
@Provided(since = "0.1.0")
public final class Contribution {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("contribution", "contributions")
          .labelled("Bidrag till mål", "Contribution")
          .documented(
              "Att något bidrar till ett globalt mål, ett horisontellt kriterium eller en strategi.",
              "That something contributes to a Sustainable Development Goal, a horizontal criterion or a strategy.");

  /** Unique in its record type, where it is stated; other records may point to it. */
  public static final Field<String> ID = DESCRIPTION.optionalId().add();

  /** The type of the record that this one is about. */
  public static final Field<String> SUBJECT_TYPE = DESCRIPTION.subjectType().add();

  /** The id of the record that this one is about. */
  public static final Field<String> SUBJECT = DESCRIPTION.subject().add();

  /** Sustainable Development Goal or target. */
  public static final Field<String> SDG =
      DESCRIPTION.code("sdg", "sdgs")
          .labelled("Globalt mål", "SDG")
          .documented("Globalt mål eller delmål.", "Sustainable Development Goal or target.")
          .add();

  /** For example gender equality. */
  public static final Field<String> CRITERION =
      DESCRIPTION.code("criterion", "horizontal-criteria")
          .labelled("Horisontellt kriterium", "Horizontal criterion")
          .documented("Till exempel jämställdhet.", "For example gender equality.")
          .add();

  /** For example the regional development strategy. */
  public static final Field<String> STRATEGY =
      DESCRIPTION.code("strategy", "strategies")
          .labelled("Strategi", "Strategy")
          .documented("Till exempel den regionala utvecklingsstrategin.", "For example the regional development strategy.")
          .add();

  /** Direct or indirect. */
  public static final Field<String> FORM =
      DESCRIPTION.code("form", "contribution-forms")
          .labelled("Form", "Form")
          .documented("Direkt eller indirekt.", "Direct or indirect.")
          .add();

  /** Why it contributes, in words. */
  public static final Field<String> REASON =
      DESCRIPTION.text("reason")
          .labelled("Motivering", "Reason")
          .documented("Varför det bidrar, i ord.", "Why it contributes, in words.")
          .add();

  /** The day on which the contribution was judged. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Datum", "Date")
          .documented("Dagen då bidraget bedömdes.", "The day on which the contribution was judged.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("subject-type", SUBJECT_TYPE.path())
          .dimension("sdg", SDG.path(), "goal")
          .dimension("sdg-target", SDG.path(), "target")
          .dimension("horizontal-criterion", CRITERION.path())
          .dimension("strategy", STRATEGY.path())
          .dimension("contribution-form", FORM.path())
          .regions(FieldPath.of(NODE, ProgrammeNode.REGIONS))
          .build();

  private Contribution() {}
}
