package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Stable;

/**
 * That one stakeholder is the same legal unit as another, became part of it, or belongs to its group. Ids stay as they are:
 * taking the link away takes its effect away.
 *
 * @param id the stakeholder that the link is about
 * @param target the stakeholder that it is, or belongs to
 * @param kind what the link says
 * @param from first day on which it holds, or null for always. Branches and mergers hold from that day on; before it the two
 *     are apart. An alias and a successor are one enterprise all along, whatever the day; the day is information
 */
@Stable(since = "0.1.0")
public record IdentityLink(String id, String target, Kind kind, @Nullable LocalDate from) {

  /** What a link says. */
  @Stable(since = "0.1.0")
  public enum Kind {
    /** Two ids of one legal unit. */
    ALIAS,
    /** A branch or workplace of the legal unit, from the day on. */
    BRANCH,
    /**
     * The enterprise goes on as the target, which was none before: another name, owner, legal form or number. Such a change makes
     * no new enterprise, so that both are one, also before the day.
     */
    SUCCESSOR,
    /** The legal unit is merged into the target and from the day on is the target; before it the two are apart. */
    MERGER,
    /**
     * The legal unit was divided and the target is one of the parts. All are units of their own: what was done with the
     * divided unit counts for it and for no part.
     */
    SPLIT,
    /** The target is the parent of a group; the units stay apart. */
    GROUP;

    private static final List<Kind> ALL = List.of(values());

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The word in files, for example {@code alias}. */
    public String code() {
      return code;
    }

    /** The kind with a word, if there is one. */
    public static Optional<Kind> of(String code) {
      for (Kind kind : ALL) {
        if (kind.code.equals(code)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    /** True where id and target count as one legal unit, from a day on or always. */
    public boolean merges() {
      return this != GROUP && this != SPLIT;
    }

    /** True where they count as one from the day of the link on, and not before. */
    boolean isDated() {
      return this == BRANCH || this == MERGER;
    }
  }

  /** Checks the components and brings the ids to Unicode NFC. */
  public IdentityLink {
    id = IdDictionary.nfc(id);
    target = IdDictionary.nfc(target);
    Objects.requireNonNull(kind, "kind");
  }
}
