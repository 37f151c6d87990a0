package se.siru.core.model;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Stable;
import se.siru.core.text.LocalizedText;

/**
 * Describes one field; {@link #add} makes it and, inside a record type's description, appends it there.
 *
 * <p>Not thread-safe.
 *
 * @param <T> the Java type of the field's value
 */
@Stable(since = "0.1.0")
public final class FieldBuilder<T> {
  private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9-]*:)?[a-z][a-z0-9]*(-[a-z0-9]+)*");

  final String type;
  final String name;
  final FieldKind kind;
  final boolean many;
  private final Consumer<Field<T>> sink;
  FieldRole role = FieldRole.VALUE;
  boolean required;
  @Nullable String codelist;
  @Nullable String target;
  int scale;
  @Nullable BigDecimal least;
  @Nullable BigDecimal most;
  LocalizedText label = LocalizedText.empty();
  LocalizedText doc = LocalizedText.empty();

  FieldBuilder(String type, String name, FieldKind kind, boolean many, Consumer<Field<T>> sink) {
    if (name.length() > 64 || !NAME.matcher(name).matches()) { // the pattern may recurse over a long one
      throw new IllegalArgumentException("not a field name: '" + name + "'");
    }
    this.type = Objects.requireNonNull(type, "type");
    this.name = name;
    this.kind = kind;
    this.many = many;
    this.sink = sink;
  }

  FieldBuilder<T> role(FieldRole newRole) {
    this.role = newRole;
    return this;
  }

  FieldBuilder<T> codelist(String id) {
    this.codelist = id;
    return this;
  }

  FieldBuilder<T> target(String typeName) {
    this.target = typeName;
    return this;
  }

  FieldBuilder<T> scale(int decimals) {
    this.scale = decimals;
    return this;
  }

  /** Every record must state it. */
  public FieldBuilder<T> required() {
    this.required = true;
    return this;
  }

  /** Numbers below {@code inclusive} are errors. */
  public FieldBuilder<T> least(long inclusive) {
    this.least = BigDecimal.valueOf(inclusive);
    return this;
  }

  /** Numbers above {@code inclusive} are errors. */
  public FieldBuilder<T> most(long inclusive) {
    this.most = BigDecimal.valueOf(inclusive);
    return this;
  }

  /** What people read as its heading. */
  public FieldBuilder<T> labelled(String swedish, String english) {
    return labelled(LocalizedText.of(swedish, english));
  }

  /** What people read as its heading. */
  public FieldBuilder<T> labelled(LocalizedText text) {
    this.label = text;
    return this;
  }

  /** What it means. */
  public FieldBuilder<T> documented(String swedish, String english) {
    this.doc = LocalizedText.of(swedish, english);
    return this;
  }

  /** Makes the field. */
  public Field<T> add() {
    Field<T> field = new Field<>(this);
    sink.accept(field);
    return field;
  }
}
