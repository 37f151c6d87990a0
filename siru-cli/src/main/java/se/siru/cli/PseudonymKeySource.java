package se.siru.cli;

import java.io.IOException;
import java.io.InputStream;
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

  /** Enough for any key, and soon read from what never ends. */
  private static final int MOST_BYTES = 1 << 16;

  private PseudonymKeySource() {}

  /**
   * The key; empty where there is neither a file nor a variable.
   *
   * @throws SiruException where the file cannot be read, or it cannot be one
   */
  static Optional<PseudonymKey> key(@Nullable Path file) {
    if (file != null) {
      return Optional.of(key(bytes(file), file.toString()));
    }
    String variable = System.getenv(VARIABLE);
    return variable == null || variable.isBlank() ? Optional.empty() : Optional.of(key(variable.getBytes(StandardCharsets.UTF_8), VARIABLE));
  }

  private static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("it has more than " + MOST_BYTES + " bytes, which is no key");
      }
      return bytes;
    } catch (IOException e) {
      throw SiruException.unreadable(file, e);
    }
  }

  /** Editors and shells put a line break at the end, which would make another key. */
  private static PseudonymKey key(byte[] bytes, String from) {
    int length = bytes.length;
    while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r' || bytes[length - 1] == ' ')) {
      length--;
    }
    try {
      return PseudonymKey.of(Arrays.copyOf(bytes, length));
    } catch (SiruException notOne) {
      throw new SiruException(notOne.code(), from + ": " + notOne.text().in("en"));
    }
  }
}
