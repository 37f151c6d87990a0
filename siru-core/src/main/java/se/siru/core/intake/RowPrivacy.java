package se.siru.core.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.identifier.Identifier;
import se.siru.core.identifier.PersonalText;

/**
 * Keeps what a row says about persons out of all that is written, logged or shown. Personal columns are only ever shown as a
 * mask or a pseudonym. Other texts are rid of what looks like an address, a personal number or a telephone number, and of what
 * the row's personal columns say.
 */
final class RowPrivacy {
  /** What stands for the content of a personal column. */
  static final String PERSONAL = "[personal]";
  /** What stands for a text that names a person of the row. */
  static final String PERSON = "[person]";

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final int MOST_NAMES = 12;

  private final PersonalColumns columns;
  private final @Nullable SourceRow row;
  private final @Nullable PseudonymKey key;
  private @Nullable Names names;

  /** The words of the row's personal columns: those of several words are found inside other texts, too. */
  private record Names(Set<String> whole, List<String> inside) {}

  RowPrivacy(PersonalColumns columns, SourceRow row, @Nullable PseudonymKey key) {
    this.columns = columns;
    this.row = row;
    this.key = key;
  }

  private RowPrivacy() {
    this.columns = PersonalColumns.NONE;
    this.row = null;
    this.key = null;
  }

  /** For records that come from no row. */
  static RowPrivacy ofNoRow() {
    return new RowPrivacy();
  }

  /**
   * The pseudonym of a person who is known by some texts.
   *
   * @throws IllegalStateException without a key, which an import asks for before it reads anything
   */
  String pseudonym(List<String> texts) {
    if (key == null) {
      throw new IllegalStateException("a pseudonym without a key");
    }
    return key.pseudonym(texts.stream().map(RowPrivacy::normal).toList());
  }

  /** What may differ in two spellings that mean the same person does not: composition, blanks, letter case, separators of numbers. */
  private static String normal(String text) {
    return Identifier.of(text).map(Identifier::digits).orElseGet(() -> IdentityRule.ALL.key(text));
  }

  /** The text with masks for what is personal; what was found is added to the kinds. */
  String masked(String text, Set<String> found) {
    if (namesAPerson(text)) {
      found.add(PERSON);
      return PERSON;
    }
    return PersonalText.mask(text, kind -> found.add(kind.mask()));
  }

  /** The text with masks for what is personal. */
  String masked(String text) {
    return masked(text, new HashSet<>());
  }

  /**
   * An id with nothing personal in it: itself, or a pseudonym; null where a pseudonym would be needed and there is no key.
   *
   * @param ofText true where the id will be made of the text, which then is a name rather than an id
   */
  @Nullable String id(String text, boolean ofText) {
    boolean personal = namesAPerson(text) || PersonalText.isInId(text) || ofText && !PersonalText.mask(text, kind -> { }).equals(text);
    return !personal ? text : key == null ? null : pseudonym(List.of(text));
  }

  /** The cells of some columns as they may be shown. */
  Map<String, String> cells(Iterable<String> wanted) {
    Map<String, String> shown = new LinkedHashMap<>();
    if (row != null) {
      row.cells(wanted).forEach((name, cell) -> {
        boolean mask = columns.contains(name) && !cell.isEmpty();
        shown.put(name, mask ? PERSONAL : masked(cell));
      });
    }
    return shown;
  }

  private boolean namesAPerson(String text) {
    if (columns.isEmpty() || row == null) {
      return false;
    }
    Names known = names == null ? names(columns.texts(row)) : names;
    names = known;
    if (known.whole.isEmpty()) {
      return false;
    }
    String words = words(text);
    return known.whole.contains(words) || known.inside.stream().anyMatch((" " + words + " ")::contains);
  }

  /** Each text, and each two of them in either order: first name and surname may stand in two columns. */
  private static Names names(List<String> texts) {
    Set<String> single = new HashSet<>();
    for (String text : texts) {
      String words = words(text);
      if (words.codePoints().anyMatch(Character::isLetter) && single.size() < MOST_NAMES) {
        single.add(words);
      }
    }
    List<String> inside = new ArrayList<>();
    for (String one : single) {
      if (one.indexOf(' ') > 0) {
        inside.add(" " + one + " ");
      }
      for (String other : single) {
        if (!one.equals(other)) {
          inside.add(" " + one + " " + other + " ");
        }
      }
    }
    return new Names(single, inside);
  }

  private static String words(String text) {
    return NO_WORD.matcher(IdentityRule.ALL.key(text)).replaceAll(" ").strip();
  }
}
