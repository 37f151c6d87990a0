package se.siru.core.finding;

import se.siru.core.stability.Stable;

/** Why a call failed. Each code has an anchor of its {@link #id} in {@code docs/errors.md}. */
@Stable(since = "0.1.0")
public enum ErrorCode {
  /** An argument or a sequence of calls that cannot be served. */
  MISUSE("SIRU-M001"),
  /** An indicator, dimension, format or period that is not known by that name. */
  UNKNOWN_NAME("SIRU-M002"),
  /** A roll-up over an axis on which the indicator does not add up. */
  NOT_ADDITIVE("SIRU-M003"),
  /** A source that could not be read. */
  UNREADABLE("SIRU-I001"),
  /** A target that could not be written. */
  UNWRITABLE("SIRU-I002"),
  /** A portfolio, mapping or definition with findings of severity error. */
  REFUSED_INPUT("SIRU-I003"),
  /** An audience to which nothing may be shown yet. */
  AUDIENCE_REFUSED("SIRU-D001"),
  /** Plugins that the host does not admit or cannot do without, or code of one that failed where nothing goes on without it. */
  PLUGINS("SIRU-P001"),
  /** Arithmetic beyond the range that is computed exactly. */
  OVERFLOW("SIRU-E001");

  private final String id;

  ErrorCode(String id) {
    this.id = id;
  }

  /** The stable id, for example {@code SIRU-M002}. */
  public String id() {
    return id;
  }
}
