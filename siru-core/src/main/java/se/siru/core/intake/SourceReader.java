package se.siru.core.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;

/**
 * Has one file read row by row. A row that cannot be read is handed on as a bad one; what makes the file as a whole
 * unreadable is a finding, and then nothing of it counts. A reader that fails is a finding, too.
 */
final class SourceReader {
  private final SourceMapping mapping;
  private final ReaderInput input;
  private final Findings findings;
  private final UnaryOperator<String> tables;
  private final RowReader reader;
  private final ReaderDescriptor descriptor;

  /**
   * Reads a file.
   *
   * @param known the reader of the file, as the mapping or the file's name has it
   * @param tables what findings call a table, by its own name
   */
  SourceReader(
      SourceMapping mapping, ReaderInput input, Readers.Known known, Findings findings, UnaryOperator<String> tables) {
    this.tables = tables;
    this.mapping = mapping;
    this.input = input;
    this.reader = known.reader();
    this.descriptor = known.descriptor();
    this.findings = findings;
  }

  /** Takes rows. */
  interface Rows {
    /** Takes the header of a table before its rows. */
    void header(String source, TableHeader header);

    /** Takes a row. */
    void row(SourceRow row);

    /** Takes a row that cannot be read; null where not even its cells are known. */
    void bad(Finding why, @Nullable SourceRow row);
  }

  /** The styles of the numbers of the file, for those fields of which the mapping does not say it. */
  Map<FieldMapping, NumberStyle> numberStyles() throws IOException {
    NumberEvidence evidence = new NumberEvidence(mapping);
    Findings onTheWay = new Findings();
    if (evidence.isNeeded()) {
      read(onTheWay, evidence);
    }
    Map<FieldMapping, NumberStyle> styles = evidence.settle(input.name(), findings);
    if (findings.hasErrors()) { // then the file is not read again
      findings.addAll(onTheWay);
    }
    return styles;
  }

  /** Reads the file. */
  void read(Rows rows) throws IOException {
    read(findings, rows);
  }

  private void read(Findings into, Rows rows) throws IOException {
    Sink sink = new Sink(into, rows);
    try {
      reader.read(input, mapping.optionsFor(descriptor), sink);
      sink.finish();
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
      if (sink.isOwn(failure)) {
        throw failure;
      }
      String message = mapping.personal.isEmpty() ? failure.getMessage() : null; // it may quote what was read
      into.add(ReadingRules.READER_FAILED, Origin.of(input.name()), "reader", descriptor.name(),
          "failure", failure.getClass().getName() + (message == null ? "" : ": " + message));
    }
  }

  /** Takes what the reader finds. What fails in here is our own fault, not the reader's. */
  private final class Sink implements RowSink {
    private final Findings into;
    private final Rows rows;
    private String source = input.name();
    /** What findings call the tables met, by what their reader does. */
    private final Map<String, String> shown = new HashMap<>();
    private @Nullable SourceTable table;
    private @Nullable Members members;
    private @Nullable Throwable own;

    Sink(Findings into, Rows rows) {
      this.into = into;
      this.rows = rows;
    }

    boolean isOwn(Throwable failure) {
      return own == failure;
    }

    @Override
    public void table(String name) {
      finish();
      source = input.origin(tables.apply(name)).source();
      shown.put(input.origin(name).source(), source);
    }

    @Override
    public boolean row(long number, List<Cell> cells) {
      return guarded(() -> {
        SourceTable open = table;
        if (open == null) {
          open = new SourceTable(mapping, descriptor.layout() == ReaderDescriptor.Layout.GRID, source, into, rows);
          table = open;
        }
        return !into.hasErrors() && open.row(number, cells);
      });
    }

    @Override
    public boolean object(long number, Map<String, Cell> values) {
      return guarded(() -> {
        Members open = members;
        if (open == null) {
          open = new Members(source, into, rows);
          members = open;
        }
        open.see(number, Cell.object(values));
        return !into.hasErrors();
      });
    }

    @Override
    public void bad(Finding why) {
      guarded(() -> {
        rows.bad(placed(why), null);
        return true;
      });
    }

    @Override
    public void found(Finding finding) {
      into.add(placed(finding));
    }

    /**
     * A finding of a reader, which knows no other name of a table than its own. Where the mapping hides what files are called, it
     * does not list the names of sheets either.
     */
    private Finding placed(Finding finding) {
      Origin at = finding.origin();
      String place = shown.getOrDefault(at.source(), unopened(at.source()));
      Finding placed = place.equals(at.source()) ? finding : finding.at(new Origin(place, at.row(), at.column()));
      if (mapping.called == null || !placed.arguments().containsKey("sheets")) {
        return placed;
      }
      List<String> arguments = new ArrayList<>();
      placed.arguments().forEach((name, value) -> arguments.addAll(List.of(name, name.equals("sheets") ? "…" : value)));
      return Finding.of(placed.rule(), placed.origin(), arguments.toArray(String[]::new));
    }

    /** What findings call a table that was not opened. */
    private String unopened(String place) {
      String before = input.name() + "#";
      return place.startsWith(before) ? before + tables.apply(place.substring(before.length())) : place;
    }

    private boolean guarded(BooleanSupplier code) {
      try {
        return code.getAsBoolean();
      } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
        own = failure;
        throw failure;
      }
    }

    /** Ends the table at hand. */
    void finish() {
      SourceTable open = table;
      Members objects = members;
      table = null;
      members = null;
      if (open != null) {
        open.finish();
      }
      if (objects != null) {
        objects.finish();
      }
    }
  }

  /** Rows of named values may leave some out; one that none of them has is most likely misspelt in the mapping. */
  private final class Members {
    private final String source;
    private final Findings into;
    private final Rows rows;
    private final RowFilter filter = new RowFilter(mapping);
    private final Set<String> missing = new HashSet<>(mapping.required());
    private final Set<String> seen = new HashSet<>();

    Members(String source, Findings into, Rows rows) {
      this.source = source;
      this.into = into;
      this.rows = rows;
    }

    void see(long number, Cell object) {
      if (!missing.isEmpty()) {
        missing.removeIf(name -> SourceRow.at(object, name) != null);
        seen.addAll(object.members().keySet());
      }
      SourceRow row = new SourceRow.OfObject(Origin.of(source, number), object);
      if (filter.takes(row)) {
        rows.row(row);
      }
    }

    void finish() {
      filter.finish(source, into);
      mapping.required().stream().filter(missing::contains).forEach(name ->
          into.add(MappingRules.NO_COLUMN, Origin.of(source).at(name),
              "column", name, "suggestion", mapping.nearest(name, seen)));
    }
  }
}
