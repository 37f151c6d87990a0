package se.siru.core.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonWriter;
import se.siru.core.law.LawData;
import se.siru.core.law.LawFormat;
import se.siru.core.model.Field;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.CoveredPart;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Codelist;
import se.siru.core.vocabulary.CodelistFormat;
import se.siru.core.vocabulary.Vocabulary;

/** Writes {@code datapackage.json} and the code lists beside it. */
final class DescriptorWriter {
  private static final String LAW = "law.json";

  /** What stands before a SHA-256. */
  static final String HASH = "sha256:";

  private final Schema schema;
  private final String name;
  private final String currency;
  private final @Nullable LocalDate recordedAt;
  private final Map<String, List<JsonObject>> batches = new LinkedHashMap<>();
  private final Map<String, List<String>> paths = new LinkedHashMap<>();
  private final Map<String, RecordColumns> columns = new LinkedHashMap<>();
  private final Map<String, List<JsonObject>> covered = new LinkedHashMap<>();
  private final List<String> codelists = new ArrayList<>();
  private LocalizedText title = LocalizedText.empty();
  private @Nullable JsonObject madeBy;
  private boolean identity;
  private @Nullable String pseudonymKey;
  private @Nullable String law;

  DescriptorWriter(Schema schema, String name, String currency, @Nullable LocalDate recordedAt) {
    this.schema = schema;
    this.name = name;
    this.currency = currency;
    this.recordedAt = recordedAt;
  }

  /** The name in several languages. */
  DescriptorWriter title(LocalizedText text) {
    this.title = text;
    return this;
  }

  /** The fingerprint of the key with which pseudonyms were made, or null. */
  DescriptorWriter pseudonymKey(@Nullable String fingerprint) {
    this.pseudonymKey = fingerprint;
    return this;
  }

  /** What an import says about itself, or null where none wrote the portfolio. */
  DescriptorWriter madeBy(@Nullable JsonObject anImport) {
    this.madeBy = anImport;
    return this;
  }

  /** Adds a file of records with the columns that it has. */
  void file(RecordType type, String path, RecordColumns written, Batch.Provenance from) {
    paths.computeIfAbsent(type.name(), key -> new ArrayList<>()).add(path);
    if (columns.putIfAbsent(type.name(), written) != null) {
      columns.put(type.name(), RecordColumns.NONE); // files of one resource may differ
    }
    LocalDate known = from.recordedAt();
    Batch.Provenance source = from.madeOf();
    JsonObject.Builder batch = JsonObject.builder().put("path", path);
    boolean dated = known != null && !known.equals(recordedAt);
    if (dated) {
      batch.put("recorded-at", known.toString());
    }
    if (source != null) {
      batch.put("source", source.source());
      if (!source.hash().isEmpty()) {
        batch.put("source-hash", HASH + source.hash());
      }
    }
    if (dated || source != null) {
      batches.computeIfAbsent(type.name(), key -> new ArrayList<>()).add(batch.build());
    }
  }

  /** Says what the records of a type are complete for; nothing where they cover everything. */
  void covers(RecordType type, List<CoveredPart> parts) {
    List<JsonObject> written = parts.stream().map(DescriptorWriter::part).toList();
    boolean coversAll = written.stream().anyMatch(part -> part.size() == 0);
    covered.put(type.name(), coversAll ? List.of() : written);
  }

  private static JsonObject part(CoveredPart part) {
    JsonObject.Builder entry = JsonObject.builder();
    Optional.ofNullable(part.from()).ifPresent(day -> entry.put("from", day.toString()));
    Optional.ofNullable(part.until()).ifPresent(day -> entry.put("end", day.minusDays(1).toString()));
    if (!part.nodes().isEmpty()) {
      entry.put("nodes", part.nodes().stream().sorted().toList());
    }
    return entry.build();
  }

  /** Adds the file of identities. */
  void identity() {
    identity = true;
  }

  /** Writes the lists of the schema that are not the standard ones, each below the folder. */
  void codelists(Path folder) throws IOException {
    Vocabulary standard = Vocabulary.standard();
    for (String id : schema.vocabulary().ids()) {
      Codelist list = schema.vocabulary().list(id);
      if (standard.find(id).filter(list::equals).isEmpty()) {
        String path = freePath("codelists/" + fileName(id));
        Files.createDirectories(folder.resolve("codelists"));
        try (OutputStream out = Files.newOutputStream(folder.resolve(path))) {
          CodelistFormat.write(list, out);
        }
        codelists.add(path);
      }
    }
  }

  /** Writes the law data of the schema where they are not the standard ones. */
  void law(Path folder) throws IOException {
    if (schema.law() != LawData.standard()) {
      try (OutputStream out = Files.newOutputStream(folder.resolve(LAW))) {
        LawFormat.write(schema.law(), out);
      }
      law = LAW;
    }
  }

