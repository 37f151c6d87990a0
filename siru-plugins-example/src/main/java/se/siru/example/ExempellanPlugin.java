package se.siru.example;

import java.util.List;
import se.siru.core.export.Exporter;
import se.siru.core.indicator.Indicator;
import se.siru.core.plugin.PluginDescriptor;
import se.siru.core.plugin.SiruPlugin;
import se.siru.core.plugin.Spi;

/** What the agency adds to the standard catalogue: an indicator and a format. */
public final class ExempellanPlugin implements SiruPlugin {
  /** Called by the service loader. */
  public ExempellanPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("exempellan", "Region Exempellän", "1.0.0", Spi.VERSION);
  }

  @Override
  public List<Indicator> indicators() {
    return List.of(ActivePartnerships.INDICATOR);
  }

  @Override
  public List<Exporter> formats() {
    return List.of(new MarkdownExporter());
  }
}
