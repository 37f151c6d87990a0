package se.siru.core.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Severity;

/** Reads the first rows of the tables of a file of which nothing is known yet. */
final class TableSampler {
  /** How many rows of each table are looked at. */
  static final int MOST_ROWS = 5_000;

  private static final int ROWS_COMPARED = 200;
  private static final String SHEET = "sheet";

  private final ColumnNames names;
  private final Readers readers;
  private final Findings findings;

  TableSampler(ColumnNames names, Readers readers, Findings findings) {
    this.names = names;
    this.readers = readers;
    this.findings = findings;
  }

  /** The tables of a file that have any rows; what makes the file unreadable is a finding. */
  List<RawTable> tables(ReaderInput input) throws IOException {
    Readers.Known known = readers.forFile(input.name()).orElse(null);
    if (known == null) {
      findings.add(ReadingRules.NO_READER, Origin.of(input.name()), "readers", readers.toString(),
          "endings", String.join(", ", readers.endings()));
      return List.of();
    }
    ReaderOptions options = ReaderOptions.none();
    if (known.descriptor().option(SHEET).isPresent()) {
      options = options.with(SHEET, "*");
    }
    String separator = null;
    if (known.descriptor().option(CsvRowReader.SEPARATOR).isPresent()) {
      separator = separator(input, known);
      options = separator == null ? options : options.with(CsvRowReader.SEPARATOR, separator);
    }
    Sample sample = read(input, known, options, MOST_ROWS);
    boolean unreadable = false;
    for (Finding finding : sample.found) {
      if (finding.severity() == Severity.ERROR) {
        findings.add(RowPrivacy.masked(finding));
        unreadable = true;
      }
    }
    return unreadable ? List.of() : sample.tables(input.name(), separator, known.descriptor().layout());
  }

  /** The separator with which most headers are known and rows are of one length; null where the file names it itself. */
  private @Nullable String separator(ReaderInput input, Readers.Known known) throws IOException {
    Sample unstated = read(input, known, ReaderOptions.none(), 1);
    if (unstated.found.stream().anyMatch(finding -> finding.rule() == ReadingRules.SEPARATOR_NAMED)) {
      return null;
    }
    String best = ",";
    double most = 0;
    for (char candidate : CsvHeader.SEPARATORS.keySet()) {
      String stated = String.valueOf(candidate);
      Sample sample = read(input, known, ReaderOptions.none().with(CsvRowReader.SEPARATOR, stated), ROWS_COMPARED);
      double score = sample.score(names);
      if (score > most) {
        most = score;
        best = stated;
      }
    }
    return best;
  }

  private static Sample read(ReaderInput input, Readers.Known known, ReaderOptions options, int most)
      throws IOException {
    Sample sample = new Sample(most);
    try {
      known.reader().read(input, options.expecting(1, List.of()), sample);
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      sample.found.add(Finding.of(ReadingRules.READER_FAILED, Origin.of(input.name()),
          "reader", known.descriptor().name(), "failure", failure.getClass().getName()));
    }
    return sample;
  }

  /** Takes the first rows of each table. */
  private static final class Sample implements RowSink {
    final List<Finding> found = new ArrayList<>();
    private final Map<String, List<RawTable.RawRow>> rows = new LinkedHashMap<>();
    private final Map<String, Integer> members = new LinkedHashMap<>();
    private final Map<String, Boolean> cut = new TreeMap<>();
    private final int most;
    private String table = "";

    Sample(int most) {
      this.most = most;
    }

    @Override
    public void table(String name) {
      table = name;
    }

    @Override
    public boolean row(long number, List<Cell> cells) {
      List<RawTable.RawRow> into = rows.computeIfAbsent(table, name -> new ArrayList<>());
      if (into.size() >= most) {
        cut.put(table, true);
        return !table.isEmpty(); // a further table may follow
      }
      if (!cells.stream().allMatch(Cell::isBlank)) {
        into.add(new RawTable.RawRow(number, List.copyOf(cells)));
      }
      return true;
    }

    @Override
    public boolean object(long number, Map<String, Cell> values) {
      values.keySet().forEach(name -> members.putIfAbsent(name, members.size()));
      List<Cell> cells = new ArrayList<>(Collections.nCopies(members.size(), Cell.BLANK));
      values.forEach((name, cell) -> cells.set(members.getOrDefault(name, 0), cell));
      return row(number, cells);
    }

    @Override
    public void bad(Finding why) {} // the import tells of it

    @Override
    public void found(Finding finding) {
      found.add(finding);
    }

    /** How much the rows look like a table. */
    double score(ColumnNames names) {
      List<RawTable.RawRow> all = rows.getOrDefault("", List.of());
      if (found.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
        return 0;
      }
      Map<Integer, Integer> widths = new TreeMap<>();
      long named = 0;
      for (RawTable.RawRow row : all) {
        if (row.cells().size() > 1) {
          widths.merge(row.cells().size(), 1, Integer::sum);
          named = Math.max(named, row.cells().stream().filter(cell -> names.isName(cell.text())).count());
        }
      }
      int usual = widths.values().stream().max(Integer::compare).orElse(0);
      return usual == 0 ? 0 : 2.0 * named + 5.0 * usual / all.size();
    }

    List<RawTable> tables(String file, @Nullable String separator, ReaderDescriptor.Layout layout) {
      List<RawTable> tables = new ArrayList<>();
      boolean named = layout == ReaderDescriptor.Layout.OBJECTS;
      rows.forEach((name, found) -> {
        List<RawTable.RawRow> all = new ArrayList<>(found);
        if (named) {
          all.add(0, new RawTable.RawRow(0, members.keySet().stream().map(Cell::text).toList()));
        }
        if (!found.isEmpty()) {
          tables.add(new RawTable(file, rows.size() == 1 ? null : name, separator,
              layout == ReaderDescriptor.Layout.GRID, named, all, !cut.containsKey(name)));
        }
      });
      return tables;
    }
  }
}
