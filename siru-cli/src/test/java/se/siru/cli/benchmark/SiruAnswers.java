package se.siru.cli.benchmark;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import se.siru.core.Siru;
import se.siru.core.disclosure.Audience;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.evaluation.Results;
import se.siru.core.model.Periods;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;

/** The answers of the library, as an embedding system would ask it. */
final class SiruAnswers {
  private final Siru siru;
  private final int threads;

  SiruAnswers(int threads) {
    byte[] definitions = Questions.definitions().getBytes(StandardCharsets.UTF_8);
    this.siru = Siru.load().withDefinitions(new ByteArrayInputStream(definitions), "definitions.json");
    this.threads = threads;
  }

  static ResultTable of(Path folder, int threads) {
    SiruAnswers answers = new SiruAnswers(threads);
    return table(answers.evaluation(answers.read(folder)).run());
  }

  Portfolio read(Path folder) {
    return siru.reader().withoutHashes().threads(threads).read(folder).orThrow();
  }

  Evaluation evaluation(Portfolio portfolio) {
    return siru.evaluate(portfolio)
        .indicators("bench:*")
        .periods(Periods.quarters(2021, 2023))
        .by("sector", "county", "municipality")
        .threads(threads);
  }

  /** From the files to a table of results. */
  void answer(Path folder, Path out) throws IOException {
    write(evaluation(read(folder)).run(), out);
  }

  void write(Results results, Path out) throws IOException {
    try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(out))) {
      siru.export(siru.publish(results, Audience.INTERNAL), "csv", to);
    }
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
