package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.siru.core.Siru;
import se.siru.core.disclosure.Publication;
import se.siru.core.export.ExportContext;
import se.siru.core.export.Exporter;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.export.LossReport;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;
import se.siru.core.intake.ReaderDescriptor;
import se.siru.core.intake.ReaderInput;
import se.siru.core.intake.ReaderOptions;
import se.siru.core.intake.RowReader;
import se.siru.core.intake.RowSink;
import se.siru.core.model.Activity;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.Coverage;
import se.siru.core.model.Field;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.ValidationRule;
import se.siru.core.plugin.PluginReport.Reason;
import se.siru.core.portfolio.PortfolioRules;
import se.siru.core.text.LocalizedText;
import se.siru.core.translation.Translations;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** Words of further languages, validation rules and names that plugins bring. */
class PluginTextsAndRulesTest {
  private static final LocalizedText TEXT = LocalizedText.of("Svenska", "English");

  /** A plugin with an indicator, a code list, a field and a rule, and words of the language qaa. */
  private static class Speaking implements SiruPlugin {
    private final String id;
    private final List<Translations> translations;

    Speaking(String id, String... keysAndWords) {
      this(id, List.of(words("qaa", keysAndWords)));
    }

    Speaking(String id, List<Translations> translations) {
      this.id = id;
      this.translations = translations;
    }

    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of(id, id, "1", Spi.VERSION);
    }

    @Override
    public List<Indicator> indicators() {
      return List.of(Indicator.measure(id + ":all").code(id + "-1").named("sv", "Alla").named("en", "All").over(Agreement.TYPE).count().build());
    }

    @Override
    public List<Codelist> codelists() {
      return List.of(Codelist.of(id + ":sizes", "1", TEXT, List.of(Code.of("a:b/c", TEXT))));
    }

    @Override
    public List<Field<?>> fields() {
      return List.of(RecordType.extra("agreement").code(id + ":size", id + ":sizes").labelled(TEXT).add());
    }

    @Override
    public List<ValidationRule> validationRules() {
      return List.of(rule(id + ":valued"));
    }

