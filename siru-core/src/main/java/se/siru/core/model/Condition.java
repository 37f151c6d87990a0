package se.siru.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Stable;

/**
 * What a record must satisfy. Typed, so that it can be explained, compiled and written as data; {@link Opaque} alone holds code.
 *
 * <p>Conditions are three-valued (Kleene): where the record does not state what is asked, the answer is <em>unknown</em>;
 * {@code unknown or true} is true, {@code unknown and false} is false, {@code not unknown} is unknown. A record for which the
 * condition is unknown is not counted, and is counted as left out for an unknown attribute. A path through a field with many
 * values asks whether any of them satisfies.
 *
 * <p>Conditions lie at most 64 deep in each other, as in documents; making a deeper one throws an {@link IllegalArgumentException}.
 */
@Stable(since = "0.1.0")
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

  /** The conditions that this one is made of, those asked of related records among them; not the parts of its parts. */
  default List<Condition> parts() {
    return List.of();
  }

  /**
   * True where at least one record of another type refers to the record at hand and satisfies a condition; never unknown.
   *
   * @param via the reference from the related record back to the one at hand, or a field {@code subject} with the id of the record
   *     that the related one is about
   * @param where what the related record must satisfy
   */
  static Condition whereAny(Field<?> via, Condition where) {
    return new Related(via, null, where);
  }

  /**
   * True where at least one record of another type refers to what the record at hand refers to, and satisfies a condition: of an
   * innovation, a support that the innovation's enterprise received. Unknown where the record at hand does not state its reference, or
   * not a day that decides; what a related record does not state makes it no record that satisfies.
   *
   * @param via the reference of the related record
   * @param of the reference of the record at hand, to the same record type
   * @param where what the related record must satisfy; it may ask about days of the record at hand, as {@link Day#outer}
   */
  static Condition whereAny(Field<?> via, FieldPath of, Condition where) {
    return new Related(via, of, where);
  }

  /** The days of the record outside that this asks about; none but within {@link Related}. */
  default List<Day> outerDays() {
    if (this instanceof Order order) {
      return Stream.of(order.first(), order.second()).filter(Day::outer).toList();
    }
    if (this instanceof Not not) {
      return not.condition().outerDays();
    }
    List<Condition> parts =
        this instanceof AllOf all ? all.conditions() : this instanceof AnyOf any ? any.conditions() : List.of();
    return parts.stream().flatMap(part -> part.outerDays().stream()).toList();
  }

  /**
   * True where records of another type that refer to the record at hand, or to what it refers to, lead to at least so many different
   * codes or entities; of an activity, the sectors of those who came. What is not known is none of them. Unknown where the record at hand
   * does not state its reference.
   *
   * @param via the reference of the related records
   * @param of the reference of the record at hand, or null for that record itself
   * @param where which related records
   * @param path from a related record to the codes or entities
   * @param atLeast how many, at least 1
   */
  static Condition whereSeveral(Field<?> via, @Nullable FieldPath of, Condition where, FieldPath path, int atLeast) {
    return new Several(new Related(via, of, where), new Different(path, atLeast));
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
  @Stable(since = "0.1.0")
  record OneOf(FieldPath path, List<String> values) implements Condition {
    /** Copies the values. */
    public OneOf {
      values = List.copyOf(values);
    }

    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof OneOf one && path.equals(one.path) && values.equals(one.values);
    }

    @Override
    public int hashCode() {
      return 31 * path.hashCode() + values.hashCode();
    }
  }

  /** The value is stated; never unknown. */
  @Stable(since = "0.1.0")
  record Known(FieldPath path) implements Condition {
    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Known known && path.equals(known.path);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }
  }

  /**
   * The text is the number of a Swedish legal person, by its form and check digit; never unknown, and false where there is none or it is
   * that of a natural person.
   */
  @Stable(since = "0.1.0")
  record LegalNumber(FieldPath path) implements Condition {
    /** Refuses what is no text. */
    public LegalNumber {
      if (path.last().kind() != FieldKind.TEXT) {
        throw new IllegalArgumentException(path + " is no text");
      }
    }
  }

  /** The number lies in {@code [atLeast, below)}; null is open. */
  @Stable(since = "0.1.0")
  record InRange(FieldPath path, @Nullable BigDecimal atLeast, @Nullable BigDecimal below) implements Condition {
    private static final int MOST_DIGITS = 34;

    /** Refuses a range that holds no number, and a bound of more than 34 digits or decimals: one that is written out would never end. */
    public InRange {
      if (!isShort(atLeast) || !isShort(below)) {
        throw new IllegalArgumentException("a bound has at most " + MOST_DIGITS + " digits, and as many decimals");
      }
      if (atLeast != null && below != null && atLeast.compareTo(below) >= 0) {
        throw new IllegalArgumentException("no number is at least " + atLeast + " and below " + below);
      }
    }

    private static boolean isShort(@Nullable BigDecimal bound) {
      return bound == null || bound.scale() <= MOST_DIGITS && (long) bound.precision() - bound.scale() <= MOST_DIGITS;
    }
  }

  /** The day lies in {@code [from, until)}; null is open. */
  @Stable(since = "0.1.0")
  record Between(FieldPath path, @Nullable LocalDate from, @Nullable LocalDate until) implements Condition {
    /** Refuses a range that holds no day. */
    public Between {
      if (from != null && until != null && !from.isBefore(until)) {
        throw new IllegalArgumentException("no day is from " + from + " and before " + until);
      }
    }
  }

  /** All hold; true where there is none. */
  @Stable(since = "0.1.0")
  record AllOf(List<Condition> conditions) implements Condition {
    /** Copies the conditions. */
    public AllOf {
      conditions = List.copyOf(conditions);
      ConditionDepth.check(conditions);
    }

    @Override
    public List<Condition> parts() {
      return conditions;
    }

    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof AllOf all && conditions.equals(all.conditions);
    }

    @Override
    public int hashCode() {
      return conditions.hashCode();
    }
  }

  /** At least one holds; false where there is none. */
  @Stable(since = "0.1.0")
  record AnyOf(List<Condition> conditions) implements Condition {
    /** Copies the conditions. */
    public AnyOf {
      conditions = List.copyOf(conditions);
      ConditionDepth.check(conditions);
    }

    @Override
    public List<Condition> parts() {
      return conditions;
    }

    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof AnyOf any && conditions.equals(any.conditions);
    }

    @Override
    public int hashCode() {
      return conditions.hashCode();
    }
  }

  /** The condition does not hold. */
  @Stable(since = "0.1.0")
  record Not(Condition condition) implements Condition {
    /** Refuses null, and conditions that lie too deep in each other. */
    public Not {
      ConditionDepth.check(List.of(condition));
    }

    @Override
    public List<Condition> parts() {
      return List.of(condition);
    }

    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Not not && condition.equals(not.condition);
    }

    @Override
    public int hashCode() {
      return condition.hashCode();
    }
  }

  /**
   * The line applies on the day on which the portfolio describes the world: no decision states it, or one that is in effect and whose
   * lines of this kind no later decision has replaced. Never unknown for a reference of the record's own.
   */
  @Stable(since = "0.1.0")
  record InEffect(FieldPath path) implements Condition {
    /** Refuses what is not the decision of a line. */
    public InEffect {
      boolean isOfLine = Decision.NAME.equals(path.last().target()) && !Decision.NAME.equals(path.last().type());
      if (!isOfLine) {
        throw new IllegalArgumentException(path + " is not the decision that states a line");
      }
    }
  }

  /**
   * A related record exists that satisfies a condition.
   *
   * @param via the reference of the related record
   * @param of what it must refer to: a reference of the record at hand, or null for that record itself
   * @param where what the related record must satisfy
   */
  @Stable(since = "0.1.0")
  record Related(Field<?> via, @Nullable FieldPath of, Condition where) implements Condition {
    /** Checks that both are references to the same type, and that days outside are days of the record at hand. */
    public Related {
      ConditionDepth.check(List.of(where));
      if (via.kind() != FieldKind.REFERENCE && via.role() != FieldRole.SUBJECT) {
        throw new IllegalArgumentException(via + " is no reference");
      }
      if (of != null && !Objects.equals(via.target(), of.last().target())) {
        throw new IllegalArgumentException(of + " does not refer to what " + via + " refers to");
      }
      String atHand = of == null ? via.target() : of.first().type();
      for (Day day : where.outerDays()) {
        if (!day.path().first().type().equals(atHand)) {
          throw new IllegalArgumentException(day.path() + " is no day of a record of type " + atHand);
        }
      }
    }

    @Override
    public List<Condition> parts() {
      return List.of(where);
    }
  }

  /** One day comes before another, or not after it; unknown where either is. */
  @Stable(since = "0.1.0")
  record Order(Day first, Day second, boolean strict) implements Condition {
    /** Refuses days of records of different types. */
    public Order {
      boolean sameRecord = first.outer() == second.outer();
      if (sameRecord && !first.path().first().type().equals(second.path().first().type())) {
        throw new IllegalArgumentException(first.path() + " and " + second.path() + " are days of different records");
      }
    }
  }

  /** The record leads to at least so many different codes or entities; unknown where more might be known. */
  @Stable(since = "0.1.0")
  record Different(FieldPath path, int atLeast) implements Condition {
    /** Refuses what cannot be told apart, and a number that asks nothing. */
    public Different {
      if (path.last().kind() != FieldKind.CODE && path.last().kind() != FieldKind.REFERENCE) {
        throw new IllegalArgumentException(path + " is neither a code nor a reference");
      }
      if (atLeast < 1) {
        throw new IllegalArgumentException("at least " + atLeast + " different ones asks nothing");
      }
    }
  }

  /** Related records that satisfy a condition lead to several different codes or entities. */
  @Stable(since = "0.1.0")
  record Several(Related related, Different different) implements Condition {
    /** Refuses days of the record at hand, and codes that are not those of the related records. */
    public Several {
      ConditionDepth.check(List.of(related));
      if (!related.where().outerDays().isEmpty()) {
        throw new IllegalArgumentException("related records that are counted are not asked about days of the record at hand");
      }
      if (!different.path().first().type().equals(related.via().type())) {
        throw new IllegalArgumentException(different.path() + " does not lead away from " + related.via().type());
      }
    }

    @Override
    public List<Condition> parts() {
      return List.of(related, different);
    }
  }

  /** A condition as code. */
  @Stable(since = "0.1.0")
  record Opaque(String description, Predicate<Row> test) implements Condition {
    /** Checks the components. */
    public Opaque {
      Objects.requireNonNull(test, "test");
      if (description.isBlank()) {
        throw new IllegalArgumentException("a condition as code needs a description");
      }
    }

    /** The same code under the same description; what the author's {@code equals} says is not asked. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Opaque opaque && test == opaque.test && description.equals(opaque.description);
    }

    @Override
    public int hashCode() {
      return 31 * description.hashCode() + System.identityHashCode(test);
    }
  }
}
