package se.siru.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Runs the commands that people start most over an example and shows nothing of it. The build starts it once, to learn which classes
 * the archive of the launcher should hold; nobody else does.
 */
final class Rehearsal {
  private Rehearsal() {}

  /**
   * Runs all of it.
   *
   * @throws IllegalStateException where a command does not do its work, so that the build fails
   */
  public static void main(String[] args) throws IOException {
    try (Example example = Example.unpack(Example.NAMES.get(0))) {
      String folder = example.folder().toString();
      List<List<String>> commands =
          List.of(
              List.of("demo"),
              List.of("validate", folder),
              List.of("indicators"),
              List.of("evaluate", folder, "--periods", "2021..2023/quarter", "--by", "sector,county"),
              List.of("evaluate", folder, "--periods", "2021..2023/quarter", "--by", "sector", "--format", "csv", "--quiet"));
      for (List<String> command : commands) {
        int code =
            Cli.run(
                command.toArray(String[]::new),
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream());
        if (code > ExitCode.FOUND) {
          throw new IllegalStateException("exit code " + code + " of " + command);
        }
      }
    }
  }
}
