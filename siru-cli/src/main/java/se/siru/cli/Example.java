package se.siru.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A portfolio that comes with the program, unpacked into a folder for as long as it is read. Not thread-safe. */
final class Example implements AutoCloseable {
  /** The names of the examples; the first is shown where none is named. */
  static final List<String> NAMES = List.of("exempellan", Example.BROCHURE);

  /** The example that holds what a real programme's brochure states. */
  static final String BROCHURE = "siru-2.0";

  private final Path folder;
  private final List<Path> made = new ArrayList<>();

  private Example(Path folder) {
    this.folder = folder;
    made.add(folder);
  }

  /** Unpacks an example of {@link #NAMES}. */
  static Example unpack(String name) throws IOException {
    Example example = new Example(Files.createTempDirectory("siru-demo-"));
    try {
      for (String file : text(name + "/files.txt").lines().toList()) {
        example.write(name, file);
      }
    } catch (IOException | RuntimeException e) {
      example.close();
      throw e;
    }
    return example;
  }

  private void write(String name, String file) throws IOException {
    Path target = folder;
    for (String step : file.split("/", -1)) {
      target = target.resolve(step);
      made.add(target);
    }
    Files.createDirectories(target.getParent());
    try (InputStream in = open(name + "/" + file)) {
      Files.copy(in, target);
    }
  }

  private static String text(String file) throws IOException {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = Example.class.getResourceAsStream("examples/" + file);
    if (in == null) {
      throw new IOException("no example file " + file);
    }
    return in;
  }

  Path folder() {
    return folder;
  }

  /** Deletes what was unpacked. */
  @Override
  public void close() throws IOException {
    Collections.reverse(made);
    for (Path path : made) {
      Files.deleteIfExists(path);
    }
  }
}
