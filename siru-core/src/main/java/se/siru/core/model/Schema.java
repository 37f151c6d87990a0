package se.siru.core.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.law.LawData;
import se.siru.core.stability.Experimental;
import se.siru.core.stability.Provided;
import se.siru.core.text.Translation;
import se.siru.core.vocabulary.Codelist;
import se.siru.core.vocabulary.Vocabulary;

/**
 * The record types and code lists that a portfolio is made of, and the law that it is held to: the standard ones, and what plugins,
 * mappings and the portfolio itself declare beside them.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class Schema {
  private static final Schema STANDARD = standardSchema();

  private final Map<String, RecordType> types;
  private final List<Field<?>> extraFields;
  private final Vocabulary vocabulary;
  private final LawData law;

  private Schema(Map<String, RecordType> types, List<Field<?>> extraFields, Vocabulary vocabulary, LawData law) {
    this.types = Collections.unmodifiableMap(types);
    this.extraFields = List.copyOf(extraFields);
    this.vocabulary = vocabulary;
    this.law = law;
  }

  private static Schema standardSchema() {
    Map<String, RecordType> types = new LinkedHashMap<>();
    StandardTypes.ALL.forEach(type -> types.put(type.name(), type));
    return new Schema(types, List.of(), Vocabulary.standard(), LawData.standard());
  }

  /** The standard record types and code lists. */
  public static Schema standard() {
    return STANDARD;
  }

  /** This schema with extra fields; each names its record type and carries a namespace. */
  public Schema withFields(Collection<? extends Field<?>> fields) {
    Map<String, RecordType> more = new LinkedHashMap<>(types);
    List<Field<?>> extras = new ArrayList<>(extraFields);
    for (Field<?> field : fields) {
      RecordType known = type(field.type());
      more.put(field.type(), more.getOrDefault(field.type(), known).with(List.of(field)));
      extras.add(field);
    }
    return new Schema(more, extras, vocabulary, law);
  }

  /** This schema with code lists added, or replaced where the id is taken. */
  public Schema withCodelists(Collection<Codelist> lists) {
    Vocabulary more = vocabulary;
    for (Codelist list : lists) {
      more = more.with(list);
    }
    return new Schema(types, extraFields, more, law);
  }

  /** This schema with the sections that law data state in place of those before. */
  @Experimental(since = "0.1.0")
  public Schema withLaw(LawData data) {
    return new Schema(types, extraFields, vocabulary, law.with(data));
  }

  /**
   * The same schema with the words of a further language for its record types, fields, code lists and codes. Where texts of sources are
   * compared with the labels of codes, these words are known, too.
   */
  public Schema translated(Translation translation) {
    Map<String, RecordType> all = new LinkedHashMap<>();
    types.forEach((name, type) -> all.put(name, type.translated(translation)));
    List<Field<?>> extras = new ArrayList<>();
    extraFields.forEach(field -> extras.add(all.get(field.type()).field(field.name()).orElseThrow()));
    Vocabulary lists = vocabulary;
    for (String id : vocabulary.ids()) {
      lists = lists.with(vocabulary.list(id).translated(translation));
    }
    return new Schema(all, extras, lists, law);
  }

  /** The record types, entities before facts. */
  public Collection<RecordType> types() {
    return types.values();
  }

  /** The record type with a name, if there is one. */
  public Optional<RecordType> find(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /**
   * The record type with a name.
   *
   * @throws SiruException with {@link ErrorCode#UNKNOWN_NAME} where there is none
   */
  public RecordType type(String name) {
    return find(name).orElseThrow(() -> new SiruException(ErrorCode.UNKNOWN_NAME, "no record type '" + name + "'"));
  }

  /** The fields beyond the standard description, in the order in which they were declared. */
  public List<Field<?>> extraFields() {
    return extraFields;
  }

  /** The code lists. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** What agreements and aid are held to. */
  @Experimental(since = "0.1.0")
  public LawData law() {
    return law;
  }

  /** The code list of a code field. */
  public Codelist codelist(Field<?> field) {
    String id = field.codelist();
    if (id == null) {
      throw new IllegalArgumentException(field + " holds no codes");
    }
    return vocabulary.list(id);
  }

  /**
   * A path from text: {@code sector}, {@code activity.kind}. An extra field's namespace and name stay together.
   *
   * @throws SiruException with {@link ErrorCode#UNKNOWN_NAME} where a step names no field or follows no reference
   */
  public FieldPath path(String recordType, String text) {
    RecordType at = type(recordType);
    FieldPath path = null;
    for (String step : text.split("\\.", -1)) {
      RecordType here = at;
      Field<?> field =
          here.fieldOrDerived(step)
              .orElseThrow(
                  () ->
                      new SiruException(
                          ErrorCode.UNKNOWN_NAME, "record type " + here.name() + " has no field '" + step + "'"));
      if (path != null && path.last().target() == null) {
        throw new SiruException(ErrorCode.UNKNOWN_NAME, path.last() + " is no reference, so '" + text + "' leads nowhere");
      }
      path = path == null ? FieldPath.of(field) : path.then(field);
      String target = field.target();
      at = target == null ? at : type(target);
    }
    return Objects.requireNonNull(path, text);
  }

  /**
   * A dimension from text, as it is meant on records of a type: a short name ({@code county}), a short name or path with a level
   * ({@code region@county}), or a path ({@code activity.kind}); empty where it means nothing on that type.
   */
  public Optional<Dimension> dimension(RecordType recordType, String text) {
    RecordType type = find(recordType.name()).orElse(recordType);
    int at = text.indexOf('@');
    String name = at < 0 ? text : text.substring(0, at);
    Dimension known = type.dimensions().get(name);
    if (known == null) {
      try {
        FieldPath path = path(type.name(), name);
        if (path.last().kind() != FieldKind.CODE) {
          return Optional.empty();
        }
        known = Dimension.of(text, path);
      } catch (SiruException notAPath) {
        return Optional.empty();
      }
    }
    return Optional.of(at < 0 ? known : known.named(text).at(text.substring(at + 1)));
  }
}
