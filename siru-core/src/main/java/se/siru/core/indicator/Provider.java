package se.siru.core.indicator;

import java.util.Objects;

/**
 * Who provides an indicator or function.
 *
 * @param id the plugin's id, or {@code definitions} for a file of definitions, or {@code application}
 * @param version its version; may be empty
 * @param origin where its code or file lies, for messages
 */
public record Provider(String id, String version, String origin) {
  /** Checks the components. */
  public Provider {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(origin, "origin");
  }

  /** The application itself. */
  public static Provider application() {
    return new Provider("application", "", "application");
  }
}
