package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.lexical.Utf8;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.parallel.Workers;
import se.siru.core.portfolio.PortfolioBuilder;

/**
 * Reads the records of one CSV file segment by segment on several threads: each segment into a part of the batch, with readers and
 * findings of its own, which are put together in the order of the file. So the result does not depend on how many threads there
 * are. A file that is not well-formed CSV in UTF-8 is left to the reference parser, which knows what to say of it.
 */
final class SegmentedRecords {
  private final Source source;
  private final PortfolioBuilder builder;
  private final RowSegments segments;
  private final Findings findings = new Findings();
  private final List<Piece> pieces = new ArrayList<>();
  private @Nullable RecordHeader header;
  private volatile boolean stopped;

  /**
   * What is read and by which rules.
   *
   * @param ownSource true where the description of the file says which source its rows come from
   */
  record Source(Schema schema, RecordType type, String currency, String name, boolean ownSource) {
    CellReader[] readers(PortfolioBuilder.Appender into, Findings findings) {
      return CellReader.all(schema, type, currency, name, into, findings);
    }

    SourceRowCell sourceRows(PortfolioBuilder.Appender into, Findings findings) {
      return new SourceRowCell(name, ownSource, into, findings);
    }
  }

  /**
   * What came of a file.
   *
   * @param parts the parts of its batch, in order
   * @param complete true where every record of the file was seen and can be referred to
   */
  record Outcome(List<PortfolioBuilder.Appender> parts, Findings findings, boolean complete) {}

  private SegmentedRecords(Source source, PortfolioBuilder builder, RowSegments segments) {
    this.source = source;
    this.builder = builder;
    this.segments = segments;
  }

  /**
   * Reads a file; empty where it has to be read by the reference parser, and then nothing has happened. Leaves the stream open.
   *
   * @param length about how many bytes a segment has
   */
  static Optional<Outcome> read(Source source, InputStream in, PortfolioBuilder builder, int threads, int length)
      throws IOException {
    RowSegments segments = new RowSegments(in, length);
    return new SegmentedRecords(source, builder, segments).read(threads);
  }

  private Optional<Outcome> read(int threads) throws IOException {
    RowSegments.Segment first = new RowSegments.Segment();
    Piece piece = next(first);
    if (piece == null || !Utf8.isWellFormed(first.bytes, first.from, first.to)) {
      return Optional.empty();
    }
    ByteRows rows = new ByteRows(first);
    int count = rows.next();
    RecordHeader columns =
        count < 0 ? null : RecordHeader.of(source.type, texts(rows, count), source.name, findings);
    if (columns == null) {
      return Optional.empty();
    }
    header = columns;
    piece.take(rows, columns);
    if (!segments.isEnded()) {
      Workers.run(threads, this::work);
    }
    return stopped || segments.isEndless() ? Optional.empty() : Optional.of(outcome(columns));
  }

  private static List<String> texts(ByteRows rows, int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(new String(rows.bytes(), rows.from(i), rows.to(i) - rows.from(i), StandardCharsets.UTF_8));
    }
    return texts;
  }

  private Outcome outcome(RecordHeader columns) {
    List<PortfolioBuilder.Appender> parts = new ArrayList<>();
    boolean complete = columns.isIdentifiable();
    for (Piece piece : pieces) {
      parts.add(piece.into);
      findings.addAll(piece.found);
      complete &= piece.complete;
    }
    return new Outcome(parts, findings, complete);
  }

  private void work() throws IOException {
    boolean done = false;
    try {
      RowSegments.Segment segment = new RowSegments.Segment();
      for (Piece piece = next(segment); piece != null; piece = next(segment)) {
        if (Utf8.isWellFormed(segment.bytes, segment.from, segment.to)) {
          piece.take(new ByteRows(segment), header);
        } else {
          stopped = true;
        }
      }
      done = true;
    } finally {
      stopped |= !done;
    }
  }

  /** The next segment's place in the result; null where there is nothing left to do. */
  private synchronized @Nullable Piece next(RowSegments.Segment segment) throws IOException {
    if (stopped || !segments.next(segment)) {
      return null;
    }
    Piece piece = new Piece(builder.part(source.type, segment.rows + 1));
    pieces.add(piece);
    return piece;
  }

  /** What one segment becomes. */
  private final class Piece {
    final PortfolioBuilder.Appender into;
    final Findings found = new Findings();
    private final CellReader[] readers;
    private final SourceRowCell sourceRows;
    private boolean complete = true;

    Piece(PortfolioBuilder.Appender into) {
      this.into = into;
      this.readers = source.readers(into, found);
      this.sourceRows = source.sourceRows(into, found);
    }

    void take(ByteRows rows, RecordHeader columns) {
      for (int count = rows.next(); count != ByteRows.END; count = rows.next()) {
        if (count == columns.size()) {
          record(rows, columns);
        } else if (count == ByteRows.IRREGULAR) {
          stopped = true;
          return;
        } else {
          complete = false;
          columns.refuseCount(count, rows.number(), found);
        }
      }
      into.close();
    }

    private void record(ByteRows rows, RecordHeader columns) {
      byte[] bytes = rows.bytes();
      long number = rows.number();
      into.begin(number);
      boolean identified = columns.isIdentifiable();
      for (int column = 0; column < columns.size(); column++) {
        int field = columns.field(column);
        if (field >= 0) {
          boolean good = readers[field].cell(bytes, rows.from(column), rows.to(column), number);
          identified &= good || !columns.isId(field);
        } else if (field == RecordHeader.SOURCE_ROWS) {
          sourceRows.cell(bytes, rows.from(column), rows.to(column), number);
        }
      }
      if (identified) {
        into.commit();
      } else {
        complete = false;
        into.discard();
      }
    }
  }
}
