package se.siru.core.format.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.Cell;
import se.siru.core.export.ExportContext;
import se.siru.core.export.Exporter;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.export.LossReport;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/**
 * The result table: comma, line feed, UTF-8, plain decimals; an empty dimension is a total, an empty value has its
 * reason.
 */
final class CsvExporter implements Exporter {
  private static final FormatDescriptor FORMAT = FormatDescriptor.of("csv", "text/csv", "csv");
  private static final QuoteStrategy GUARDED_TEXT =
      new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
          return value.charAt(0) == '\'';
        }
      };

  @Override
  public FormatDescriptor format() {
    return FORMAT;
  }

  @Override
  public LossReport export(Publication publication, ExportContext context, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).quoteStrategy(GUARDED_TEXT).build(text);
    try {
      csv.writeRecord(header(publication));
      for (Iterator<Cell> cells = publication.cells().iterator(); cells.hasNext(); ) {
        csv.writeRecord(row(publication, cells.next()));
      }
      csv.flush();
      text.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return losses(publication);
  }

  private static List<String> header(Publication publication) {
    List<String> names = new ArrayList<>(List.of("indicator", "period"));
    publication.dimensions().forEach(dimension -> names.add(FormulaGuard.guard(dimension)));
    names.addAll(List.of("value", "numerator", "denominator", "unit", "status", "records", "unknown"));
    return names;
  }

  private static List<String> row(Publication publication, Cell cell) {
    List<String> row = new ArrayList<>();
    row.add(FormulaGuard.guard(cell.code()));
    row.add(FormulaGuard.guard(cell.period().label()));
    for (String dimension : publication.dimensions()) {
      row.add(FormulaGuard.guard(cell.codes().getOrDefault(dimension, "")));
    }
    Value value = cell.value();
    row.add(cell.number().map(CsvExporter::plain).orElse(""));
    row.add(value instanceof Value.Ratio ? plain(((Value.Ratio) value).numerator()) : "");
    row.add(value instanceof Value.Ratio ? plain(((Value.Ratio) value).denominator()) : "");
    String unit = cell.indicator().unit();
    row.add(FormulaGuard.guard(unit.equals("currency") ? publication.currency() : unit));
    row.add(status(value));
    row.add(Long.toString(cell.records()));
    row.add(Long.toString(cell.unknown()));
    return row;
  }

  private static String status(Value value) {
    if (value instanceof Value.Absent) {
      return ((Value.Absent) value).reason().code();
    }
    return value instanceof Value.Interval ? "interval" : "ok";
  }

  /** The same digits for the same number, whatever way it was computed. */
  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static LossReport losses(Publication publication) {
    LossReport losses =
        LossReport.none()
            .and(
                "definitions",
                LocalizedText.of(
                    "Tabellen har värden och inga definitioner; formatet json har båda.",
                    "The table holds values and no definitions; the format json holds both."));
    if (!publication.findings().isEmpty()) {
      losses =
          losses.and(
              "findings",
              LocalizedText.of(
                  "Anmärkningar ryms inte i tabellen; formatet json har dem.",
                  "Findings have no place in the table; the format json holds them."));
    }
    if (publication.cells().anyMatch(cell -> cell.value() instanceof Value.Interval)) {
      losses =
          losses.and(
              "intervals",
              LocalizedText.of(
                  "Ett intervall är inte ett värde; sådana rader har status interval och inget värde.",
                  "An interval is not one value; such rows have the status interval and no value."));
    }
    if (publication.cells().anyMatch(CsvExporter::hasNote)) {
      losses =
          losses.and(
              "notes",
              LocalizedText.of(
                  "Varför ett värde saknas står som kod, utan närmare förklaring.",
                  "Why a value is absent stands as a code, without further words."));
    }
    return losses;
  }

  private static boolean hasNote(Cell cell) {
    return cell.value() instanceof Value.Absent && !((Value.Absent) cell.value()).note().isEmpty();
  }
}
