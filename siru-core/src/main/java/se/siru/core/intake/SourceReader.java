package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.json.Closest;
import se.siru.core.json.JsonArrayStream;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonLines;
import se.siru.core.json.JsonObject;

/**
 * Reads one file row by row. A row that cannot be read is handed on as a bad one; what makes the file as a whole
 * unreadable is a finding, and then nothing of it counts.
 */
final class SourceReader {
  private final SourceMapping mapping;
  private final String source;
  private final Findings findings;
  private final Rows rows;

  SourceReader(SourceMapping mapping, String source, Findings findings, Rows rows) {
    this.mapping = mapping;
    this.source = source;
    this.findings = findings;
    this.rows = rows;
  }

  /** Takes rows. */
  interface Rows {
    /** Takes a row. */
    void row(SourceRow row);

    /** Takes a row that cannot be read; null where not even its cells are known. */
    void bad(Finding why, @Nullable SourceRow row);
  }

  void read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      switch (mapping.format) {
        case CSV:
          table(in);
          break;
        case JSON:
          array(in);
          break;
        default:
          lines(in);
      }
    } catch (JsonException e) {
      findings.add(JsonFindings.of(e));
    }
  }

  private void table(InputStream in) throws IOException {
    Findings own = new Findings();
    Table table = new Table();
    CsvScan.of(source, own).separatedBy(mapping.separator).encodedAs(mapping.encoding).read(in, table::row);
    for (Finding finding : own.list()) {
      if (finding.rule() == CsvRules.NOT_UTF8) {
        findings.add(MappingRules.UNREADABLE, finding.origin(), "encoding", mapping.encoding.name());
      } else {
        findings.add(finding);
      }
    }
    if (table.header == null && !own.hasErrors()) {
      findings.add(CsvRules.EMPTY, Origin.of(source));
    }
  }

  /** Finds the header and makes rows of the rest. */
  private final class Table {
    private @Nullable Map<String, Integer> header;
    private int width;

    private Table() {
      List<String> named = mapping.columns;
      if (named != null) {
        header = header(named, 0);
      }
    }

    boolean row(CsvRow row) {
      Map<String, Integer> names = header;
      if (names == null) {
        if (row.number() >= mapping.headerRow) {
          header = header(row.texts(), row.number());
        }
        return !findings.hasErrors();
      }
      SourceRow made = new SourceRow.OfTable(row.number(), names, row.texts());
      if (row.count() == width) {
        rows.row(made);
      } else {
        rows.bad(
            Finding.of(MappingRules.FIELD_COUNT, Origin.of(source, row.number()),
                "found", Integer.toString(row.count()), "expected", Integer.toString(width)),
            made);
      }
      return true;
    }

    private Map<String, Integer> header(List<String> names, long row) {
      width = names.size();
      Map<String, Integer> positions = new HashMap<>();
      Set<String> wanted = mapping.wanted();
      for (int i = 0; i < width; i++) {
        String name = Normalizer.normalize(names.get(i).strip(), Normalizer.Form.NFC);
        if (positions.putIfAbsent(name, i) != null && wanted.contains(name)) {
          findings.add(MappingRules.COLUMN_TWICE, Origin.of(source, row).at(name), "column", name);
        }
      }
      List<String> absent = mapping.required().stream().filter(column -> !positions.containsKey(column)).toList();
      if (!absent.isEmpty() && !hasOtherSeparator(names, row)) {
        absent.forEach(column -> noColumn(column, row, positions.keySet()));
      }
      return positions;
    }
  }

  /** True, and one finding instead of one a column, where the header has the columns when it is split elsewhere. */
  private boolean hasOtherSeparator(List<String> names, long row) {
    String line = String.join(String.valueOf(mapping.separator), names);
    for (Map.Entry<Character, String> other : CsvHeader.SEPARATORS.entrySet()) {
      if (other.getKey() == mapping.separator) {
        continue;
      }
      Set<String> parts = new HashSet<>();
      for (String part : line.split(Pattern.quote(other.getKey().toString()), -1)) {
        parts.add(Normalizer.normalize(part.strip().replaceAll("^\"|\"$", ""), Normalizer.Form.NFC));
      }
      if (parts.containsAll(mapping.required())) {
        findings.add(MappingRules.WRONG_SEPARATOR, Origin.of(source, row), "found", other.getValue());
        return true;
      }
    }
    return false;
  }

  private void array(InputStream in) throws IOException, JsonException {
    JsonArrayStream stream = JsonArrayStream.open(in, source, JsonLimits.defaults(), mapping.path);
    Members members = new Members();
    long number = 0;
    for (JsonObject object = stream.next(); object != null; object = stream.next()) {
      members.see(object);
      rows.row(new SourceRow.OfJson(++number, object));
    }
    members.finish();
  }

  private void lines(InputStream in) throws IOException {
    JsonLines lines = JsonLines.open(in, source, JsonLimits.defaults(), e -> rows.bad(JsonFindings.of(e), null));
    Members members = new Members();
    for (JsonObject object = lines.next(); object != null; object = lines.next()) {
      members.see(object);
      rows.row(new SourceRow.OfJson(object.position().line(), object));
    }
    members.finish();
  }

  /** JSON objects may leave members out; one that none of them has is most likely misspelt in the mapping. */
  private final class Members {
    private final Set<String> missing = new HashSet<>(mapping.required());
    private final Set<String> seen = new HashSet<>();
    private boolean any;

    void see(JsonObject object) {
      any = true;
      if (!missing.isEmpty()) {
        missing.removeIf(name -> SourceRow.at(object, name) != null);
        seen.addAll(object.members().keySet());
      }
    }

    void finish() {
      if (any) {
        mapping.required().stream().filter(missing::contains).forEach(name -> noColumn(name, 0, seen));
      }
    }
  }

  private void noColumn(String column, long row, Set<String> there) {
    // Where the names of columns are not at the row stated, what is found in their place may be persons.
    String suggestion =
        mapping.personal.isEmpty()
            ? Closest.orAll(column, there)
            : Objects.requireNonNullElse(Closest.to(column, there), "…");
    findings.add(MappingRules.NO_COLUMN, Origin.of(source, row).at(column), "column", column, "suggestion", suggestion);
  }
}
