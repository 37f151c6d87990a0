package se.siru.core.plugin;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A folder on a class path with plugins that were just compiled, good ones and broken ones. */
final class PluginFolder {
  private static final String SERVICE = "META-INF/services/se.siru.core.plugin.SiruPlugin";

  private final Path root;

  PluginFolder(Path root) {
    this.root = root;
  }

  /** The source of a plugin class of the package {@code p} with some members. */
  static String plugin(String name, String id, String members) {
    return source("public class " + name + " implements SiruPlugin { public PluginDescriptor descriptor() {"
        + " return PluginDescriptor.of(\"" + id + "\", \"" + name + "\", \"1\", 1); } " + members + "}");
  }

  /** The source of a class of the package {@code p}, to which the names of this library are known. */
  static String source(String type) {
    return "package p; import java.util.*; import se.siru.core.evaluation.*; import se.siru.core.export.*; import se.siru.core.indicator.*;"
        + " import se.siru.core.model.*; import se.siru.core.plugin.*; import se.siru.core.portfolio.*; " + type;
  }

  /** The members of a plugin that counts agreements. */
  static String indicator(String id, String code) {
    return "public List<Indicator> indicators() { return List.of(Indicator.measure(\"" + id + "\").code(\"" + code + "\")"
        + ".over(Agreement.TYPE).count().build()); }";
  }

  /** Compiles a class of the package {@code p}. */
  PluginFolder with(String name, String source) {
    return with(Map.of(name, source));
  }

  /** Compiles classes of the package {@code p}, by their names. */
  PluginFolder with(Map<String, String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((name, source) -> files.add(file(name, source)));
    String path = library() + System.getProperty("path.separator") + root;
    List<String> options = List.of("-classpath", path, "-d", root.toString(), "-proc:none", "-implicit:none", "-nowarn");
    StringWriter messages = new StringWriter();
    if (!compiler.getTask(messages, null, null, options, null, files).call()) {
      throw new IllegalArgumentException(messages.toString());
    }
    return this;
  }

  private static JavaFileObject file(String name, String source) {
    return new SimpleJavaFileObject(URI.create("string:///p/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  /** A plugin that works. */
  PluginFolder withPlugin(String name, String id, String members) {
    return with(name, plugin(name, id, members));
  }

  PluginFolder without(String name) {
    try {
      Files.delete(classFile(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As if a class had been compiled for a Java of the future. */
  PluginFolder ofTheFuture(String name) {
    try {
      byte[] bytes = Files.readAllBytes(classFile(name));
      bytes[6] = 0x03;
      Files.write(classFile(name), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the file that lists plugins. */
  PluginFolder listing(String... lines) {
    try {
      Files.createDirectories(root.resolve(SERVICE).getParent());
      Files.writeString(root.resolve(SERVICE), String.join("\n", lines) + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Packs all that is in the folder into a jar. */
  Path jar(Path file) {
    return jar(file, each -> true);
  }

  /** Packs a plugin of one class into a jar, and lists it. */
  Path jarOf(String name, Path file) {
    return listing("p." + name).jar(file, each -> !each.endsWith(".class") || each.equals("p/" + name + ".class"));
  }

  private Path jar(Path file, Predicate<String> wanted) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file));
          Stream<Path> inside = Files.walk(root)) {
        for (Path each : inside.filter(Files::isRegularFile).sorted().toList()) {
          String name = root.relativize(each).toString().replace('\\', '/');
          if (wanted.test(name)) {
            out.putNextEntry(new JarEntry(name));
            Files.copy(each, out);
          }
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path classFile(String name) {
    return root.resolve("p").resolve(name + ".class");
  }

  private static Path library() {
    try {
      return Path.of(SiruPlugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A class loader over folders, in their order; the library's own plugins are in its parent. */
  static URLClassLoader loader(PluginFolder... folders) {
    return new URLClassLoader(
        Arrays.stream(folders).map(folder -> folder.url()).toArray(URL[]::new), SiruPlugin.class.getClassLoader());
  }

  private URL url() {
    try {
      return root.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
