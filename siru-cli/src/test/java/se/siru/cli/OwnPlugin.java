package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import se.siru.core.plugin.SiruPlugin;

/** The jar of an agency's plugin, compiled on the spot. */
final class OwnPlugin {
  /** A plugin with one indicator. */
  static final String SOUND = withIndicator("");

  private OwnPlugin() {}

  /** A plugin with one indicator that asks something more of its records. */
  static String withIndicator(String where) {
    return with(
        """
        public List<Indicator> indicators() {
          return List.of(Indicator.measure("own:all").code("OWN-1").named("sv", "Alla avtal").named("en", "All agreements")
              .defined(LocalizedText.of("Alla avtal.", "All agreements.")).unit("agreements").source("own", Indicator.Evidence.CONFIRMED)
              .over(Agreement.TYPE)%s.count().build());
        }
        """.formatted(where));
  }

  /** A plugin with some members. */
  static String with(String members) {
    return """
        package org.example;
        import java.io.*;
        import java.util.*;
        import se.siru.core.disclosure.Publication;
        import se.siru.core.export.*;
        import se.siru.core.indicator.Indicator;
        import se.siru.core.model.*;
        import se.siru.core.plugin.*;
        import se.siru.core.text.LocalizedText;
        import se.siru.core.translation.Translations;
        public final class Own implements SiruPlugin {
          public PluginDescriptor descriptor() { return PluginDescriptor.of("own", "Own plugin", "1.2.3", Spi.VERSION); }
          %s
        }
        """.formatted(members);
  }

  /** Compiles a plugin and puts it into a jar. */
  static Path jar(String source, Path jar) throws IOException {
    return jar(List.of(file("org/example/Own.java", source)), jar);
  }

  /** A plugin that was compiled against a library whose plugin contract had another version. */
  static Path jarAgainst(int version, Path jar) throws IOException {
    String contract = "package se.siru.core.plugin; public final class Spi { public static final int VERSION = " + version + "; }";
    return jar(List.of(file("org/example/Own.java", SOUND), file("se/siru/core/plugin/Spi.java", contract)), jar);
  }

  private static JavaFileObject file(String name, String source) {
    return new SimpleJavaFileObject(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  private static Path jar(List<JavaFileObject> sources, Path jar) throws IOException {
    Path library = Path.of(URI.create(SiruPlugin.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    Path classes = Files.createTempDirectory(jar.toAbsolutePath().getParent().getParent(), "classes");
    List<String> options = List.of("-classpath", library.toString(), "-d", classes.toString(), "-proc:none", "--release", "17");
    assertTrue(ToolProvider.getSystemJavaCompiler().getTask(null, null, null, options, null, sources).call(), sources::toString);
    Files.createDirectories(jar.toAbsolutePath().getParent());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar)); var compiled = Files.walk(classes)) {
      for (Path each : compiled.filter(each -> Files.isRegularFile(each) && each.startsWith(classes.resolve("org"))).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, out);
      }
      out.putNextEntry(new JarEntry("META-INF/services/" + SiruPlugin.class.getName()));
      out.write("org.example.Own\n".getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }
}
