package se.siru.core.evaluation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import se.siru.core.finding.RowSpan;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.model.Observation;
import se.siru.core.model.Value;

/** A reconciliation as tidy CSV: one row a value. */
final class ReconciliationCsv {
  private ReconciliationCsv() {}

  static void write(Reconciliation reconciliation, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    List<String> dimensions = reconciliation.dimensions();
    List<String> header = new ArrayList<>(List.of("indicator", "period"));
    dimensions.forEach(dimension -> header.add(FormulaGuard.guard(dimension)));
    header.addAll(
        List.of(
            "kind", "stated", "bound", "computed", "status", "difference", "outcome", "records", "unknown", "source",
            "behind", "rules", "preview"));
    try {
      csv.writeRecord(header);
      reconciliation.lines().forEach(line -> csv.writeRecord(row(reconciliation, line, dimensions)));
      csv.flush();
      text.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<String> row(Reconciliation reconciliation, Reconciliation.Line line, List<String> dimensions) {
    Cell cell = line.computed();
    List<String> row = new ArrayList<>();
    row.add(FormulaGuard.guard(cell.code()));
    row.add(FormulaGuard.guard(cell.period().label()));
    dimensions.forEach(dimension -> row.add(FormulaGuard.guard(cell.codes().getOrDefault(dimension, ""))));
    row.add(String.valueOf(line.observation().row().get(Observation.KIND)));
    row.add(plain(line.stated()));
    row.add(line.isAtLeast() ? "at-least" : "exact");
    row.add(cell.number().map(ReconciliationCsv::plain).orElse(""));
    row.add(cell.value() instanceof Value.Absent absent ? absent.reason().code() : "ok");
    row.add(line.difference().map(ReconciliationCsv::plain).orElse(""));
    row.add(line.outcome().code());
    row.add(Long.toString(cell.records()));
    row.add(Long.toString(cell.unknown()));
    row.add(FormulaGuard.guard(source(line)));
    row.add(FormulaGuard.guard(behind(line)));
    row.add(reconciliation.rules().reference());
    row.add(reconciliation.isPreview(line) ? "yes" : "no");
    return row;
  }

  private static String source(Reconciliation.Line line) {
    return line.observation().lineage().roots().stream().map(RowSpan::toString).collect(Collectors.joining("; "));
  }

  private static String behind(Reconciliation.Line line) {
    boolean several = line.behind().size() > 1;
    return line.behind().stream()
        .map(trail -> (several ? trail.measure().code() + ": " : "") + trail.sources())
        .collect(Collectors.joining(" | "));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
