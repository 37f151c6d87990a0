package se.siru.core.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.json.Closest;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonPosition;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.lexical.IdText;
import se.siru.core.model.Dimension;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;
import se.siru.core.model.FieldRole;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** Looks up what definitions name: record types, fields, codes, levels. What is not there is reported with what is. */
final class DefinitionNames {
  private final Schema schema;
  private final Findings findings;
  private final String source;
  private final @Nullable CodeSource code;
  private final List<Mention> mentions = new ArrayList<>();

  /**
   * The names in one document.
   *
   * @param code gives the code that the document names; null where it may name none
   */
  DefinitionNames(Schema schema, Findings findings, String source, @Nullable CodeSource code) {
    this.schema = schema;
    this.findings = findings;
    this.source = source;
    this.code = code;
  }

  /** Gives the code that the document names, where it may name any. */
  Optional<CodeSource> code() {
    return Optional.ofNullable(code);
  }

  /** Keeps a name to be looked up when all definitions are read. */
  void mention(Mention mention) {
    mentions.add(mention);
  }

  /** What was kept. */
  List<Mention> mentions() {
    return List.copyOf(mentions);
  }

  /** Keeps the name of a function to be looked up later. */
  void function(String id, JsonPosition at) {
    mention(new Mention(id, id, 0, JsonFindings.origin(source, at)));
  }

  /** The record type that a member names. */
  Optional<RecordType> recordType(JsonAccess access, String member) {
    Optional<String> name = access.requiredText(member);
    Optional<RecordType> type = name.flatMap(schema::find);
    if (name.isPresent() && type.isEmpty()) {
      String known = Closest.orAll(name.get(), schema.types().stream().map(RecordType::name).toList());
      report(DefinitionRules.UNKNOWN_RECORD, at(access, member), "name", name.get(), "known", known);
    }
    return type;
  }

  /** The type that a reference points at. */
  RecordType target(Field<?> reference) {
    return schema.type(Objects.requireNonNull(reference.target(), reference.toString()));
  }

  Optional<Field<?>> field(RecordType type, String name, JsonPosition at) {
    Optional<Field<?>> field = type.fieldOrDerived(name);
    if (field.isEmpty()) {
      Stream<Field<?>> all = Stream.concat(type.fields().stream(), type.derivedFields().stream());
      String known = Closest.orAll(name, all.map(Field::name).toList());
      report(DefinitionRules.UNKNOWN_FIELD, at, "record", type.name(), "name", name, "known", known);
    }
    return field;
  }

  /** A path from text, step by step, so that the step that leads nowhere is the one reported. */
  @Nullable FieldPath path(RecordType type, String text, JsonPosition at) {
    FieldPath path = null;
    for (String step : text.split("\\.", -1)) {
      if (path != null && path.last().kind() != FieldKind.REFERENCE) {
        doesNotFit(at, path.last().name() + " is no reference, so " + text + " leads nowhere");
        return null;
      }
      Field<?> field = field(path == null ? type : target(path.last()), step, at).orElse(null);
      if (field == null) {
        return null;
      }
      FieldPath before = path;
      path = before == null ? field.path() : fit(at, () -> before.then(field));
      if (path == null) {
        return null;
      }
    }
    return path;
  }

  /** The path in a member; reported and null where it is no text or leads nowhere. */
  @Nullable FieldPath path(RecordType type, JsonAccess access, String member) {
    Optional<String> text = access.requiredText(member);
    return text.isEmpty() ? null : path(type, text.get(), at(access, member));
  }

  /** Paths to codes or references: one text, or an array of them. */
  List<FieldPath> keys(RecordType type, JsonAccess access, String member) {
    List<FieldPath> keys = new ArrayList<>();
    paths(type, access, member, (path, at) -> {
      if (path.last().kind() != FieldKind.CODE && path.last().kind() != FieldKind.REFERENCE) {
        doesNotFit(at, path + " is neither a code nor a reference");
      } else {
        keys.add(path);
      }
    });
    return keys;
  }

  /** Paths of a member that is a text or a list of texts, each with its place. */
  void paths(RecordType type, JsonAccess access, String member, BiConsumer<FieldPath, JsonPosition> take) {
    each(access, member, (text, at) -> {
      FieldPath path = path(type, text, at);
      if (path != null) {
        take.accept(path, at);
      }
    });
  }

  /** Reports a code that the list of a code field does not hold. A list that is not at hand tells nothing. */
  void checkCode(Field<?> field, String code, JsonPosition at) {
    String id = field.kind() == FieldKind.CODE ? field.codelist() : null;
    if (id != null) {
      schema.vocabulary().find(id).ifPresent(list -> checkCode(list, code, at));
    }
  }

  /** Reports a text that can be no id, so that no reference equals it. */
  void checkId(Field<?> field, String text, JsonPosition at) {
    boolean isId = field.kind() == FieldKind.REFERENCE || field.role() == FieldRole.ID;
    IdText.Fault fault = isId ? IdText.fault(text) : null;
    if (fault != null) {
      report(DefinitionRules.NOT_AN_ID, at, "name", text, "character", fault.character().isEmpty() ? "–" : fault.character());
    }
  }

