package se.siru.core.law;

import java.math.BigDecimal;
import java.util.Objects;
import se.siru.core.stability.Experimental;

/**
 * The share of those occupied by a supplier that must belong to the groups for which a reservation is made.
 *
 * @param basis a code of the list {@code legal-bases}
 * @param share the least share, 0 to 1; the share itself is enough
 * @param provision when, and on whose word
 */
@Experimental(since = "0.1.0")
public record LeastShare(String basis, BigDecimal share, Provision provision) {
  /** Refuses what is no share. */
  public LeastShare {
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(provision, "provision");
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a share of " + share);
    }
  }
}
