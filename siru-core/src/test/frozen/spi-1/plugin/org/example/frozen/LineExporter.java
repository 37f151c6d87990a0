package org.example.frozen;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.Cell;
import se.siru.core.export.ExportContext;
import se.siru.core.export.Exporter;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.export.LossReport;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** A line a cell. */
final class LineExporter implements Exporter {
  @Override
  public FormatDescriptor format() {
    return FormatDescriptor.of("frozen-lines", "text/plain", "txt");
  }

  @Override
  public LossReport export(Publication publication, ExportContext context, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder(context.language()).append('\n');
    List<Cell> cells = publication.cells().toList();
    for (Cell cell : cells) {
      text.append(cell.code()).append(' ').append(cell.period().label()).append(' ').append(cell.codes()).append(' ');
      if (cell.value() instanceof Value.Absent absent) {
        text.append(absent.reason().code());
      } else {
        text.append(cell.number().map(number -> number.toPlainString()).orElse("?"));
      }
      text.append('\n');
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    return LossReport.none().and("names", LocalizedText.of("Namnen saknas.", "The names are missing."));
  }
}
