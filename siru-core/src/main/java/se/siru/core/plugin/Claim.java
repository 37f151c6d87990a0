package se.siru.core.plugin;

import se.siru.core.text.LocalizedText;

/**
 * A name that only one plugin may have.
 *
 * @param kind what it names
 * @param name the name
 */
record Claim(Kind kind, String name) implements Comparable<Claim> {
  /** What is named, in the order of the English words, which is that in which conflicts are told. */
  enum Kind {
    FILE_ENDING("filer som slutar på", "files that end in"),
    FORMAT("formatet", "format"),
    PACK_FORMAT("formatet för rapportpaket", "format of packs"),
    INDICATOR_CODE("indikatorkoden", "indicator code"),
    PLUGIN_ID("tilläggets id", "plugin id"),
    READER("läsaren", "reader"),
    RULE_SET("regeluppsättningen", "rule set"),
    LAW_SECTION("avsnittet av lagdata", "section of law data"),
    WORDING("orden", "words");

    private final LocalizedText word;

    /** True for names of a plugin's own choice that carry no namespace. */
    boolean isNamedFreely() {
      return this == FORMAT || this == PACK_FORMAT || this == READER || this == RULE_SET;
    }

    Kind(String swedish, String english) {
      this.word = LocalizedText.of(swedish, english);
    }
  }

  String in(String language) {
    return kind.word.in(language) + " '" + name + "'";
  }

  @Override
  public int compareTo(Claim other) {
    int order = kind.compareTo(other.kind);
    return order == 0 ? name.compareTo(other.name) : order;
  }
}
