package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonReader;

/** What the portfolio in a folder says about the import that wrote it, so that the next one can tell what changed. */
final class EarlierImport {
  /** Nothing is there. */
  private static final EarlierImport NONE = new EarlierImport(true, "", "", List.of());

  private static final String MAPPING = "mapping";
  private static final String SOURCES = "sources";
  private static final String NAME = "name";
  private static final String HASH = "hash";
  private static final String ROWS = "rows";

  private final boolean replaceable;
  private final String key;
  private final String mappingHash;
  private final List<ImportedSources.Source> sources;

  private EarlierImport(boolean replaceable, String key, String mappingHash, List<ImportedSources.Source> sources) {
    this.replaceable = replaceable;
    this.key = key;
    this.mappingHash = mappingHash;
    this.sources = List.copyOf(sources);
  }

  /** Reads what a folder says; a folder without a portfolio says nothing. */
  static EarlierImport in(Path folder) throws IOException {
    Path descriptor = folder.resolve(DescriptorReader.FILE);
    if (!Files.isRegularFile(descriptor)) {
      return NONE;
    }
    try (InputStream in = Files.newInputStream(descriptor)) {
      JsonObject object = JsonReader.readObject(in, DescriptorReader.FILE, JsonLimits.defaults());
      Findings unused = new Findings(); // reading the portfolio reports them
      return of(JsonAccess.of(object, JsonFindings.into(unused, DescriptorReader.FILE)));
    } catch (JsonException notOurs) {
      return new EarlierImport(false, "", "", List.of());
    }
  }

  private static EarlierImport of(JsonAccess root) {
    String key = root.text(DescriptorReader.PSEUDONYM_KEY).orElse("");
    Optional<JsonAccess> made = root.object(DescriptorReader.IMPORT);
    List<ImportedSources.Source> sources = new ArrayList<>();
    for (JsonAccess source : made.map(entry -> entry.objects(SOURCES)).orElse(List.of())) {
      OptionalLong rows = source.integer(ROWS, 0, Long.MAX_VALUE);
      sources.add(new ImportedSources.Source(
          source.text(NAME).orElse(""), bare(source.text(HASH).orElse("")), rows.orElse(0)));
    }
    String mapping = made.flatMap(entry -> entry.object(MAPPING)).flatMap(entry -> entry.text(HASH)).orElse("");
    return new EarlierImport(made.isPresent(), key, bare(mapping), sources);
  }

  private static String bare(String hash) {
    return hash.startsWith(DescriptorWriter.HASH) ? hash.substring(DescriptorWriter.HASH.length()) : hash;
  }

  /** What an import says about itself. */
  static JsonObject describe(ImportedSources read) throws IOException {
    List<JsonObject> sources = new ArrayList<>();
    for (ImportedSources.Source source : read.all()) {
      sources.add(named(source.name(), source.hash()).put(ROWS, source.rows()).build());
    }
    return JsonObject.builder()
        .put(MAPPING, named(read.mapping(), read.mappingHash()).build())
        .put(SOURCES, JsonArray.copyOf(sources))
        .build();
  }

  private static JsonObject.Builder named(String name, String hash) {
    return JsonObject.builder().put(NAME, name).put(HASH, DescriptorWriter.HASH + hash);
  }

  /** True where nothing is there, or a portfolio that an import wrote. */
  boolean isReplaceable() {
    return replaceable;
  }

  /** The files that it read, by name. */
  List<ImportedSources.Source> sources() {
    return sources;
  }

  /** True where it was made with another mapping. */
  boolean hadOtherMapping(Mapping mapping) {
    return !mappingHash.isEmpty() && !mappingHash.equals(mapping.hash());
  }

  /** The warning that its pseudonyms are of another key; empty where they are not. */
  Optional<Finding> otherKey(@Nullable PseudonymKey now) {
    return now == null || key.isEmpty() || key.equals(now.fingerprint())
        ? Optional.empty()
        : Optional.of(Finding.of(
            PrivacyRules.OTHER_KEY, Origin.of(DescriptorReader.FILE), "key", now.fingerprint(), "other", key));
  }
}
