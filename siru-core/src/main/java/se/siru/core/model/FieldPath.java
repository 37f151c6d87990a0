package se.siru.core.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import se.siru.core.stability.Stable;

/**
 * A way from a record to a value: references to follow, then a field. {@code stakeholder.sector} is a path of two fields.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class FieldPath {
  /** Longer ways lead through no data that anybody has; a limit keeps every walk along a path short. */
  private static final int MOST_FIELDS = 32;

  private final List<Field<?>> fields;

  private FieldPath(List<Field<?>> fields) {
    this.fields = List.copyOf(fields);
  }

  /** The path of one field. */
  public static FieldPath of(Field<?> field) {
    return new FieldPath(List.of(field));
  }

  /** A path of references and a last field. */
  public static FieldPath of(Field<?> first, Field<?>... more) {
    FieldPath path = of(first);
    for (Field<?> field : more) {
      path = path.then(field);
    }
    return path;
  }

  /**
   * This path, gone on by one field.
   *
   * @throws IllegalArgumentException where this path does not end in a reference to the field's record type, or has 32 fields
   */
  public FieldPath then(Field<?> next) {
    if (last().kind() != FieldKind.REFERENCE || !next.type().equals(last().target())) {
      throw new IllegalArgumentException(next + " cannot follow " + this);
    }
    if (fields.size() == MOST_FIELDS) {
      throw new IllegalArgumentException("a path has at most " + MOST_FIELDS + " fields");
    }
    List<Field<?>> longer = new ArrayList<>(fields);
    longer.add(next);
    return new FieldPath(longer);
  }

  /** The fields in order; at least one. */
  public List<Field<?>> fields() {
    return fields;
  }

  /** The first field. */
  public Field<?> first() {
    return fields.get(0);
  }

  /** The last field, whose value the path gives. */
  public Field<?> last() {
    return fields.get(fields.size() - 1);
  }

  /** This path without its first field; the path must have at least two. */
  public FieldPath rest() {
    return new FieldPath(fields.subList(1, fields.size()));
  }

  /** True where the code, id or text is the given one; a code also where it is below the given one in its list. */
  public Condition is(String value) {
    return new Condition.OneOf(this, List.of(value));
  }

  /** True where {@link #is} is true for any of the values. */
  public Condition isAnyOf(String... values) {
    return new Condition.OneOf(this, List.of(values));
  }

  /** True where the record states a value. */
  public Condition isKnown() {
    return new Condition.Known(this);
  }

  /** True where the text is a valid organisation number: see {@link Condition.LegalNumber}. */
  public Condition isLegalNumber() {
    return new Condition.LegalNumber(this);
  }

  /** True where the decision that this path leads to has not been replaced: see {@link Condition.InEffect}. */
  public Condition isInEffect() {
    return new Condition.InEffect(this);
  }

  /** True where the number is the given one or greater. */
  public Condition atLeast(String decimal) {
    return new Condition.InRange(this, new BigDecimal(decimal), null);
  }

  /** True where the number is smaller than the given one. */
  public Condition below(String decimal) {
    return new Condition.InRange(this, null, new BigDecimal(decimal));
  }

  /** True where the record leads to at least so many different codes or entities. */
  public Condition different(int atLeast) {
    return new Condition.Different(this, atLeast);
  }

  /** The day at the end of this path, to be compared with another. */
  public Day day() {
    return Day.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldPath && ((FieldPath) other).fields.equals(fields);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(fields);
  }

  /** The names of the fields, separated by full stops. */
  @Override
  public String toString() {
    return fields.stream().map(Field::name).collect(Collectors.joining("."));
  }
}
