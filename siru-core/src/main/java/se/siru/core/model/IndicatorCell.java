package se.siru.core.model;

/** The fields by which a record says which cell of a result it is about: an indicator, a period, and codes of a breakdown. */
final class IndicatorCell {
  private IndicatorCell() {}

  /** The code or id of the indicator. */
  static Field<String> indicator(RecordType.Builder description) {
    return description.text("indicator")
        .labelled("Indikator", "Indicator")
        .documented("Indikatorns kod eller id.", "The code or id of the indicator.")
        .required()
        .add();
  }

  /** The period, by its label or by the names of reporting periods. */
  static Field<String> period(RecordType.Builder description) {
    return description.text("period")
        .labelled("Period", "Period")
        .documented(
            "Till exempel total, 2023, 2021-Q3, rapporteringsperioden P3 eller P1..P3 från den första till den tredje.",
            "For example total, 2023, 2021-Q3, the reporting period P3, or P1..P3 from the first to the third.")
        .required()
        .add();
  }

  /** The codes as {@link BreakdownCodes} reads them. */
  static Field<String> breakdown(RecordType.Builder description) {
    return description.text("breakdown")
        .labelled("Fördelning", "Breakdown")
        .documented("Till exempel sector=public; tom är totalen.", "For example sector=public; empty is the total.")
        .add();
  }
}
