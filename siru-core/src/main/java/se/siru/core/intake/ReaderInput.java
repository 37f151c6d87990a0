package se.siru.core.intake;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import se.siru.core.finding.Origin;
import se.siru.core.stability.Provided;

/** A file handed to a {@link RowReader}, and what findings call it. Thread-safe where the file is left alone. */
@Provided(since = "0.1.0")
public final class ReaderInput {
  private final String name;
  private final Opening opening;

  @FunctionalInterface
  private interface Opening {
    InputStream open() throws IOException;
  }

  private ReaderInput(String name, Opening opening) {
    this.name = requireNonNull(name, "name");
    this.opening = opening;
  }

  /** A file. */
  public static ReaderInput of(String name, Path file) {
    requireNonNull(file, "file");
    return new ReaderInput(name, () -> Files.newInputStream(file));
  }

  /** Bytes in memory. */
  public static ReaderInput of(String name, byte[] bytes) {
    byte[] copy = bytes.clone();
    return new ReaderInput(name, () -> new ByteArrayInputStream(copy));
  }

  /** What findings call it. */
  public String name() {
    return name;
  }

  /** The bytes from the beginning; the reader closes the stream. May be called again. */
  public InputStream open() throws IOException {
    return opening.open();
  }

  /** The place of a table in the file; the file as a whole for the empty name. */
  public Origin origin(String table) {
    return Origin.of(table.isEmpty() ? name : name + "#" + table);
  }

  /** The place of a row of a table. */
  public Origin origin(String table, long row) {
    return Origin.of(origin(table).source(), row);
  }

  @Override
  public String toString() {
    return name;
  }
}
