package se.siru.core.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;

/**
 * A folder of plugins: each folder in it with its jars is one, and so is each jar that lies there by itself. They are taken in the
 * order of their names, each by a class loader of its own.
 */
final class PluginDirectory {
  private static final String LIST = "META-INF/services/" + SiruPlugin.class.getName();

  private final Path directory;

  PluginDirectory(Path directory) {
    this.directory = Objects.requireNonNull(directory, "directory");
  }

  void search(Discovery discovery) {
    for (Path each : sorted(directory)) {
      if (Files.isDirectory(each)) {
        search(name(each), sorted(each).stream().filter(PluginDirectory::isJar).toList(), discovery);
      } else if (isJar(each)) {
        search(name(each), List.of(each), discovery);
      }
    }
  }

  /** The jars of one plugin, wherever they lie. */
  static void search(String name, List<Path> jars, Discovery discovery) {
    List<Path> readable = new ArrayList<>();
    boolean listed = false;
    for (Path jar : jars) {
      try (JarFile opened = new JarFile(jar.toFile())) {
        listed |= opened.getEntry(LIST) != null;
        readable.add(jar);
      } catch (IOException | SecurityException broken) {
        discovery.problem(name, PluginReport.Reason.UNREADABLE_JAR, new UnreadableJars.Jar(jar, broken).message());
        return;
      }
    }
    if (!listed) {
      discovery.problem(
          name,
          PluginReport.Reason.NOT_A_PLUGIN,
          (jars.isEmpty() ? "the folder holds no jar" : "no jar has the file " + LIST)
              + "; a plugin is named there, one class name a line");
      return;
    }
    discovery.searchJars(name, readable);
  }

  private static boolean isJar(Path file) {
    return Files.isRegularFile(file) && name(file).toLowerCase(Locale.ROOT).endsWith(".jar");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** What a folder holds, in the order of names; what is hidden is passed over. */
  private static List<Path> sorted(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(each -> !name(each).startsWith(".")).sorted(Comparator.comparing(PluginDirectory::name)).toList();
    } catch (IOException e) {
      throw SiruException.of(ErrorCode.UNREADABLE, "cannot read the folder of plugins " + folder, e);
    } catch (UncheckedIOException e) {
      throw SiruException.of(ErrorCode.UNREADABLE, "cannot read the folder of plugins " + folder, e.getCause());
    }
  }
}
