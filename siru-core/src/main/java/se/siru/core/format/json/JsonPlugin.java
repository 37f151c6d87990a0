package se.siru.core.format.json;

import java.util.List;
import se.siru.core.export.Exporter;
import se.siru.core.intake.Readers;
import se.siru.core.intake.RowReader;
import se.siru.core.plugin.PluginDescriptor;
import se.siru.core.plugin.SiruPlugin;
import se.siru.core.plugin.Spi;

/** Registers the format {@code json}, and the readers {@code json}, {@code jsonl} and {@code geojson}. */
public final class JsonPlugin implements SiruPlugin {
  /** Called by the service loader. */
  public JsonPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("siru-json", "JSON", "1", Spi.VERSION);
  }

  @Override
  public List<Exporter> formats() {
    return List.of(new JsonExporter());
  }

  @Override
  public List<RowReader> readers() {
    return List.of(Readers.json(), Readers.jsonLines(), Readers.geoJson());
  }
}
