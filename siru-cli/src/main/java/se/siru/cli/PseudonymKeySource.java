package se.siru.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.SiruException;
import se.siru.core.intake.PseudonymKey;

/** Where the command line takes the key of pseudonyms from: a file that is named, or an environment variable. */
final class PseudonymKeySource {
  /** The environment variable that holds the key, as text in UTF-8. */
  static final String VARIABLE = "SIRU_PSEUDONYM_KEY";

  private PseudonymKeySource() {}

  /**
   * The key; empty where there is neither a file nor a variable.
   *
   * @throws UsageException where it cannot be one
   */
  static Optional<PseudonymKey> key(@Nullable Path file) throws IOException {
    if (file != null) {
      return Optional.of(key(Files.readAllBytes(file)));
    }
    String variable = System.getenv(VARIABLE);
    return variable == null || variable.isBlank() ? Optional.empty() : Optional.of(key(variable.getBytes(StandardCharsets.UTF_8)));
  }

  /** Editors and shells put a line break at the end, which would make another key. */
  private static PseudonymKey key(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r' || bytes[length - 1] == ' ')) {
      length--;
    }
    try {
      return PseudonymKey.of(Arrays.copyOf(bytes, length));
    } catch (SiruException notOne) {
      throw new UsageException(String.valueOf(notOne.getMessage()));
    }
  }
}
