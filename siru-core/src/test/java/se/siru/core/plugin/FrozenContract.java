package se.siru.core.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A version of the contract as plugins saw it, under {@code src/test/frozen}: stubs, and the plugin that was written against them. The
 * library of today is on no path while they are compiled.
 */
final class FrozenContract {
  private final Path root;
  private final Path work;
  private final Map<String, String> changes = new LinkedHashMap<>();

  /**
   * A version.
   *
   * @param work a folder to compile into
   */
  FrozenContract(int version, Path work) {
    this.root = Path.of("src", "test", "frozen", "spi-" + version);
    this.work = work;
  }

  /** Writes something else in the sources, as if it had been written then. */
  FrozenContract with(String text, String other) {
    changes.put(text, other);
    return this;
  }

  /** The folder of the compiled stubs. */
  Path stubs() throws IOException {
    return compile("stubs", List.of());
  }

  /** The jar of the plugin, compiled against the stubs. */
  Path jar() throws IOException {
    Path classes = compile("plugin", List.of("-classpath", stubs().toString()));
    Path jar = work.resolve("frozen.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files(classes)) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
      out.putNextEntry(new JarEntry("META-INF/services/" + SiruPlugin.class.getName()));
      out.write("org.example.frozen.FrozenPlugin\n".getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Path compile(String part, List<String> path) throws IOException {
    Path sources = Files.createDirectories(work.resolve(part + "-sources"));
    List<Path> written = new ArrayList<>();
    for (Path file : files(root.resolve(part))) {
      Path copy = sources.resolve(root.resolve(part).relativize(file).toString());
      Files.createDirectories(copy.getParent());
      written.add(Files.writeString(copy, changed(Files.readString(file))));
    }
    Path classes = Files.createDirectories(work.resolve(part));
    List<String> options = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none", "--release", "17", "-implicit:none"));
    options.addAll(path.isEmpty() ? List.of("-classpath", classes.toString()) : path);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      if (!compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(written)).call()) {
        throw new IllegalArgumentException(part + " does not compile");
      }
    }
    return classes;
  }

  private String changed(String source) {
    String changed = source;
    for (Map.Entry<String, String> change : changes.entrySet()) {
      changed = changed.replace(change.getKey(), change.getValue());
    }
    return changed;
  }
}
