package se.siru.core.law;

import java.util.List;
import java.util.Objects;
import se.siru.core.stability.Experimental;

/**
 * What must be so for an agreement to be what it says it is.
 *
 * @param kind what is named
 * @param code a code of the list {@code legal-bases} or {@code partnerships}
 * @param criteria codes of {@code agreement-criteria} that must all be met
 * @param noPayment whether payment for services of direct economic interest makes it something else: a service contract
 * @param provision when, and on whose word
 */
@Experimental(since = "0.1.0")
public record Checklist(Kind kind, String code, List<String> criteria, boolean noPayment, Provision provision) {
  /** What a checklist is of. */
  @Experimental(since = "0.1.0")
  public enum Kind {
    /** Of agreements on a legal basis. */
    LEGAL_BASIS,
    /** Of partnerships of a form. */
    PARTNERSHIP
  }

  /** Copies the criteria. */
  public Checklist {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(provision, "provision");
    criteria = List.copyOf(criteria);
  }
}
