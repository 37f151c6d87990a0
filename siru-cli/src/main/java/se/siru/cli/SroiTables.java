package se.siru.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.siru.core.export.CsvTable;
import se.siru.core.model.SroiLine;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.vocabulary.Codelist;
import se.siru.indicators.sroi.SroiCalculation;
import se.siru.indicators.sroi.SroiModel;
import se.siru.indicators.sroi.SroiParameter;
import se.siru.indicators.sroi.SroiResult;
import se.siru.indicators.sroi.SroiSensitivity;

/** Calculations of social return for people and as a tidy table: never a figure without how far it depends on what was assumed. */
final class SroiTables {
  private static final int WIDEST = 10;

  private final Portfolio portfolio;
  private final List<SroiCalculation> calculations;
  private final BigDecimal sensitivity;
  private final Wording words;

  SroiTables(Portfolio portfolio, List<SroiCalculation> calculations, BigDecimal sensitivity, String language) {
    this.portfolio = portfolio;
    this.calculations = calculations;
    this.sensitivity = sensitivity;
    this.words = new Wording(language);
  }

  private List<SroiSensitivity.Bar> tornado(SroiCalculation calculation) {
    return SroiSensitivity.of(calculation.model()).varyEach(sensitivity).tornado();
  }

  /** A row for each calculation as it is, and two for each assumption: at its low and at its high value. */
  void writeCsv(OutputStream out) throws IOException {
    CsvTable csv =
        new CsvTable(
            out,
            List.of("calculation", "scenario", "outcome", "assumption", "setting", "setting_value", "inputs", "SI-S01", "SI-S02", "SI-S03",
                "SI-S03.net"));
    for (SroiCalculation each : calculations) {
      row(csv, each, "", "", "base", "", each.model().compute());
      for (SroiSensitivity.Bar bar : tornado(each)) {
        String parameter = code(bar.range().parameter());
        row(csv, each, bar.range().outcome(), parameter, "low", TidyNumber.of(bar.range().low()), bar.low());
        row(csv, each, bar.range().outcome(), parameter, "high", TidyNumber.of(bar.range().high()), bar.high());
      }
    }
    csv.flush();
  }

  private static void row(
      CsvTable csv, SroiCalculation of, String outcome, String parameter, String setting, Object value, SroiResult result)
      throws IOException {
    csv.row(of.subject(), of.scenario(), outcome, parameter, setting, value, TidyNumber.of(result.presentInputs()),
        TidyNumber.of(result.totalPresentValue()), TidyNumber.of(result.netPresentValue()), tidy(result.ratio()), tidy(result.netRatio()));
  }

  private static String code(SroiParameter parameter) {
    return parameter.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Object tidy(Optional<BigDecimal> number) {
    return number.<Object>map(TidyNumber::of).orElse("");
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (String subject : calculations.stream().map(SroiCalculation::subject).distinct().toList()) {
      List<SroiCalculation> own = calculations.stream().filter(each -> each.subject().equals(subject)).toList();
      SroiModel first = own.get(0).model();
      text.append(text.length() == 0 ? "" : "\n")
          .append(Terminal.plain(own.get(0).name()))
          .append("\n")
          .append(words.say("Social avkastning i ", "Social return in "))
          .append(portfolio.currency())
          .append(words.say(", diskonteringsränta ", ", discount rate "))
          .append(percent(first.discountRate()))
          .append(
              first.isFirstYearDiscounted()
                  ? words.say(", första året diskonterat", ", first year discounted")
                  : words.say(", första året inte diskonterat", ", first year not discounted"))
          .append("\n\n")
          .append(scenarios(own));
      for (SroiCalculation each : own) {
        text.append('\n').append(assumptions(each));
      }
    }
    return text.append('\n')
        .append(
            words.say(
                "Kvoten vilar på antaganden. Visa den med dem, och jämför inte kvoter som antar olika.",
                "The ratio rests on assumptions. Show it with them, and compare no ratios that assume different things."))
        .append('\n')
        .toString();
  }

  private String scenarios(List<SroiCalculation> own) {
    TextColumns table =
        new TextColumns()
            .row(
                List.of(
                    words.say("Scenario", "Scenario"), words.say("nuvärde (SI-S01)", "present value (SI-S01)"),
                    words.say("satsat", "inputs"), words.say("netto (SI-S02)", "net (SI-S02)"),
                    words.say("kvot (SI-S03)", "ratio (SI-S03)"), words.say("nettokvot", "net ratio")));
    for (SroiCalculation each : own) {
      SroiResult result = each.model().compute();
      table.row(
          List.of(
              scenario(each), money(result.totalPresentValue()), money(result.presentInputs()), money(result.netPresentValue()),
              ratio(result.ratio()), ratio(result.netRatio())));
    }
    return table.text();
  }

  private String assumptions(SroiCalculation calculation) {
    List<SroiSensitivity.Bar> bars = tornado(calculation);
    TextColumns table =
        new TextColumns()
            .row(
                List.of(
                    scenario(calculation) + words.say(": antagande ±", ": assumption ±") + percent(sensitivity),
                    words.say("lågt", "low"), words.say("antaget", "assumed"), words.say("högt", "high"),
                    words.say("kvot vid lågt", "ratio at low"), words.say("vid högt", "at high")));
    bars.stream()
        .limit(WIDEST)
        .forEach(
            bar ->
                table.row(
                    List.of(
                        label(bar.range()), plain(bar.range().low()), plain(bar.range().base()), plain(bar.range().high()),
                        ratio(bar.low().ratio()), ratio(bar.high().ratio()))));
    int more = bars.size() - WIDEST;
    String rest = words.say("  … och " + more + " som betyder mindre\n", "  … and " + more + " that matter less\n");
    return table.text() + (more > 0 ? rest : "");
  }

  private String label(SroiSensitivity.Range range) {
    String parameter = range.parameter().label().in(words.language());
    return "  " + (range.outcome().isEmpty() ? parameter : range.outcome() + ": " + parameter);
  }

  private String scenario(SroiCalculation calculation) {
    Codelist scenarios = portfolio.schema().codelist(SroiLine.SCENARIO);
    return scenarios.find(calculation.scenario()).map(code -> code.label().in(words.language())).orElse(calculation.scenario());
  }

  private String percent(BigDecimal share) {
    return plain(share.movePointRight(2)) + words.say(" %", "%");
  }

  private String ratio(Optional<BigDecimal> ratio) {
    return ratio.map(number -> words.decimal(number.setScale(2, RoundingMode.HALF_EVEN).toPlainString())).orElse("–");
  }

  private String money(BigDecimal amount) {
    String digits = amount.setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    return digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", words.isSwedish() ? "\u00A0" : ",");
  }

  private String plain(BigDecimal number) {
    return words.decimal(TidyNumber.plain(number).toPlainString());
  }
}
