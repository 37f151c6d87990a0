package se.siru.core.format.csv;

import java.util.List;
import se.siru.core.export.Exporter;
import se.siru.core.intake.Readers;
import se.siru.core.intake.RowReader;
import se.siru.core.plugin.PluginDescriptor;
import se.siru.core.plugin.SiruPlugin;
import se.siru.core.plugin.Spi;

/** Registers the format {@code csv} and the reader of that name. */
public final class CsvPlugin implements SiruPlugin {
  /** Called by the service loader. */
  public CsvPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("siru-csv", "CSV", "1", Spi.VERSION);
  }

  @Override
  public List<Exporter> formats() {
    return List.of(new CsvExporter());
  }

  @Override
  public List<RowReader> readers() {
    return List.of(Readers.csv());
  }
}
