package se.siru.core.disclosure;

import se.siru.core.stability.Stable;

/** Whom a publication is for. */
@Stable(since = "0.1.0")
public enum Audience {
  /** Those who hold the records: they see all results. An audience like the others, not a way around them. */
  INTERNAL("internal"),
  /** Partners who see more than the public and less than those who hold the records. */
  PARTNER("partner"),
  /** Everybody. */
  PUBLIC("public");

  private final String code;

  Audience(String code) {
    this.code = code;
  }

  /** The word used in files. */
  public String code() {
    return code;
  }
}
