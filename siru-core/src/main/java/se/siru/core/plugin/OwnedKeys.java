package se.siru.core.plugin;

import java.util.Set;

/** Whose text a key of {@link se.siru.core.translation.Translations} names: the namespace of the thing that the text belongs to. */
final class OwnedKeys {
  private static final Set<String> KINDS = Set.of("record-type", "field", "codelist", "code", "indicator", "rule");

  private OwnedKeys() {}

  /** True where the text belongs to something in the namespace of a plugin. */
  static boolean belongTo(String plugin, String key) {
    return plugin.equals(namespace(key));
  }

  /** True where the text belongs to this library. */
  static boolean belongToLibrary(String key) {
    String namespace = namespace(key);
    return namespace.isEmpty() || PluginDescriptor.isOwn(namespace);
  }

  /** The namespace; empty for what has none; a single colon, which is nobody's, where the key is of no known form. */
  private static String namespace(String key) {
    int first = key.indexOf(':');
    int last = key.lastIndexOf(':');
    if (first < 0 || first == last || !KINDS.contains(key.substring(0, first))) {
      return ":";
    }
    String kind = key.substring(0, first);
    String name = key.substring(first + 1, last);
    if (kind.equals("field")) {
      name = name.substring(name.indexOf('.') + 1);
    } else if (kind.equals("code")) {
      int slash = name.indexOf('/');
      name = slash < 0 ? name : name.substring(0, slash);
    }
    int colon = name.indexOf(':');
    return colon < 0 ? "" : name.substring(0, colon);
  }
}
