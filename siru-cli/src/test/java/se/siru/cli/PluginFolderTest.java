package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.plugin.SiruPlugin;

/** {@code --plugins}: an agency's jar in a folder, without touching the class path. */
class PluginFolderTest {
  private static final String SOURCE =
      """
      package org.example;
      import java.util.List;
      import se.siru.core.indicator.Indicator;
      import se.siru.core.model.Agreement;
      import se.siru.core.plugin.*;
      public final class Own implements SiruPlugin {
        public PluginDescriptor descriptor() { return PluginDescriptor.of("own", "Own plugin", "1.2.3", Spi.VERSION); }
        public List<Indicator> indicators() {
          return List.of(Indicator.measure("own:all").code("OWN-1").named("en", "All agreements").over(Agreement.TYPE).count().build());
        }
      }
      """;

  @TempDir Path folder;
  private Path plugins;

  @BeforeEach
  void aFolderWithAPlugin() throws IOException {
    JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///org/example/Own.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return SOURCE;
      }
    };
    Path library = Path.of(URI.create(SiruPlugin.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    Path classes = Files.createDirectory(folder.resolve("classes"));
    List<String> options = List.of("-classpath", library.toString(), "-d", classes.toString(), "-proc:none", "--release", "17");
    assertTrue(ToolProvider.getSystemJavaCompiler().getTask(null, null, null, options, null, List.of(file)).call());
    plugins = Files.createDirectories(folder.resolve("plugins/own")).getParent();
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plugins.resolve("own/own.jar")))) {
      jar.putNextEntry(new JarEntry("org/example/Own.class"));
      Files.copy(classes.resolve("org/example/Own.class"), jar);
      jar.putNextEntry(new JarEntry("META-INF/services/" + SiruPlugin.class.getName()));
      jar.write("org.example.Own\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void itsIndicatorsAreListedBesideTheCatalogue() {
    CliRun run = CliRun.of("indicators", "OWN-1", "--plugins", plugins.toString());
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.out().contains("All agreements"), run.out());
    assertEquals(ExitCode.USAGE, CliRun.of("indicators", "OWN-1").code());
  }

  @Test
  void theFolderMayStandBeforeTheCommandAndThePluginIsListed() {
    CliRun run = CliRun.of("--plugins", plugins.toString(), "plugins", "list");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.lines().contains("own 1.2.3  Own plugin"), run.out());
  }

  @Test
  void aDamagedJarIsToldAndTheRestGoesOn() throws IOException {
    Files.writeString(plugins.resolve("broken.jar"), "no jar");
    CliRun run = CliRun.of("indicators", "OWN-1", "--plugins", plugins.toString());
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.err().contains("plugin left out") && run.err().contains("broken.jar"), run.err());
  }

  @Test
  void aFolderThatIsNotThereIsWrongUsage() {
    CliRun run = CliRun.of("indicators", "--plugins", folder.resolve("none").toString());
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("folder of plugins"), run.err());
  }
}
