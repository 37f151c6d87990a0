package se.siru.core.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonLines;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonReader;
import se.siru.core.json.JsonValue;
import se.siru.core.json.JsonWriter;
import se.siru.core.law.LawFormat;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.BatchAppender;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.portfolio.PortfolioCheck;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Codelist;
import se.siru.core.vocabulary.CodelistFormat;

/**
 * Reads a portfolio from one JSON document, or from JSON Lines whose first line is the same document without its records and
 * whose other lines are records with their {@code type}.
 */
final class DocumentReader {
  private static final List<String> NOTHING_MORE = List.of();
  private static final List<String> TYPE = List.of("type");

  private final Path file;
  private final String source;
  private final Schema base;
  private final PortfolioCheck check;
  private final Findings findings;
  private final BroughtDefinitions definitions;
  private final Declarations declarations;
  private final JsonAccess.ProblemSink problems;
  private final Map<String, RecordObjects> batches = new LinkedHashMap<>();
  private final Set<String> incomplete = new HashSet<>();
  private final String hash;

  DocumentReader(Path file, Schema base, PortfolioCheck check, BroughtDefinitions definitions) throws IOException {
    this.file = file;
    this.source = String.valueOf(file.getFileName());
    this.base = base;
    this.check = check;
    this.findings = definitions.findings();
    this.definitions = definitions;
    this.declarations = new Declarations(source, findings);
    this.problems = JsonFindings.into(findings, source);
    this.hash = Folder.sha256(file);
  }

  Optional<Portfolio> readDocument() throws IOException {
    JsonObject object;
    try (InputStream in = Files.newInputStream(file)) {
      object = JsonReader.readObject(in, source, JsonLimits.defaults());
    } catch (JsonException e) {
      findings.add(JsonFindings.of(e));
      return Optional.empty();
    }
    JsonAccess root = JsonAccess.of(object, problems);
    Optional<Descriptor> descriptor = header(root);
    if (descriptor.isEmpty()) {
      return Optional.empty();
    }
    PortfolioBuilder builder = FolderReader.builder(descriptor.get());
    identities(root, builder);
    definitions(root, Integer.MAX_VALUE, descriptor.get(), builder);
    covered(root, descriptor.get(), builder);
    root.requiredObject("records").ifPresent(records -> records(records.json(), descriptor.get(), builder));
    root.finish();
    return build(builder);
  }

  private void records(JsonObject records, Descriptor descriptor, PortfolioBuilder builder) {
    JsonAccess access = JsonAccess.of(records, problems);
    for (RecordType type : descriptor.schema().types()) {
      if (access.has(type.name())) {
        RecordObjects batch = batch(type, descriptor, builder);
        access.requiredArray(type.name());
        access.objects(type.name()).forEach(record -> add(batch, type, record.json(), NOTHING_MORE));
      }
    }
    access.finish();
  }

