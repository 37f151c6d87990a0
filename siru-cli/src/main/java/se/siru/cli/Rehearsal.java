package se.siru.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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

  private static final String DESCRIPTION =
      """
      {"name": "rehearsal", "siru": "siru-portfolio/1", "siru:currency": "SEK", "resources": [
        {"name": "programme", "path": "programme.csv", "siru:type": "programme"},
        {"name": "stakeholders", "path": "stakeholders.csv", "siru:type": "stakeholder"},
        {"name": "activities", "path": "activities.csv", "siru:type": "activity"},
        {"name": "participations", "path": "participations.csv", "siru:type": "participation"}]}
      """;

  /** So many that several threads share a file. */
  private static final int RECORDS = 40_000;

  private Rehearsal() {}

  /**
   * Runs all of it.
   *
   * @throws IllegalStateException where a command does not do its work, so that the build fails
   */
  public static void main(String[] args) throws IOException {
    Path large = Files.createTempDirectory("siru-rehearsal-");
    try (Example example = Example.unpack(Example.NAMES.get(0))) {
      write(large);
      run(example.folder().toString(), large.toString());
    } finally {
      try (Stream<Path> files = Files.list(large)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(large);
    }
  }

  /** An invented portfolio that is read as large ones are. */
  private static void write(Path folder) throws IOException {
    StringBuilder stakeholders = new StringBuilder("id,name,sector,region\n");
    StringBuilder participations = new StringBuilder("activity,date,organisations,heads,women,men,status\n");
    for (int i = 0; i < RECORDS; i++) {
      stakeholders.append("o-").append(i).append(",Organisation ").append(i).append(",business,0180\n");
      participations.append("a-").append(i % 2).append(",2021-01-01,o-").append(i).append(",2,1,1,attended\n");
    }
    Files.writeString(folder.resolve("datapackage.json"), DESCRIPTION);
    Files.writeString(folder.resolve("programme.csv"), "id,level,name\np-1,operation,Rehearsal\n");
    Files.writeString(folder.resolve("stakeholders.csv"), stakeholders);
    Files.writeString(folder.resolve("activities.csv"), "id,name,organisers\na-0,First,o-0\na-1,Second,o-1\n");
    Files.writeString(folder.resolve("identity.csv"), "id,target,kind,from\no-7,o-2,branch,\n");
    Files.writeString(folder.resolve("participations.csv"), participations);
    Files.writeString(folder.resolve("rehearsed.json"), DEFINITIONS);
  }

  private static void run(String folder, String large) {
    List<List<String>> commands =
        List.of(
            List.of("demo"),
            List.of("validate", folder),
            List.of("indicators"),
            List.of("evaluate", folder, "--periods", "2021..2023/quarter", "--by", "sector,county"),
            List.of("evaluate", folder, "--periods", "2021..2023/quarter", "--by", "sector", "--format", "csv", "--quiet"),
            List.of(
                "evaluate", large, "--definitions", large + "/rehearsed.json", "--indicators", "rehearsal:*", "--periods",
                "2021..2023/quarter", "--by", "sector", "--by", "county", "--format", "csv", "--out", large + "/results.txt",
                "--threads", "2", "--quiet"));
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
