package se.siru.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Maven project of a new plugin: that of the invented agency, with the names of a real one. Its files are those of the module
 * {@code siru-plugins-example}, which the build puts into the jar.
 */
final class PluginTemplate {
  static final String PACKAGE = "se.siru.example";
  static final String SERVICES = "src/main/resources/META-INF/services/se.siru.core.plugin.SiruPlugin";

  private static final String SOURCES = "java/" + PACKAGE.replace('.', '/') + "/";

  /** The files of the template, save the list of services, which has one line. */
  static final List<String> FILES =
      List.of(
          "README.md",
          "pom.xml",
          "src/main/java/module-info.java",
          "src/main/" + SOURCES + "ActivePartnerships.java",
          "src/main/" + SOURCES + "ExempellanPlugin.java",
          "src/main/" + SOURCES + "MarkdownExporter.java",
          "src/main/" + SOURCES + "package-info.java",
          "src/test/" + SOURCES + "ExempellanContractTest.java",
          "src/test/" + SOURCES + "ExempellanPluginTest.java");

  /** What the invented agency's names become. */
  private final Map<String, String> names;
  private final Pattern anyName;

  /**
   * A template under names of one's own.
   *
   * @param id the plugin's id, kebab-case
   * @param packageName the package, which is the module's name, too
   * @param title what people read
   */
  PluginTemplate(String id, String packageName, String title) {
    String prefix = classPrefix(id);
    this.names =
        Map.of(
            PACKAGE, packageName,
            PACKAGE.replace('.', '/'), packageName.replace('.', '/'),
            "Region Exempellän", title.replace("\\", "\\\\").replace("\"", "\\\""),
            "EX-01", id.toUpperCase(Locale.ROOT) + "-01",
            "Exempellan", prefix,
            "exempellan", id);
    this.anyName = Pattern.compile(names.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
  }

  /** What the names of classes begin with. A plugin called plugin must not hide the classes of the kit for tests. */
  private static String classPrefix(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-", -1)) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return id.equals("plugin") ? "Own" : name.toString();
  }

  /** Replaces all names at once, as what stands for one may hold another. */
  private String renamed(String text) {
    return anyName.matcher(text).replaceAll(found -> Matcher.quoteReplacement(names.get(found.group())));
  }

  /** Path and content of every file. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    for (String file : FILES) {
      files.put(renamed(file), renamed(text(file)));
    }
    files.put(SERVICES, renamed(PACKAGE + ".ExempellanPlugin\n"));
    return files;
  }

  private static String text(String file) throws IOException {
    try (InputStream in = PluginTemplate.class.getResourceAsStream("template/" + file)) {
      if (in == null) {
        throw new IOException("no file of the template: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Writes the project into a folder that is empty or not there. */
  void write(Path folder) throws IOException {
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }
}
