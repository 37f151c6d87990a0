package se.siru.core.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import se.siru.core.finding.Origin;
import se.siru.core.finding.RowSpan;
import se.siru.core.lexical.IllegalCharacters;
import se.siru.core.portfolio.Batch;

/**
 * The files of one reading, what findings call them, and which rows they have. A name means one file, whichever parts of the
 * mapping read it.
 */
final class ImportedSources {
  private final String mapping;
  private final String mappingHash;
  /** What the origins of the records are called that the mapping states itself; no file has that name. */
  private final String literals;
  private final Map<String, Path> files = new TreeMap<>();
  /** By file, what its tables are called, by their own names. */
  private final Map<String, Map<String, String>> tableNames = new HashMap<>();
  private final Map<String, Table> tables = new HashMap<>();
  private final Map<String, String> hashes = new HashMap<>();

  /** The rows read of a file, or of one of its tables. */
  private static final class Table {
    final String file;
    final BitSet rows = new BitSet();

    Table(String file) {
      this.file = file;
    }
  }

  /**
   * A file.
   *
   * @param name what findings call it
   * @param hash its SHA-256 in hexadecimal
   * @param rows how many rows were read, each once, rejected ones included
   */
  record Source(String name, String hash, long rows) {}

  ImportedSources(Mapping mapping) {
    this.mapping = RowPrivacy.ofNoRow().masked(mapping.source());
    this.mappingHash = mapping.hash();
    this.literals = mapping.source() + "#/literals";
  }

  /** What findings call the place of a record that the mapping states itself. */
  Origin literal(long line) {
    return Origin.of(literals, line);
  }

  boolean isLiteral(Origin origin) {
    return origin.source().equals(literals);
  }

  /**
   * What findings call a file: its name, unless that names a person, holds what no text of ours may hold, or the mapping calls it
   * something else.
   */
  String name(SourceMapping source, SourceFiles.Found file, int number) {
    boolean isPlain = RowPrivacy.ofNoRow().masked(file.name()).equals(file.name()) && isLegal(file.name());
    String own = isPlain ? file.name() : "file";
    String called = source.called == null ? own : source.called;
    String name = called.equals(file.name()) ? called : called + "-" + number;
    for (int next = number + 1; !file.path().equals(files.computeIfAbsent(name, key -> file.path())); next++) {
      name = called + "-" + next;
    }
    return name;
  }

  /**
   * What findings call a table of a file: its name without what is personal. Where the mapping calls the file something else, since
   * its name tells who wrote it, a table that the mapping does not name is only numbered: it often has the same name.
   */
  String table(SourceMapping source, String file, String name) {
    if (name.isEmpty()) {
      return name;
    }
    boolean isHidden = source.called != null && !source.options.states(name) || !isLegal(name);
    Map<String, String> known = tableNames.computeIfAbsent(file, key -> new HashMap<>());
    int number = known.size() + 1;
    String shown = isHidden ? Integer.toString(number) : RowPrivacy.ofNoRow().masked(name);
    String unique = known.containsValue(shown) && !name.equals(shown) ? shown + "-" + number : shown;
    return known.computeIfAbsent(name, key -> unique);
  }

  private static boolean isLegal(String name) {
    return IllegalCharacters.first(name, false) < 0;
  }

  /** Counts a row of a file. */
  void see(String file, Origin row) {
    Table table = tables.computeIfAbsent(row.source(), key -> new Table(file));
    if (row.row() > 0) {
      table.rows.set(Math.toIntExact(row.row()));
    }
  }

  /** The files, by name. */
  List<Source> all() throws IOException {
    List<Source> all = new ArrayList<>();
    for (String name : files.keySet()) {
      long rows =
          tables.values().stream().filter(table -> table.file.equals(name)).mapToLong(table -> table.rows.cardinality()).sum();
      all.add(new Source(name, hash(name), rows));
    }
    return all;
  }

  private String hash(String file) throws IOException {
    String known = hashes.get(file);
    String hash = known == null ? Folder.sha256(Objects.requireNonNull(files.get(file))) : known;
    hashes.put(file, hash);
    return hash;
  }

  /** Rows as a portfolio names them: those of the mapping's own records by its lines. */
  RowSpan span(Origin origin) {
    return RowSpan.of(isLiteral(origin) ? Origin.of(mapping, origin.row()) : origin);
  }

  /** What is known of the source that some rows are of. */
  Batch.Provenance provenance(String source) throws IOException {
    Table table = tables.get(source);
    String hash = table != null ? hash(table.file) : source.equals(mapping) ? mappingHash : "";
    return new Batch.Provenance(source, hash, null);
  }

  String mapping() {
    return mapping;
  }

  String mappingHash() {
    return mappingHash;
  }
}
