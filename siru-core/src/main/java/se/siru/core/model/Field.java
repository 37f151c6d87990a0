package se.siru.core.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Stable;
import se.siru.core.text.LocalizedText;
import se.siru.core.text.Translation;

/**
 * One field of a record type: its name in files, its kind, what it may hold, and what people read about it. Two fields are
 * equal when record type and name are.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the type by which a {@link Row} gives its value; see {@link FieldKind}
 */
@Stable(since = "0.1.0")
public final class Field<T> {
  private final String type;
  private final String name;
  private final FieldKind kind;
  private final FieldRole role;
  private final boolean required;
  private final boolean many;
  private final @Nullable String codelist;
  private final @Nullable String target;
  private final int scale;
  private final @Nullable BigDecimal least;
  private final @Nullable BigDecimal most;
  private final LocalizedText label;
  private final LocalizedText doc;

  Field(FieldBuilder<T> from) {
    this.type = from.type;
    this.name = from.name;
    this.kind = from.kind;
    this.role = from.role;
    this.required = from.required;
    this.many = from.many;
    this.codelist = from.codelist;
    this.target = from.target;
    this.scale = from.scale;
    this.least = from.least;
    this.most = from.most;
    this.label = from.label;
    this.doc = from.doc;
  }

  private Field(Field<T> same, LocalizedText label, LocalizedText doc) {
    this.type = same.type;
    this.name = same.name;
    this.kind = same.kind;
    this.role = same.role;
    this.required = same.required;
    this.many = same.many;
    this.codelist = same.codelist;
    this.target = same.target;
    this.scale = same.scale;
    this.least = same.least;
    this.most = same.most;
    this.label = label;
    this.doc = doc;
  }

  /** The same field with the words of a further language; keys are {@code field:TYPE.NAME:label} and {@code :doc}. */
  Field<T> translated(Translation translation) {
    String key = "field:" + type + "." + name;
    return new Field<>(this, translation.of(key + ":label", label), translation.of(key + ":doc", doc));
  }

  /** The name of the record type that the field belongs to, for example {@code stakeholder}. */
  public String type() {
    return type;
  }

  /** The name in files: kebab-case; extra fields carry a namespace ({@code dsi4eu:size-band}). */
  public String name() {
    return name;
  }

  /** The kind of value. */
  public FieldKind kind() {
    return kind;
  }

  /** What the field means to the engine. */
  public FieldRole role() {
    return role;
  }

  /** True where every record must state it. */
  public boolean required() {
    return required;
  }

  /** True where a record may hold several values. */
  public boolean many() {
    return many;
  }

  /** The id of the code list of a {@link FieldKind#CODE}; null for other kinds. */
  public @Nullable String codelist() {
    return codelist;
  }

  /** The name of the record type that a {@link FieldKind#REFERENCE} points at; null for other kinds. */
  public @Nullable String target() {
    return target;
  }

  /** The most decimals that a {@link FieldKind#DECIMAL} may have; 0 for other kinds. */
  public int scale() {
    return scale;
  }

  /** The least value allowed, inclusive, or null. */
  public @Nullable BigDecimal least() {
    return least;
  }

  /** The greatest value allowed, inclusive, or null. */
  public @Nullable BigDecimal most() {
    return most;
  }

  /** What people read as its heading. */
  public LocalizedText label() {
    return label;
  }

  /** What it means, how it is counted, and its unit. */
  public LocalizedText doc() {
    return doc;
  }

  /** The path of this field alone. */
  public FieldPath path() {
    return FieldPath.of(this);
  }

  /** The path through this reference to a field of the record it points at. */
  public FieldPath then(Field<?> next) {
    return path().then(next);
  }

  /** See {@link FieldPath#is}. */
  public Condition is(String value) {
    return path().is(value);
  }

  /** See {@link FieldPath#isAnyOf}. */
  public Condition isAnyOf(String... values) {
    return path().isAnyOf(values);
  }

  /** See {@link FieldPath#isKnown}. */
  public Condition isKnown() {
    return path().isKnown();
  }

  /** See {@link FieldPath#isLegalNumber}. */
  public Condition isLegalNumber() {
    return path().isLegalNumber();
  }

  /** See {@link FieldPath#isInEffect}. */
  public Condition isInEffect() {
    return path().isInEffect();
  }

  /** See {@link FieldPath#atLeast}. */
  public Condition atLeast(String decimal) {
    return path().atLeast(decimal);
  }

  /** See {@link FieldPath#below}. */
  public Condition below(String decimal) {
    return path().below(decimal);
  }

  /** See {@link FieldPath#different}. */
  public Condition different(int atLeast) {
    return path().different(atLeast);
  }

  /** See {@link FieldPath#day}. */
  public Day day() {
    return path().day();
  }

  /** The least and greatest value allowed as text, for messages; empty where there is no bound. */
  public List<String> bounds() {
    return List.of(least == null ? "" : least.toPlainString(), most == null ? "" : most.toPlainString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Field && ((Field<?>) other).type.equals(type) && ((Field<?>) other).name.equals(name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, name);
  }

  @Override
  public String toString() {
    return type + "." + name;
  }
}
