package se.siru.core.vocabulary;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.json.Closest;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonPosition;
import se.siru.core.json.JsonReader;
import se.siru.core.json.JsonWriter;
import se.siru.core.lexical.IdText;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;

/**
 * Code lists as JSON files, {@value #FORMAT}: a whole list, or codes added to a list that is at hand
 * ({@code {"extends": "sectors", "codes": […]}}).
 */
@Provided(since = "0.1.0")
public final class CodelistFormat {
  /** What a file says it is. */
  public static final String FORMAT = "siru-codelist/1";


  private final Vocabulary known;
  private final Findings findings;
  private final String source;

  private CodelistFormat(String source, Vocabulary known, Findings findings) {
    this.known = known;
    this.findings = findings;
    this.source = source;
  }

  /**
   * Reads a list and leaves the stream open.
   *
   * @param source what findings call the file
   * @param known the lists that may be extended
   * @param findings takes everything that is wrong
   * @return the list, or empty where anything was wrong with it
   * @throws IOException where the stream cannot be read
   */
  public static Optional<Codelist> read(InputStream in, String source, Vocabulary known, Findings findings)
      throws IOException {
    requireNonNull(in, "in");
    Findings own = new Findings();
    CodelistFormat format = new CodelistFormat(requireNonNull(source, "source"), requireNonNull(known, "known"), own);
    Optional<Codelist> list = Optional.empty();
    try {
      list = format.list(JsonReader.readObject(in, source, JsonLimits.defaults()));
    } catch (JsonException e) {
      own.add(JsonFindings.of(e));
    }
    findings.addAll(own);
    return own.hasErrors() ? Optional.empty() : list;
  }

  private Optional<Codelist> list(JsonObject object) {
    JsonAccess root = JsonAccess.of(object, JsonFindings.into(findings, source));
    String format = root.text("format").orElse(FORMAT);
    if (!format.equals(FORMAT)) {
      add(CodelistRules.FORMAT, root.position(), "found", format, "accepted", FORMAT);
      return Optional.empty();
    }
    return root.has("extends") ? extension(root) : whole(root);
  }

  private Optional<Codelist> whole(JsonAccess root) {
    Optional<String> id = root.requiredText("id");
    Optional<String> version = root.requiredText("version");
    LocalizedText name = LocalizedText.of(root.textMap("name"));
    LocalizedText doc = LocalizedText.of(root.textMap("doc"));
    root.text("source");
    List<Code> codes = codes(root, List.of());
    root.finish();
    if (findings.hasErrors()) {
      return Optional.empty();
    }
    return finished(root, id.orElseThrow(), version.orElseThrow(), name, doc, codes);
  }

  private Optional<Codelist> extension(JsonAccess root) {
    String baseId = root.requiredText("extends").orElse("");
    Optional<Codelist> base = known.find(baseId);
    if (base.isEmpty()) {
      add(CodelistRules.UNKNOWN_BASE, root.position(), "base", baseId, "suggestion", Closest.orAll(baseId, known.ids()));
      return Optional.empty();
    }
    Codelist list = base.get();
    String version = root.text("version").orElse(list.version());
    root.text("source");
    List<Code> codes = codes(root, list.codes());
    root.finish();
    return findings.hasErrors()
        ? Optional.empty()
        : finished(root, list.id(), version, list.name(), list.doc(), codes);
  }

  private Optional<Codelist> finished(
      JsonAccess root, String id, String version, LocalizedText name, LocalizedText doc, List<Code> codes) {
    try {
      return Optional.of(Codelist.of(id, version, name, codes).documented(doc));
    } catch (IllegalArgumentException ring) { // all else was checked before
      add(CodelistRules.CYCLE, root.position(), "list", id);
      return Optional.empty();
    }
  }

  private List<Code> codes(JsonAccess root, List<Code> before) {
    root.requiredArray("codes");
    List<Code> codes = new ArrayList<>(before);
    List<JsonPosition> positions = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    before.forEach(code -> names.add(code.code()));
    for (JsonAccess entry : root.objects("codes")) {
      code(entry, names).ifPresent(code -> {
        codes.add(code);
        positions.add(entry.position());
      });
    }
    for (int i = before.size(); i < codes.size(); i++) {
      Code code = codes.get(i);
      String parent = code.parent();
      if (parent != null && !names.contains(parent)) {
        add(CodelistRules.UNKNOWN_PARENT, positions.get(i - before.size()), "code", code.code(),
            "parent", parent, "suggestion", Closest.orAll(parent, names));
      }
    }
    return codes;
  }

  private Optional<Code> code(JsonAccess entry, Set<String> names) {
    String code = entry.requiredText("code").orElse("");
    LocalizedText label = LocalizedText.of(entry.textMap("label"));
    Optional<String> parent = entry.text("parent");
    Optional<String> level = entry.text("level");
    Optional<LocalDate> from = entry.date("from");
    Optional<LocalDate> until = entry.date("until");
    List<String> aliases = entry.texts("aliases");
    entry.finish();
    IdText.Fault fault = IdText.fault(code);
    if (fault != null && !fault.character().isEmpty()) {
      add(CodelistRules.CHARACTER, entry.position(), "code", code, "character", fault.character());
      return Optional.empty();
    }
    if (fault != null || code.equals(Codelist.UNKNOWN)) {
      add(CodelistRules.BAD_CODE, entry.position(), "code", code);
      return Optional.empty();
    }
    if (!names.add(code)) {
      add(CodelistRules.DUPLICATE_CODE, entry.position(), "code", code);
      return Optional.empty();
    }
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      add(CodelistRules.REVERSED, entry.position(), "code", code);
    }
    return Optional.of(
        new Code(code, label, parent.orElse(null), level.orElse(null), from.orElse(null), until.orElse(null), aliases));
  }

  private void add(Rule rule, JsonPosition at, String... namesAndValues) {
    findings.add(rule, JsonFindings.origin(source, at), namesAndValues);
  }

  /**
   * Writes a list whole, so that reading it gives an equal one; leaves the stream open.
   *
   * @throws IOException where the stream cannot be written
   */
  public static void write(Codelist list, OutputStream out) throws IOException {
    JsonObject.Builder root =
        JsonObject.builder()
            .put("format", FORMAT)
            .put("id", list.id())
            .put("version", list.version())
            .put("name", texts(list.name()))
            .put("doc", texts(list.doc()));
    List<JsonObject> codes = new ArrayList<>();
    for (Code code : list.codes()) {
      codes.add(written(code));
    }
    JsonWriter.indented(out).write(root.put("codes", JsonArray.copyOf(codes)).build()).finish();
  }

  private static JsonObject written(Code code) {
    JsonObject.Builder entry = JsonObject.builder().put("code", code.code()).put("label", texts(code.label()));
    if (code.parent() != null) {
      entry.put("parent", code.parent());
    }
    if (code.level() != null) {
      entry.put("level", code.level());
    }
    if (code.from() != null) {
      entry.put("from", code.from().toString());
    }
    if (code.until() != null) {
      entry.put("until", code.until().toString());
    }
    if (!code.aliases().isEmpty()) {
      entry.put("aliases", code.aliases());
    }
    return entry.build();
  }

  private static JsonObject texts(LocalizedText text) {
    JsonObject.Builder object = JsonObject.builder();
    for (Map.Entry<String, String> wording : text.asMap().entrySet()) {
      object.put(wording.getKey(), wording.getValue());
    }
    return object.build();
  }
}
