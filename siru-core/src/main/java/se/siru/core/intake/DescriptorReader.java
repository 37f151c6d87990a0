package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.json.Closest;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonReader;
import se.siru.core.law.LawFormat;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Batch;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Codelist;
import se.siru.core.vocabulary.CodelistFormat;

/** Reads the {@code datapackage.json} of a portfolio folder. */
final class DescriptorReader {
  /** The name of the file. */
  static final String FILE = "datapackage.json";

  /** The record type that stands for identities. */
  static final String IDENTITY = "identity";

  /** The fingerprint of the key with which pseudonyms were made. */
  static final String PSEUDONYM_KEY = "siru:pseudonym-key";

  /** What an import says about itself. */
  static final String IMPORT = "siru:import";

  private static final Set<String> OF_A_PACKAGE =
      Set.of("$schema", "profile", "id", "description", "homepage", "version", "created", "keywords", "image", "licenses",
          "sources", "contributors");
  private static final Set<String> OF_A_RESOURCE =
      Set.of("$schema", "profile", "type", "title", "description", "format", "mediatype", "bytes", "sources", "licenses",
          "schema", "homepage");

  private final Folder folder;
  private final Findings findings;
  private final Declarations declarations;
  private final Set<String> paths = new HashSet<>();

  DescriptorReader(Folder folder, Findings findings) {
    this.folder = folder;
    this.findings = findings;
    this.declarations = new Declarations(FILE, findings);
  }

  /** Reads the file; empty where it cannot be read as JSON or is of another format. */
  Optional<Descriptor> read(Path file, Schema base) throws IOException {
    JsonObject object;
    try (InputStream in = Files.newInputStream(file)) {
      object = JsonReader.readObject(in, FILE, JsonLimits.defaults());
    } catch (JsonException e) {
      findings.add(JsonFindings.of(e));
      return Optional.empty();
    }
    JsonAccess root = JsonAccess.of(object, JsonFindings.into(findings, FILE));
    if (!declarations.isPortfolio(root)) {
      return Optional.empty();
    }
    LocalizedText ours = Declarations.title(root, "siru:title");
    LocalizedText title = ours.isEmpty() ? Declarations.title(root, "title") : ours;
    String name = Declarations.name(root, title);
    String currency = declarations.currency(root, "siru:currency");
    LocalDate recordedAt = root.date("siru:recorded-at").orElse(null);
    root.text(PSEUDONYM_KEY); // tells portfolios apart; nothing in one follows from it
    root.object(IMPORT); // the next import reads it
    Schema schema = law(root, codelists(root, base));
    schema = declarations.withFields(schema, root.objects("siru:fields"));
    Map<String, Descriptor.Resource> resources = new LinkedHashMap<>();
    List<String> identity = new ArrayList<>();
    root.requiredArray("resources");
    for (JsonAccess resource : root.objects("resources")) {
      identity.addAll(resource(resource, schema, recordedAt, resources));
    }
    finish(root, OF_A_PACKAGE);
    return Optional.of(
        new Descriptor(name, title, currency, recordedAt, schema, List.copyOf(resources.values()), List.copyOf(identity)));
  }

  /** Asks for what the format knows beside us and for what carries a foreign namespace, and reports the rest. */
  private static void finish(JsonAccess object, Set<String> known) {
    known.forEach(object::has);
    for (String name : object.json().members().keySet()) {
      int colon = name.indexOf(':');
      if (colon > 0 && !name.startsWith("siru:")) {
        object.has(name);
      }
    }
    object.finish();
  }

  private Schema codelists(JsonAccess root, Schema base) throws IOException {
    Schema schema = base;
    for (String path : root.texts("siru:codelists")) {
      paths.add(path);
      Optional<Path> file = file(root, path);
      if (file.isPresent()) {
        try (InputStream in = Files.newInputStream(file.get())) {
          Optional<Codelist> list = CodelistFormat.read(in, path, schema.vocabulary(), findings);
          schema = list.isPresent() ? schema.withCodelists(List.of(list.get())) : schema;
        }
      }
    }
    return schema;
  }

  private Schema law(JsonAccess root, Schema before) throws IOException {
    Optional<String> path = root.text("siru:law");
    path.ifPresent(paths::add);
    Optional<Path> file = path.flatMap(stated -> file(root, stated));
    if (file.isEmpty()) {
      return before;
    }
    try (InputStream in = Files.newInputStream(file.get())) {
      return LawFormat.read(in, path.get(), before.vocabulary(), findings).map(before::withLaw).orElse(before);
    }
  }

  private Optional<Path> file(JsonAccess at, String path) {
    return folder.file(path, rule -> declarations.add(rule, at, "path", path));
  }

