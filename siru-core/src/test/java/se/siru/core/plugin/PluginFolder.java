package se.siru.core.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
    return "package p; public class " + name + " implements se.siru.core.plugin.SiruPlugin {"
        + " public se.siru.core.plugin.PluginDescriptor descriptor() {"
        + " return se.siru.core.plugin.PluginDescriptor.of(\"" + id + "\", \"" + name + "\", \"1\", 1); } "
        + members + "}";
  }

  /** The members of a plugin that counts agreements. */
  static String indicator(String id, String code) {
    return "public java.util.List<se.siru.core.indicator.Indicator> indicators() { return java.util.List.of("
        + "se.siru.core.indicator.Indicator.measure(\"" + id + "\").code(\"" + code + "\")"
        + ".over(se.siru.core.model.Agreement.TYPE).count().build()); }";
  }

  /** Compiles a class of the package {@code p}. */
  PluginFolder with(String name, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///p/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    String path = library() + System.getProperty("path.separator") + root;
    List<String> options =
        List.of("-classpath", path, "-d", root.toString(), "-proc:none", "--release", "17", "-implicit:none");
    if (!compiler.getTask(null, null, null, options, null, List.of(file)).call()) {
      throw new IllegalArgumentException("does not compile: " + source);
    }
    return this;
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
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file));
          Stream<Path> inside = Files.walk(root)) {
        for (Path each : inside.filter(Files::isRegularFile).sorted().toList()) {
          out.putNextEntry(new JarEntry(root.relativize(each).toString().replace('\\', '/')));
          Files.copy(each, out);
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
