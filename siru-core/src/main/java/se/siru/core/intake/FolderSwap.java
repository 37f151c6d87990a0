package se.siru.core.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.model.Schema;

/**
 * Puts a folder in place whole: it is written beside its target and moved there when it is complete. Whenever it is broken off, the
 * target or a folder beside it holds the earlier contents; {@link FolderRemains} finds them.
 */
final class FolderSwap {
  /** What the name of a folder is given that is not complete yet. */
  static final String NEW = "new";
  /** What the name of a folder is given that is about to be removed. */
  static final String OLD = "old";

  private static final int MOST_TRIES = 1_000;

  private final Path target;
  private final Disk disk;

  private FolderSwap(Path target, Disk disk) {
    this.target = target;
    this.disk = disk;
  }

  /** Changes the names of folders and removes them, a step at a time. */
  static class Disk {
    /** Moves a folder at once or not at all. */
    void move(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes a folder that is not there. */
    void create(Path folder) throws IOException {
      Files.createDirectory(folder);
    }

    /** Removes a file or an empty folder. */
    void remove(Path path) throws IOException {
      Files.delete(path);
    }
  }

  /** Writes the files of a folder. */
  @FunctionalInterface
  interface Contents {
    /** Writes into an empty folder. */
    void writeTo(Path folder) throws IOException;

    /** True for a file of the folder that is replaced which the new contents take the place of, even where they have no such file. */
    default boolean replaces(String path) {
      return false;
    }
  }

  /**
   * Writes a folder.
   *
   * @param replace true to replace what is there even where it is no portfolio
   * @return a folder with what was there before, where it could not be removed; the new contents are in place all the same
   * @throws DirectoryNotEmptyException where the target is not empty, no portfolio and not to be replaced
   */
  static Optional<Path> write(Path target, boolean replace, Contents contents, Disk disk) throws IOException {
    return new FolderSwap(absolute(target), disk).write(replace, contents);
  }

  /** A folder past links, where it is there. */
  static Path absolute(Path folder) throws IOException {
    return Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
  }

  private Optional<Path> write(boolean replace, Contents contents) throws IOException {
    boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (there && !Files.isDirectory(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    boolean empty = there && isEmpty(target);
    boolean portfolio = there && Files.isRegularFile(target.resolve(DescriptorReader.FILE));
    if (there && !empty && !portfolio && !replace) {
      throw new DirectoryNotEmptyException(target.toString());
    }
    Files.createDirectories(target.getParent());
    Path fresh = beside(NEW);
    try {
      contents.writeTo(fresh);
      if (portfolio) {
        keepForeignFiles(fresh, contents);
      }
      force(fresh);
      if (there && !empty) {
        return swap(fresh);
      }
      if (there) {
        disk.remove(target);
      }
      disk.move(fresh, target);
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      delete(fresh).ifPresent(e::addSuppressed);
      throw e;
    }
  }

  private Optional<Path> swap(Path fresh) throws IOException {
    Path old = beside(OLD);
    disk.remove(old);
    disk.move(target, old);
    try {
      disk.move(fresh, target);
    } catch (IOException e) {
      try {
        disk.move(old, target);
      } catch (IOException stays) {
        e.addSuppressed(stays);
      }
      throw e;
    }
    return delete(old).map(stays -> old);
  }

  /** True for a folder with anything in it, and for a file. */
  static boolean holdsAnything(Path path) {
    try {
      return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !(Files.isDirectory(path) && isEmpty(path));
    } catch (IOException e) {
      throw Folder.unreadable(path.toString(), e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** A new folder beside the target, with the access rights of any other folder. */
  private Path beside(String what) throws IOException {
    Path parent = target.getParent();
    for (int i = 1; i <= MOST_TRIES; i++) {
      Path folder = parent.resolve(prefix(target, what) + i);
      try {
        disk.create(folder);
        return folder;
      } catch (FileAlreadyExistsException taken) {
        // the next number
      }
    }
    throw new FileAlreadyExistsException(parent.toString(), null, "too many unfinished folders");
  }

  /** How the names of folders beside a target begin. */
  static String prefix(Path target, String what) {
    return "." + target.getFileName() + ".siru-" + what + "-";
  }

  /** Copies what the user put beside the portfolio that is replaced. */
  private void keepForeignFiles(Path fresh, Contents contents) throws IOException {
    Findings ignored = new Findings();
    DescriptorReader descriptor = new DescriptorReader(Folder.of(target), ignored);
    descriptor.read(target.resolve(DescriptorReader.FILE), Schema.standard());
    Set<String> ours = descriptor.paths();
    List<Path> files;
    try (Stream<Path> found = Files.walk(target)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String path = target.relativize(file).toString().replace('\\', '/');
      Path copy = fresh.resolve(path);
      boolean isOurs = ours.contains(path) || contents.replaces(path);
      if (!isOurs && !FolderReader.COMPANIONS.contains(path) && !Files.exists(copy)) {
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static void force(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }
  }

  /** Removes a folder as far as that can be done; why some of it stays. */
  private Optional<IOException> delete(Path folder) {
    try {
      Files.walkFileTree(folder, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
          disk.remove(file);
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
            throws IOException {
          if (failure != null) {
            throw failure;
          }
          disk.remove(visited);
          return FileVisitResult.CONTINUE;
        }
      });
      return Optional.empty();
    } catch (IOException stays) {
      return Optional.of(stays);
    }
  }
}
