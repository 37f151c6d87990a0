package se.siru.core.identity;

import java.util.Locale;
import java.util.Objects;

/**
 * An organisation that a text may mean.
 *
 * @param id the organisation
 * @param name what it is called
 * @param why what speaks most for it
 * @param score 0 to 99; a rank among suggestions and no probability
 */
public record Suggestion(String id, String name, Why why, int score) {
  /** What speaks for a suggestion. */
  public enum Why {
    /** The organisation number is the same, and it is not the only one that has it. */
    NUMBER,
    /** The mail domain is the same. */
    DOMAIN,
    /** The name is the same, but it is not the only one, or the legal form differs, or something contradicts. */
    SAME_NAME,
    /** A few letters differ. */
    SPELLING,
    /** The text holds the whole name and more, such as a department. */
    PART,
    /** The name holds the whole text and more. */
    SHORTER,
    /** The text has the initials of the name. */
    INITIALS,
    /** Words or parts of words are the same. */
    SIMILAR;

    /** The word in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Checks the components. */
  public Suggestion {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(why, "why");
  }
}
