package se.siru.core.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;
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

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  /** What stood between a person and an organisation. */
  private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Punct}\u2013\u2014]+|[\\s,;:/&+\\-\u2013\u2014]+$");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern MASK =
      Pattern.compile(
          Stream.concat(Stream.of(PERSONAL, PERSON), Arrays.stream(PersonalText.Kind.values()).map(PersonalText.Kind::mask))
              .map(Pattern::quote)
              .collect(Collectors.joining("|")));
  private static final Pattern BRACKETS = Pattern.compile("[(\\[<] *[)\\]>]");
  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final int MOST_NAMES = 12;

  private final PersonalColumns columns;
  private final @Nullable SourceRow row;
  private final @Nullable PseudonymKey key;
  private @Nullable Names names;

  /** What the row's personal columns say: as it stands, and words that name somebody where all of them are there. */
  private record Names(Set<String> whole, Set<Set<String>> together) {}

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

  /** The same for spellings of one person: letters composed or not, blanks, letter case, separators of numbers. */
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

  /** The text without what is personal, and without the masks that stood for it and the brackets around them. */
  String withoutPersons(String text) {
    String masked = PersonalText.mask(namesAPerson(text) ? withoutNames(text) : text, kind -> { });
    return MASK.matcher(masked).find()
        ? BLANKS.matcher(BRACKETS.matcher(MASK.matcher(masked).replaceAll(" ")).replaceAll(" ")).replaceAll(" ").strip()
        : masked;
  }

  /**
   * An id with nothing personal in it: itself, or a pseudonym; null where a pseudonym would be needed and there is no key.
   *
   * @param ofText true where the id will be made of the text, which then is a name rather than an id
   */
  @Nullable String id(String text, boolean ofText) {
    boolean personal = namesAPerson(text) || PersonalText.isInId(text) || ofText && !masked(text).equals(text);
    return !personal ? text : key == null ? null : key.id(normal(text));
  }

  /** A finding about a source without what looks like personal data in what it quotes. */
  static Finding masked(Finding finding) {
    RowPrivacy any = ofNoRow();
    List<String> arguments = new ArrayList<>();
    finding.arguments().forEach((name, value) -> arguments.addAll(List.of(name, any.masked(value))));
    Origin at = finding.origin();
    String column = at.column();
    Origin masked = new Origin(any.masked(at.source()), at.row(), column == null ? null : any.masked(column));
    return Finding.of(finding.rule(), masked, arguments.toArray(String[]::new));
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
    Set<String> each = Set.copyOf(Arrays.asList(words.split(" ")));
    return known.whole.contains(words) || known.together.stream().anyMatch(each::containsAll);
  }

  /** Each text of several words, and each two texts: first name and surname may stand in two columns. */
  private static Names names(List<String> texts) {
    Set<String> whole = new LinkedHashSet<>();
    for (String text : texts) {
      String words = words(text);
      if (words.codePoints().anyMatch(Character::isLetter) && whole.size() < MOST_NAMES) {
        whole.add(words);
      }
    }
    Set<Set<String>> together = new HashSet<>();
    for (String one : whole) {
      for (String other : whole) {
        Set<String> words = new HashSet<>(Arrays.asList(one.split(" ")));
        words.addAll(Arrays.asList(other.split(" ")));
        if (words.size() > 1) {
          together.add(words);
        }
      }
    }
    return new Names(whole, together);
  }

  /** The text without the words of those persons of the row whom it names; what is left may be their organisation. */
  private String withoutNames(String text) {
    Names known = Objects.requireNonNull(names);
    if (known.whole.contains(words(text))) {
      return "";
    }
    Set<String> each = Set.copyOf(Arrays.asList(words(text).split(" ")));
    Set<String> ofPersons = new HashSet<>();
    known.together.stream().filter(each::containsAll).forEach(ofPersons::addAll);
    StringBuilder rest = new StringBuilder();
    int done = 0;
    for (Matcher word = WORD.matcher(text); word.find();) {
      if (ofPersons.contains(words(word.group()))) {
        rest.append(text, done, word.start());
        done = word.end();
      }
    }
    String left = BRACKETS.matcher(rest.append(text, done, text.length())).replaceAll(" ");
    return EDGES.matcher(left).replaceAll("");
  }

  private static String words(String text) {
    return NO_WORD.matcher(IdentityRule.ALL.key(text)).replaceAll(" ").strip();
  }
}
