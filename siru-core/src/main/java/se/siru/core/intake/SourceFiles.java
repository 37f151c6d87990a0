package se.siru.core.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;

/** The files handed to an import: those named, and all in the folders named, but not hidden ones. */
final class SourceFiles {
  private final List<Found> files;

  /**
   * One file.
   *
   * @param relative its path below the folder handed in
   * @param name what findings call it: the relative path with slashes, below the folder's name where several files have
   *     it
   */
  record Found(Path path, Path relative, String name) {}

  private SourceFiles(List<Found> files) {
    this.files = files;
  }

  /**
   * The files of some sources.
   *
   * @param target the folder that will be written, which is no source even where it lies below one
   */
  static SourceFiles in(List<Path> sources, Path target) throws IOException {
    Path excluded = target.toAbsolutePath().normalize();
    Map<Path, Path> bases = new TreeMap<>(); // a file named twice is one, below the folder that is farthest up
    for (Path source : sources) {
      if (!Files.exists(source)) {
        throw new SiruException(ErrorCode.UNREADABLE, "there is no file or folder " + source);
      }
      Path root = source.toAbsolutePath().normalize();
      Path base = Files.isDirectory(root) || root.getParent() == null ? root : root.getParent();
      for (Path file : below(root, excluded)) {
        bases.merge(file, base, (one, other) -> one.getNameCount() <= other.getNameCount() ? one : other);
      }
    }
    Map<String, Integer> times = new HashMap<>();
    bases.forEach((file, base) -> times.merge(slashed(base.relativize(file)), 1, Integer::sum));
    List<Found> files = new ArrayList<>();
    bases.forEach((file, base) -> {
      Path relative = base.relativize(file);
      String name = slashed(relative);
      files.add(new Found(file, relative, times.get(name) == 1 ? name : base.getFileName() + "/" + name));
    });
    files.sort(Comparator.comparing(Found::name).thenComparing(Found::path));
    return new SourceFiles(List.copyOf(files));
  }

  private static String slashed(Path relative) {
    return relative.toString().replace('\\', '/');
  }

  private static List<Path> below(Path root, Path excluded) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk
          .filter(Files::isRegularFile)
          .filter(file -> file.equals(root) || !file.startsWith(excluded) && !isHidden(root.relativize(file)))
          .toList();
    } catch (UncheckedIOException e) { // a folder that may not be listed
      throw e.getCause();
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /** The files of a part of a mapping, by name. */
  List<Found> of(SourceMapping mapping) {
    return files.stream().filter(file -> mapping.matches(file.relative())).toList();
  }

  /** The names of the files that no part of a mapping is for. */
  List<String> ignored(List<SourceMapping> mappings) {
    return files.stream()
        .filter(file -> mappings.stream().noneMatch(mapping -> mapping.matches(file.relative())))
        .map(Found::name)
        .toList();
  }

  /** The names of all files. */
  List<String> names() {
    return files.stream().map(Found::name).toList();
  }
}
