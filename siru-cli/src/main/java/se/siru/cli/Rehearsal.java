package se.siru.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the commands that people start most over the examples and shows nothing of it. The build starts it once, to learn which classes
 * the archive of the launcher should hold; nobody else does.
 */
final class Rehearsal {
  /** Most runs over many records bring indicators of their own and evaluate while they read. */
  private static final String DEFINITIONS =
      """
      {"siru": "siru-definitions/1", "indicators": [
        {"id": "rehearsal:women", "name": {"sv": "Kvinnor", "en": "Women"}, "over": "participation",
          "where": {"any": [{"status": "attended"}, {"status": {"known": false}}]}, "aggregate": {"sum": "women"}},
        {"id": "rehearsal:organisations", "name": {"sv": "Organisationer", "en": "Organisations"}, "over": "participation",
          "aggregate": {"distinct": "organisations"}},
        {"id": "rehearsal:activities", "name": {"sv": "Aktiviteter", "en": "Activities"}, "over": "participation",
          "aggregate": {"distinct": "activity"}},
        {"id": "rehearsal:share", "name": {"sv": "Andel", "en": "Share"},
          "formula": "[rehearsal:women] / [rehearsal:organisations]"}]}
      """;

  private Rehearsal() {}

  /**
   * Runs all of it.
   *
   * @throws IllegalStateException where a command does not do its work, so that the build fails
   */
  public static void main(String[] args) throws IOException {
    try (Example example = Example.unpack(Example.NAMES.get(0)); Example brochure = Example.unpack(Example.BROCHURE)) {
      Path definitions = brochure.folder().resolve("rehearsal.json");
      Path results = brochure.folder().resolve("results.csv");
      try {
        Files.writeString(definitions, DEFINITIONS);
        run(example.folder().toString(), brochure.folder().toString(), definitions.toString(), results.toString());
      } finally {
        Files.deleteIfExists(definitions);
        Files.deleteIfExists(results);
      }
    }
  }

  private static void run(String folder, String readWhileCounted, String definitions, String results) {
    List<List<String>> commands =
        List.of(
            List.of("demo"),
            List.of("validate", folder),
            List.of("indicators"),
            List.of("evaluate", folder, "--periods", "2021..2023/quarter", "--by", "sector,county"),
            List.of("evaluate", folder, "--periods", "2021..2023/quarter", "--by", "sector", "--format", "csv", "--quiet"),
            List.of(
                "evaluate", readWhileCounted, "--definitions", definitions, "--indicators", "rehearsal:*", "--periods",
                "2021..2023/quarter", "--by", "sector", "--by", "county", "--format", "csv", "--out", results, "--quiet"));
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
