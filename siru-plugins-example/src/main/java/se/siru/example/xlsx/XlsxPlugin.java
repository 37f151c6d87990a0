package se.siru.example.xlsx;

import java.util.List;
import se.siru.core.intake.RowReader;
import se.siru.core.pack.PackRenderer;
import se.siru.core.plugin.PluginDescriptor;
import se.siru.core.plugin.SiruPlugin;
import se.siru.core.plugin.Spi;

/** Registers the reader and the format of packs {@code xlsx}. */
public final class XlsxPlugin implements SiruPlugin {
  /** Called by the service loader. */
  public XlsxPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("xlsx", "Excel", "1.0.0", Spi.VERSION);
  }

  @Override
  public List<PackRenderer> packFormats() {
    return List.of(new XlsxRenderer());
  }

  @Override
  public List<RowReader> readers() {
    return List.of(new XlsxReader());
  }
}