  /** Reports a text that cannot name an indicator, and the character where it is one that cannot be seen. */
  void noName(String text, JsonPosition at) {
    IdText.Fault fault = IdText.fault(text);
    if (fault == null || fault.character().isEmpty()) {
      report(DefinitionRules.NAME, at, "name", text);
    } else {
      report(DefinitionRules.NOT_AN_ID, at, "name", text, "character", fault.character());
    }
  }

  /** Reports a level of the programme tree that does not exist. */
  void checkScope(String level, JsonPosition at) {
    schema.vocabulary().find("programme-levels").ifPresent(list -> checkCode(list, level, at));
  }

  private void checkCode(Codelist list, String code, JsonPosition at) {
    if (list.position(code) < 0) {
      String known =
          list.resolve(code).map(Code::code).orElseGet(() -> Closest.orAll(code, list.codes().stream().map(Code::code).toList()));
      report(DefinitionRules.UNKNOWN_CODE, at, "list", list.id(), "name", code, "known", known);
    }
  }

  /** The texts of a member that is a text or a list of texts, each shown with its place. */
  List<String> each(JsonAccess access, String member, BiConsumer<String, JsonPosition> see) {
    List<String> texts = access.texts(member); // reports what is no text
    JsonValue value = access.json().get(member);
    List<JsonValue> elements = value instanceof JsonArray ? ((JsonArray) value).values() : List.of();
    for (JsonValue element : value instanceof JsonText ? List.of(value) : elements) {
      if (element instanceof JsonText) {
        see.accept(((JsonText) element).value(), element.position());
      }
    }
    return texts;
  }

  /** The plain names of dimensions that results may be broken down by: those of all record types, and those that a definition makes. */
  Set<String> dimensionNames(RecordType type, JsonAccess definition) {
    Set<String> names = new LinkedHashSet<>(type.dimensions().keySet());
    schema.types().forEach(each -> names.addAll(each.dimensions().keySet()));
    if (definition.json().get("dimensions") instanceof JsonObject own) {
      names.addAll(own.members().keySet());
    }
    if (definition.json().get("band") instanceof JsonObject band && band.get("dimension") instanceof JsonText made) {
      names.add(made.value());
    }
    return names;
  }

  /** Reports what is neither the name of a dimension nor a path to one. */
  void checkDimension(RecordType type, String text, Set<String> known, JsonPosition at) {
    String way = text.contains("@") ? text.substring(0, text.indexOf('@')) : text;
    boolean isPath = way.contains(".") || type.fieldOrDerived(way).isPresent();
    if (!isPath && !known.contains(way)) {
      report(DefinitionRules.UNKNOWN_DIMENSION, at, "name", text, "known", Closest.orAll(way, known));
    }
  }

  /** A dimension as a path with a level behind {@code @}, or as a short name of the record type. */
  @Nullable Dimension dimension(RecordType type, String name, JsonText meaning) {
    String text = meaning.value();
    int level = text.indexOf('@');
    String way = level < 0 ? text : text.substring(0, level);
    Dimension known = type.dimensions().get(way);
    if (known == null || type.fieldOrDerived(way).isPresent()) {
      FieldPath path = path(type, way, meaning.position());
      known = path == null ? null : fit(meaning.position(), () -> Dimension.of(name, path));
    }
    if (known == null || level < 0) {
      return known == null ? null : known.named(name);
    }
    Dimension atLevel = known.named(name).at(text.substring(level + 1));
    checkLevel(atLevel, meaning.position());
    return atLevel;
  }

  private void checkLevel(Dimension dimension, JsonPosition at) {
    String target = dimension.path().last().target();
    boolean ofProgramme = ProgrammeNode.TYPE.name().equals(target);
    if (target != null && !ofProgramme) {
      doesNotFit(at, dimension.path() + " names things without levels");
      return;
    }
    String id = ofProgramme ? "programme-levels" : Objects.requireNonNull(dimension.path().last().codelist());
    String level = Objects.requireNonNull(dimension.level());
    schema.vocabulary().find(id).ifPresent(list -> {
      List<String> levels =
          list.codes().stream().map(ofProgramme ? Code::code : Code::level).filter(Objects::nonNull).distinct().toList();
      if (!levels.contains(level)) {
        report(DefinitionRules.UNKNOWN_LEVEL, at, "list", id, "name", level, "known", Closest.orAll(level, levels));
      }
    });
  }

  /** What a constructor of the algebra makes; its refusal becomes a finding. */
  <T> @Nullable T fit(JsonPosition at, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException | IllegalStateException refused) {
      doesNotFit(at, String.valueOf(refused.getMessage()));
      return null;
    }
  }

  void doesNotFit(JsonPosition at, String problem) {
    report(DefinitionRules.DOES_NOT_FIT, at, "problem", problem);
  }

  void exactlyOne(JsonPosition at, Collection<String> choices) {
    report(DefinitionRules.EXACTLY_ONE, at, "choices", String.join(", ", choices));
  }

  void report(Rule rule, JsonPosition at, String... namesAndValues) {
    findings.add(rule, JsonFindings.origin(source, at), namesAndValues);
  }

  /** The place of a member, or of the object where it is absent. */
  static JsonPosition at(JsonAccess access, String member) {
    JsonValue value = access.json().get(member);
    return value == null ? access.position() : value.position();
  }
}
