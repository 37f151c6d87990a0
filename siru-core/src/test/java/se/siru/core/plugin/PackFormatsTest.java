package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.pack.Pack;
import se.siru.core.pack.PackRenderer;
import se.siru.core.pack.SmallProgramme;
import se.siru.core.pack.SteeringGroup;

/** Formats of packs that plugins bring. */
class PackFormatsTest {
  private static final Pack PACK = SteeringGroup.of(SmallProgramme.portfolio(), SmallProgramme.catalogue()).pack("en");

  private interface Writing {
    void write(Pack pack, OutputStream out) throws IOException;
  }

  private static PackRenderer renderer(String name, Writing writing) {
    return new PackRenderer() {
      @Override
      public FormatDescriptor format() {
        return FormatDescriptor.of(name, "text/plain", "txt");
      }

      @Override
      public void render(Pack pack, OutputStream out) throws IOException {
        writing.write(pack, out);
      }
    };
  }

  private static SiruPlugin plugin(String id, PackRenderer... renderers) {
    return new SiruPlugin() {
      @Override
      public PluginDescriptor descriptor() {
        return PluginDescriptor.of(id, id, "1", Spi.VERSION);
      }

      @Override
      public List<PackRenderer> packFormats() {
        return List.of(renderers);
      }
    };
  }

  private static PluginRegistry registry(SiruPlugin... plugins) {
    return PluginRegistry.builder().source(PluginSource.ofPlugins(plugins)).build();
  }

  private static Writing title() {
    return (pack, out) -> out.write(pack.title().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPluginWritesAPackInItsFormat() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PluginRegistry registry = registry(plugin("own", renderer("title", title())));
    registry.render(PACK, "title", out);
    assertEquals("Pack for the steering group", out.toString(StandardCharsets.UTF_8));
    assertEquals(List.of("title"), registry.packFormats().stream().map(FormatDescriptor::name).toList());
    assertEquals(List.of("title"), registry.report().loaded().get(0).provides(Offering.Kind.PACK_FORMAT));
    assertTrue(registry.formats().isEmpty());
    assertEquals(
        "SIRU-M002 no format of packs 'docx'; there are title",
        assertThrows(SiruException.class, () -> registry.render(PACK, "docx", out)).getMessage());
  }

  @Test
  void twoPluginsThatClaimOneFormatOfPacksAreRefused() {
    SiruException refusal =
        assertThrows(
            SiruException.class,
            () -> registry(plugin("one", renderer("title", title())), plugin("two", renderer("title", title()))));
    assertEquals(ErrorCode.PLUGINS, refusal.code());
    assertTrue(String.valueOf(refusal.getMessage()).contains("format of packs 'title' is claimed by one"));
  }

  @Test
  void aPluginThatBringsOneFormatOfPacksTwiceIsNotAdmitted() {
    PluginRegistry registry = registry(plugin("own", renderer("title", title()), renderer("title", title())));
    assertEquals(1, registry.report().rejected().size());
    assertTrue(registry.packFormats().isEmpty());
  }

  @Test
  void aRendererThatBreaksIsToldAsThePluginsFault() {
    PluginRegistry registry =
        registry(plugin("own", renderer("broken", (pack, out) -> { throw new IllegalStateException("oh"); })));
    assertEquals(
        ErrorCode.PLUGINS,
        assertThrows(SiruException.class, () -> registry.render(PACK, "broken", new ByteArrayOutputStream())).code());
  }
}
