package se.siru.core.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.siru.core.lexical.EditDistance;

/**
 * A name taken apart for comparison: its words without marks on letters and legal form, the parts of three letters of its words,
 * and its initials.
 */
final class NameParts {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int PART = 3;
  private static final int SHORTEST_FOR_SPELLING = 5;
  static final int MOST_INITIALS = 6;
  private static final int FEWEST_LETTERS_OF_TEXT = 3;
  static final int PERCENT = 100;
  private static final int SAME = 95;
  private static final int OTHER_FORM = 85;
  private static final int WHOLE_NAME = 70;
  private static final int WHOLE_TEXT = 60;
  private static final int INITIALS = 75;
  private static final int LENGTH_BONUS = 20;
  /** One edit for each so many letters. */
  private static final int LETTERS_OF_AN_EDIT = 6;
  /** The most parts that one edit changes: those that hold one of two swapped letters. */
  static final int PARTS_OF_AN_EDIT = 4;
  private static final int PLACES = 32;
  /** What keys begin with that are no parts but whole initials. */
  static final char WHOLE = '\t';

  private final List<String> words;
  private final TreeSet<String> keys = new TreeSet<>();
  private final String joined;
  private final String form;
  private final String initials;
  /** How many keys are parts. */
  private final int parts;
  /** How often each letter occurs; several letters share a place. */
  private final byte[] letters = new byte[PLACES];

  /** How like two names are, and what speaks most for it. */
  record Likeness(Suggestion.Why why, int score) {}

  private NameParts(List<String> words, String form, String initials) {
    this.words = words;
    this.joined = String.join(" ", words);
    this.form = form;
    this.initials = initials;
    for (String word : words) {
      String padded = " " + word + " ";
      for (int i = 0; i + PART <= padded.length(); i++) {
        keys.add(padded.substring(i, i + PART));
      }
    }
    this.parts = keys.size();
    joined.chars().forEach(letter -> letters[letter % PLACES]++);
    if (!initials.isEmpty()) {
      keys.add(WHOLE + initials);
    }
    if (joined.length() > 1 && joined.length() <= MOST_INITIALS) {
      keys.add(WHOLE + joined);
    }
  }

  static NameParts of(String text, OrganisationWords dictionary) {
    NormalName name = dictionary.name(text);
    String plain = fold(name.body() ? name.core() + " " + name.form() : name.core());
    List<String> all = dictionary.words(text);
    String initials = all.size() < 2 || all.size() > MOST_INITIALS ? ""
        : fold(all.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining()));
    return new NameParts(plain.isEmpty() ? List.of() : List.of(plain.split(" ")), name.form(), initials);
  }

  private static String fold(String text) {
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
  }

  /** By what names are found: their parts, and initials behind {@link #WHOLE}. */
  TreeSet<String> keys() {
    return keys;
  }

  /** How many keys are parts. */
  int parts() {
    return parts;
  }

  /** The length of the words with single blanks. */
  int length() {
    return joined.length();
  }

  /** The most letters by which a name may be longer or shorter that is this one misspelt. */
  int mostEdits() {
    return mostEdits(length() + Math.max(1, length() / (LETTERS_OF_AN_EDIT - 1)));
  }

  /** The most edits that make a misspelling, of the longer of two names. */
  static int mostEdits(int longer) {
    return longer < SHORTEST_FOR_SPELLING ? 0 : Math.max(1, longer / LETTERS_OF_AN_EDIT);
  }

  /** False where every name that is this one misspelt has a part of it. */
  boolean mayLoseAllParts() {
    return parts <= PARTS_OF_AN_EDIT * mostEdits();
  }

  /** How many letters one has and the other has not, at least. */
  int otherLetters(NameParts name) {
    int other = 0;
    for (int i = 0; i < PLACES; i++) {
      other += Math.abs(letters[i] - name.letters[i]);
    }
    return other;
  }

  /**
   * Compares this, of a text, with the name of an organisation.
   *
   * @param common how many keys the two have in common
   */
  Likeness likeness(NameParts name, int common) {
    if (words.isEmpty() || name.words.isEmpty()) {
      return new Likeness(Suggestion.Why.SIMILAR, 0);
    }
    if (joined.equals(name.joined)) {
      return new Likeness(Suggestion.Why.SAME_NAME, form.equals(name.form) ? SAME : OTHER_FORM);
    }
    Likeness best = new Likeness(Suggestion.Why.SPELLING, spelling(name));
    if (letters(name) >= SHORTEST_FOR_SPELLING && words.containsAll(name.words)) {
      best = better(best, Suggestion.Why.PART, WHOLE_NAME + LENGTH_BONUS * letters(name) / letters(this));
    }
    if (letters(this) >= FEWEST_LETTERS_OF_TEXT && name.words.containsAll(words)) {
      best = better(best, Suggestion.Why.SHORTER, WHOLE_TEXT + LENGTH_BONUS * letters(this) / letters(name));
    }
    if (joined.equals(name.initials) || name.joined.equals(initials)) {
      best = better(best, Suggestion.Why.INITIALS, INITIALS);
    }
    return best.score > 0 ? best : new Likeness(Suggestion.Why.SIMILAR, dice(name, common));
  }

  private static Likeness better(Likeness best, Suggestion.Why why, int score) {
    return score > best.score ? new Likeness(why, score) : best;
  }

  private int spelling(NameParts name) {
    int longer = Math.max(joined.length(), name.joined.length());
    int most = mostEdits(longer);
    boolean near = longer - Math.min(joined.length(), name.joined.length()) <= most;
    int edits = near ? EditDistance.atMost(joined, name.joined, most) : most + 1;
    return edits <= most ? PERCENT - PERCENT * edits / longer : 0;
  }

  private static int letters(NameParts name) {
    return name.joined.length() - Math.max(0, name.words.size() - 1);
  }

  /** Twice the common keys by all keys, in hundredths. */
  int dice(NameParts name, int common) {
    return 2 * PERCENT * common / (keys.size() + name.keys.size());
  }
}
