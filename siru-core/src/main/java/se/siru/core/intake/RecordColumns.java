package se.siru.core.intake;

import java.util.List;
import se.siru.core.model.Field;

/**
 * The columns that a file of records was written with.
 *
 * @param fields those of fields, in order
 * @param sourceRows true where the rows that the records were made of stand behind them
 */
record RecordColumns(List<Field<?>> fields, boolean sourceRows) {
  /** None that can be told. */
  static final RecordColumns NONE = new RecordColumns(List.of(), false);
}
