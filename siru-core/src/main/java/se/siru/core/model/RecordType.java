package se.siru.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.siru.core.stability.Provided;
import se.siru.core.stability.Stable;
import se.siru.core.text.LocalizedText;
import se.siru.core.text.Translation;

/**
 * The description of one kind of record: its fields in file order, what it is called, and what short dimension names mean on
 * it.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class RecordType {
  /**
   * The column of files in which a record names the rows of sources that it was made of. It belongs to every type and is no field:
   * nothing is counted or broken down by it.
   */
  public static final String SOURCE_ROWS = "row";

  private final String name;
  private final String plural;
  private final boolean entity;
  private final LocalizedText label;
  private final LocalizedText doc;
  private final Map<String, Field<?>> fields;
  private final Map<String, Field<?>> derived;
  private final Map<String, Dimension> dimensions;

  private RecordType(
      String name,
      String plural,
      boolean entity,
      LocalizedText label,
      LocalizedText doc,
      Map<String, Field<?>> fields,
      Map<String, Field<?>> derived,
      Map<String, Dimension> dimensions) {
    this.name = name;
    this.plural = plural;
    this.entity = entity;
    this.label = label;
    this.doc = doc;
    this.fields = Collections.unmodifiableMap(fields);
    this.derived = Collections.unmodifiableMap(derived);
    this.dimensions = Collections.unmodifiableMap(dimensions);
  }

  /** Describes a type of entities: things with an id, whose attributes may change over time. */
  public static Builder entity(String name, String plural) {
    return new Builder(name, plural, true);
  }

  /** Describes a type of facts: what happened, or held for a time, at a node of the programme tree. */
  public static Builder fact(String name, String plural) {
    return new Builder(name, plural, false);
  }

  /** The name, kebab-case singular, for example {@code stage-change}. */
  public String name() {
    return name;
  }

  /** The name of its resource and file, without an ending, for example {@code stage-changes}. */
  public String plural() {
    return plural;
  }

  /** True for entities, false for facts. */
  public boolean isEntity() {
    return entity;
  }

  /** What people read. */
  public LocalizedText label() {
    return label;
  }

  /** What a record of this type is. */
  public LocalizedText doc() {
    return doc;
  }

  /** The fields in file order. */
  public List<Field<?>> fields() {
    return List.copyOf(fields.values());
  }

  /** The field with a name, if there is one. */
  public Optional<Field<?>> field(String fieldName) {
    return Optional.ofNullable(fields.get(fieldName));
  }

  /**
   * The fields that no source states and no file holds, because they follow from others when a portfolio is built. Conditions and
   * dimensions ask about them as about any field.
   */
  public List<Field<?>> derivedFields() {
    return List.copyOf(derived.values());
  }

  /** The field with a name that conditions may ask about: one of {@link #fields} or {@link #derivedFields}. */
  public Optional<Field<?>> fieldOrDerived(String fieldName) {
    return field(fieldName).or(() -> Optional.ofNullable(derived.get(fieldName)));
  }

  /** The first field with a role, if there is one. */
  public Optional<Field<?>> field(FieldRole role) {
    return fields.values().stream().filter(f -> f.role() == role).findFirst();
  }

  /** What short dimension names mean on records of this type, by name. */
  public Map<String, Dimension> dimensions() {
    return dimensions;
  }

  /** The same type with the words of a further language; keys are {@code record-type:NAME:label} and {@code :doc}, and its fields'. */
  RecordType translated(Translation translation) {
    Map<String, Field<?>> all = new LinkedHashMap<>();
    fields.forEach((each, field) -> all.put(each, field.translated(translation)));
    Map<String, Field<?>> allDerived = new LinkedHashMap<>();
    derived.forEach((each, field) -> allDerived.put(each, field.translated(translation)));
    String key = "record-type:" + name;
    LocalizedText translatedDoc = translation.of(key + ":doc", doc);
    return new RecordType(
        name, plural, entity, translation.of(key + ":label", label), translatedDoc, all, allDerived, new LinkedHashMap<>(dimensions));
  }

  /** This type with extra fields at its end; code fields among them become dimensions of their own name. */
  public RecordType with(List<Field<?>> extra) {
    Map<String, Field<?>> all = new LinkedHashMap<>(fields);
    Map<String, Dimension> more = new LinkedHashMap<>(dimensions);
    for (Field<?> field : extra) {
      if (!field.type().equals(name) || derived.containsKey(field.name()) || all.put(field.name(), field) != null) {
        throw new IllegalArgumentException("cannot add " + field + " to " + name);
      }
      if (field.kind() == FieldKind.CODE) {
        more.put(field.name(), Dimension.of(field.name(), field.path()));
      }
    }
    return new RecordType(name, plural, entity, label, doc, all, derived, more);
  }

  /** A new record of this type with an id. */
  public RowBuilder row(String id) {
    return row().with(idField(), id);
  }

  /** A new record of a type whose records need no id. */
  public RowBuilder row() {
    return new RowBuilder(this);
  }

  @SuppressWarnings("unchecked") // a field with the role ID is always made by Builder.id
  private Field<String> idField() {
    return (Field<String>)
        field(FieldRole.ID).orElseThrow(() -> new IllegalArgumentException(name + " records have no id"));
  }

  /** A field outside the standard description, for {@link #with}. Names carry a namespace. */
  public static Extra extra(String recordType) {
    return new Extra(recordType);
  }

  /** Two types are equal when name and fields are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RecordType
        && ((RecordType) other).name.equals(name)
        && ((RecordType) other).fields.keySet().equals(fields.keySet());
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }

  /** The kinds of fields one can describe, over what is done with a finished field. */
  @Provided(since = "0.1.0")
  public abstract static class Fields {
    final String type;

    Fields(String type) {
      this.type = Objects.requireNonNull(type, "type");
    }

    abstract void accept(Field<?> field);

    <T> FieldBuilder<T> start(String fieldName, FieldKind kind, boolean many) {
      return new FieldBuilder<>(type, fieldName, kind, many, this::accept);
    }

    /** Free text. */
    public FieldBuilder<String> text(String fieldName) {
      return start(fieldName, FieldKind.TEXT, false);
    }

    /** One code of a list. */
    public FieldBuilder<String> code(String fieldName, String codelist) {
      return this.<String>start(fieldName, FieldKind.CODE, false).codelist(codelist);
    }

    /** Any number of codes of a list. */
    public FieldBuilder<List<String>> codes(String fieldName, String codelist) {
      return this.<List<String>>start(fieldName, FieldKind.CODE, true).codelist(codelist);
    }

    /** A calendar day. */
    public FieldBuilder<LocalDate> date(String fieldName) {
      return start(fieldName, FieldKind.DATE, false);
    }

    /** A whole number. */
    public FieldBuilder<Long> integer(String fieldName) {
      return start(fieldName, FieldKind.INTEGER, false);
    }

    /** An exact decimal. */
    public FieldBuilder<BigDecimal> decimal(String fieldName, int decimals) {
      return this.<BigDecimal>start(fieldName, FieldKind.DECIMAL, false).scale(decimals);
    }

    /** An amount in the portfolio's currency. */
    public FieldBuilder<Money> money(String fieldName) {
      return start(fieldName, FieldKind.MONEY, false);
    }
  }

  /** Describes extra fields one by one. */
  @Stable(since = "0.1.0")
  public static final class Extra extends Fields {
    private Extra(String type) {
      super(type);
    }

    @Override
    void accept(Field<?> field) {
      if (field.name().indexOf(':') < 0) {
        throw new IllegalArgumentException("an extra field needs a namespace: " + field.name());
      }
    }
  }

  /** Describes a record type field by field, in file order. Not thread-safe. */
  @Stable(since = "0.1.0")
  public static final class Builder extends Fields {
    private final String plural;
    private final boolean entity;
    private final Map<String, Field<?>> fields = new LinkedHashMap<>();
    private final Map<String, Field<?>> derived = new LinkedHashMap<>();
    private final Map<String, Dimension> dimensions = new LinkedHashMap<>();
    private LocalizedText label = LocalizedText.empty();
    private LocalizedText doc = LocalizedText.empty();

    private Builder(String name, String plural, boolean entity) {
      super(name);
      this.plural = plural;
      this.entity = entity;
    }

    @Override
    void accept(Field<?> field) {
      if (field.name().equals(SOURCE_ROWS)) {
        throw new IllegalArgumentException("the column of source rows is no field: " + field);
      }
      if (derived.containsKey(field.name()) || fields.put(field.name(), field) != null) {
        throw new IllegalArgumentException("field described twice: " + field);
      }
    }

    private void acceptDerived(Field<?> field) {
      if (fields.containsKey(field.name()) || derived.put(field.name(), field) != null) {
        throw new IllegalArgumentException("field described twice: " + field);
      }
    }

    /** Any number of codes that follow from other fields; see {@link RecordType#derivedFields}. */
    public FieldBuilder<List<String>> derivedCodes(String fieldName, String codelist) {
      return new FieldBuilder<List<String>>(type, fieldName, FieldKind.CODE, true, this::acceptDerived).codelist(codelist);
    }

    /** What people read. */
    public Builder labelled(String swedish, String english) {
      this.label = LocalizedText.of(swedish, english);
      return this;
    }

    /** What a record of this type is. */
    public Builder documented(String swedish, String english) {
      this.doc = LocalizedText.of(swedish, english);
      return this;
    }

    /** The id. */
    public FieldBuilder<String> id() {
      return text("id")
          .role(FieldRole.ID)
          .required()
          .labelled("Id", "Id")
          .documented("Unik i sin posttyp.", "Unique in its record type.");
    }

    /** The id of a fact that need not have one; it lets other records be about it. */
    public FieldBuilder<String> optionalId() {
      return text("id")
          .role(FieldRole.ID)
          .labelled("Id", "Id")
          .documented(
              "Unik i sin posttyp, om den anges; andra poster kan då gälla posten.",
              "Unique in its record type, where it is stated; other records can then be about the record.");
    }

    /** The record type of the record that this one is about; {@link #subject} says which it is. */
    public FieldBuilder<String> subjectType() {
      return code("subject-type", "record-types")
          .role(FieldRole.SUBJECT_TYPE)
          .required()
          .labelled("Gäller posttyp", "Subject type")
          .documented("Posttypen för posten som detta gäller.", "The type of the record that this one is about.");
    }

    /** The id of the record that this one is about, of the type that {@link #subjectType} names. */
    public FieldBuilder<String> subject() {
      return text("subject")
          .role(FieldRole.SUBJECT)
          .required()
          .labelled("Gäller post", "Subject")
          .documented("Id för posten som detta gäller.", "The id of the record that this one is about.");
    }

    /** The first day on which a version of an entity is valid. */
    public FieldBuilder<LocalDate> validFrom() {
      return date("valid-from")
          .role(FieldRole.VALID_FROM)
          .labelled("Gäller från", "Valid from")
          .documented(
              "Första dag då denna version av posten gäller; tom gäller från början.",
              "First day on which this version of the record is valid; empty means from the beginning.");
    }

    /** The day of an event. */
    public FieldBuilder<LocalDate> eventDate(String fieldName) {
      return date(fieldName).role(FieldRole.DATE);
    }

    /** The first day of a record that lasts. */
    public FieldBuilder<LocalDate> start() {
      return date("start")
          .role(FieldRole.START)
          .labelled("Start", "Start")
          .documented("Första dag; tom är öppen.", "First day; empty is open.");
    }

    /** The last day, inclusive, of a record that lasts. */
    public FieldBuilder<LocalDate> end() {
      return date("end")
          .role(FieldRole.END)
          .labelled("Slut", "End")
          .documented("Sista dag, inklusive; tom är öppen.", "Last day, inclusive; empty is open.");
    }

    /** The id of a record of another type. */
    public FieldBuilder<String> reference(String fieldName, String targetType) {
      return this.<String>start(fieldName, FieldKind.REFERENCE, false).target(targetType);
    }

    /** Any number of ids of records of another type. */
    public FieldBuilder<List<String>> references(String fieldName, String targetType) {
      return this.<List<String>>start(fieldName, FieldKind.REFERENCE, true).target(targetType);
    }

    /** The node of the programme tree; where it is not stated, the only operation. */
    public FieldBuilder<String> node() {
      return reference("node", "programme")
          .role(FieldRole.NODE)
          .labelled("Nod", "Node")
          .documented(
              "Djupaste noden i programträdet; utelämnas den gäller den enda insatsen.",
              "Deepest node of the programme tree; where it is left out, the only operation.");
    }

    /** What a short dimension name means on this type: a path to a code. */
    public Builder dimension(String shortName, FieldPath path) {
      return dimension(Dimension.of(shortName, path));
    }

    /** What a short dimension name means on this type: a path to a code at a level of its list. */
    public Builder dimension(String shortName, FieldPath path, String level) {
      return dimension(Dimension.of(shortName, path).at(level));
    }

    private Builder dimension(Dimension dimension) {
      if (dimensions.put(dimension.name(), dimension) != null) {
        throw new IllegalArgumentException("dimension described twice: " + dimension.name());
      }
      return this;
    }

    /** The region of a path as the dimensions {@code region}, {@code nuts2}, {@code county} and {@code municipality}. */
    public Builder regions(FieldPath region) {
      return dimension("region", region)
          .dimension("nuts2", region, "nuts2")
          .dimension("county", region, "county")
          .dimension("municipality", region, "municipality");
    }

    /** The finished description. */
    public RecordType build() {
      return new RecordType(
          type,
          plural,
          entity,
          label,
          doc,
          new LinkedHashMap<>(fields),
          new LinkedHashMap<>(derived),
          new LinkedHashMap<>(dimensions));
    }
  }
}
