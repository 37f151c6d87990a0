package org.example.frozen;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.pack.Pack;
import se.siru.core.pack.PackRenderer;
import se.siru.core.pack.PackSheet;
import se.siru.core.pack.PackTable;

/** The headings of a pack. */
final class OutlineRenderer implements PackRenderer {
  @Override
  public FormatDescriptor format() {
    return FormatDescriptor.of("frozen-outline", "text/plain", "txt");
  }

  @Override
  public void render(Pack pack, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder(pack.title()).append('\n');
    for (PackSheet sheet : pack.sheets()) {
      text.append(sheet.name()).append('\n');
      for (PackTable table : sheet.tables()) {
        text.append("  ").append(table.heading()).append(' ').append(table.rows().size()).append('\n');
      }
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
