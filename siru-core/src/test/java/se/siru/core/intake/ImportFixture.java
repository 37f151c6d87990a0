package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.portfolio.Portfolio;

/** A folder with invented source files, a mapping, and what an import of it gives. */
final class ImportFixture {
  /** The start of every mapping here: a portfolio with one operation. */
  static final String HEAD = """
      "siru": "siru-mapping/1",
      "portfolio": { "name": "invented" },
      "literals": { "programme": [{ "id": "op", "level": "operation" }] }""";

  /** A source of one file that makes stakeholders, initiatives and memberships. */
  static final String MEMBERS = """
      { "files": "a.csv", "records": [
        { "type": "stakeholder", "fields": { "id": "org", "sector": "sector" } },
        { "type": "initiative", "merge": "first", "fields": { "id": "project", "start": "from", "challenges": "challenge" } },
        { "type": "membership", "fields": { "member": "org", "initiative": "project" } } ] }""";

  private final Path sources;
  private final Path out;
  private final String mapping;
  private boolean strict;
  private @Nullable Path resolved;
  private @Nullable PseudonymKey key;
  private UnaryOperator<Import> asked = UnaryOperator.identity();

  private ImportFixture(Path temp, String mapping) throws IOException {
    this.sources = Files.createDirectories(temp.resolve("sources"));
    this.out = temp.resolve("out");
    this.mapping = mapping;
  }

  /** A mapping of whole JSON text. */
  static ImportFixture of(Path temp, String mapping) throws IOException {
    return new ImportFixture(temp, mapping);
  }

  /** A mapping whose sources are given as the elements of the JSON array. */
  static ImportFixture sources(Path temp, String elements) throws IOException {
    return new ImportFixture(temp, "{" + HEAD + ", \"sources\": [" + elements + "]}");
  }

  /** A mapping of one file {@code a.csv} to stakeholders with the given fields. */
  static ImportFixture stakeholders(Path temp, String fields) throws IOException {
    return sources(temp, "{\"files\": \"a.csv\", \"records\": [{\"type\": \"stakeholder\", \"fields\": {" + fields + "}}]}");
  }

  /** The one record of a type. */
  static Row only(Portfolio portfolio, RecordType type) {
    List<Row> rows = portfolio.rows(type).toList();
    assertEquals(1, rows.size());
    return rows.get(0);
  }

  ImportFixture file(String name, String text) throws IOException {
    return file(name, text, StandardCharsets.UTF_8);
  }

  ImportFixture file(String name, String text, Charset charset) throws IOException {
    Path file = sources.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(charset));
    return this;
  }

  ImportFixture strict() {
    this.strict = true;
    return this;
  }

  /** Answers about organisations, in a file beside. */
  ImportFixture resolved(String text, Charset charset) throws IOException {
    this.resolved = out.resolveSibling("answers.csv");
    Files.write(resolved, text.getBytes(charset));
    return this;
  }

  /** Takes a source file away. */
  ImportFixture without(String name) throws IOException {
    Files.delete(sources.resolve(name));
    return this;
  }

  /** Asks the import for more. */
  ImportFixture asking(UnaryOperator<Import> more) {
    this.asked = more;
    return this;
  }

  /** Fills in the id and kind of a text in the {@code unresolved.csv} that was written. */
  ImportFixture answer(String text, String id, String kind) throws IOException {
    Path file = out.resolve("unresolved.csv");
    String before = Files.readString(file);
    String after = before.replace("\n" + text + ";;;", "\n" + text + ";" + id + ";" + kind + ";");
    if (after.equals(before)) {
      throw new AssertionError("not asked: " + text + " in " + before);
    }
    Files.writeString(file, after);
    return this;
  }

  Path out() {
    return out;
  }

  /** Sets the key of pseudonyms; null for none. */
  ImportFixture key(@Nullable PseudonymKey secret) {
    this.key = secret;
    return this;
  }

  /** Reads the mapping alone. */
  List<Finding> mappingFindings() throws IOException {
    Findings findings = new Findings();
    mapping(findings);
    return findings.list();
  }

  private Optional<Mapping> mapping(Findings findings) throws IOException {
    return Mapping.read(new ByteArrayInputStream(mapping.getBytes(StandardCharsets.UTF_8)), "mapping.json", findings);
  }

  ImportReport run() throws IOException {
    return run(out);
  }

  ImportReport run(Path folder) throws IOException {
    Findings findings = new Findings();
    Mapping good = mapping(findings).orElseThrow(() -> new AssertionError(findings.list().toString()));
    Import run = asked.apply(Import.of(good, List.of(sources)));
    if (resolved != null) {
      run.resolved(resolved);
    }
    if (key != null) {
      run.pseudonymKey(key);
    }
    return (strict ? run.strict() : run).into(folder);
  }

  /** Runs the import and reads what it wrote, which must be without any finding. */
  Portfolio portfolio() throws IOException {
    ImportReport report = run();
    if (!report.written()) {
      throw new AssertionError(report.findings().toString());
    }
    PortfolioReader.Result read = PortfolioReader.standard().read(out);
    if (!read.findings().list().isEmpty()) {
      throw new AssertionError(read.findings().list().toString());
    }
    return read.orThrow();
  }

  /** The lines of a file that was written. */
  List<String> written(String name) throws IOException {
    return Files.readAllLines(out.resolve(name), StandardCharsets.UTF_8);
  }

  boolean wrote(String name) {
    return Files.exists(out.resolve(name));
  }

  boolean wroteAnything() {
    return Files.exists(out);
  }
}
