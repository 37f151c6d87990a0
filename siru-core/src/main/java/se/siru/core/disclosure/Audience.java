package se.siru.core.disclosure;

/** Whom a publication is for. */
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
