package se.siru.core.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a row says which organisation it means. Only the name is ever written: the number may be a person's, and so is what
 * stands before the @ of an address.
 *
 * @param name the text
 * @param number the organisation number
 * @param email the mail address
 * @param contact a text in which an address is looked for where {@code email} has none
 * @param municipality where the organisation is, which orders suggestions
 */
record ResolveColumns(
    From name, @Nullable From number, @Nullable From email, @Nullable From contact, @Nullable From municipality) {

  /** Adds all columns. */
  void columns(Set<String> into) {
    name.columns(into);
    columns(number, into);
    columns(email, into);
    columns(contact, into);
    columns(municipality, into);
  }

  /** What holds addresses, and so is personal. */
  List<From> addresses() {
    return Stream.of(Optional.ofNullable(email), Optional.ofNullable(contact)).flatMap(Optional::stream).toList();
  }

  private static void columns(@Nullable From from, Set<String> into) {
    if (from != null) {
      from.columns(into);
    }
  }

  /** The text of an origin; empty where there is none. */
  static String text(@Nullable From from, From.Scope scope) {
    return from == null ? "" : from.text(scope);
  }
}
