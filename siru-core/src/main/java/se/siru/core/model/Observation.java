package se.siru.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import se.siru.core.stability.Provided;

/**
 * A value of an indicator that somebody measured, reported or approved. It never overrides a computed value: both are shown, with
 * the difference.
 */
@Provided(since = "0.1.0")
public final class Observation {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("observation", "observations")
          .labelled("Observation", "Observation")
          .documented(
              "Ett värde för en indikator som någon mätt, rapporterat eller godkänt; ersätter aldrig ett beräknat värde.",
              "A value of an indicator that somebody measured, reported or approved; never overrides a computed value.");

  /** Unique in its record type, where it is stated; other records may point to it. */
  public static final Field<String> ID = DESCRIPTION.optionalId().add();

  /** The code or id of the indicator. */
  public static final Field<String> INDICATOR = IndicatorCell.indicator(DESCRIPTION);

  /** A reporting period such as P3, several such as P1..P3, or a period such as total, 2023 or 2021-Q3. */
  public static final Field<String> PERIOD = IndicatorCell.period(DESCRIPTION);

  /** For example sector=public; empty is the total. */
  public static final Field<String> BREAKDOWN = IndicatorCell.breakdown(DESCRIPTION);

  /** The value, in the unit in which the indicator is shown. */
  public static final Field<BigDecimal> VALUE =
      DESCRIPTION.decimal("value", 6)
          .labelled("Värde", "Value")
          .documented("Värdet, i den enhet som indikatorn visas i.", "The value, in the unit in which the indicator is shown.")
          .required()
          .add();

  /** Exact, or at least so many; empty is exact. */
  public static final Field<String> BOUND =
      DESCRIPTION.code("bound", "observation-bounds")
          .labelled("Gräns", "Bound")
          .documented("Exakt, eller minst så många; tom är exakt.", "Exact, or at least so many; empty is exact.")
          .add();

  /** Measured, reported or approved. */
  public static final Field<String> KIND =
      DESCRIPTION.code("kind", "observation-kinds")
          .labelled("Slag", "Kind")
          .documented("Mätt, rapporterat eller godkänt.", "Measured, reported or approved.")
          .required()
          .add();

  /** The day on which it was measured, reported or approved. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Datum", "Date")
          .documented(
              "Dagen då det mättes, rapporterades eller godkändes.",
              "The day on which it was measured, reported or approved.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("observation-kind", KIND.path())
          .build();

  private Observation() {}
}
