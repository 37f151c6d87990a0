package se.siru.core.intake;

import java.util.Objects;

/**
 * A count that differs between the portfolio that an import wrote and the one that it replaced.
 *
 * @param of a record type, such as {@code participation}; or a field that refers to stakeholders, such as {@code
 *     participation.organisations}, where the legal units are counted that records name in it; {@code stakeholder units} for
 *     all legal units
 * @param sector a code of the list {@code sectors} or {@code unknown}; empty where the count is over all
 * @param before in the portfolio that was replaced
 * @param after in the portfolio that was written
 */
public record CountChange(String of, String sector, long before, long after) {
  /** Checks the components. */
  public CountChange {
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(sector, "sector");
  }
}
