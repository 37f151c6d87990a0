package se.siru.core.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.identity.MailDomains;
import se.siru.core.identity.OrganisationWords;
import se.siru.core.json.Closest;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonReader;
import se.siru.core.json.JsonWriter;
import se.siru.core.law.LawFormat;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Codelist;
import se.siru.core.vocabulary.CodelistFormat;

/** Reads a mapping file; everything that is wrong with it becomes a finding. */
final class MappingReader {
  private final String source;
  private final String hash;
  private final Readers readers;
  private final Findings findings;
  private final Map<String, String> collected = new LinkedHashMap<>();
  private Schema schema;

  private MappingReader(String source, String hash, Schema schema, Readers readers, Findings findings) {
    this.source = source;
    this.hash = hash;
    this.schema = schema;
    this.readers = readers;
    this.findings = findings;
  }

  static Optional<Mapping> read(InputStream in, String source, Schema schema, Readers readers, Findings findings)
      throws IOException {
    Findings own = new Findings();
    Optional<Mapping> mapping = Optional.empty();
    try {
      DigestInputStream hashed = new DigestInputStream(in, Folder.sha256());
      JsonObject object = JsonReader.readObject(hashed, source, JsonLimits.defaults());
      String hash = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
      mapping =
          new MappingReader(source, hash, schema, readers, own).mapping(JsonAccess.of(object, JsonFindings.into(own, source)));
    } catch (JsonException e) {
      own.add(JsonFindings.of(e));
    }
    findings.addAll(own);
    return own.hasErrors() ? Optional.empty() : mapping;
  }

  private Optional<Mapping> mapping(JsonAccess root) throws IOException {
    String format = root.requiredText("siru").orElse(Mapping.FORMAT);
    if (!format.equals(Mapping.FORMAT)) {
      add(MappingRules.FORMAT, root, "found", format, "accepted", Mapping.FORMAT);
      return Optional.empty();
    }
    root.text("$schema"); // for editors
    Optional<JsonAccess> portfolio = root.requiredObject("portfolio");
    Mapping.Header header =
        portfolio.map(this::header).orElse(new Mapping.Header("", LocalizedText.empty(), "", null));
    for (JsonAccess entry : root.objects("codelists")) {
      codelist(entry);
    }
    Optional<JsonAccess> law = root.object("law");
    if (law.isPresent()) {
      law(law.get());
    }
    schema = new Declarations(source, findings).withFields(schema, root.objects("fields"));
    RecordMappingReader records = new RecordMappingReader(source, schema, findings);
    List<Mapping.Literal> literals = literals(root, records);
    root.requiredArray("sources");
    SourceMappingReader reader = new SourceMappingReader(source, readers, records, collected.keySet(), findings);
    List<SourceMapping> sources = new ArrayList<>();
    for (JsonAccess entry : root.objects("sources")) {
      reader.source(entry).ifPresent(sources::add);
    }
    Mapping.Words words = root.object("organisations").map(this::words).orElse(Mapping.Words.STANDARD);
    root.finish();
    boolean tree =
        Stream.concat(
                literals.stream().map(Mapping.Literal::record), sources.stream().flatMap(made -> made.records.stream()))
            .anyMatch(record -> record.type.name().equals(ProgrammeNode.TYPE.name()));
    if (!tree) {
      add(FolderRules.NO_PROGRAMME, root);
    }
    return findings.hasErrors()
        ? Optional.empty()
        : Optional.of(new Mapping(source, hash, header, schema, collected, literals, sources, words));
  }

  private Mapping.Words words(JsonAccess entry) {
    OrganisationWords words = OrganisationWords.standard().withAbbreviations(entry.textMap("abbreviations"));
    MailDomains mail = MailDomains.standard().withPublic(entry.texts("public-mail-domains"));
    entry.finish();
    return new Mapping.Words(words, mail);
  }

  private Mapping.Header header(JsonAccess entry) {
    String name = entry.requiredText("name").orElse("");
    LocalizedText title = LocalizedText.of(entry.textMap("title"));
    String currency = new Declarations(source, findings).currency(entry, "currency");
    Optional<LocalDate> recordedAt = entry.date("recorded-at");
    entry.finish();
    return new Mapping.Header(name, title, currency, recordedAt.orElse(null));
  }

  /** A list as in a code list file, or one that is collected from the values met. */
  private void codelist(JsonAccess entry) throws IOException {
    if (entry.has("collect")) {
      String id = entry.requiredText("id").orElse("");
      String version = entry.text("version").orElse("1");
      LocalizedText name = LocalizedText.of(entry.textMap("name"));
      LocalizedText doc = LocalizedText.of(entry.textMap("doc"));
      String language = entry.requiredText("collect").orElse("");
      entry.finish();
      if (!language.matches("[a-z]{2,3}(-[a-z0-9]{2,8})*")) {
        add(MappingRules.UNUSABLE, entry, "member", "collect", "found", language, "allowed", "sv, en");
      }
      if (!id.matches("[a-z][a-z0-9-]*:[a-z][a-z0-9-]*")) {
        add(MappingRules.UNUSABLE, entry, "member", "id", "found", id, "allowed", "namespace:name");
        return;
      }
      collected.put(id, language);
      own(Codelist.of(id, version, name, List.of()).documented(doc));
      return;
    }
    CodelistFormat.read(new ByteArrayInputStream(bytes(entry)), place(entry), schema.vocabulary(), findings)
        .ifPresent(this::own);
  }

  /** Law data as in a file of their own. */
  private void law(JsonAccess entry) throws IOException {
    LawFormat.read(new ByteArrayInputStream(bytes(entry)), place(entry), schema.vocabulary(), findings)
        .ifPresent(data -> schema = schema.withLaw(data));
  }

  private static byte[] bytes(JsonAccess entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonWriter.indented(bytes).write(entry.json()).finish();
    return bytes.toByteArray();
  }

  private String place(JsonAccess entry) {
    return source + "#" + entry.position().pointer();
  }

  private void own(Codelist list) {
    schema = schema.withCodelists(List.of(list));
  }

  private List<Mapping.Literal> literals(JsonAccess root, RecordMappingReader records) {
    List<Mapping.Literal> literals = new ArrayList<>();
    Optional<JsonAccess> byType = root.object("literals");
    if (byType.isEmpty()) {
      return literals;
    }
    for (String name : byType.get().json().members().keySet()) {
      Optional<RecordType> type = records.type(byType.get(), name);
      for (JsonAccess entry : byType.get().objects(name)) {
        if (type.isPresent()) {
          literals.add(new Mapping.Literal(entry.position().line(), records.literal(entry, type.get())));
        }
      }
    }
    return literals;
  }

  private void add(Rule rule, JsonAccess at, String... namesAndValues) {
    findings.add(rule, JsonFindings.origin(source, at.position()), namesAndValues);
  }

  /** The finding that something of a kind is not known by a name. */
  static void unknownName(
      Findings findings, String source, JsonAccess at, String what, String name, Iterable<String> known) {
    findings.add(MappingRules.UNKNOWN_NAME, JsonFindings.origin(source, at.position()),
        "what", what, "name", name, "suggestion", Closest.orAll(name, known));
  }
}
