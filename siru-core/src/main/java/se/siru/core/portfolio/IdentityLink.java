package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That one stakeholder is the same legal unit as another, or belongs to its group. Ids stay as they are: taking the link away
 * takes its effect away.
 *
 * @param id the stakeholder that the link is about
 * @param target the stakeholder that it is, or belongs to
 * @param kind what the link says
 * @param from first day on which it holds, or null for always. Links that merge units merge all versions of the id whatever the
 *     day, and the portfolio carries a warning that says so
 */
public record IdentityLink(String id, String target, Kind kind, @Nullable LocalDate from) {

  /** What a link says. */
  public enum Kind {
    /** Two ids of one legal unit. */
    ALIAS,
    /** A branch or workplace of the legal unit. */
    BRANCH,
    /** The legal unit continues as the target. */
    SUCCESSOR,
    /** The target is the parent of a group; the units stay apart. */
    GROUP;

    /** The word in files, for example {@code alias}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with a word, if there is one. */
    public static Optional<Kind> of(String code) {
      for (Kind kind : values()) {
        if (kind.code().equals(code)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    /** True where id and target count as one legal unit. */
    public boolean merges() {
      return this != GROUP;
    }
  }

  /** Checks the components and brings the ids to Unicode NFC. */
  public IdentityLink {
    id = IdDictionary.nfc(id);
    target = IdDictionary.nfc(target);
    Objects.requireNonNull(kind, "kind");
  }
}
