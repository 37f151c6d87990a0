package se.siru.core.identity;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking for an organisation.
 *
 * @param method the step that decided
 * @param id the organisation; null where none was found, or several
 * @param candidates the ids between which the texts do not decide; empty where nothing spoke for any
 */
public record Identification(Method method, @Nullable String id, List<String> candidates) {
  /** The steps, in their order. */
  public enum Method {
    /** The organisation number. */
    NUMBER,
    /** A line of {@code identity.csv}, or the id itself. */
    IDENTITY,
    /** The domain of a mail address. */
    DOMAIN,
    /** The normal form of the name. */
    NAME,
    /** None of them. */
    NONE;

    /** The word in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the list. */
  public Identification {
    candidates = List.copyOf(candidates);
  }

  static Identification found(Method method, String id) {
    return new Identification(method, id, List.of());
  }

  public static Identification ask(List<String> candidates) {
    return new Identification(Method.NONE, null, candidates);
  }
}
