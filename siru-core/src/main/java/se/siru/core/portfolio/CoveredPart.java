package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Provided;

/**
 * A part of the world of which a portfolio says that it holds all records of a type: days, half-open, and nodes of the programme
 * tree.
 *
 * @param from first day, or null where it is open
 * @param until first day after, or null where it is open
 * @param nodes ids of nodes, each with all that lies below it; none means the whole tree
 */
@Provided(since = "0.1.0")
public record CoveredPart(@Nullable LocalDate from, @Nullable LocalDate until, Set<String> nodes) {
  /** Refuses days that end before they begin. */
  public CoveredPart {
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException("covered days end before they begin: " + from + " to " + until);
    }
    nodes = nodes.stream().map(IdDictionary::nfc).collect(Collectors.toUnmodifiableSet());
  }
}