  private String freePath(String start) {
    String path = start + ".json";
    for (int i = 2; codelists.contains(path); i++) {
      path = start + "-" + i + ".json";
    }
    return path;
  }

  private static String fileName(String id) {
    StringBuilder name = new StringBuilder();
    for (char c : id.toLowerCase(Locale.ROOT).toCharArray()) {
      name.append(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' ? c : '-');
    }
    return name.toString();
  }

  /** Writes the descriptor and leaves the stream open. */
  void write(OutputStream out) throws IOException {
    JsonWriter.indented(out).write(descriptor()).finish();
  }

  private JsonObject descriptor() {
    JsonObject.Builder root = JsonObject.builder().put("name", packageName());
    String plain = title.isEmpty() ? name : title.in("sv");
    if (!plain.isEmpty()) {
      root.put("title", plain);
    }
    root.put("siru", Descriptor.FORMAT);
    if (!title.isEmpty() && !title.equals(LocalizedText.undetermined(plain))) {
      // The title of a package is one text.
      texts(root, "siru:title", title);
    }
    root.put("siru:currency", currency);
    Optional.ofNullable(recordedAt).ifPresent(day -> root.put("siru:recorded-at", day.toString()));
    Optional.ofNullable(pseudonymKey).ifPresent(key -> root.put(DescriptorReader.PSEUDONYM_KEY, key));
    Optional.ofNullable(madeBy).ifPresent(made -> root.put(DescriptorReader.IMPORT, made));
    if (!schema.extraFields().isEmpty()) {
      root.put("siru:fields", JsonArray.copyOf(schema.extraFields().stream().map(DescriptorWriter::declared).toList()));
    }
    if (!codelists.isEmpty()) {
      root.put("siru:codelists", codelists);
    }
    Optional.ofNullable(law).ifPresent(path -> root.put("siru:law", path));
    List<JsonObject> resources = new ArrayList<>();
    paths.forEach((type, files) -> resources.add(resource(schema.type(type), files)));
    if (identity) {
      resources.add(JsonObject.builder()
          .put("name", DescriptorReader.IDENTITY)
          .put("path", IdentityFile.NAME)
          .put("siru:type", DescriptorReader.IDENTITY)
          .build());
    }
    return root.put("resources", JsonArray.copyOf(resources)).build();
  }

  /** What Data Package allows as a name. */
  private String packageName() {
    String bare = fileName(name).replaceAll("-+", "-").replaceAll("^-|-$", "");
    return bare.isEmpty() ? "portfolio" : bare;
  }

  private JsonObject resource(RecordType type, List<String> files) {
    JsonObject.Builder entry = JsonObject.builder().put("name", type.plural());
    if (files.size() == 1) {
      entry.put("path", files.get(0));
    } else {
      entry.put("path", files);
    }
    entry.put("siru:type", type.name());
    List<JsonObject> complete = covered.getOrDefault(type.name(), List.of());
    if (!complete.isEmpty()) {
      entry.put("siru:covers", JsonArray.copyOf(complete));
    }
    List<JsonObject> known = batches.get(type.name());
    if (known != null) {
      entry.put("siru:batches", JsonArray.copyOf(known));
    }
    RecordColumns written = columns.getOrDefault(type.name(), RecordColumns.NONE);
    if (!written.fields().isEmpty()) {
      entry.put("schema", TableSchema.of(written.fields(), written.sourceRows()));
    }
    return entry.build();
  }

  /** An extra field as {@link Declarations} reads it. */
  static JsonObject declared(Field<?> field) {
    JsonObject.Builder entry =
        JsonObject.builder()
            .put("type", field.type())
            .put("name", field.name())
            .put("kind", field.kind().name().toLowerCase(Locale.ROOT));
    Optional.ofNullable(field.codelist()).ifPresent(list -> entry.put("codelist", list));
    if (field.many()) {
      entry.put("many", true);
    }
    if (field.scale() > 0) {
      entry.put("scale", field.scale());
    }
    if (field.required()) {
      entry.put("required", true);
    }
    Optional.ofNullable(field.least()).ifPresent(least -> entry.put("minimum", JsonNumber.of(least)));
    Optional.ofNullable(field.most()).ifPresent(most -> entry.put("maximum", JsonNumber.of(most)));
    texts(entry, "label", field.label());
    texts(entry, "doc", field.doc());
    return entry.build();
  }

  private static void texts(JsonObject.Builder entry, String member, LocalizedText text) {
    if (!text.isEmpty()) {
      JsonObject.Builder wordings = JsonObject.builder();
      text.asMap().forEach(wordings::put);
      entry.put(member, wordings.build());
    }
  }
}
