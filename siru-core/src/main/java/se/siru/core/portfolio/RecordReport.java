package se.siru.core.portfolio;

import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Rule;

/** Takes what is found about records. */
interface RecordReport {

  /** The arguments of a finding, worked out only where it is kept. */
  interface Arguments {
    String[] namesAndValues();
  }

  /** Takes what a rule says of a record, at a column or as a whole. */
  void add(Rule rule, BatchBuilder batch, int row, @Nullable String column, Arguments arguments);
}
