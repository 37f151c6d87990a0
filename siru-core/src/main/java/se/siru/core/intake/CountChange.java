package se.siru.core.intake;

import java.util.Locale;
import java.util.Objects;
import se.siru.core.model.Field;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/**
 * A count that differs between the portfolio that an import wrote and the one that it replaced.
 *
 * @param of a record type, such as {@code participation}; or a field that refers to stakeholders, such as {@code
 *     participation.organisations}, where the legal units are counted that records name in it; {@code stakeholder units} for
 *     all legal units
 * @param sector a code of the list {@code sectors} or {@code unknown}; empty where the count is over all
 * @param before in the portfolio that was replaced
 * @param after in the portfolio that was written
 */
@Provided(since = "0.1.0")
public record CountChange(String of, String sector, long before, long after) {
  /** Checks the components. */
  public CountChange {
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(sector, "sector");
  }

  /** What is counted of stakeholders as a whole. */
  static final String UNITS = "stakeholder units";

  private static final LocalizedText DISTINCT = LocalizedText.of("olika aktörer", "distinct stakeholders");

  /** What is counted, for people, in small letters: a record type, or what its field names. */
  public LocalizedText label(Schema schema) {
    if (of.equals(UNITS)) {
      return DISTINCT;
    }
    int dot = of.indexOf('.');
    RecordType type = schema.type(dot < 0 ? of : of.substring(0, dot));
    LocalizedText field =
        dot < 0 ? LocalizedText.empty() : type.field(of.substring(dot + 1)).map(Field::label).orElse(LocalizedText.empty());
    return LocalizedText.of(small(type.label(), field, "sv"), small(type.label(), field, "en"));
  }

  /** The sector for people, in small letters; empty where the count is over all. */
  public LocalizedText sectorLabel(Schema schema) {
    if (sector.equals(Codelist.UNKNOWN)) {
      return LocalizedText.of("okänt", "unknown");
    }
    LocalizedText label = schema.codelist(Stakeholder.SECTOR).find(sector).map(Code::label).orElse(LocalizedText.empty());
    return LocalizedText.of(small(label, LocalizedText.empty(), "sv"), small(label, LocalizedText.empty(), "en"));
  }

  private static String small(LocalizedText first, LocalizedText second, String language) {
    String text = first.in(language) + (second.isEmpty() ? "" : ", " + second.in(language));
    return text.toLowerCase(Locale.ROOT);
  }
}
