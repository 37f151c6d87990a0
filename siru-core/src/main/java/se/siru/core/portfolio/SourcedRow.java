package se.siru.core.portfolio;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.siru.core.finding.Origin;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;

/**
 * A record and where it stood in its source.
 *
 * @param row the record
 * @param origin its source and its row there
 */
public record SourcedRow(Row row, Origin origin) {

  /** The records of a type in a portfolio, in order of batches and rows. */
  public static Stream<SourcedRow> of(Portfolio portfolio, RecordType type) {
    Table table = portfolio.table(type.name());
    return table.batches().stream()
        .flatMap(
            batch ->
                IntStream.range(0, batch.size())
                    .mapToObj(row -> new SourcedRow(table.row(batch, row), batch.origin(row))));
  }
}
