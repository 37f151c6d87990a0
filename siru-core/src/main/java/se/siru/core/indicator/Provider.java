package se.siru.core.indicator;

import java.util.Objects;

/**
 * Who provides an indicator or function.
 *
 * @param id the plugin's id, or {@code definitions} for a file of definitions, or {@code application}
 * @param version its version; may be empty
 * @param origin where its code or file lies, for messages
 * @param threadSafe whether it says that its code may run on several threads at once
 * @param contract of a plugin, which version of the contract it was compiled against and which the host serves, for messages; else empty
 */
public record Provider(String id, String version, String origin, boolean threadSafe, String contract) {
  private static final String APPLICATION = "application";
  private static final String DEFINITIONS = "definitions";

  /** Checks the components. */
  public Provider {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(contract, "contract");
  }

  /** A provider that is no plugin, or does not say which version of the contract it was compiled against. */
  public Provider(String id, String version, String origin, boolean threadSafe) {
    this(id, version, origin, threadSafe, "");
  }

  /** A provider that does not say that its code is thread-safe. */
  public Provider(String id, String version, String origin) {
    this(id, version, origin, false);
  }

  /** The application itself. */
  public static Provider application() {
    return new Provider(APPLICATION, "", APPLICATION, true);
  }

  /**
   * A file of definitions, which has no code.
   *
   * @param file its name
   */
  public static Provider definitions(String file) {
    return new Provider(DEFINITIONS, "", file, true);
  }

  /** True for this library's own plugins, of whichever module. */
  public boolean isLibrary() {
    return id.equals("siru") || id.startsWith("siru-");
  }

  /** True for plugins that are neither of this library nor the application itself: what they do is contained. */
  public boolean isThirdParty() {
    return !id.equals(APPLICATION) && !id.equals(DEFINITIONS) && !isLibrary();
  }
}
