package se.siru.core.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Provided;

/**
 * A day that a condition compares with another: {@code registered.day().plus(Lag.ofMonths(36))}. Of a field that holds the last day of
 * something it is that last day. Where it is not stated it is unknown, and so is the comparison.
 *
 * <p>Immutable and thread-safe.
 *
 * @param path from the record to a day, through references with one value
 * @param level the level of the programme tree at which the node before the last field is looked up, from the node itself upwards; null
 *     for the node itself
 * @param earliest whether it is the earliest that any record of the same unit states: versions, aliases and successors too
 * @param open whether a first day that is not stated lies before all days, and a last day after all
 * @param outer within {@link Condition.Related}, whether it is a day of the record at hand and not of the related one
 * @param lag how long after that day
 */
@Provided(since = "0.1.0")
public record Day(FieldPath path, @Nullable String level, boolean earliest, boolean open, boolean outer, Lag lag) {
  private static final String PROGRAMME = "programme";

  /** Refuses what is no day, or not one day, and what a day cannot be asked. */
  public Day {
    Objects.requireNonNull(lag, "lag");
    if (path.last().kind() != FieldKind.DATE || path.fields().stream().anyMatch(Field::many)) {
      throw new IllegalArgumentException(path + " leads to no day, or to several");
    }
    if (level != null && (path.fields().size() < 2 || !path.last().type().equals(PROGRAMME))) {
      throw new IllegalArgumentException(path + " does not go through a node of the programme tree");
    }
    if (earliest && (path.fields().size() < 2 || level != null)) {
      throw new IllegalArgumentException(path + " does not go through a reference to one of several records of a unit");
    }
    if (open && path.last().role() != FieldRole.START && path.last().role() != FieldRole.END) {
      throw new IllegalArgumentException(path + " is neither a first nor a last day, so that it is never open");
    }
  }

  /** The day at the end of a path. */
  public static Day of(FieldPath path) {
    return new Day(path, null, false, false, false, Lag.NONE);
  }

  /** The same of the node at a level of the programme tree, such as {@code operation}: the node itself, or the first above it. */
  public Day at(String newLevel) {
    return new Day(path, newLevel, earliest, open, outer, lag);
  }

  /** The earliest that any record of the same unit states. */
  public Day ofUnit() {
    return new Day(path, level, true, open, outer, lag);
  }

  /** Before all days where a first day is not stated, after all where a last day is not. */
  public Day orOpen() {
    return new Day(path, level, earliest, true, outer, lag);
  }

  /** Of the record at hand, within the condition on a related one. */
  public Day ofOuter() {
    return new Day(path, level, earliest, open, true, lag);
  }

  /** So long after. */
  public Day plus(Lag newLag) {
    return new Day(path, level, earliest, open, outer, newLag);
  }

  /** True where this day comes before another. */
  public Condition isBefore(Day other) {
    return new Condition.Order(this, other, true);
  }

  /** True where this day comes before another, or is the same. */
  public Condition isNotAfter(Day other) {
    return new Condition.Order(this, other, false);
  }
}
