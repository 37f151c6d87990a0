package se.siru.core.law;

import java.math.BigDecimal;
import java.util.Objects;
import se.siru.core.stability.Experimental;

/**
 * The value up to which an agreement may be awarded directly, options included. Where only about how much is known, the limit lies
 * somewhere from {@code least} to {@code most}: values below both are within it, values above both beyond it, and of others nothing
 * is said.
 *
 * @param law a code of the list {@code procurement-laws}
 * @param service the category of what is bought, a code of {@code service-categories}
 * @param least the limit, or the least that it may be
 * @param most the limit, or the most that it may be
 * @param currency ISO 4217
 * @param provision when, and on whose word
 */
@Experimental(since = "0.1.0")
public record ValueLimit(
    String law, String service, BigDecimal least, BigDecimal most, String currency, Provision provision) {
  /** Refuses a range that holds nothing. */
  public ValueLimit {
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(provision, "provision");
    if (least.signum() < 0 || least.compareTo(most) > 0) {
      throw new IllegalArgumentException("a limit from " + least + " to " + most);
    }
  }
}
