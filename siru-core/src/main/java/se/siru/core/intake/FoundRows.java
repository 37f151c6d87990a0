package se.siru.core.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.siru.core.finding.Finding;
import se.siru.core.stability.Provided;

/**
 * What a reader finds in a file, kept in memory: for tests of a reader of one's own. Not thread-safe while the reader reads.
 */
@Provided(since = "0.1.0")
public final class FoundRows {
  private final List<FoundRow> rows = new ArrayList<>();
  private final List<Finding> bad = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private FoundRows() {}

  /**
   * One row as it was read.
   *
   * @param table the name of its table; empty where the file is one table
   * @param number its number, one-based
   * @param cells its cells from the first column on; empty for a row of named values
   * @param members its named values in their order; empty for a row of a table
   */
  @Provided(since = "0.1.0")
  public record FoundRow(String table, long number, List<Cell> cells, Map<String, Cell> members) {
    /** Copies the values. */
    public FoundRow {
      cells = List.copyOf(cells);
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /**
   * Reads a file to its end.
   *
   * @throws IOException where the reader throws it
   */
  public static FoundRows in(ReaderInput input, ReaderOptions options, RowReader reader) throws IOException {
    FoundRows found = new FoundRows();
    reader.read(requireNonNull(input, "input"), requireNonNull(options, "options"), found.new Sink());
    return found;
  }

  /** The rows of all tables, in the order in which they were read. */
  public List<FoundRow> rows() {
    return List.copyOf(rows);
  }

  /** Why rows could not be read. */
  public List<Finding> bad() {
    return List.copyOf(bad);
  }

  /** What is to be known about the file. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  private final class Sink implements RowSink {
    private String table = "";

    @Override
    public void table(String name) {
      table = name;
    }

    @Override
    public boolean row(long number, List<Cell> cells) {
      return rows.add(new FoundRow(table, number, cells, Map.of()));
    }

    @Override
    public boolean object(long number, Map<String, Cell> members) {
      return rows.add(new FoundRow(table, number, List.of(), members));
    }

    @Override
    public void bad(Finding why) {
      bad.add(why);
    }

    @Override
    public void found(Finding finding) {
      findings.add(finding);
    }
  }
}
