package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.Siru;
import se.siru.core.finding.Findings;
import se.siru.core.intake.ImportReport;
import se.siru.core.intake.Mapping;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.model.Field;
import se.siru.core.model.RecordType;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.ValidationRule;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** A mapping fills the fields of plugins, and what was imported stands for itself. */
class FieldsOfPluginsImportTest {
  private static final LocalizedText TEXT = LocalizedText.of("Svenska", "English");
  private static final Field<String> SIZE = RecordType.extra("stakeholder").code("own:size", "own:sizes").labelled(TEXT).add();

  private static final SiruPlugin PLUGIN = new SiruPlugin() {
    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of("own", "Own", "1", Spi.VERSION);
    }

    @Override
    public List<Codelist> codelists() {
      return List.of(Codelist.of("own:sizes", "1", TEXT, List.of(Code.of("small", TEXT), Code.of("large", TEXT))));
    }

    @Override
    public List<Field<?>> fields() {
      return List.of(SIZE);
    }

    @Override
    public List<ValidationRule> validationRules() {
      return List.of(ValidationRule.error("own:size-known").over(Stakeholder.TYPE).must(SIZE.isKnown()).at(SIZE).message(TEXT).build());
    }
  };

  @Test
  void aFieldWithAListOfAPluginIsFilledCheckedAndReadWithoutThePlugin(@TempDir Path temp) throws IOException {
    Path sources = Files.createDirectories(temp.resolve("sources"));
    Files.writeString(sources.resolve("a.csv"), "org,size\na,small\nb,\nc,large\n");
    Path file = temp.resolve("mapping.json");
    Files.writeString(file, """
        {"siru": "siru-mapping/1", "portfolio": {"name": "p"},
         "literals": {"programme": [{"id": "op", "level": "operation"}]},
         "sources": [{"files": "a.csv", "records": [{"type": "stakeholder", "fields": {"id": "org", "own:size": "size"}}]}]}
        """);
    Siru siru = Siru.builder().plugins(PluginSource.ofPlugins(PLUGIN).and(PluginSource.standard())).build();
    Findings findings = new Findings();
    Mapping mapping = siru.mapping(file, findings).orElseThrow(() -> new AssertionError(findings.list()));
    ImportReport report = siru.importing(mapping, List.of(sources)).into(temp.resolve("out"));
    assertEquals(
        List.of("a.csv:3:size own:size-known"),
        report.findings().stream().map(found -> found.origin() + " " + found.rule().id()).toList());
    PortfolioReader.Result alone = PortfolioReader.standard().read(temp.resolve("out"));
    Field<?> declared = alone.orThrow().schema().type("stakeholder").field("own:size").orElseThrow();
    assertEquals(
        List.of("small", "large"), alone.orThrow().rows(Stakeholder.TYPE).map(row -> String.valueOf(row.get(declared))).toList());
    assertEquals(2, siru.read(temp.resolve("out")).rows(Stakeholder.TYPE).count());
  }
}
