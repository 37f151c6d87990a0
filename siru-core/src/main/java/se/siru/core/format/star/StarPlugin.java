package se.siru.core.format.star;

import java.util.List;
import se.siru.core.export.Exporter;
import se.siru.core.plugin.PluginDescriptor;
import se.siru.core.plugin.SiruPlugin;
import se.siru.core.plugin.Spi;

/** Registers the format {@code star}. */
public final class StarPlugin implements SiruPlugin {
  /** Called by the service loader. */
  public StarPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("siru-star", "Star", "1", Spi.VERSION);
  }

  @Override
  public List<Exporter> formats() {
    return List.of(new StarExporter());
  }
}
