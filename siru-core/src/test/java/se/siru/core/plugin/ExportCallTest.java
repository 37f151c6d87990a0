package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.disclosure.Publication;
import se.siru.core.export.ExportContext;
import se.siru.core.export.Exporter;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.export.LossReport;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.format.Samples;

/** Who is blamed where an export fails; what exporters may do wrong is in {@link PluginFaultsTest}. */
class ExportCallTest {

  private interface Writing {
    LossReport write(OutputStream out) throws IOException;
  }

  private static LossReport export(Writing writing, OutputStream out) {
    Exporter exporter =
        new Exporter() {
          @Override
          public FormatDescriptor format() {
            return FormatDescriptor.of("own", "text/plain", "txt");
          }

          @Override
          public LossReport export(Publication publication, ExportContext context, OutputStream to) throws IOException {
            return writing.write(to);
          }
        };
    SiruPlugin plugin =
        new SiruPlugin() {
          @Override
          public PluginDescriptor descriptor() {
            return PluginDescriptor.of("own", "Own", "1", Spi.VERSION);
          }

          @Override
          public List<Exporter> formats() {
            return List.of(exporter);
          }
        };
    PluginRegistry registry = PluginRegistry.builder().source(PluginSource.ofPlugins(plugin)).build();
    return registry.export(Samples.totals(), "own", ExportContext.of("sv"), out);
  }

  @Test
  void aStreamThatFailsIsNotThePluginsFault() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };
    SiruException refused =
        assertThrows(SiruException.class, () -> export(to -> { to.write(1); return LossReport.none(); }, full));
    assertEquals(ErrorCode.UNWRITABLE, refused.code());
    assertTrue(refused.getMessage().contains("disk full"));
  }

  @Test
  void anUnknownFormatNamesThoseThatThereAre() {
    PluginRegistry registry = PluginRegistry.builder().build();
    SiruException refused =
        assertThrows(
            SiruException.class,
            () -> registry.export(Samples.totals(), "docx", ExportContext.of("sv"), OutputStream.nullOutputStream()));
    assertEquals(ErrorCode.UNKNOWN_NAME, refused.code());
    assertTrue(refused.getMessage().contains("csv, json"), refused::getMessage);
  }

  @Test
  void aFormatIsNoPath() {
    assertThrows(IllegalArgumentException.class, () -> FormatDescriptor.of("../../etc/x", "text/plain", "txt"));
    assertThrows(IllegalArgumentException.class, () -> FormatDescriptor.of("x", "text/plain", "../x"));
  }
}
