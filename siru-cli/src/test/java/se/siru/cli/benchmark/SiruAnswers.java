package se.siru.cli.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.model.Periods;
import se.siru.core.model.Schema;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;

/** The answers of the library, as an embedding system would ask it. */
final class SiruAnswers {
  private SiruAnswers() {}

  static ResultTable of(Path folder, int threads) {
    return table(evaluate(PortfolioReader.standard().read(folder).orThrow(), threads));
  }

  static Results evaluate(Portfolio portfolio, int threads) {
    Findings findings = new Findings();
    List<Indicator> asked =
        DefinitionReader.over(Schema.standard()).read(Questions.definitions(), "definitions.json", findings);
    if (!findings.list().isEmpty()) {
      throw new IllegalStateException(findings.list().toString());
    }
    return Evaluation.of(portfolio, Catalogue.empty().with(Provider.application(), asked, List.of()))
        .indicators("bench:*")
        .periods(Periods.quarters(2021, 2023))
        .by("sector", "county", "municipality")
        .threads(threads)
        .run();
  }

  static ResultTable table(Results results) {
    ResultTable table = new ResultTable();
    results.cells().forEach(cell -> table.put(name(cell), value(cell.value())));
    return table;
  }

  private static String name(Cell cell) {
    Map<String, String> codes = cell.codes();
    return ResultTable.cell(
        cell.code(),
        cell.period().label(),
        codes.getOrDefault("sector", ""),
        codes.getOrDefault("county", ""),
        codes.getOrDefault("municipality", ""));
  }

  private static String value(Value value) {
    if (value instanceof Value.Quantity) {
      return ((Value.Quantity) value).number().toPlainString();
    }
    if (value instanceof Value.Ratio) {
      Value.Ratio ratio = (Value.Ratio) value;
      return ratio.numerator().toPlainString() + "/" + ratio.denominator().toPlainString();
    }
    return ((Value.Absent) value).reason().code();
  }
}
