package se.siru.core.format.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.Cell;
import se.siru.core.export.ExportContext;
import se.siru.core.export.Exporter;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.export.LossReport;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/**
 * The result table: comma, line feed, UTF-8, plain decimals; an empty dimension is a total, an empty value has its
 * reason.
 */
final class CsvExporter implements Exporter {
  private static final String OK = "ok";
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

    /** The indicator and period of the row before, as fields: rows of one of each follow each other. */
    private byte[] start = {};

    private @Nullable Indicator indicator;
    private String code = "";
    private @Nullable TimePeriod period;

    /** The unit of such rows, and the status of what has a number, as fields. */
    private byte[] unit = {};

    private byte[] end = {};
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
      if (cell.period() != period || cell.indicator() != indicator || !cell.code().equals(code)) {
        begin(cell);
      }
      writer.write(start);
      codes(cell.codes());
      String status = value(cell);
      if (status.equals(OK)) {
        writer.write(end);
      } else {
        writer.write(unit);
        writer.write(writer.field(status));
      }
      writer.write(cell.records());
      writer.write(cell.unknown());
      writer.endRow();
    }

    private void begin(Cell cell) {
      indicator = cell.indicator();
      code = cell.code();
      period = cell.period();
      start = joined(writer.first(code), writer.field(period.label()));
      unit = writer.field(indicator.unit().equals("currency") ? currency : indicator.unit());
      end = joined(unit, writer.field(OK));
    }

    private static byte[] joined(byte[] first, byte[] second) {
      byte[] both = Arrays.copyOf(first, first.length + second.length);
      System.arraycopy(second, 0, both, first.length, second.length);
      return both;
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
      Value value = cell.value();
      if (value instanceof Value.Ratio ratio) {
        writer.write(cell.number().orElseThrow());
        writer.write(ratio.numerator());
        writer.write(ratio.denominator());
        return OK;
      }
      if (value instanceof Value.Quantity quantity) {
        writer.write(quantity.number());
      } else {
        writer.writeEmpty();
      }
      writer.writeEmpty();
      writer.writeEmpty();
      if (value instanceof Value.Absent) {
        hasNotes |= !((Value.Absent) value).note().isEmpty();
        return ((Value.Absent) value).reason().code();
      }
      boolean isInterval = value instanceof Value.Interval;
      hasIntervals |= isInterval;
      return isInterval ? "interval" : OK;
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
