package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Provided;

/**
 * How far the records of one type reach, as the portfolio states it. What nobody limited covers everything.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class CoverageOfType {
  private final List<CoveredPart> parts;
  private final List<Branch> branches;

  CoverageOfType(List<CoveredPart> parts, List<Branch> branches) {
    this.parts = List.copyOf(parts);
    this.branches = List.copyOf(branches);
  }

  /** How much of some days is covered. */
  @Provided(since = "0.1.0")
  public enum Extent {
    /** No day of them. */
    NONE,
    /** Some days or some parts of the programme tree. */
    PART,
    /** All days on which each part of the programme tree was under way. */
    WHOLE
  }

  /**
   * The lowest nodes of the programme tree: its operations, or the work packages below them.
   *
   * @param ids the node's own and those of all nodes above it
   * @param from the first day on which it was under way, or null where it is open
   * @param until the day after the last, or null
   */
  record Branch(Set<String> ids, @Nullable LocalDate from, @Nullable LocalDate until) {}

  /** The parts as they were stated; none where everything is covered. */
  public List<CoveredPart> parts() {
    return parts;
  }

  /**
   * How much is covered of the days {@code [from, until)}, either of which may be open. Days before a part of the tree began and
   * after it ended need no cover.
   */
  public Extent extent(@Nullable LocalDate from, @Nullable LocalDate until) {
    if (parts.isEmpty()) {
      return Extent.WHOLE;
    }
    if (parts.stream().noneMatch(part -> before(part.from(), until) && before(from, part.until()))) {
      return Extent.NONE;
    }
    for (Branch branch : branches) {
      LocalDate first = latest(from, branch.from());
      LocalDate end = earliest(until, branch.until());
      if (before(first, end) && !covers(branch, first, end)) {
        return Extent.PART;
      }
    }
    return Extent.WHOLE;
  }

  /** Goes from one part to the next that begins before or where the last one ended. */
  private boolean covers(Branch branch, @Nullable LocalDate first, @Nullable LocalDate end) {
    List<CoveredPart> own = new ArrayList<>();
    parts.stream()
        .filter(part -> part.nodes().isEmpty() || part.nodes().stream().anyMatch(branch.ids()::contains))
        .forEach(own::add);
    own.sort(Comparator.comparing(CoveredPart::from, Comparator.nullsFirst(Comparator.naturalOrder())));
    // A null stands for the beginning of time before the first part, and no part leaves it null.
    LocalDate reached = first;
    for (CoveredPart part : own) {
      boolean joins = part.from() == null || reached != null && !part.from().isAfter(reached);
      if (!joins) {
        return false;
      }
      if (part.until() == null) {
        return true;
      }
      reached = latest(reached, part.until());
      if (end != null && reached != null && !reached.isBefore(end)) {
        return true;
      }
    }
    return false;
  }

  /** True where something that begins on a day, or is open, begins before something that ends before a day, or is open. */
  private static boolean before(@Nullable LocalDate from, @Nullable LocalDate until) {
    return from == null || until == null || from.isBefore(until);
  }

  private static @Nullable LocalDate latest(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || other != null && other.isAfter(one) ? other : one;
  }

  private static @Nullable LocalDate earliest(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }
}
