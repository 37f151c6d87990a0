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

  /** What the invented agency's names become; longer names before those that are in them. */
  private final Map<String, String> names = new LinkedHashMap<>();

  /**
   * A template under names of one's own.
   *
   * @param id the plugin's id, kebab-case
   * @param packageName the package, which is the module's name, too
   * @param title what people read
   */
  PluginTemplate(String id, String packageName, String title) {
    names.put(PACKAGE, packageName);
    names.put(PACKAGE.replace('.', '/'), packageName.replace('.', '/'));
    names.put("Region Exempellän", title.replace("\\", "\\\\").replace("\"", "\\\""));
    names.put("EX-01", id.toUpperCase(Locale.ROOT) + "-01");
    names.put("ExempellanPlugin", className(id));
    names.put("Exempellan", className(id).replaceFirst("Plugin$", ""));
    names.put("exempellan", id);
  }

  private static String className(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-", -1)) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name.append("Plugin").toString();
  }

  private String renamed(String text) {
    String renamed = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      renamed = renamed.replace(name.getKey(), name.getValue());
    }
    return renamed;
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
