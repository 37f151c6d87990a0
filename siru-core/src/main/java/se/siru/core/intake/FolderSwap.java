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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.model.Schema;

/** Puts a folder in place whole: it is written beside its target and moved there when it is complete. */
final class FolderSwap {
  private static final int MOST_TRIES = 1_000;

  private final Path target;

  private FolderSwap(Path target) {
    this.target = target;
  }

  /** Writes the files of a folder. */
  @FunctionalInterface
  interface Contents {
    /** Writes into an empty folder. */
    void writeTo(Path folder) throws IOException;
  }

  /**
   * Writes a folder.
   *
   * @param replace true to replace what is there even where it is no portfolio
   * @throws DirectoryNotEmptyException where the target is not empty, no portfolio and not to be replaced
   */
  static void write(Path target, boolean replace, Contents contents) throws IOException {
    Path absolute = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath().normalize();
    new FolderSwap(absolute).write(replace, contents);
  }

  private void write(boolean replace, Contents contents) throws IOException {
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
    Path fresh = beside("new");
    try {
      contents.writeTo(fresh);
      if (portfolio) {
        keepForeignFiles(fresh);
      }
      force(fresh);
      if (there && !empty) {
        swap(fresh);
      } else {
        Files.deleteIfExists(target);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException | RuntimeException e) {
      delete(fresh);
      throw e;
    }
  }

  private void swap(Path fresh) throws IOException {
    Path old = beside("old");
    Files.delete(old);
    Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    delete(old);
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
      Path folder = parent.resolve("." + target.getFileName() + ".siru-" + what + "-" + i);
      try {
        return Files.createDirectory(folder);
      } catch (FileAlreadyExistsException taken) {
        // the next number
      }
    }
    throw new FileAlreadyExistsException(parent.toString(), null, "too many unfinished folders");
  }

  /** Copies what the user put beside the portfolio that is replaced. */
  private void keepForeignFiles(Path fresh) throws IOException {
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
      if (!ours.contains(path) && !FolderReader.COMPANIONS.contains(path) && !Files.exists(copy)) {
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

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
          throws IOException {
        if (failure != null) {
          throw failure;
        }
        Files.delete(visited);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
