package se.siru.core.portfolio;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.stability.Provided;

/**
 * All records of one type. Entities lie in one batch; its rows are versions in the order of (legal unit, id, valid from), so that
 * versions of one unit are neighbours. Facts lie in the batches in which they arrived.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class Table {
  private final Portfolio portfolio;
  private final RecordType type;
  private final List<Batch> batches;
  private final int size;

  Table(Portfolio portfolio, RecordType type, List<Batch> batches) {
    this.portfolio = portfolio;
    this.type = type;
    this.batches = List.copyOf(batches);
    long rows = this.batches.stream().mapToLong(Batch::size).sum();
    this.size = Math.toIntExact(rows);
  }

  /** The type of the records. */
  public RecordType type() {
    return type;
  }

  /** The batches in order; exactly one for entities. */
  public List<Batch> batches() {
    return batches;
  }

  /** How many records there are. */
  public int size() {
    return size;
  }

  /** One record of a batch as a view. */
  public Row row(Batch batch, int row) {
    return new ColumnRow(portfolio, type, batch, row);
  }

  /** The records as views, in order of batches and rows. */
  public Stream<Row> rows() {
    batches.forEach(Batch::requireKept);
    return batches.stream().flatMap(batch -> IntStream.range(0, batch.size()).mapToObj(row -> row(batch, row)));
  }
}
