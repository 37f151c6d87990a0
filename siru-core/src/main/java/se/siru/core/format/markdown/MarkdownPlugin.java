package se.siru.core.format.markdown;

import java.util.List;
import se.siru.core.pack.PackRenderer;
import se.siru.core.plugin.PluginDescriptor;
import se.siru.core.plugin.SiruPlugin;
import se.siru.core.plugin.Spi;

/** Registers the format of packs {@code markdown}. */
public final class MarkdownPlugin implements SiruPlugin {
  /** Called by the service loader. */
  public MarkdownPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("siru-markdown", "Markdown", "1", Spi.VERSION);
  }

  @Override
  public List<PackRenderer> packFormats() {
    return List.of(new MarkdownRenderer());
  }
}
