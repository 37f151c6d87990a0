package se.siru.core.indicator;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Provided;

/**
 * Who provides an indicator or function.
 *
 * @param id the plugin's id, or {@code definitions} for a file of definitions, {@code portfolio} for one that a portfolio brings, or
 *     {@code application}
 * @param version its version; may be empty
 * @param origin where its code or file lies, for messages
 * @param threadSafe whether it says that its code may run on several threads at once
 * @param contract of a plugin, which version of the contract it was compiled against and which the host serves, for messages; else empty
 */
@Provided(since = "0.1.0")
public record Provider(String id, String version, String origin, boolean threadSafe, String contract) {
  private static final String APPLICATION = "application";
  private static final String DEFINITIONS = "definitions";
  private static final String PORTFOLIO = "portfolio";
  private static final Set<String> NO_PLUGINS = Set.of(APPLICATION, DEFINITIONS, PORTFOLIO);

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

  /**
   * A file of definitions that a portfolio brings.
   *
   * @param file its path in the portfolio
   */
  public static Provider portfolio(String file) {
    return new Provider(PORTFOLIO, "", file, true);
  }

  /** {@code id (origin)}, as messages name it. */
  String described() {
    return id + " (" + origin + ")";
  }

  /** True for the plugins of this library. */
  public boolean isOfThisLibrary() {
    return id.equals("siru") || id.startsWith("siru-");
  }

  /** True for plugins that are neither of this library nor the application itself: what they do is contained. */
  public boolean isThirdParty() {
    return !NO_PLUGINS.contains(id) && !isOfThisLibrary();
  }

  @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
  public boolean equals(@Nullable Object object) {
    return object instanceof Provider provider
        && id.equals(provider.id)
        && version.equals(provider.version)
        && origin.equals(provider.origin)
        && threadSafe == provider.threadSafe
        && contract.equals(provider.contract);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, version, origin, threadSafe, contract);
  }
}
