package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.Siru;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.intake.ReaderDescriptor;
import se.siru.core.intake.ReaderInput;
import se.siru.core.intake.ReaderOptions;
import se.siru.core.intake.Readers;
import se.siru.core.intake.RowReader;
import se.siru.core.intake.RowSink;

/** Readers are admitted as everything else that a plugin brings. */
class ReaderAdmissionTest {
  /** A reader that only has a description. */
  private record Described(String name, String... endings) implements RowReader {
    @Override
    public ReaderDescriptor descriptor() {
      return ReaderDescriptor.of(name, ReaderDescriptor.Layout.GRID, Set.of(endings));
    }

    @Override
    public void read(ReaderInput input, ReaderOptions options, RowSink sink) {}
  }

  private record Plugin(String id, List<RowReader> readers) implements SiruPlugin {
    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of(id, id, "1", Spi.VERSION);
    }
  }

  private static PluginRegistry.Builder of(SiruPlugin... plugins) {
    return PluginRegistry.builder().source(PluginSource.ofPlugins(plugins));
  }

  private static List<String> names(Readers readers) {
    return readers.descriptors().stream().map(ReaderDescriptor::name).toList();
  }

  private static String only(PluginRegistry registry) {
    assertEquals(1, registry.report().rejected().size());
    PluginReport.Entry entry = registry.report().rejected().get(0);
    return entry.reason().orElseThrow().code() + ": " + entry.message();
  }

  @Test
  void theLibrarysOwnReadersComeFromPlugins() {
    assertEquals(List.of("csv", "geojson", "json", "jsonl"), names(Siru.load().readers()));
    assertTrue(Siru.load().plugins().loaded().stream().anyMatch(entry -> entry.provides(Offering.Kind.READER).contains("jsonl")));
    assertEquals(List.of(), of(new Plugin("a", List.of())).build().readers().descriptors());
  }

  @ParameterizedTest
  @CsvSource({"x,one,x,two,reader 'x'", "x,one,y,one,files that end in '.one'"})
  void twoPluginsForOneNameOrEndingAreRefusedWithBothOrigins(String name, String ending, String other, String its, String claim) {
    Plugin first = new Plugin("a", List.of(new Described(name, ending)));
    Plugin second = new Plugin("b", List.of(new Described(other, its)));
    SiruException refused = assertThrows(SiruException.class, () -> of(second, first).build());
    assertEquals(ErrorCode.PLUGINS, refused.code());
    assertTrue(refused.getMessage().contains(claim + " is claimed by a of " + Plugin.class.getName()), refused::getMessage);
    assertTrue(refused.getMessage().contains(" and by b of " + Plugin.class.getName()), refused::getMessage);
    assertEquals(List.of(other), names(of(first, second).prefer("b").build().readers()));
  }

  @Test
  void onePluginWithTwoReadersOfOneNameOrEndingIsRefused() {
    assertEquals("bad-content: the reader x is there twice",
        only(of(new Plugin("a", List.of(new Described("x"), new Described("x")))).build()));
    assertEquals("bad-content: two readers are for files that end in .e",
        only(of(new Plugin("a", List.of(new Described("x", "e"), new Described("y", "e")))).build()));
  }

  @Test
  void aDescriptionThatIsNotAllowedOrNoReaderAtAllRefusesThePlugin() {
    assertTrue(only(of(new Plugin("a", List.of(new Described("Not A Name")))).build()).startsWith("failed: RowReader.descriptor() threw"));
    assertTrue(only(of(new Plugin("a", List.of(new Described("x", ".XLSX")))).build()).startsWith("failed: RowReader.descriptor() threw"));
    assertEquals("bad-content: readers() gave a list with null in it",
        only(of(new Plugin("a", new ArrayList<>(Collections.singletonList(null)))).build()));
  }
}
