package se.siru.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;

/** Where results go: standard output, or a file that appears whole or not at all. */
final class OutputFile {
  private static final int BUFFER = 1 << 16;

  private OutputFile() {}

  /** Writes the results. */
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  static void write(@Nullable Path file, Terminal terminal, Writing writing) throws IOException {
    if (file == null) {
      writing.to(terminal.out());
      terminal.out().flush();
      return;
    }
    try {
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        refuseFolder(target);
        try (OutputStream out =
            new BufferedOutputStream(new NamedOutput(Files.newOutputStream(target), file.toString()), BUFFER)) {
          writing.to(out);
        }
        return;
      }
      replace(target, file, writing);
    } catch (IOException e) {
      throw SiruException.of(ErrorCode.UNWRITABLE, "cannot write " + file, e); // not the part of it that fails
    }
  }

  private static void refuseFolder(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException("it is a folder");
    }
  }

  private static void replace(Path target, Path file, Writing writing) throws IOException {
    // Beside the target, so that the move stays within one file system; with the permissions that new files have there.
    Path part = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    Files.deleteIfExists(part);
    try {
      try (OutputStream out =
          new BufferedOutputStream(
              new NamedOutput(
                  Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), file.toString()),
              BUFFER)) {
        writing.to(out);
      }
      move(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
