package se.siru.core.portfolio;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.siru.core.finding.Lineage;
import se.siru.core.finding.Origin;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.stability.Provided;

/**
 * A record and where it came from.
 *
 * @param row the record
 * @param lineage where it stands, and what it was made of
 */
@Provided(since = "0.1.0")
public record SourcedRow(Row row, Lineage lineage) {
  /** A record that was made of no other source. */
  public SourcedRow(Row row, Origin origin) {
    this(row, Lineage.of(origin));
  }

  /** Where the record stands: its source and its row there. */
  public Origin origin() {
    return lineage.at();
  }

  /** The records of a type in a portfolio, in order of batches and rows. */
  public static Stream<SourcedRow> of(Portfolio portfolio, RecordType type) {
    Table table = portfolio.table(type.name());
    return table.batches().stream()
        .flatMap(
            batch ->
                IntStream.range(0, batch.size())
                    .mapToObj(row -> new SourcedRow(table.row(batch, row), batch.lineage(row))));
  }
}
