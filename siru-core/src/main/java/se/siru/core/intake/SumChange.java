package se.siru.core.intake;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;

/**
 * The sum of an amount or of hours that a new import changed: what a correction does that leaves all counts as they are.
 *
 * @param type the record type
 * @param field its field
 * @param before in the portfolio that was replaced
 * @param after in the portfolio that was written
 */
@Provided(since = "0.1.0")
public record SumChange(String type, String field, BigDecimal before, BigDecimal after) {
  /** Checks the components. */
  public SumChange {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  /** What is added up, for people, in small letters. */
  public LocalizedText label(Schema schema) {
    RecordType of = schema.type(type);
    LocalizedText own = of.field(field).orElseThrow().label();
    return LocalizedText.of(small(of.label(), own, "sv"), small(of.label(), own, "en"));
  }

  private static String small(LocalizedText type, LocalizedText field, String language) {
    return (type.in(language) + ", " + field.in(language)).toLowerCase(Locale.ROOT);
  }
}
