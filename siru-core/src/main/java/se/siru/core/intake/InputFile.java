package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;

/** One file that is read from its beginning to its end. */
final class InputFile {
  private InputFile() {}

  /** Takes the content. */
  interface Reading<T> {
    T from(InputStream in) throws IOException;
  }

  /**
   * Reads a file.
   *
   * @throws SiruException with {@link ErrorCode#UNREADABLE} and the file's path where it cannot be read
   */
  static <T> T read(Path file, Reading<T> reading) {
    try (InputStream in = Files.newInputStream(file)) {
      return reading.from(in);
    } catch (IOException e) {
      throw SiruException.unreadable(file, e);
    }
  }

  /** What findings call a file: its name without folders. */
  static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }
}
