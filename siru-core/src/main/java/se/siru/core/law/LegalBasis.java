package se.siru.core.law;

import java.util.List;
import java.util.Objects;
import se.siru.core.stability.Experimental;

/**
 * A time during which agreements may be made on a basis.
 *
 * @param code a code of the list {@code legal-bases}
 * @param services the categories of service that it is for, codes of {@code service-categories}; none means all
 * @param mostMonths for how long an agreement may last, in calendar months; 0 means without limit
 * @param provision when, and on whose word
 */
@Experimental(since = "0.1.0")
public record LegalBasis(String code, List<String> services, int mostMonths, Provision provision) {
  /** Copies the categories. */
  public LegalBasis {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(provision, "provision");
    services = List.copyOf(services);
    if (mostMonths < 0) {
      throw new IllegalArgumentException("months " + mostMonths);
    }
  }
}
