package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.Agreement;
import se.siru.core.law.LawData;
import se.siru.core.model.Activity;
import se.siru.core.model.Condition;
import se.siru.core.model.Field;
import se.siru.core.model.RecordType;
import se.siru.core.plugin.PluginReport.Reason;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** Who is admitted, and what happens where several claim one name. */
class PluginRegistryTest {

  /** A plugin with indicators of given codes; subclasses give it a class of its own. */
  private static class Plugin implements SiruPlugin {
    private final String id;
    private final List<Indicator> indicators;

    Plugin(String id, String... codes) {
      this.id = id;
      this.indicators = new ArrayList<>();
      for (int i = 0; i < codes.length; i++) {
        indicators.add(Indicator.measure(id + ":i" + i).code(codes[i]).over(Agreement.TYPE).count().build());
      }
    }

    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of(id, id, "1", Spi.VERSION);
    }

    @Override
    public List<Indicator> indicators() {
      return indicators;
    }
  }

  private static final class Twin extends Plugin {
    Twin(String id, String... codes) {
      super(id, codes);
    }
  }

  private static PluginRegistry.Builder of(SiruPlugin... plugins) {
    return PluginRegistry.builder().source(PluginSource.ofPlugins(plugins));
  }

  private static List<String> loaded(PluginRegistry registry) {
    return registry.report().loaded().stream().map(PluginReport.Entry::id).toList();
  }

  @Test
  void theLibrarysOwnFormatsArePluginsLikeAnyOther() {
    PluginRegistry registry = PluginRegistry.builder().build();
    assertTrue(loaded(registry).containsAll(List.of("siru-csv", "siru-json", "siru-table")));
    assertEquals(List.of(), registry.report().rejected());
  }

  @Provide
  Arbitrary<List<SiruPlugin>> anyOrder() {
    List<SiruPlugin> plugins =
        List.of(new Plugin("a", "A1"), new Plugin("b", "B1", "B2"), new Plugin("c", "X"), new Plugin("d", "X"),
            new Plugin("e"), new Twin("e"), new Plugin("Not An Id"));
    return Arbitraries.shuffle(plugins);
  }

  @Property(tries = 100)
  void theOrderInWhichPluginsAreFoundShowsNowhere(@ForAll("anyOrder") List<SiruPlugin> plugins) {
    PluginRegistry registry = of(plugins.toArray(SiruPlugin[]::new)).lenient().build();
    assertEquals(List.of("a", "b"), loaded(registry));
    assertEquals(
        List.of("a:i0", "b:i0", "b:i1"), registry.catalogue().indicators().stream().map(Indicator::id).toList());
    assertEquals(
        List.of(":bad-descriptor", "c:conflict", "d:conflict", "e:conflict", "e:conflict"),
        registry.report().rejected().stream()
            .map(entry -> entry.id() + ":" + entry.reason().orElseThrow().code())
            .toList());
  }

  @Property(tries = 20)
  void theSameConflictIsToldTheSameWay(@ForAll("anyOrder") List<SiruPlugin> plugins) {
    SiruException refused = assertThrows(SiruException.class, () -> of(plugins.toArray(SiruPlugin[]::new)).build());
    List<String> lines = refused.getMessage().lines().toList();
    assertEquals(ErrorCode.PLUGINS, refused.code());
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).contains("indicator code 'X' is claimed by c of "), refused::getMessage);
    assertTrue(lines.get(0).contains(" and by d of "), refused::getMessage);
    assertTrue(lines.get(0).endsWith("leave one out with exclude(\"c\"), or keep one with prefer(\"d\")"));
    List<String> swedish = refused.text().in("sv").lines().toList();
    assertTrue(swedish.get(0).startsWith("indikatorkoden 'X' används av c i "), swedish::toString);
    assertTrue(swedish.get(0).endsWith("utelämna det ena med exclude(\"c\"), eller behåll det ena med prefer(\"d\")"));
    assertTrue(swedish.get(1).startsWith("tilläggets id 'e' används av e i "), swedish::toString);
    String claimed = "plugin id 'e' is claimed by e of " + Plugin.class.getName();
    assertTrue(lines.get(1).contains(claimed), refused::getMessage);
    assertTrue(lines.get(1).contains("prefer(\"" + Twin.class.getName() + "\")"), refused::getMessage);
  }

  @Test
  void leavingOneOutSettlesAConflict() {
    assertEquals(List.of("d"), loaded(of(new Plugin("c", "X"), new Plugin("d", "X")).exclude("c").build()));
  }

  @Test
  void preferringOneLeavesTheOtherOutWhole() {
    PluginRegistry registry = of(new Plugin("c", "X"), new Plugin("d", "X", "Y")).prefer("c").build();
    assertEquals(List.of("c"), loaded(registry));
    assertTrue(registry.catalogue().find("Y").isEmpty());
    PluginReport.Entry rejected = registry.report().rejected().get(0);
    assertEquals(Optional.of(Reason.CONFLICT), rejected.reason());
    assertTrue(rejected.message().startsWith("indicator code 'X' is claimed by"), rejected::message);
    assertTrue(rejected.line("sv").contains("conflict: indikatorkoden 'X' används av"), rejected.line("sv"));
  }

  @Test
  void pluginsOfOneIdAreToldApartByTheirClass() {
    PluginRegistry registry =
        of(new Plugin("e", "A"), new Twin("e", "B")).prefer(Twin.class.getName()).build();
    assertEquals(List.of("B"), registry.catalogue().indicators().stream().map(Indicator::code).toList());
  }

  @Test
  void aRequiredPluginThatIsNotAtWorkFailsTheBuild() {
    SiruException refused =
        assertThrows(SiruException.class, () -> of(new Plugin("Not An Id")).require("wanted").build());
    assertTrue(refused.getMessage().contains("wanted"));
    assertTrue(refused.getMessage().contains("kebab-case"), refused::getMessage);
  }

  @Property(tries = 20)
  void aStrictHostIsToldAllThatIsWrongAtOnce(@ForAll("anyOrder") List<SiruPlugin> plugins) {
    PluginRegistry.Builder host = of(plugins.toArray(SiruPlugin[]::new)).source(PluginSource.ofPlugins(new WithFormula("z", "[none]")));
    SiruException refused = assertThrows(SiruException.class, () -> host.lenient().strict().build());
    assertEquals(ErrorCode.PLUGINS, refused.code());
    List<String> lines = refused.getMessage().lines().toList();
    assertEquals("SIRU-P001 the host is strict and refuses this about plugins: 4", lines.get(0));
    assertTrue(lines.get(1).contains("bad-descriptor: the plugin id is not kebab-case"), refused::getMessage);
    assertTrue(lines.get(2).contains("bad-content: z:made is computed with the indicator 'none'"), refused::getMessage);
    assertTrue(lines.get(3).startsWith("indicator code 'X' is claimed by c of "), refused::getMessage);
    assertTrue(lines.get(4).startsWith("plugin id 'e' is claimed by e of "), refused::getMessage);
    assertEquals(5, lines.size());
    List<String> swedish = refused.text().in("sv").lines().toList();
    assertEquals("Värden är strikt och vägrar det här om tillägg: 4", swedish.get(0));
    assertTrue(swedish.get(2).contains("bad-content: z:made räknas med indikatorn 'none'"), swedish::toString);
  }

  @Test
  void ofManyRefusalsNoneIsCutOff() {
    SiruPlugin[] many = Stream.iterate(0, i -> i + 1).limit(200).map(i -> new Plugin("Bad " + i)).toArray(SiruPlugin[]::new);
    assertEquals(201, assertThrows(SiruException.class, () -> of(many).strict().build()).getMessage().lines().count());
  }

  @Test
  void whatTheHostSettlesItselfIsNothingWrongToAStrictOne() {
    SiruPlugin[] plugins = {new Plugin("c", "X"), new Plugin("d", "X"), new Plugin("x", "Y")};
    PluginRegistry strict = of(plugins).prefer("d").exclude("x").strict().build();
    assertEquals(List.of("d"), loaded(strict));
    assertTrue(strict.catalogue().isStrict());
    assertThrows(SiruException.class, () -> of(plugins).exclude("x").strict().build());
  }

  @Test
  void ofLenientAndStrictTheLastHolds() {
    SiruPlugin[] plugins = {new Plugin("c", "X"), new Plugin("d", "X")};
    PluginRegistry lenient = of(plugins).strict().lenient().build();
    assertEquals(List.of(), loaded(lenient));
    assertFalse(lenient.catalogue().isStrict());
  }

  @Test
  void aFormatOfTheLibraryIsNotTakenFromIt(@TempDir Path root) throws IOException {
    PluginFolder folder =
        new PluginFolder(root)
            .withPlugin(
                "Thief",
                "thief",
                "public java.util.List<se.siru.core.export.Exporter> formats() {"
                    + " return new se.siru.core.format.csv.CsvPlugin().formats(); }")
            .listing("p.Thief");
    try (URLClassLoader loader = PluginFolder.loader(folder)) {
      PluginSource source = PluginSource.ofClassLoader(loader);
      SiruException refused = assertThrows(SiruException.class, () -> PluginRegistry.builder().source(source).build());
      assertTrue(refused.getMessage().contains("format 'csv' is claimed by siru-csv of "), refused::getMessage);
      PluginRegistry lenient = PluginRegistry.builder().source(source).lenient().build();
      assertTrue(loaded(lenient).contains("siru-csv"));
      assertTrue(!loaded(lenient).contains("thief"));
    }
  }

  @Test
  void extraFieldsAndTheirCodeListsReachTheSchema() {
    Codelist list =
        Codelist.of("a:colours", "1", LocalizedText.of("Färger", "Colours"),
            List.of(Code.of("red", LocalizedText.of("Röd", "Red"))));
    Field<String> field = RecordType.extra("agreement").code("a:colour", "a:colours").add();
    SiruPlugin plugin =
        new Plugin("a") {
          @Override
          public List<Codelist> codelists() {
            return List.of(list);
          }

          @Override
          public List<Field<?>> fields() {
            return List.of(field);
          }
        };
    PluginRegistry registry = of(plugin).build();
    assertEquals(List.of(field), registry.schema().extraFields());
    assertEquals(list, registry.schema().codelist(field));
  }

  private static SiruPlugin withLaw(String id, LawData law) {
    return new Plugin(id) {
      @Override
      public Optional<LawData> law() {
        return Optional.ofNullable(law);
      }
    };
  }

  @Test
  void lawDataReplaceTheSectionsThatTheyStateAndNoSectionHasTwoPlugins() {
    LawData shares = LawData.builder("a", "1").occupiedShares(List.of()).build();
    LawData rates = LawData.builder("b", "2").exchangeRates(List.of()).build();
    PluginRegistry registry = of(withLaw("a", shares), withLaw("b", rates)).build();
    assertEquals(List.of(), registry.schema().law().occupiedShares());
    assertEquals(LawData.standard().checklists(), registry.schema().law().checklists());
    assertEquals(List.of(new Offering(Offering.Kind.LAW, "a/1")), registry.report().loaded().get(0).provides());
    SiruException twice = assertThrows(SiruException.class, () -> of(withLaw("a", shares), withLaw("b", shares)).build());
    assertTrue(twice.getMessage().contains("section of law data 'occupied-shares'"), twice.getMessage());
  }

  @Test
  void aStandardCodeListIsNotReplaced() {
    SiruPlugin plugin =
        new Plugin("a") {
          @Override
          public List<Codelist> codelists() {
            return List.of(Codelist.of("sectors", "9", LocalizedText.empty(), List.of()));
          }
        };
    PluginReport.Entry entry = of(plugin).build().report().rejected().get(0);
    assertEquals(Optional.of(Reason.BAD_CONTENT), entry.reason());
  }

  @Test
  void whatAPluginProvidesIsInTheReport() {
    PluginReport.Entry entry = of(new Plugin("a", "A1")).build().report().loaded().get(0);
    assertEquals(List.of(new Offering(Offering.Kind.INDICATOR, "A1")), entry.provides());
    assertEquals("test-classes", entry.origin());
  }

  @Test
  void theVersionOfTheContractIsWrittenIntoThePluginByTheCompiler(@TempDir Path root) throws IOException {
    String source = PluginFolder.plugin("Bound", "bound", "");
    new PluginFolder(root)
        .with("Bound", source.replace("\"1\", 1)", "\"1\", se.siru.core.plugin.Spi.VERSION)"));
    String bytes = Files.readString(root.resolve("p/Bound.class"), StandardCharsets.ISO_8859_1);
    assertTrue(bytes.contains("se/siru/core/plugin/PluginDescriptor"));
    assertTrue(!bytes.contains("VERSION"));
  }

  /** A plugin with one formula. */
  private static final class WithFormula extends Plugin {
    private final String text;

    WithFormula(String id, String text) {
      super(id, "C-" + id);
      this.text = text;
    }

    @Override
    public List<Indicator> indicators() {
      List<Indicator> all = new ArrayList<>(super.indicators());
      all.add(Indicator.formula(descriptor().id() + ":made").expression(text).build());
      return all;
    }
  }

  @Test
  void aFormulaMayComputeFromWhatAnotherPluginBrings() {
    PluginRegistry registry = of(new WithFormula("a", "[C-b] / [b:i0]"), new Plugin("b", "C-b")).build();
    assertEquals(List.of("a", "b"), loaded(registry));
  }

  @Test
  void aPluginThatComputesFromWhatNobodyBringsIsLeftOutWholeAndTheOthersStay() {
    PluginRegistry registry = of(new WithFormula("a", "[C-a] / [no-such]"), new Plugin("b", "C-b")).build();
    assertEquals(List.of("b"), loaded(registry));
    assertEquals(List.of("b:i0"), registry.catalogue().indicators().stream().map(Indicator::id).toList());
    PluginReport.Entry entry = registry.report().rejected().get(0);
    assertEquals(Optional.of(Reason.BAD_CONTENT), entry.reason());
    assertEquals("a:made is computed with the indicator 'no-such', which no plugin at work brings", entry.message());
    assertEquals("a:made räknas med indikatorn 'no-such', som inget tillägg i bruk har", entry.message("sv"));
  }

  @Test
  void aCodeThatWasCutAtItsHyphenIsToldWithItsBrackets() {
    PluginRegistry registry = of(new WithFormula("a", "C-a / 2")).build();
    PluginReport.Entry entry = registry.report().rejected().get(0);
    assertEquals(
        "a:made is computed with the indicator 'C', which no plugin at work brings; a code with hyphens stands in brackets, such as [C-a]",
        entry.message());
    assertTrue(entry.message("sv").endsWith("; en kod med bindestreck står inom hakparenteser, som [C-a]"), () -> entry.message("sv"));
  }

  private static final class Asking extends Plugin {
    private final Condition condition;

    Asking(String id, Condition condition) {
      super(id, "C-" + id);
      this.condition = condition;
    }

    @Override
    public List<Indicator> indicators() {
      return List.of(Indicator.measure(descriptor().id() + ":asking").over(Activity.TYPE).where(condition).count().build());
    }
  }

  @Test
  void anIndicatorThatAsksForACodeThatIsNotThereLeavesItsPluginOutAndTheOthersStay() {
    Condition typo = Activity.STATUS.is("held").and(Activity.MODE.isAnyOf("digital", "hybird").not());
    PluginRegistry registry = of(new Asking("a", typo), new Asking("b", Activity.MODE.is("hybrid"))).build();
    assertEquals(List.of("b"), loaded(registry));
    PluginReport.Entry entry = registry.report().rejected().get(0);
    assertEquals(Optional.of(Reason.BAD_CONTENT), entry.reason());
    assertEquals(
        "the indicator a:asking asks for the code 'hybird' (was hybrid meant?) of the list activity-modes, which is not there",
        entry.message());
    assertTrue(entry.message("sv").contains("koden 'hybird' (menades hybrid?) i kodlistan activity-modes"), () -> entry.message("sv"));
  }

  @Test
  void whatComputesFromAPluginThatIsLeftOutIsLeftOutToo() {
    PluginRegistry registry =
        of(
                new WithFormula("a", "[b:made] + 1"),
                new WithFormula("b", "[c:i0]"),
                new Plugin("c", "C-c"),
                new WithFormula("d", "[C-d] * 2"))
            .exclude("c")
            .build();
    assertEquals(List.of("d"), loaded(registry));
    assertEquals(List.of("a", "b", "c"), registry.report().rejected().stream().map(PluginReport.Entry::id).toList());
  }

  @Test
  void aRequiredPluginThatComputesFromWhatNobodyBringsEndsLoading() {
    SiruException refused =
        assertThrows(SiruException.class, of(new WithFormula("a", "[no-such]")).require("a")::build);
    assertEquals(ErrorCode.PLUGINS, refused.code());
    assertTrue(refused.getMessage().contains("no-such"), refused.getMessage());
  }

  @Test
  void aFunctionThatNobodyBringsLeavesThePluginOut() {
    Indicator unknown =
        Indicator.measure("a:f").over(Agreement.TYPE).aggregate(new Aggregate.Function("b:density", Map.of(), List.of())).build();
    Plugin plugin =
        new Plugin("a") {
          @Override
          public List<Indicator> indicators() {
            return List.of(unknown);
          }
        };
    PluginReport.Entry entry = of(plugin).build().report().rejected().get(0);
    assertEquals("a:f is computed with the function 'b:density', which no plugin at work brings", entry.message());
  }
}
