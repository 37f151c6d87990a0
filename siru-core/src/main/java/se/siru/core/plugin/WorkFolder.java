package se.siru.core.plugin;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A folder for one process, which only this user may read; it is removed with whatever was left in it. */
record WorkFolder(Path path) implements AutoCloseable {
  static WorkFolder create() throws IOException {
    return new WorkFolder(Files.createTempDirectory("siru-plugin-").toRealPath());
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
