package se.siru.core.model;

import java.math.BigDecimal;
import se.siru.core.stability.Provided;

/** A decided target of an indicator at the end of a period, with its baseline where there is one. */
@Provided(since = "0.1.0")
public final class Target {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("target", "targets")
          .labelled("Målvärde", "Target")
          .documented(
              "Ett beslutat målvärde för en indikator vid slutet av en period, med utgångsvärde om det finns.",
              "A decided target of an indicator at the end of a period, with its baseline where there is one.");

  /** The code or id of the indicator. */
  public static final Field<String> INDICATOR = IndicatorCell.indicator(DESCRIPTION);

  /** The period at whose end it holds: a reporting period such as P3, several such as P1..P3, or total, 2023 or 2021-Q3. */
  public static final Field<String> PERIOD = IndicatorCell.period(DESCRIPTION);

  /** For example sector=public; empty is the total. */
  public static final Field<String> BREAKDOWN = IndicatorCell.breakdown(DESCRIPTION);

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
