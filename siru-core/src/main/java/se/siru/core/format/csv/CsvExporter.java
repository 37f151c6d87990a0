package se.siru.core.format.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.Cell;
import se.siru.core.export.ExportContext;
import se.siru.core.export.Exporter;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.export.LossReport;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/**
 * The result table: comma, line feed, UTF-8, plain decimals; an empty dimension is a total, an empty value has its
 * reason.
 */
final class CsvExporter implements Exporter {
  private static final FormatDescriptor FORMAT = FormatDescriptor.of("csv", "text/csv", "csv").withoutSources();

  @Override
  public FormatDescriptor format() {
    return FORMAT;
  }

  @Override
  public LossReport export(Publication publication, ExportContext context, OutputStream out) throws IOException {
    Table table = new Table(publication, out);
    table.header();
    for (Iterator<Cell> cells = publication.cells().iterator(); cells.hasNext(); ) {
      table.row(cells.next());
    }
    table.writer.finish();
    return losses(publication, table);
  }

  /** One table in the making. */
  private static final class Table {
    private final TableWriter writer;
    private final List<String> dimensions;
    private final String currency;

    /** The codes of rows of cells, which share them, as fields. */
    private final Map<Map<String, String>, byte[]> codes = new IdentityHashMap<>();

    private String code = "";
    private byte[] codeField = {};
    private boolean hasIntervals;
    private boolean hasNotes;

    Table(Publication publication, OutputStream out) {
      this.writer = new TableWriter(out);
      this.dimensions = publication.dimensions();
      this.currency = publication.currency();
    }

    void header() throws IOException {
      writer.write(writer.first("indicator"));
      writer.write(writer.field("period"));
      for (String dimension : dimensions) {
        writer.write(writer.field(dimension));
      }
      for (String name : List.of("value", "numerator", "denominator", "unit", "status", "records", "unknown")) {
        writer.write(writer.field(name));
      }
      writer.endRow();
    }

    void row(Cell cell) throws IOException {
      if (!cell.code().equals(code)) {
        code = cell.code();
        codeField = writer.first(code);
      }
      writer.write(codeField);
      writer.write(writer.field(cell.period().label()));
      codes(cell.codes());
      String status = value(cell);
      String unit = cell.indicator().unit();
      writer.write(writer.field(unit.equals("currency") ? currency : unit));
      writer.write(writer.field(status));
      writer.write(cell.records());
      writer.write(cell.unknown());
      writer.endRow();
    }

    private void codes(Map<String, String> ofRow) throws IOException {
      byte[] fields = codes.get(ofRow);
      if (fields == null) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (String dimension : dimensions) {
          joined.writeBytes(writer.field(ofRow.getOrDefault(dimension, "")));
        }
        fields = joined.toByteArray();
        codes.put(ofRow, fields);
      }
      writer.write(fields);
    }

    /** Writes value, numerator and denominator, and gives the status. */
    private String value(Cell cell) throws IOException {
      Optional<BigDecimal> number = cell.number();
      if (number.isPresent()) {
        writer.write(number.get());
      } else {
        writer.writeEmpty();
      }
      Value value = cell.value();
      if (value instanceof Value.Ratio) {
        writer.write(((Value.Ratio) value).numerator());
        writer.write(((Value.Ratio) value).denominator());
        return "ok";
      }
      writer.writeEmpty();
      writer.writeEmpty();
      if (value instanceof Value.Absent) {
        hasNotes |= !((Value.Absent) value).note().isEmpty();
        return ((Value.Absent) value).reason().code();
      }
      boolean isInterval = value instanceof Value.Interval;
      hasIntervals |= isInterval;
      return isInterval ? "interval" : "ok";
    }
  }

  private static LossReport losses(Publication publication, Table table) {
    LossReport losses =
        LossReport.none()
            .and(
                "definitions",
                LocalizedText.of(
                    "Tabellen har värden, men varken definitioner, regeluppsättning eller märkning av förhandsvärden; formatet json "
                        + "har allt.",
                    "The table holds values, and neither definitions nor the rule set and its marks of previews; the format json holds "
                        + "all."));
    if (!publication.findings().isEmpty()) {
      losses =
          losses.and(
              "findings",
              LocalizedText.of(
                  "Anmärkningar ryms inte i tabellen; formatet json har dem.",
                  "Findings have no place in the table; the format json holds them."));
    }
    if (table.hasIntervals) {
      losses =
          losses.and(
              "intervals",
              LocalizedText.of(
                  "Ett intervall är inte ett värde; sådana rader har status interval och inget värde.",
                  "An interval is not one value; such rows have the status interval and no value."));
    }
    if (table.hasNotes) {
      losses =
          losses.and(
              "notes",
              LocalizedText.of(
                  "Varför ett värde saknas står som kod, utan närmare förklaring.",
                  "Why a value is absent stands as a code, without further words."));
    }
    return losses;
  }
}
