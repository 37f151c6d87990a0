package se.siru.cli.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The SQL of a database, as it lies beside this class. */
final class Script {
  private Script() {}

  static List<String> statements(String name) throws IOException {
    try (InputStream in = Script.class.getResourceAsStream(name + ".sql")) {
      String text = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split(";\\R")).filter(sql -> !sql.isBlank()).toList();
    }
  }
}
