package se.siru.example;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
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
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** A Markdown table for the agency's wiki: one row a cell, names instead of codes. */
final class MarkdownExporter implements Exporter {
  private static final LocalizedText INDICATOR = LocalizedText.of("Indikator", "Indicator");
  private static final LocalizedText PERIOD = LocalizedText.of("Period", "Period");
  private static final LocalizedText VALUE = LocalizedText.of("Värde", "Value");
  private static final LocalizedText PREVIEW = LocalizedText.of(" (förhandsvärde)", " (preview)");
  private static final LocalizedText TOTAL = LocalizedText.of("Totalt", "Total");
  private static final String SPECIAL = "\\`*_{}[]<>()#+!|~";

  @Override
  public FormatDescriptor format() {
    return FormatDescriptor.of("exempellan-markdown", "text/markdown", "md");
  }

  @Override
  public LossReport export(Publication publication, ExportContext context, OutputStream out) throws IOException {
    String language = context.language();
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    List<String> headings = new ArrayList<>(List.of(INDICATOR.in(language), PERIOD.in(language)));
    for (String dimension : publication.dimensions()) {
      headings.add(publication.dimensionLabel(dimension).in(language));
    }
    headings.add(VALUE.in(language));
    line(text, headings);
    text.write("|" + "---|".repeat(headings.size() - 1) + "---:|\n");
    for (Iterator<Cell> cells = publication.cells().iterator(); cells.hasNext(); ) {
      line(text, row(publication, cells.next(), language));
    }
    text.flush();
    return LossReport.none()
        .and(
            "definitions",
            LocalizedText.of("Tabellen har inga definitioner.", "The table holds no definitions."));
  }

  private static List<String> row(Publication publication, Cell cell, String language) {
    String name = cell.indicator().name().in(language);
    String preview = publication.isPreview(cell) ? PREVIEW.in(language) : "";
    List<String> row = new ArrayList<>(List.of((cell.code() + " " + name).strip() + preview, cell.period().label()));
    for (String dimension : publication.dimensions()) {
      String code = cell.codes().get(dimension);
      row.add(code == null ? TOTAL.in(language) : publication.codeLabel(dimension, code).in(language));
    }
    row.add(value(cell));
    return row;
  }

  /** Zero is a number; where there is none, its reason stands instead. */
  private static String value(Cell cell) {
    if (cell.value() instanceof Value.Absent) {
      return ((Value.Absent) cell.value()).reason().code();
    }
    return cell.number().map(BigDecimal::toPlainString).orElse(cell.value().toString());
  }

  private static void line(Writer text, List<String> cells) throws IOException {
    for (String cell : cells) {
      text.write("| " + escape(cell) + " ");
    }
    text.write("|\n");
  }

  /** Text of others never becomes Markdown of ours. */
  private static String escape(String cell) {
    StringBuilder escaped = new StringBuilder();
    cell.codePoints()
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .forEach(point -> {
          if (SPECIAL.indexOf(point) >= 0) {
            escaped.append('\\');
          }
          escaped.appendCodePoint(point);
        });
    return escaped.toString();
  }
}
