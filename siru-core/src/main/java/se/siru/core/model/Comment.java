package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/** What an operation says of an indicator in a period. */
@Provided(since = "0.1.0")
public final class Comment {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("comment", "comments")
          .labelled("Kommentar", "Comment")
          .documented(
              "Vad insatsen säger om en indikator i en period.",
              "What the operation says of an indicator in a period.");

  /** The code or id of the indicator. */
  public static final Field<String> INDICATOR = IndicatorCell.indicator(DESCRIPTION);

  /** A reporting period such as P3, several such as P1..P3, or a period such as total, 2023 or 2021-Q3. */
  public static final Field<String> PERIOD = IndicatorCell.period(DESCRIPTION);

  /** For example sector=public; empty is the total. */
  public static final Field<String> BREAKDOWN = IndicatorCell.breakdown(DESCRIPTION);

  /** The comment, without names of persons. */
  public static final Field<String> TEXT =
      DESCRIPTION.text("text")
          .labelled("Text", "Text")
          .documented("Kommentaren, utan namn på personer.", "The comment, without names of persons.")
          .required()
          .add();

  /** Draft or final; only final comments are shown in reports. */
  public static final Field<String> STATUS =
      DESCRIPTION.code("status", "comment-statuses")
          .labelled("Status", "Status")
          .documented(
              "Utkast eller slutlig; bara slutliga kommentarer visas i rapporter.",
              "Draft or final; only final comments are shown in reports.")
          .required()
          .add();

  /** The day on which it was written. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Datum", "Date")
          .documented("Dagen då den skrevs.", "The day on which it was written.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The record type. */
  public static final RecordType TYPE = DESCRIPTION.build();

  private Comment() {}
}
