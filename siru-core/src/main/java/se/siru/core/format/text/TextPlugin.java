package se.siru.core.format.text;

import java.util.List;
import se.siru.core.export.Exporter;
import se.siru.core.plugin.PluginDescriptor;
import se.siru.core.plugin.SiruPlugin;
import se.siru.core.plugin.Spi;

/** Registers the format {@code table}. */
public final class TextPlugin implements SiruPlugin {
  /** Called by the service loader. */
  public TextPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("siru-table", "Table for the terminal", "1", Spi.VERSION);
  }

  @Override
  public List<Exporter> formats() {
    return List.of(new TextExporter());
  }
}
