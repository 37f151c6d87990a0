package se.siru.core.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.siru.core.indicator.DefinitionWriter;
import se.siru.core.indicator.RuleSetWriter;
import se.siru.core.intake.PortfolioWriter;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonReader;
import se.siru.core.json.JsonWriter;
import se.siru.core.law.LawData;
import se.siru.core.law.LawFormat;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Schema;
import se.siru.core.model.ValidationRule;

/**
 * Writes what plugins bring, in the folder of their process, so that {@link ContributionReader} reads it. Indicators are written as
 * definitions, with a name where code stands, validation rules as {@link RuleDocument}s; fields and code lists as those that a portfolio
 * declares.
 */
final class ContributionWriter {
  /** What the document says it is. */
  static final String FORMAT = "siru-isolated-plugins/1";

  private final Path folder;
  private final List<JsonObject> plugins = new ArrayList<>();
  private final List<JsonObject> problems = new ArrayList<>();

  ContributionWriter(Path folder) {
    this.folder = folder;
  }

  /** The folder with a portfolio that declares the fields and code lists of a plugin. */
  static Path schema(Path folder, int plugin) {
    return folder.resolve("schema-" + plugin);
  }

  /** The file with the law data of a plugin. */
  static Path law(Path folder, int plugin) {
    return folder.resolve("law-" + plugin + ".json");
  }

  /** A file with words of a plugin. */
  static Path words(Path folder, int plugin, int number) {
    return folder.resolve("words-" + plugin + "-" + number + ".json");
  }

  void problem(PluginReport.Entry entry) {
    problems.add(
        JsonObject.builder()
            .put("id", entry.id())
            .put("name", entry.name())
            .put("version", entry.version())
            .put("class", entry.className())
            .put("origin", entry.origin())
            .put("reason", entry.reason().map(PluginReport.Reason::code).orElse(""))
            .put("message", entry.message())
            .build());
  }

  /** Adds a plugin whose fields may hold codes of the lists of a schema. */
  void plugin(Contribution plugin, Schema known) throws IOException {
    if (!plugin.fields().isEmpty() || !plugin.codelists().isEmpty()) {
      PortfolioWriter.of(plugin.addedTo(known))
          .records(ProgrammeNode.TYPE, List.of(ProgrammeNode.TYPE.row("none").with(ProgrammeNode.LEVEL, "operation").build()))
          .write(schema(folder, plugins.size()));
    }
    Optional<LawData> law = plugin.law();
    if (law.isPresent()) {
      try (OutputStream out = Files.newOutputStream(law(folder, plugins.size()))) {
        LawFormat.write(law.get(), out);
      }
    }
    List<String> leftOut = new ArrayList<>();
    plugin.formats().forEach(format -> leftOut.add("format " + format.descriptor().name()));
    plugin.packFormats().forEach(format -> leftOut.add("pack-format " + format.descriptor().name()));
    plugin.readers().forEach(reader -> leftOut.add("reader " + reader.descriptor().name()));
    List<JsonObject> rules = new ArrayList<>();
    for (ValidationRule rule : plugin.validationRules()) {
      RuleDocument.of(rule).ifPresentOrElse(rules::add, () -> leftOut.add("validation-rule " + rule.id()));
    }
    for (int i = 0; i < plugin.translations().size(); i++) {
      try (OutputStream out = Files.newOutputStream(words(folder, plugins.size(), i))) {
        plugin.translations().get(i).write(out);
      }
    }
    plugins.add(
        JsonObject.builder()
            .put("id", plugin.id())
            .put("name", plugin.descriptor().name())
            .put("version", plugin.descriptor().version())
            .put("spi", plugin.descriptor().spi())
            .put("thread-safe", plugin.descriptor().threadSafe())
            .put("class", plugin.className())
            .put("origin", plugin.origin())
            .put("rule-sets", plugin.ruleSets().stream().map(RuleSetWriter::text).toList())
            .put("indicators", array(plugin.indicators().stream().map(DefinitionWriter::textWithCode).toList()))
            .put("functions", List.copyOf(plugin.functions().keySet()))
            .put("validation-rules", JsonArray.copyOf(rules))
            .put("left-out", leftOut)
            .build());
  }

  private static JsonArray array(List<String> documents) throws IOException {
    List<JsonObject> objects = new ArrayList<>();
    for (String document : documents) {
      try {
        objects.add(
            JsonReader.readObject(
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), "definition", JsonLimits.defaults()));
      } catch (JsonException e) {
        throw new IOException("a definition that was just written cannot be read", e);
      }
    }
    return JsonArray.copyOf(objects);
  }

  void write(OutputStream out) throws IOException {
    JsonObject root =
        JsonObject.builder()
            .put("siru", FORMAT)
            .put("problems", JsonArray.copyOf(problems))
            .put("plugins", JsonArray.copyOf(plugins))
            .build();
    JsonWriter.compact(out).write(root).finish();
  }
}