  Optional<Portfolio> readLines() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      JsonLines lines = JsonLines.open(in, source, JsonLimits.defaults(), this::refused);
      JsonObject first = lines.next();
      if (first == null) {
        if (!findings.hasErrors()) {
          findings.add(JsonFindings.ofNothing(source));
        }
        return Optional.empty();
      }
      JsonAccess root = JsonAccess.of(first, problems);
      Optional<Descriptor> descriptor = header(root);
      if (descriptor.isEmpty()) {
        return Optional.empty();
      }
      PortfolioBuilder builder = FolderReader.builder(descriptor.get());
      identities(root, builder);
      definitions(root, first.position().line(), descriptor.get(), builder);
      covered(root, descriptor.get(), builder);
      held(root, descriptor.get(), builder);
      root.finish();
      for (JsonObject line = lines.next(); line != null; line = lines.next()) {
        line(line, descriptor.get(), builder);
      }
      return build(builder);
    }
  }

  private void refused(JsonException line) {
    findings.add(JsonFindings.of(line));
    base.types().forEach(type -> incomplete.add(type.name()));
  }

  /** Record type to what its records are complete for. */
  private void covered(JsonAccess root, Descriptor descriptor, PortfolioBuilder builder) {
    root.object("covers").ifPresent(covers -> {
      for (String name : covers.json().members().keySet()) {
        Optional<RecordType> type = declarations.type(covers, name, descriptor.schema());
        declarations.covered(covers, name, name, descriptor.schema()).forEach(
            each -> type.ifPresent(known -> builder.covers(known, each.part(), each.origin())));
      }
    });
  }

  private void held(JsonAccess root, Descriptor descriptor, PortfolioBuilder builder) {
    for (String name : root.texts("holds")) {
      declarations.type(root, name, descriptor.schema()).ifPresent(type -> batch(type, descriptor, builder));
    }
  }

  private void line(JsonObject line, Descriptor descriptor, PortfolioBuilder builder) {
    JsonAccess access = JsonAccess.of(line, problems);
    Optional<RecordType> type =
        access.requiredText("type").flatMap(name -> declarations.type(access, name, descriptor.schema()));
    type.ifPresent(known -> add(batch(known, descriptor, builder), known, line, TYPE));
  }

  private void add(RecordObjects batch, RecordType type, JsonObject record, List<String> more) {
    if (!batch.read(record, more)) {
      incomplete.add(type.name());
    }
  }

  private RecordObjects batch(RecordType type, Descriptor descriptor, PortfolioBuilder builder) {
    return batches.computeIfAbsent(type.name(), key -> {
      BatchAppender into =
          builder.append(type, new Batch.Provenance(source, hash, descriptor.recordedAt()));
      CellReader[] readers =
          CellReader.all(descriptor.schema(), type, descriptor.currency(), source, into, findings);
      return new RecordObjects(into, readers, source, findings);
    });
  }

  private Optional<Descriptor> header(JsonAccess root) throws IOException {
    if (!declarations.isPortfolio(root)) {
      return Optional.empty();
    }
    LocalizedText title = Declarations.title(root, "title");
    String name = Declarations.name(root, title);
    String currency = declarations.currency(root, "currency");
    LocalDate recordedAt = root.date("recorded-at").orElse(null);
    Schema schema = declarations.withFields(law(root, codelists(root)), root.objects("fields"));
    return Optional.of(
        new Descriptor(name, title, currency, recordedAt, schema, List.of(), null));
  }

  private Schema codelists(JsonAccess root) throws IOException {
    Schema schema = base;
    List<JsonAccess> lists = root.objects("codelists");
    for (int i = 0; i < lists.size(); i++) {
      byte[] text = JsonWriter.text(lists.get(i).json()).getBytes(StandardCharsets.UTF_8);
      Optional<Codelist> list = CodelistFormat.read(
          new ByteArrayInputStream(text), source + "#/codelists/" + i, schema.vocabulary(), findings);
      schema = list.isPresent() ? schema.withCodelists(List.of(list.get())) : schema;
    }
    return schema;
  }

  private Schema law(JsonAccess root, Schema before) throws IOException {
    Optional<JsonAccess> law = root.object("law");
    if (law.isEmpty()) {
      return before;
    }
    byte[] text = JsonWriter.text(law.get().json()).getBytes(StandardCharsets.UTF_8);
    return LawFormat.read(new ByteArrayInputStream(text), source + "#/law", before.vocabulary(), findings)
        .map(before::withLaw)
        .orElse(before);
  }

  private void identities(JsonAccess root, PortfolioBuilder builder) {
    IdentityFile.Gathered links = new IdentityFile.Gathered();
    IdentityFile file = new IdentityFile(source, links, findings);
    for (JsonAccess entry : root.objects("identity")) {
      List<String> values = new ArrayList<>();
      for (String column : IdentityFile.COLUMNS) {
        values.add(entry.text(column).orElse(""));
      }
      entry.finish();
      file.link(values.toArray(new String[0]), JsonFindings.origin(source, entry.position()));
    }
    links.into(builder);
  }

  /** The definitions of the member, which stands within so many lines of the file. */
  private void definitions(JsonAccess root, int lines, Descriptor descriptor, PortfolioBuilder builder) throws IOException {
    Optional<JsonValue> member = root.value(BroughtDefinitions.MEMBER);
    if (member.isPresent()) {
      try (InputStream in = new FirstLines(Files.newInputStream(file), lines)) {
        definitions.read(in, source, member.get(), descriptor.schema(), builder);
      }
    }
  }

  private Optional<Portfolio> build(PortfolioBuilder builder) {
    batches.values().forEach(RecordObjects::close);
    if (!batches.containsKey(ProgrammeNode.TYPE.name())) {
      findings.add(FolderRules.NO_PROGRAMME, Origin.of(source));
      incomplete.add(ProgrammeNode.TYPE.name());
    }
    return FolderReader.build(builder, incomplete, check, findings);
  }
}
