package se.siru.core.model;

import java.math.BigDecimal;

/** A decided target of an indicator at the end of a period, with its baseline where there is one. */
public final class Target {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("target", "targets")
          .labelled("Målvärde", "Target")
          .documented(
              "Ett beslutat målvärde för en indikator vid slutet av en period, med utgångsvärde om det finns.",
              "A decided target of an indicator at the end of a period, with its baseline where there is one.");

  /** The code or id of the indicator. */
  public static final Field<String> INDICATOR =
      DESCRIPTION.text("indicator")
          .labelled("Indikator", "Indicator")
          .documented("Indikatorns kod eller id.", "The code or id of the indicator.")
          .required()
          .add();

  /** For example total, 2023, 2021-Q3, the reporting period P3, or P1..P3; cumulative targets hold at the end of the period. */
  public static final Field<String> PERIOD =
      DESCRIPTION.text("period")
          .labelled("Period", "Period")
          .documented(
              "Till exempel total, 2023, 2021-Q3, rapporteringsperioden P3 eller P1..P3 från den första till den tredje; "
                  + "kumulativa mål gäller vid periodens slut.",
              "For example total, 2023, 2021-Q3, the reporting period P3, or P1..P3 from the first to the third; "
                  + "cumulative targets hold at the end of the period.")
          .required()
          .add();

  /** For example sector=public; empty is the total. */
  public static final Field<String> BREAKDOWN =
      DESCRIPTION.text("breakdown")
          .labelled("Fördelning", "Breakdown")
          .documented(
              "Till exempel sector=public; tom är totalen.",
              "For example sector=public; empty is the total.")
          .add();

  /** The value before the operation, in the unit of the indicator. */
  public static final Field<BigDecimal> BASELINE =
      DESCRIPTION.decimal("baseline", 6)
          .labelled("Utgångsvärde", "Baseline")
          .documented(
              "Värdet före insatsen, i indikatorns enhet.",
              "The value before the operation, in the unit of the indicator.")
          .add();

  /** The decided value, in the unit of the indicator. */
  public static final Field<BigDecimal> VALUE =
      DESCRIPTION.decimal("value", 6)
          .labelled("Målvärde", "Target")
          .documented("Det beslutade värdet, i indikatorns enhet.", "The decided value, in the unit of the indicator.")
          .required()
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE =
      DESCRIPTION.node()
          .add();

  /** The decision that states it. */
  public static final Field<String> DECISION = ReportingPeriod.decision(DESCRIPTION);

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION.build();

  private Target() {}
}
