package se.siru.core.plugin;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A folder for one process, which only this user may read; it is removed with whatever was left in it. */
record WorkFolder(Path path) implements AutoCloseable {
  static WorkFolder create() throws IOException {
    return new WorkFolder(Files.createTempDirectory("siru-plugin-").toRealPath());
  }

  /** True where a folder holds folders and plain files alone, so that reading it ends, and no more of them than so many bytes. */
  static boolean holdsFilesOfAtMost(long bytes, Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      long all = 0;
      for (Path each : (Iterable<Path>) inside::iterator) {
        BasicFileAttributes attributes = Files.readAttributes(each, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        all += attributes.isRegularFile() ? attributes.size() : 0;
        if (!attributes.isRegularFile() && !attributes.isDirectory() || all > bytes) {
          return false;
        }
      }
      return true;
    }
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(path, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
          Files.delete(file);
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
          Files.delete(folder);
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException failure) {
      LoggerFactory.getLogger(WorkFolder.class).warn("the folder {} of a plugin's process stays behind: {}", path, failure.toString());
    }
  }
}
