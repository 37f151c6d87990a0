package se.siru.core.plugin;

import se.siru.core.stability.Stable;

/**
 * The version of the contract between host and plugins. {@link #VERSION} is a compile-time constant: a plugin that
 * names it carries the version that it was compiled against, not the one that it runs with.
 */
@Stable(since = "0.1.0")
public final class Spi {
  /** The version of this library. */
  public static final int VERSION = 1;

  /** The oldest version that this library still serves. */
  static final int OLDEST = 1;

  /** What a host serves, for messages. */
  static final String SERVED = "this host serves versions " + OLDEST + " to " + VERSION + " of the plugin contract";

  private Spi() {}

  /** What a plugin was compiled against and what this host serves, for messages. */
  static String contract(int compiledAgainst) {
    return "compiled against version " + compiledAgainst + ", and " + SERVED;
  }

  /** The oldest version that this library still serves; asked at run time, so not a constant of the plugin. */
  public static int oldest() {
    return OLDEST;
  }
}
