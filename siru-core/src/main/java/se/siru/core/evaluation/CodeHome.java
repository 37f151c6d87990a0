package se.siru.core.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.isolation.IsolatedCode;
import se.siru.core.isolation.IsolatedPlugin;

/**
 * Where the code of a measure lies.
 *
 * @param plugin the plugin whose process holds it; null where it lies in this process
 * @param problem why no one process holds all of it; null where one does
 */
record CodeHome(@Nullable IsolatedPlugin plugin, @Nullable String problem) {
  private static final CodeHome HERE = new CodeHome(null, null);

  /** The process that must evaluate a measure. Functions of this library's own plugins are in every process. */
  static CodeHome of(Measure measure, Catalogue catalogue) {
    Map<String, IsolatedPlugin> isolated = new LinkedHashMap<>();
    String other = null;
    for (Author.Code code : Author.codeIn(measure, catalogue).toList()) {
      Optional<Provider> provider = catalogue.provider(code.providedAs());
      if (code.object() instanceof IsolatedCode elsewhere) {
        isolated.put(elsewhere.plugin().id(), elsewhere.plugin());
      } else if (!(code.object() instanceof IndicatorFunction && provider.filter(Provider::isOfThisLibrary).isPresent())) {
        other = provider.map(Provider::id).orElse("the application");
      }
    }
    if (isolated.isEmpty()) {
      return HERE;
    }
    List<IsolatedPlugin> plugins = List.copyOf(isolated.values());
    String second = plugins.size() > 1 ? plugins.get(1).id() : other;
    return new CodeHome(
        plugins.get(0),
        second == null
            ? null
            : "is computed with code of " + plugins.get(0).id() + ", which is isolated, and of " + second
                + "; no one process holds both");
  }

  boolean isHere() {
    return plugin == null;
  }
}
