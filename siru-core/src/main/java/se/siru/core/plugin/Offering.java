package se.siru.core.plugin;

import java.util.Objects;

/**
 * One thing that a plugin declares.
 *
 * @param kind what kind of thing it is
 * @param name what it is called by: the code of an indicator, the name of a format, the id of a code list
 */
public record Offering(Kind kind, String name) {
  /** With everything there. */
  public Offering {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }

  /** Kinds of things that plugins bring. Later versions may add kinds. */
  public enum Kind {
    /** An indicator; its code. */
    INDICATOR("indicator"),
    /** A function of indicators; its id. */
    FUNCTION("function"),
    /** A rule set; id and version. */
    RULES("rules"),
    /** A format of results; its name. */
    FORMAT("format"),
    /** A format of packs; its name. */
    PACK_FORMAT("pack-format"),
    /** A reader of foreign files; its name. */
    READER("reader"),
    /** A code list; its id. */
    CODELIST("codelist"),
    /** An extra field; record type and name. */
    FIELD("field"),
    /** Law data; id and version. */
    LAW("law");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The word used in files. */
    public String code() {
      return code;
    }
  }

  /** For messages: {@code indicator RCO01}. */
  @Override
  public String toString() {
    return kind.code() + " " + name;
  }
}
