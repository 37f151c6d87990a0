package se.siru.core.portfolio;

import java.util.List;
import se.siru.core.finding.RowSpan;

/** What the records of a batch were made of. Thread-safe. */
@FunctionalInterface
interface MadeOf {
  /** The rows that a record of the batch was made of; empty where nobody said. */
  List<RowSpan> row(int row);
}
