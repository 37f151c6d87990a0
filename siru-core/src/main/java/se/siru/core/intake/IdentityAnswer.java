package se.siru.core.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.siru.core.portfolio.IdentityLink;

/**
 * What somebody said that a text of a source means. Lines of {@code identity.csv} whose id is such a text say it for good.
 *
 * @param text as it stands in the source
 * @param id the organisation; empty where the kind needs none
 * @param kind what the text is
 */
record IdentityAnswer(String text, String id, Kind kind) {
  /** What a text may be. */
  enum Kind {
    /** Another name of the organisation. */
    ALIAS,
    /** A department, branch or workplace of the organisation, with which it counts. */
    BRANCH,
    /** An organisation that is in no register yet; it is made with the id, and the text as its name. */
    NEW,
    /** No organisation at all. */
    NOT_AN_ORGANISATION,
    /** Unidentified for good: it is not asked about again. */
    IGNORE;

    private static final List<Kind> ALL = List.of(values());

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in files. */
    String code() {
      return code;
    }

    /** The kind with a word, if there is one. */
    static Optional<Kind> of(String code) {
      for (Kind kind : ALL) {
        if (kind.code.equals(code)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    /** True where the answer leads to an organisation. */
    boolean names() {
      return this == ALIAS || this == BRANCH || this == NEW;
    }

    /** True where {@code identity.csv} has the same kind for links between ids. */
    boolean isLink() {
      return this == ALIAS || this == BRANCH;
    }

    /** All words, for findings. */
    static List<String> codes() {
      return ALL.stream().map(Kind::code).toList();
    }
  }

  /** The answer that a link gives where its id is a text; empty for kinds that are about organisations only. */
  static Optional<IdentityAnswer> of(IdentityLink link) {
    return Kind.of(link.kind().code()).map(kind -> new IdentityAnswer(link.id(), link.target(), kind));
  }
}
