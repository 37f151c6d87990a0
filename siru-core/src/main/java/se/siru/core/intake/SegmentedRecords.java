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
import se.siru.core.portfolio.BatchAppender;
import se.siru.core.portfolio.PortfolioBuilder;

/**
 * Reads the records of one CSV file segment by segment on several threads: each segment into a part of the batch, with readers and
 * findings of its own, which are put together in the order of the file. So the result does not depend on how many threads there
 * are; which row of the file a segment begins with is known, and told, when all those before were read. A file that is not
 * well-formed CSV in UTF-8 is left to the reference parser, which knows what to say of it.
 */
final class SegmentedRecords {
  private static final CellReader[] NO_READERS = {};

  private final Source source;
  private final PortfolioBuilder builder;
  private final RowSegments segments;
  private final Findings findings = new Findings();
  private final List<Piece> pieces = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * What is read and by which rules.
   *
   * @param ownSource true where the description of the file says which source its rows come from
   * @param codes what the readers of all parts share
   */
  record Source(Schema schema, RecordType type, String currency, String name, boolean ownSource, CodeNumbers codes) {
    Source(Schema schema, RecordType type, String currency, String name, boolean ownSource) {
      this(schema, type, currency, name, ownSource, new CodeNumbers());
    }

    CellReader[] readers(BatchAppender into, Findings findings) {
      return CellReader.all(schema, type, currency, name, codes, into, findings);
    }

    SourceRowCell sourceRows(BatchAppender into, Findings findings) {
      return new SourceRowCell(name, ownSource, into, findings);
    }
  }

  /**
   * What came of a file.
   *
   * @param parts the parts of its batch, in order
   * @param complete true where every record of the file was seen and can be referred to
   */
  record Outcome(List<BatchAppender> parts, Findings findings, boolean complete) {}

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
    if (piece == null || !isWellFormed(first)) {
      return Optional.empty();
    }
    ByteRows names = new ByteRows(1);
    names.open(first);
    int count = names.next();
    RecordHeader columns =
        count < 0 ? null : RecordHeader.of(source.type, texts(names, count), source.name, findings);
    if (columns == null) {
      return Optional.empty();
    }
    ByteRows rows = new ByteRows(columns.size());
    rows.goOn(names);
    piece.take(rows, columns);
    if (!columns.holdsTexts(source.type)) {
      segments.breaksEndRows();
    }
    if (!segments.isEnded()) {
      Workers.run(threads, () -> work(columns));
    }
    return stopped || segments.isEndless() ? Optional.empty() : outcome(columns);
  }

  private static boolean isWellFormed(RowSegments.Segment segment) {
    segment.makeWords();
    return segment.isAscii() || Utf8.isWellFormed(segment.bytes, segment.from, segment.to);
  }

  private static List<String> texts(ByteRows rows, int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(new String(rows.bytes(), rows.from()[i], rows.to()[i] - rows.from()[i], StandardCharsets.UTF_8));
    }
    return texts;
  }

  /** What came of all pieces; empty where there are more rows than can be numbered. */
  private Optional<Outcome> outcome(RecordHeader columns) {
    List<BatchAppender> parts = new ArrayList<>();
    boolean complete = columns.isIdentifiable();
    long before = 0;
    for (Piece piece : pieces) {
      if (before + piece.rows >= Integer.MAX_VALUE) {
        return Optional.empty();
      }
      piece.into.follow((int) before);
      parts.add(piece.into);
      findings.addAll(piece.found, before);
      complete &= piece.complete;
      before += piece.rows;
    }
    return Optional.of(new Outcome(parts, findings, complete));
  }

  private void work(RecordHeader columns) throws IOException {
    boolean done = false;
    try {
      RowSegments.Segment segment = new RowSegments.Segment();
      ByteRows rows = new ByteRows(columns.size());
      for (Piece piece = next(segment); piece != null; piece = next(segment)) {
        if (isWellFormed(segment)) {
          rows.open(segment);
          piece.take(rows, columns);
        } else {
          stopped = true;
        }
      }
      done = true;
    } finally {
      if (!done) {
        stopped = true;
      }
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
    final BatchAppender into;
    final Findings found = new Findings();
    private CellReader[] readers = NO_READERS;
    private final SourceRowCell sourceRows;
    private boolean complete = true;
    private int rows;

    Piece(BatchAppender into) {
      this.into = into;
      into.startsLater();
      this.sourceRows = source.sourceRows(into, found);
    }

    void take(ByteRows rows, RecordHeader columns) {
      readers = source.readers(into, found);
      int fields = columns.size();
      while (fields == columns.size()) {
        fields = rows.block();
        block(rows, columns);
        if (fields >= 0 && fields != columns.size()) {
          complete = false;
          columns.refuseCount(fields, rows.number(), found);
          fields = columns.size();
        }
      }
      if (fields == ByteRows.IRREGULAR) { // not by |=, which may take back what another thread said meanwhile
        stopped = true;
      }
      this.rows = rows.number();
      into.close();
      readers = NO_READERS; // what they saw is not needed any more, and there are many pieces
    }

    private void block(ByteRows rows, RecordHeader columns) {
      if (rows.count() == 0) {
        return;
      }
      if (!columns.isIdentifiable() || columns.idColumn() >= 0 && !IdCell.arePlain(rows, columns.idColumn())) {
        for (int row = 0; row < rows.count(); row++) {
          record(rows, row, columns);
        }
        return;
      }
      int at = into.begin(rows.numbers(), rows.count());
      for (int column = 0; column < columns.size(); column++) {
        int field = columns.field(column);
        if (field >= 0) {
          readers[field].column(rows, column, at);
        } else if (field == RecordHeader.SOURCE_ROWS) {
          rows.leaveAll(column);
        }
      }
      for (int row = 0; row < rows.count(); row++) {
        if (rows.isAnyLeft(row)) {
          into.goTo(row);
          left(rows, row, columns);
        }
      }
      into.commit();
    }

    /** Reads the cells of a row that were not taken at first sight. */
    private void left(ByteRows rows, int row, RecordHeader columns) {
      for (int column = 0; column < columns.size(); column++) {
        if (rows.isLeft(row, column)) {
          cell(rows, row, column, columns.field(column));
        }
      }
    }

    /** Reads a row by itself, which is dropped where it does not say which record it is. */
    private void record(ByteRows rows, int row, RecordHeader columns) {
      into.begin(rows.numbers()[row]);
      boolean identified = columns.isIdentifiable();
      for (int column = 0; column < columns.size(); column++) {
        int field = columns.field(column);
        boolean good = cell(rows, row, column, field);
        identified &= good || field < 0 || !columns.isId(field);
      }
      if (identified) {
        into.commit();
      } else {
        complete = false;
        into.discard();
      }
    }

    private boolean cell(ByteRows rows, int row, int column, int field) {
      int cell = row * rows.columns() + column;
      int from = rows.from()[cell];
      int to = rows.to()[cell];
      int number = rows.numbers()[row];
      if (field == RecordHeader.SOURCE_ROWS) {
        sourceRows.cell(rows.bytes(), from, to, number);
      }
      return field < 0 || readers[field].cell(rows.bytes(), from, to, number);
    }
  }
}
