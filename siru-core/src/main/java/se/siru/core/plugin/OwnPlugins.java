package se.siru.core.plugin;

import java.util.Set;

/**
 * The plugins of this library, which are neither contained nor held to a namespace. A class is one of them if it is on this list and was
 * loaded from where the library was: a name alone is anybody's to take, and so is a package of a class path.
 */
final class OwnPlugins {
  private static final Set<String> NAMES =
      Set.of(
          "se.siru.core.format.csv.CsvPlugin",
          "se.siru.core.format.json.JsonPlugin",
          "se.siru.core.format.markdown.MarkdownPlugin",
          "se.siru.core.format.star.StarPlugin",
          "se.siru.core.format.text.TextPlugin",
          "se.siru.indicators.StandardIndicatorsPlugin");

  private OwnPlugins() {}

  /** True for a plugin of this library that the class loader of the library loaded, or one of its layer of modules. */
  static boolean include(Class<?> type) {
    return NAMES.contains(type.getName()) && isBesideLibrary(type);
  }

  private static boolean isBesideLibrary(Class<?> type) {
    Module library = SiruPlugin.class.getModule();
    return type.getClassLoader() == SiruPlugin.class.getClassLoader()
        || type.getModule().isNamed() && library.isNamed() && type.getModule().getLayer() == library.getLayer();
  }
}
