package se.siru.core.vocabulary;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.lexical.IdText;
import se.siru.core.stability.Stable;
import se.siru.core.text.LocalizedText;

/**
 * One code of a code list.
 *
 * @param code the code itself, unique in its list; never {@value Codelist#UNKNOWN}
 * @param label what people read
 * @param parent the code above it in the same list, or null at the top
 * @param level the name of its level ({@code county}, {@code municipality}), or null where the list has no levels
 * @param from first day of validity, or null where it was always valid
 * @param until first day after its validity, or null where it is still valid
 * @param aliases other spellings by which foreign data name it
 */
@Stable(since = "0.1.0")
public record Code(
    String code,
    LocalizedText label,
    @Nullable String parent,
    @Nullable String level,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    List<String> aliases) {

  /** Checks and copies the components. */
  public Code {
    Objects.requireNonNull(label, "label");
    if (IdText.fault(code) != null || code.equals(Codelist.UNKNOWN)) {
      throw new IllegalArgumentException("not a code: '" + code + "'");
    }
    aliases = List.copyOf(aliases);
  }

  /** A code at the top of a list without levels, always valid. */
  public static Code of(String code, LocalizedText label) {
    return new Code(code, label, null, null, null, null, List.of());
  }

  /** The same code with another label. */
  public Code labelled(LocalizedText newLabel) {
    return new Code(code, newLabel, parent, level, from, until, aliases);
  }

  /** The same code below another. */
  public Code below(String parentCode) {
    return new Code(code, label, parentCode, level, from, until, aliases);
  }

  /** True where the code is valid on a day. */
  public boolean validOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }
}
