package se.siru.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a record must satisfy. Typed, so that it can be explained, compiled and written as data; {@link Opaque} alone holds code.
 *
 * <p>Conditions are three-valued (Kleene): where the record does not state what is asked, the answer is <em>unknown</em>;
 * {@code unknown or true} is true, {@code unknown and false} is false, {@code not unknown} is unknown. A record for which the
 * condition is unknown is not counted, and is counted as left out for an unknown attribute. A path through a field with many
 * values asks whether any of them satisfies.
 */
public sealed interface Condition {

  /** True for every record. */
  static Condition always() {
    return new AllOf(List.of());
  }

  /** True where both are. */
  default Condition and(Condition other) {
    return new AllOf(List.of(this, other));
  }

  /** True where at least one is. */
  default Condition or(Condition other) {
    return new AnyOf(List.of(this, other));
  }

  /** True where this is false. */
  default Condition not() {
    return new Not(this);
  }

  /**
   * True where at least one record of another type refers to the record at hand and satisfies a condition; never unknown.
   *
   * @param via the reference from the related record back to the one at hand, or a field {@code subject} with the id of the record
   *     that the related one is about
   * @param where what the related record must satisfy
   */
  static Condition whereAny(Field<?> via, Condition where) {
    return new Related(via, where);
  }

  /** A condition written as code; it needs a description in its author's words. */
  static Condition of(String description, Predicate<Row> test) {
    return new Opaque(description, test);
  }

  /** True where a day lies in {@code [from, until)}; null is open. */
  static Condition between(FieldPath day, @Nullable LocalDate from, @Nullable LocalDate until) {
    return new Between(day, from, until);
  }

  /** The value is one of several; a code also where it is below one of them. */
  record OneOf(FieldPath path, List<String> values) implements Condition {
    /** Copies the values. */
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /** The value is stated; never unknown. */
  record Known(FieldPath path) implements Condition {}

  /**
   * The text is the number of a Swedish legal person, by its form and check digit; never unknown, and false where there is none or it is
   * that of a natural person.
   */
  record LegalNumber(FieldPath path) implements Condition {
    /** Refuses what is no text. */
    public LegalNumber {
      if (path.last().kind() != FieldKind.TEXT) {
        throw new IllegalArgumentException(path + " is no text");
      }
    }
  }

  /** The number lies in {@code [atLeast, below)}; null is open. */
  record InRange(FieldPath path, @Nullable BigDecimal atLeast, @Nullable BigDecimal below) implements Condition {
    /** Refuses a range that holds no number. */
    public InRange {
      if (atLeast != null && below != null && atLeast.compareTo(below) >= 0) {
        throw new IllegalArgumentException("no number is at least " + atLeast + " and below " + below);
      }
    }
  }

  /** The day lies in {@code [from, until)}; null is open. */
  record Between(FieldPath path, @Nullable LocalDate from, @Nullable LocalDate until) implements Condition {
    /** Refuses a range that holds no day. */
    public Between {
      if (from != null && until != null && !from.isBefore(until)) {
        throw new IllegalArgumentException("no day is from " + from + " and before " + until);
      }
    }
  }

  /** All hold; true where there is none. */
  record AllOf(List<Condition> conditions) implements Condition {
    /** Copies the conditions. */
    public AllOf {
      conditions = List.copyOf(conditions);
    }
  }

  /** At least one holds; false where there is none. */
  record AnyOf(List<Condition> conditions) implements Condition {
    /** Copies the conditions. */
    public AnyOf {
      conditions = List.copyOf(conditions);
    }
  }

  /** The condition does not hold. */
  record Not(Condition condition) implements Condition {}

  /**
   * The line applies on the day on which the portfolio describes the world: no decision states it, or one that is in effect and whose
   * lines of this kind no later decision has replaced. Never unknown for a reference of the record's own.
   */
  record InEffect(FieldPath path) implements Condition {
    /** Refuses what is not the decision of a line. */
    public InEffect {
      boolean isOfLine = Decision.NAME.equals(path.last().target()) && !Decision.NAME.equals(path.last().type());
      if (!isOfLine) {
        throw new IllegalArgumentException(path + " is not the decision that states a line");
      }
    }
  }

  /** A related record exists that satisfies a condition. */
  record Related(Field<?> via, Condition where) implements Condition {
    /** Checks that {@code via} refers to a record. */
    public Related {
      if (via.kind() != FieldKind.REFERENCE && via.role() != FieldRole.SUBJECT) {
        throw new IllegalArgumentException(via + " is no reference");
      }
    }
  }

  /** A condition as code. */
  record Opaque(String description, Predicate<Row> test) implements Condition {
    /** Checks the components. */
    public Opaque {
      Objects.requireNonNull(test, "test");
      if (description.isBlank()) {
        throw new IllegalArgumentException("a condition as code needs a description");
      }
    }
  }
}
