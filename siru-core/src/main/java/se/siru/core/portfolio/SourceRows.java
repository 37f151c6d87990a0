package se.siru.core.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.RowSpan;

/**
 * The rows of sources that the records of a batch were made of, as the column {@code row} of an imported file states them. Nearly
 * every record comes from one row, so that is a number and at most a reference; only records of several rows take an object.
 */
final class SourceRows implements MadeOf {
  private static final int FIRST_CAPACITY = 16;

  /** The source of the rows that name none. */
  private final String own;
  /** By record, the row plus one where it is a single one; 0 where there is none or there are several. */
  private int[] rows = {};
  /** By record, the source of the single row; null, also for all, where it is the batch's own. */
  private @Nullable String @Nullable [] sources;
  private final Map<Integer, List<RowSpan>> several = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  /** Nothing yet, of the records of a batch. */
  SourceRows(Batch.Provenance ofBatch) {
    Batch.Provenance made = ofBatch.madeOf();
    this.own = made == null ? "" : made.source();
  }

  /** True where nothing was said of any record. */
  boolean isEmpty() {
    return rows.length == 0;
  }

  /** Adds rows of a source to what a record was made of; the empty name is the batch's own source. */
  void add(int record, String source, long first, long last) {
    reserve(record);
    List<RowSpan> known = several.get(record);
    if (known == null && rows[record] == 0 && first == last && first < Integer.MAX_VALUE) {
      rows[record] = (int) first + 1;
      name(record, source);
      return;
    }
    if (known == null) {
      known = new ArrayList<>(spans(record));
      several.put(record, known);
      clearSingle(record);
    }
    known.add(new RowSpan(shared(source), first, last));
  }

  /** Forgets what was said of a record that is dropped. */
  void clear(int record) {
    several.remove(record);
    if (record < rows.length) {
      clearSingle(record);
    }
  }

  private void clearSingle(int record) {
    rows[record] = 0;
    if (sources != null) {
      sources[record] = null;
    }
  }

  /** Adds what a part of this batch says of its records, of which the first is the given one here. */
  void append(SourceRows part, int at, int size) {
    int stated = Math.min(size, part.rows.length);
    for (int row = 0; row < stated; row++) {
      for (RowSpan span : part.spans(row)) {
        add(at + row, span.source(), span.first(), span.last());
      }
    }
  }

  /** Adds what another batch says of a record of its own. */
  void copy(int record, SourceRows from, int its) {
    for (RowSpan span : from.spans(its)) {
      String source = span.source().isEmpty() ? from.own : span.source();
      add(record, source.equals(own) ? "" : source, span.first(), span.last());
    }
  }

  private void name(int record, String source) {
    if (!source.isEmpty()) {
      if (sources == null) {
        sources = new @Nullable String[rows.length];
      }
      sources[record] = shared(source);
    }
  }

  private String shared(String source) {
    return source.isEmpty() ? "" : names.computeIfAbsent(source, name -> name);
  }

  private void reserve(int record) {
    if (record >= rows.length) {
      int length = Math.max(Math.max(FIRST_CAPACITY, record + 1), rows.length + (rows.length >> 1));
      rows = Arrays.copyOf(rows, length);
      sources = sources == null ? null : Arrays.copyOf(sources, length);
    }
  }

  private List<RowSpan> spans(int record) {
    List<RowSpan> known = several.get(record);
    if (known != null) {
      return known;
    }
    if (record >= rows.length || rows[record] == 0) {
      return List.of();
    }
    String source = sources == null ? null : sources[record];
    int row = rows[record] - 1;
    return List.of(new RowSpan(source == null ? "" : source, row, row));
  }

  @Override
  public List<RowSpan> row(int record) {
    return spans(record).stream()
        .map(span -> span.source().isEmpty() ? new RowSpan(own, span.first(), span.last()) : span)
        .toList();
  }
}
