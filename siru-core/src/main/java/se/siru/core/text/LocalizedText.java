package se.siru.core.text;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import se.siru.core.stability.Stable;

/**
 * One text in several languages. Language tags are BCP 47 in lower case ({@code sv}, {@code en}).
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class LocalizedText {
  private static final LocalizedText EMPTY = new LocalizedText(new TreeMap<>());

  private final TreeMap<String, String> byLanguage;

  private LocalizedText(TreeMap<String, String> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /** A text with no language at all; {@link #in} gives the empty string. */
  public static LocalizedText empty() {
    return EMPTY;
  }

  /** A text in the two built-in languages. */
  public static LocalizedText of(String swedish, String english) {
    return EMPTY.with("sv", swedish).with("en", english);
  }

  /** A text that there is in English only; every language falls back to it. */
  public static LocalizedText english(String wording) {
    return EMPTY.with("en", wording);
  }

  /** A text in a language that nobody stated, tagged {@code und}; every language falls back to it. */
  public static LocalizedText undetermined(String wording) {
    return EMPTY.with("und", wording);
  }

  /** A text from language tag to wording; later changes of the map have no effect. */
  public static LocalizedText of(Map<String, String> byLanguage) {
    LocalizedText text = EMPTY;
    for (Map.Entry<String, String> entry : byLanguage.entrySet()) {
      text = text.with(entry.getKey(), entry.getValue());
    }
    return text;
  }

  /** This text with the wording of one language added or replaced. */
  public LocalizedText with(String language, String wording) {
    TreeMap<String, String> copy = new TreeMap<>(byLanguage);
    copy.put(Objects.requireNonNull(language, "language"), Objects.requireNonNull(wording, "wording"));
    return new LocalizedText(copy);
  }

  /**
   * The wording in a language; where it is absent, the primary language ({@code sv} for {@code sv-FI}), then English,
   * then Swedish, then the first language in alphabetical order, then the empty string.
   */
  public String in(String language) {
    Objects.requireNonNull(language, "language");
    String exact = byLanguage.get(language);
    if (exact != null) {
      return exact;
    }
    int dash = language.indexOf('-');
    if (dash > 0) {
      return in(language.substring(0, dash));
    }
    for (String fallback : new String[] {"en", "sv"}) {
      String wording = byLanguage.get(fallback);
      if (wording != null) {
        return wording;
      }
    }
    return byLanguage.isEmpty() ? "" : byLanguage.firstEntry().getValue();
  }

  /** True where no language has a wording. */
  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }

  /** Language tag to wording, in alphabetical order of the tags; a copy. */
  public Map<String, String> asMap() {
    return new TreeMap<>(byLanguage);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LocalizedText && byLanguage.equals(((LocalizedText) other).byLanguage);
  }

  @Override
  public int hashCode() {
    return byLanguage.hashCode();
  }

  @Override
  public String toString() {
    return byLanguage.toString();
  }
}
