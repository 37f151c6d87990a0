package se.siru.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;

/** Opens files of our own formats: findings call each by its name, without the folders above it. */
public final class JsonFile {
  private JsonFile() {}

  /** Reads a document. */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * Reads it and leaves the stream open.
     *
     * @param source what findings call it
     * @throws IOException where the stream cannot be read
     */
    T read(InputStream in, String source) throws IOException;
  }

  /**
   * Reads a file.
   *
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where it cannot be read, and as the reader does
   */
  public static <T> T read(Path file, Reader<T> reader) {
    if (Files.isDirectory(file)) { // it would fail in the reader, which does not know the whole path
      throw SiruException.unreadable(file, new IOException("it is a folder"));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return reader.read(in, String.valueOf(file.getFileName()));
    } catch (IOException e) {
      throw SiruException.unreadable(file, e);
    }
  }
}
