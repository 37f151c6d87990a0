package se.siru.core.evaluation;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.Closest;
import se.siru.core.model.Condition;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Schema;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;

/** The fields and codes that conditions ask for, held against those that there are. */
final class AskedNames {
  private final Schema schema;

  AskedNames(Schema schema) {
    this.schema = schema;
  }

  /**
   * The first thing that a condition asks for and that is not there.
   *
   * @param type the record type that the condition is asked of
   */
  Optional<LocalizedText> missing(Condition condition, String type) {
    if (condition instanceof Condition.AllOf all) {
      return first(all.conditions().stream(), part -> missing(part, type));
    }
    if (condition instanceof Condition.AnyOf any) {
      return first(any.conditions().stream(), part -> missing(part, type));
    }
    if (condition instanceof Condition.Not not) {
      return missing(not.condition(), type);
    }
    if (condition instanceof Condition.Related related) {
      return missing(related, type);
    }
    if (condition instanceof Condition.Several several) {
      return missing(several.related(), type).or(() -> missing(several.different(), several.related().via().type()));
    }
    if (condition instanceof Condition.Order order) {
      return first(Stream.of(order.first(), order.second()), day -> missing(day.path(), day.outer() ? day.path().first().type() : type));
    }
    if (condition instanceof Condition.Different different) {
      return missing(different.path(), type);
    }
    if (condition instanceof Condition.Opaque) {
      return Optional.empty();
    }
    FieldPath path = ValueConditions.path(condition);
    return missing(path, type).or(() -> condition instanceof Condition.OneOf oneOf ? missingCode(oneOf) : Optional.empty());
  }

  private Optional<LocalizedText> missing(Condition.Related related, String type) {
    Field<?> via = related.via();
    @Nullable FieldPath of = related.of();
    boolean refersHere = of != null || via.role() == FieldRole.SUBJECT || type.equals(via.target());
    return (refersHere ? missing(FieldPath.of(via), via.type()) : Optional.of(field(via)))
        .or(() -> of == null ? Optional.empty() : missing(of, type))
        .or(() -> missing(related.where(), via.type()));
  }

  private Optional<LocalizedText> missing(FieldPath path, String type) {
    return path.first().type().equals(type)
        ? path.fields().stream().filter(each -> !isThere(each)).findFirst().map(AskedNames::field)
        : Optional.of(field(path.first()));
  }

  private boolean isThere(Field<?> field) {
    return schema.find(field.type()).flatMap(type -> type.fieldOrDerived(field.name()))
        .filter(known -> known.kind() == field.kind() && Objects.equals(known.codelist(), field.codelist()))
        .isPresent();
  }

  private Optional<LocalizedText> missingCode(Condition.OneOf oneOf) {
    Field<?> field = oneOf.path().last();
    return field.kind() == FieldKind.CODE
        ? oneOf.values().stream().filter(code -> schema.codelist(field).position(code) < 0).findFirst()
            .map(code -> missingCode(code, field))
        : Optional.empty();
  }

  private LocalizedText missingCode(String code, Field<?> field) {
    String meant = Closest.to(code, schema.codelist(field).codes().stream().map(Code::code).toList());
    return LocalizedText.of(
        "koden '" + code + "'" + (meant == null ? "" : " (menades " + meant + "?)") + " i kodlistan " + field.codelist(),
        "the code '" + code + "'" + (meant == null ? "" : " (was " + meant + " meant?)") + " of the list " + field.codelist());
  }

  private static LocalizedText field(Field<?> field) {
    return LocalizedText.of("fältet " + field, "the field " + field);
  }

  private static <T> Optional<LocalizedText> first(Stream<T> parts, Function<T, Optional<LocalizedText>> missing) {
    return parts.map(missing).flatMap(Optional::stream).findFirst();
  }
}
