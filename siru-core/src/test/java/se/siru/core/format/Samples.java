package se.siru.core.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;
import se.siru.core.Siru;
import se.siru.core.disclosure.Audience;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.SomeResults;
import se.siru.core.export.ExportContext;
import se.siru.core.export.LossReport;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.Agreement;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.text.LocalizedText;

/** Publications for tests of formats, and what a format makes of them. */
public final class Samples {
  public static final Indicator CONTRACTS =
      Indicator.measure("agency:contracts").code("A1").named("sv", "Avtal").named("en", "Contracts")
          .unit("agreements").over(Agreement.TYPE).count().build();
  public static final Indicator SHARE =
      Indicator.formula("agency:share").code("A2").named("sv", "Andel").named("en", "Share")
          .unit("percent").source("Handbook p. 7", Indicator.Evidence.UNCONFIRMED).expression("A1 / A1").build();
  public static final Indicator AMOUNT =
      Indicator.measure("agency:amount").code("A3").named("sv", "Belopp").named("en", "Amount")
          .unit("currency").over(Agreement.TYPE).sum(Agreement.VALUE).build();

  private static final Siru SIRU = Siru.load();
  private static final Rule NOTE =
      Rule.warning(
          "test.note",
          LocalizedText.of("Något om {what}", "Something about {what}"),
          LocalizedText.of("Läs.", "Read."));

  private Samples() {}

  public static PortfolioBuilder portfolio() {
    return Portfolio.builder()
        .name("Provlän")
        .recordedAt(LocalDate.of(2023, 1, 15))
        .add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build());
  }

  /**
   * Two years of a count by sector, a share and an amount: zero, absences of several reasons, great and negative
   * numbers.
   */
  public static Publication publication() {
    SomeResults results = new SomeResults(portfolio().build(), Periods.years(2021, 2022)).by("sector");
    results
        .cell(CONTRACTS, 0, SomeResults.number("0"), 0, 3)
        .cell(CONTRACTS, 0, SomeResults.number("0"), 0, 0, "sector", "business")
        .cell(CONTRACTS, 0, SomeResults.number("0"), 0, 0, "sector", "unknown")
        .cell(CONTRACTS, 1, SomeResults.number("12345"), 12345, 0)
        .cell(CONTRACTS, 1, SomeResults.number("12340"), 12340, 0, "sector", "business")
        .cell(CONTRACTS, 1, SomeResults.number("5"), 5, 0, "sector", "unknown")
        .cell(SHARE, 0, Value.Absent.of(Value.Reason.UNDEFINED, "inga avtal", "no contracts"), 0, 0)
        .cell(SHARE, 1, SomeResults.ratio("1", "3"), 3, 0)
        .cell(AMOUNT, 0, Value.Absent.of(Value.Reason.MISSING), 0, 0)
        .cell(AMOUNT, 1, SomeResults.number("-1234567.50"), 4, 0)
        .finding(Finding.of(NOTE, Origin.of("a.csv", 3).at("value"), "what", "x"));
    return publish(results);
  }

  /** The same without a breakdown. */
  public static Publication totals() {
    SomeResults results = new SomeResults(portfolio().build(), Periods.years(2021, 2022));
    results
        .cell(CONTRACTS, 0, SomeResults.number("0"), 0, 3)
        .cell(CONTRACTS, 1, SomeResults.number("12345"), 12345, 0)
        .cell(SHARE, 0, Value.Absent.of(Value.Reason.UNDEFINED), 0, 0)
        .cell(SHARE, 1, SomeResults.ratio("1", "3"), 3, 0);
    return publish(results);
  }

  public static Publication publish(SomeResults results) {
    return SIRU.publish(results.build(), Audience.INTERNAL);
  }

  public static String export(Publication publication, String format, String language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SIRU.export(publication, format, ExportContext.of(language), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The names of what a format could not hold. */
  public static List<String> losses(Publication publication, String format) {
    LossReport report = SIRU.export(publication, format, new ByteArrayOutputStream());
    return report.losses().stream().map(LossReport.Loss::what).toList();
  }

  /** What code gives where the machine speaks another language and lies elsewhere. */
  public static <T> T abroad(String language, Supplier<T> code) {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      return code.get();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