  /** Adds a resource of records; the paths of identity files where the resource has those. */
  private List<String> resource(
      JsonAccess resource, Schema schema, @Nullable LocalDate recordedAt, Map<String, Descriptor.Resource> resources) {
    String name = resource.requiredText("name").orElse("");
    resource.requiredValue("path");
    List<String> files = resource.texts("path");
    Optional<String> typeName = resource.text("siru:type").or(() -> ofPlural(name, schema));
    Optional<String> hash = resource.text("hash");
    List<JsonAccess> batches = resource.objects("siru:batches");
    List<Descriptor.Covered> covered = 
        declarations.covered(resource, "siru:covers", typeName.orElse(name), schema);
    refuseOtherText(resource);
    finish(resource, OF_A_RESOURCE);
    if (typeName.isEmpty()) {
      paths.addAll(files);
      declarations.add(FolderRules.RESOURCE_IGNORED, resource, "name", name);
      return List.of();
    }
    List<String> good = new ArrayList<>();
    for (String path : files) {
      if (!paths.add(path)) {
        declarations.add(FolderRules.DUPLICATE_RESOURCE, resource, "value", path);
      } else if (file(resource, path).isPresent()) {
        good.add(path);
      }
    }
    if (typeName.get().equals(IDENTITY)) {
      return good;
    }
    Optional<RecordType> type = declarations.type(resource, typeName.get(), schema);
    if (type.isPresent()) {
      Map<String, Descriptor.BatchFile> found = new LinkedHashMap<>();
      String only = good.size() == 1 ? hash.map(DescriptorReader::bareHash).orElse(null) : null;
      good.forEach(path -> found.put(path, new Descriptor.BatchFile(path, recordedAt, only, null)));
      batches(batches, files, found);
      Descriptor.Resource record = new Descriptor.Resource(
          type.get(), List.copyOf(found.values()), good.size() == files.size(), covered);
      if (resources.putIfAbsent(type.get().name(), record) != null) {
        declarations.add(FolderRules.DUPLICATE_RESOURCE, resource, "value", type.get().name());
      }
    }
    return List.of();
  }

  private static Optional<String> ofPlural(String name, Schema schema) {
    return name.equals(IDENTITY)
        ? Optional.of(IDENTITY)
        : schema.types().stream().filter(type -> type.plural().equals(name)).map(RecordType::name).findFirst();
  }

  private static String bareHash(String hash) {
    String lower = hash.toLowerCase(Locale.ROOT);
    return lower.startsWith("sha256:") ? lower.substring("sha256:".length()) : lower;
  }

  private void batches(List<JsonAccess> batches, List<String> files, Map<String, Descriptor.BatchFile> found) {
    Set<String> replaced = new LinkedHashSet<>();
    for (JsonAccess batch : batches) {
      String path = batch.requiredText("path").orElse("");
      LocalDate recordedAt = batch.date("recorded-at").orElse(null);
      String hash = batch.text("hash").map(DescriptorReader::bareHash).orElse(null);
      Batch.Provenance madeOf = madeOf(batch);
      Set<String> named = new LinkedHashSet<>(batch.texts("replaces"));
      replaced.addAll(named);
      batch.finish();
      named.add(path);
      for (String file : named) {
        if (!files.contains(file)) {
          declarations.add(FolderRules.UNKNOWN_BATCH, batch, "path", file, "suggestion", Closest.orAll(file, files));
        }
      }
      found.computeIfPresent(path, (key, before) -> new Descriptor.BatchFile(
          path, recordedAt == null ? before.recordedAt() : recordedAt, hash == null ? before.hash() : hash, madeOf));
    }
    found.keySet().removeAll(replaced);
  }

  /** The source that an import made a batch of. */
  private static Batch.@Nullable Provenance madeOf(JsonAccess batch) {
    String hash = batch.text("source-hash").map(DescriptorReader::bareHash).orElse("");
    return batch.text("source").map(source -> new Batch.Provenance(source, hash, null)).orElse(null);
  }

  private void refuseOtherText(JsonAccess resource) {
    Map<String, String> stated = new HashMap<>();
    resource.text("encoding").ifPresent(encoding -> stated.put("encoding", encoding));
    resource.object("dialect").ifPresent(dialect ->
        dialect.text("delimiter").ifPresent(delimiter -> stated.put("delimiter", delimiter)));
    stated.forEach((member, value) -> {
      if (!value.equalsIgnoreCase(member.equals("encoding") ? "utf-8" : ",")) {
        declarations.add(FolderRules.NOT_SUPPORTED, resource, "member", member, "value", value);
      }
    });
  }

  /** Every path that the descriptor names, of records, code lists and law data. */
  Set<String> paths() {
    return paths;
  }
}