    @Override
    public List<Translations> translations() {
      return translations;
    }
  }

  private static ValidationRule rule(String id) {
    return ValidationRule.error(id).over(Agreement.TYPE).must(Agreement.VALUE.isKnown()).message(TEXT).build();
  }

  private static Translations words(String language, String... keysAndWords) {
    Map<String, String> words = new HashMap<>();
    for (int i = 0; i < keysAndWords.length; i += 2) {
      words.put(keysAndWords[i], keysAndWords[i + 1]);
    }
    return Translations.of(language, words);
  }

  private static Siru.Builder of(SiruPlugin... plugins) {
    return Siru.builder().plugins(PluginSource.ofPlugins(plugins));
  }

  private static PluginReport.Entry only(PluginReport report) {
    assertEquals(1, report.entries().size(), report.entries()::toString);
    return report.entries().get(0);
  }

  private static void assertRefused(String reason, SiruPlugin plugin) {
    PluginReport.Entry entry = only(of(plugin).build().plugins());
    assertEquals(Reason.BAD_CONTENT, entry.reason().orElse(null), entry::toString);
    assertTrue(entry.message().contains(reason), entry::message);
  }

  @Test
  void aPluginBringsWordsForWhatIsItsOwnAndForWhatIsTheLibrarys() {
    Siru siru = of(new Speaking("own",
        "indicator:own:all:name", "Aa", "codelist:own:sizes:name", "Bb", "code:own:sizes/a:b/c:label", "Cc",
        "field:agreement.own:size:label", "Dd", "rule:own:valued:message", "Ee",
        "code:sectors/public:label", "Ff", "field:agreement.value:label", "Gg", "rule:portfolio.heads:message", "Hh {value} {field} {whole}",
        "indicator:siru:activities-held:name", "Ii")).build();
    assertEquals("", String.join("\n", siru.plugins().rejected().stream().map(PluginReport.Entry::toString).toList()));
    assertEquals("Aa", siru.catalogue().find("own:all").orElseThrow().name().in("qaa"));
    assertEquals("Bb", siru.schema().vocabulary().list("own:sizes").name().in("qaa"));
    assertEquals("Cc", siru.schema().vocabulary().list("own:sizes").codes().get(0).label().in("qaa"));
    assertEquals("Dd", siru.schema().type("agreement").field("own:size").orElseThrow().label().in("qaa"));
    assertEquals("Ee", siru.validation().rules().get(0).rule().message().in("qaa"));
    Codelist sectors = siru.schema().vocabulary().list("sectors");
    Code translated = sectors.codes().get(sectors.position("public"));
    assertEquals("Ff", translated.label().in("qaa"));
    assertEquals("Gg", siru.schema().type("agreement").field("value").orElseThrow().label().in("qaa"));
    Finding heads = siru.translated(Finding.of(PortfolioRules.HEADS, Origin.of("x"), "value", "3", "field", "women", "whole", "2"));
    assertEquals("Hh 3 women 2", heads.message("qaa"));
    assertEquals(List.of("en", "qaa", "sv"), List.copyOf(siru.languages()));
  }

  @Test
  void aLabelMoreChangesNothingElseOfACode() {
    Codelist before = of(new Speaking("own", List.of())).build().schema().vocabulary().list("sectors");
    Codelist after = of(new Speaking("own", "code:sectors/public:label", "Ff")).build().schema().vocabulary().list("sectors");
    assertEquals(before.codes().stream().map(Code::code).toList(), after.codes().stream().map(Code::code).toList());
    for (int i = 0; i < before.codes().size(); i++) {
      for (String language : List.of("sv", "en")) {
        assertEquals(before.codes().get(i).label().in(language), after.codes().get(i).label().in(language));
      }
    }
  }

  @Test
  void theHostsOwnFileOfWordsStandsBeforeThoseOfPlugins() {
    Siru siru = of(new Speaking("own", "code:sectors/public:label", "of the plugin"))
        .translations(words("qaa", "code:sectors/public:label", "of the host")).build();
    Codelist sectors = siru.schema().vocabulary().list("sectors");
    assertEquals("of the host", sectors.codes().get(sectors.position("public")).label().in("qaa"));
  }

  @Test
  void twoPluginsWithWordsForOneTextOfTheLibraryAreAConflict() {
    Speaking one = new Speaking("one", "code:sectors/public:label", "Aa");
    SiruPlugin two = new Speaking("two", "code:sectors/public:label", "Bb") {};
    SiruException refused = assertThrows(SiruException.class, () -> of(one, two).build());
    assertTrue(refused.getMessage().contains("words 'qaa code:sectors/public:label' is claimed by one"), refused::getMessage);
    assertEquals(2, of(one, new Speaking("two", List.of(words("qab", "code:sectors/public:label", "Bb"))) {}).build().plugins().loaded().size());
    assertEquals("one", only(new PluginReport(of(one, two).prefer("one").build().plugins().loaded())).id());
  }

  @TestFactory
  Stream<DynamicTest> wordsForWhatIsNeitherItsOwnNorTheLibrarysRefuseThePlugin() {
    return Stream.of(
            "indicator:other:all:name", "indicator:own:misspelt:name", "field:agreement.other:size:label", "codelist:other:x:name",
            "code:own:sizes/none:label", "rule:other:r:message", "nothing", "nothing:at:all", "::", "record-type:own:x:label")
        .map(key -> DynamicTest.dynamicTest(key, () -> assertRefused("the words for '" + key + "'", new Speaking("own", key, "Aa"))));
  }

  @Test
  void aLanguageIsBroughtOnceAndIsNoneThatIsBuiltIn() {
    assertRefused("the words of qaa are there twice", new Speaking("own", List.of(words("qaa"), words("qaa"))));
    assertThrows(IllegalArgumentException.class, () -> words("sv"));
    assertThrows(IllegalArgumentException.class, () -> words("Finnish"));
  }

  @Test
  void portfoliosAreHeldToTheRulesOfEveryPluginAtWork() {
    Siru siru = of(new Speaking("own", List.of())).build();
    Findings findings = new Findings();
    siru.portfolio()
        .add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build())
        .add(Agreement.TYPE.row("a").build())
        .build(findings);
    assertTrue(findings.list().stream().anyMatch(finding -> finding.rule().id().equals("own:valued")), findings.list()::toString);
    assertEquals(List.of("own:valued"), only(siru.plugins()).provides(Offering.Kind.VALIDATION_RULE));
  }

  /** A plugin with some rules, a format, a reader and a rule set of given names. */
  private record Named(List<ValidationRule> validationRules, String format, String reader, String ruleSet) implements SiruPlugin {
    static Named freely(String format, String reader, String ruleSet) {
      return new Named(List.of(), format, reader, ruleSet);
    }

    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of("own", "Own", "1", Spi.VERSION);
    }

    @Override
    public List<Exporter> formats() {
      return List.of(new Exporter() {
        @Override
        public FormatDescriptor format() {
          return FormatDescriptor.of(format, "text/plain", "txt");
        }

        @Override
        public LossReport export(Publication publication, ExportContext context, OutputStream out) {
          return LossReport.none();
        }
      });
    }

    @Override
    public List<RowReader> readers() {
      return List.of(new RowReader() {
        @Override
        public ReaderDescriptor descriptor() {
          return ReaderDescriptor.of(reader, ReaderDescriptor.Layout.FIELDS, Set.of());
        }

        @Override
        public void read(ReaderInput input, ReaderOptions options, RowSink sink) {}
      });
    }

    @Override
    public List<RuleSet> ruleSets() {
      return List.of(RuleSet.builder(ruleSet, "1").build());
    }
  }

  @Test
  void namesThatBeginWithThoseOfTheLibraryAreReserved() {
    assertReserved("the format 'siru-parquet'", Named.freely("siru-parquet", "own-rows", "own-rules"));
    assertReserved("the reader 'siru'", Named.freely("own-text", "siru", "own-rules"));
    assertReserved("the rule set 'siru-2027'", Named.freely("own-text", "own-rows", "siru-2027"));
    assertTrue(only(of(Named.freely("sirup", "own-rows", "own-rules")).build().plugins()).isLoaded());
  }

  private static void assertReserved(String name, SiruPlugin plugin) {
    assertRefused(name + " is a name of this library", plugin);
  }

  @Test
  void rulesLieInTheNamespaceOfTheirPluginEachOnce() {
    assertRefused("the validation rule 'other:r' must be own:kebab-name", new Named(List.of(rule("other:r")), "f", "r", "s"));
    assertRefused("the validation rule own:r is there twice", new Named(List.of(rule("own:r"), rule("own:r")), "f", "r", "s"));
  }

  private static ValidationRule asking(Condition must) {
    return ValidationRule.error("own:r").over(Agreement.TYPE).must(must).message(TEXT).build();
  }

  @TestFactory
  Stream<DynamicTest> aRuleThatAsksForWhatIsNotThereRefusesItsPlugin() {
    Field<String> elsewhere = RecordType.extra("agreement").text("other:remark").add();
    return Map.of(
            "the code 'no-such' of the list", Agreement.PARTNERSHIP.is("no-such"),
            "the field agreement.other:remark", Condition.always().and(elsewhere.isKnown().not()),
            "the field stakeholder.sector", Stakeholder.SECTOR.isKnown(),
            "the field agreement.supplier", Condition.whereAny(Agreement.SUPPLIER, Agreement.VALUE.isKnown()),
            "the field activity.kind", Condition.whereAny(Coverage.BUYER, Agreement.BUYER.path(), Activity.KIND.isKnown())).entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(
            each.getKey(), () -> assertRefused("the rule own:r asks for " + each.getKey(), new Named(List.of(asking(each.getValue())), "f", "r", "s"))));
  }

  @Test
  void aRuleThatCannotBeAppliedRefusesThePortfolioInAStrictHostAlone() {
    SiruPlugin plugin = new Speaking("own", List.of()) {
      @Override
      public List<ValidationRule> validationRules() {
        return List.of(asking(Condition.of("broken", row -> {
          throw new IllegalStateException("boom");
        })));
      }
    };
    assertEquals(List.of("WARNING evaluation.rule-failed"), found(of(plugin).build()));
    assertEquals(List.of("WARNING evaluation.rule-failed"), found(of(plugin).lenient().build()));
    assertEquals(List.of("ERROR evaluation.rule-failed-strictly"), found(of(plugin).strict().build()));
  }

  private static List<String> found(Siru siru) {
    Findings findings = new Findings();
    siru.portfolio()
        .add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build())
        .add(Agreement.TYPE.row("a").build())
        .build(findings);
    return findings.list().stream()
        .filter(each -> each.rule().id().startsWith("evaluation."))
        .map(each -> each.severity() + " " + each.rule().id())
        .toList();
  }

  @Test
  void aRuleMayAskForFieldsAndCodesOfItsOwnPluginAndOfRelatedRecords() {
    SiruPlugin plugin = new Speaking("own", List.of()) {
      @Override
      public List<ValidationRule> validationRules() {
        Field<String> size = RecordType.extra("agreement").code("own:size", "own:sizes").add();
        return List.of(
            asking(size.is("a:b/c").or(size.isKnown().not())),
            ValidationRule.info("own:supplies").over(Stakeholder.TYPE)
                .must(Condition.whereAny(Agreement.SUPPLIER, Agreement.VALUE.isKnown())).message(TEXT).build());
      }
    };
    assertTrue(only(of(plugin).build().plugins()).isLoaded());
  }

  @Test
  void theReportTellsWhatAPluginWasCompiledAgainst() {
    assertEquals(OptionalInt.of(Spi.VERSION), only(of(new Speaking("own", List.of())).build().plugins()).spi());
    PluginReport.Entry future = only(of(described("own", "Own", "1", Spi.VERSION + 1)).build().plugins());
    assertEquals(OptionalInt.of(Spi.VERSION + 1), future.spi());
    assertEquals(Reason.SPI_VERSION, future.reason().orElseThrow());
    assertTrue(future.message().contains("compiled against version " + (Spi.VERSION + 1)), future::message);
    assertTrue(future.message().contains("serves versions " + Spi.oldest() + " to " + Spi.VERSION), future::message);
  }

  private static SiruPlugin described(String id, String name, String version, int spi) {
    return () -> PluginDescriptor.of(id, name, version, spi);
  }

  @TestFactory
  Stream<DynamicTest> whatCannotBeSeenIsInNoIdNameOrVersion() {
    return Stream.of("\u0000", "\u202e", "\u200b", "\u0085", "\ud800").flatMap(bad -> Stream.of(
            described("ow" + bad + "n", "Own", "1", Spi.VERSION),
            described("own", "O" + bad + "wn", "1", Spi.VERSION),
            described("own", "Own", "1" + bad, Spi.VERSION)))
        .map(plugin -> DynamicTest.dynamicTest("hidden", () -> {
          PluginReport.Entry entry = only(of(plugin).build().plugins());
          assertEquals(Reason.BAD_DESCRIPTOR, entry.reason().orElse(null), entry::toString);
        }));
  }

  @Test
  void aLetterThatLooksLikeAnotherIsNoLetterOfAnId() {
    String lookalike = "оwn"; // the first letter is Cyrillic
    assertEquals(
        Reason.BAD_DESCRIPTOR, only(of(described(lookalike, "Own", "1", Spi.VERSION)).build().plugins()).reason().orElse(null));
    assertThrows(IllegalArgumentException.class, () -> rule("own:vаlued"));
    assertThrows(IllegalArgumentException.class, () -> FormatDescriptor.of("tеxt", "text/plain", "txt"));
  }
}
