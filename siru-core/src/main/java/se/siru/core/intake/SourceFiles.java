package se.siru.core.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;

/** The files handed to an import: those named, and all in the folders named, but not hidden ones. */
final class SourceFiles {
  private static final Comparator<Found> BY_NAME = Comparator.comparing(Found::name).thenComparing(Found::path);

  private final List<Found> files;
  /** Below a source above the target: what an earlier import left there, as a rule. */
  private final List<Found> inTarget;
  /** Below a source that lies in the target itself. */
  private final List<Found> asked;

  /**
   * One file.
   *
   * @param relative its path below the folder handed in
   * @param name what findings call it: the relative path with slashes, below the folder's name where several files have
   *     it
   */
  record Found(Path path, Path relative, String name) {}

  private SourceFiles(List<Found> files, List<Found> inTarget, List<Found> asked) {
    this.files = files;
    this.inTarget = inTarget;
    this.asked = asked;
  }

  /**
   * The files of some sources.
   *
   * @param target the folder that will be written, which is no source even where it lies below one
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where a source is neither a file nor a folder, or cannot be listed
   */
  static SourceFiles in(List<Path> sources, Path target) {
    Path excluded = real(target);
    Map<Path, Place> places = new TreeMap<>();
    for (Path source : sources) {
      // Below a link to a folder nothing would be found; a link to a file is called what the link is called.
      Path root = Files.isDirectory(source) ? real(source) : source.toAbsolutePath().normalize();
      Path base = Files.isDirectory(root) || root.getParent() == null ? root : root.getParent();
      boolean isAsked = real(root).startsWith(excluded);
      for (Path file : below(source, root)) {
        boolean isRead = file.equals(root) || !real(file).startsWith(excluded);
        places.merge(file, new Place(base, isRead ? Use.READ : isAsked ? Use.ASKED : Use.IN_TARGET), Place::and);
      }
    }
    Map<String, Integer> times = new HashMap<>();
    places.forEach((file, place) -> times.merge(place.nameOf(file), 1, Integer::sum));
    Map<Use, List<Found>> found = new EnumMap<>(Use.class);
    places.forEach((file, place) -> {
      String name = place.nameOf(file);
      String unique = times.get(name) == 1 ? name : place.base().getFileName() + "/" + name;
      found.computeIfAbsent(place.use(), use -> new ArrayList<>()).add(new Found(file, place.base().relativize(file), unique));
    });
    found.values().forEach(files -> files.sort(BY_NAME));
    return new SourceFiles(
        found.getOrDefault(Use.READ, List.of()),
        found.getOrDefault(Use.IN_TARGET, List.of()),
        found.getOrDefault(Use.ASKED, List.of()));
  }

  /** What becomes of a file. */
  private enum Use {
    READ,
    ASKED,
    IN_TARGET
  }

  /** Below which folder a file was found, and what becomes of it. */
  private record Place(Path base, Use use) {
    /** A file that is named twice is one, below the folder that is farthest up. */
    Place and(Place other) {
      return new Place(
          base.getNameCount() <= other.base.getNameCount() ? base : other.base,
          use.compareTo(other.use) <= 0 ? use : other.use);
    }

    String nameOf(Path file) {
      return base.relativize(file).toString().replace('\\', '/');
    }
  }

  private static List<Path> below(Path source, Path root) {
    try (Stream<Path> walk = Files.walk(root)) {
      if (!Files.isDirectory(root) && !Files.isRegularFile(root)) {
        throw new SiruException(ErrorCode.UNREADABLE, "cannot read " + source + ": it is neither a file nor a folder");
      }
      return walk
          .filter(Files::isRegularFile)
          .filter(file -> file.equals(root) || !isHidden(root.relativize(file)))
          .toList();
    } catch (NoSuchFileException e) {
      throw SiruException.unreadable(source, new NoSuchFileException(source.toString()));
    } catch (UncheckedIOException e) { // a folder that may not be listed
      throw SiruException.unreadable(source, e.getCause());
    } catch (IOException e) {
      throw SiruException.unreadable(source, e);
    }
  }

  /** Past links, as far as there is something; the rest as it is written. */
  private static Path real(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    Path there = whole;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      return there == null ? whole : there.toRealPath().resolve(there.relativize(whole));
    } catch (IOException e) {
      return whole;
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

  /** The names of the files of a part of a mapping that are missed, since they lie where the import writes and so are not read. */
  List<String> missed(SourceMapping mapping) {
    boolean lacksFiles = !mapping.optional && of(mapping).isEmpty();
    return Stream.concat(asked.stream(), lacksFiles ? inTarget.stream() : Stream.empty())
        .filter(file -> mapping.matches(file.relative()))
        .map(Found::name)
        .sorted()
        .toList();
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
