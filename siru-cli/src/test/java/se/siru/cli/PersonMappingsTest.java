package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ready-made mappings of attendance and time sheets, applied to the invented files beside them. */
class PersonMappingsTest {
  private static final Path MAPPINGS = Path.of("..", "docs", "how-to", "mappings");

  @TempDir
  Path temp;

  private Path key;

  @BeforeEach
  void writeKey() throws IOException {
    key = Files.writeString(temp.resolve("key"), "a secret that only this test knows, 123\n");
  }

  private CliRun imported(String name, Path out, String... more) {
    List<String> args = new ArrayList<>(List.of("import", "--mapping", MAPPINGS.resolve(name + ".json").toString(),
        MAPPINGS.resolve(name).toString(), "--out", out.toString(), "--quiet"));
    args.addAll(List.of(more));
    return CliRun.of(args.toArray(String[]::new));
  }

  /** The values of the year and of all time, by code and period. */
  private static Map<String, String> values(Path portfolio, String indicators, String... more) {
    List<String> args = new ArrayList<>(List.of("evaluate", portfolio.toString(), "--indicators", indicators,
        "--periods", "2022..2022/half,total", "--format", "csv", "--quiet"));
    args.addAll(List.of(more));
    CliRun run = CliRun.of(args.toArray(String[]::new));
    assertEquals(ExitCode.DONE, run.code(), run.err());
    Map<String, String> values = new TreeMap<>();
    run.lines().stream().skip(1).map(line -> line.split(",", -1))
        .forEach(cells -> values.put(cells[0] + " " + cells[1], cells[2].isEmpty() ? cells[6] : cells[2]));
    return values;
  }

  @Test
  void attendanceListsBecomeParticipationsOfPseudonyms() {
    Path out = temp.resolve("out");
    CliRun run = imported("event-attendance", out, "--pseudonym-key-file", key.toString());
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.out().contains("stakeholder: 7, activity: 4, participation: 9"), run.out());
    Map<String, String> values = values(out, "SI-P01,SI-P03,SI-P04,RCO01,RCO04");
    assertEquals("46", values.get("SI-P03 total")); // 2 + 2 + 2 at the activities, 40 at the open talk
    assertEquals("4", values.get("SI-P03 2022-H1"));
    assertEquals("3", values.get("SI-P01 total"));
    assertEquals("2", values.get("SI-P01 2022-H1"));
    assertEquals("4", values.get("SI-P04 total"));
    assertEquals("2", values.get("RCO01 total")); // who took part in the advice
    assertEquals("2", values.get("RCO04 2022-H1"));
  }

  @Test
  void adviceFromTimeSheetsAndGrantsGiveTheEnterprisesAndTheHours() {
    Path out = temp.resolve("out");
    CliRun run = imported("time-sheet", out);
    assertEquals(ExitCode.DONE, run.code(), run.err());
    Map<String, String> values = values(out, "RCO01,RCO02,RCO04,time:*",
        "--definitions", MAPPINGS.resolve("time-sheet-definitions.json").toString());
    assertEquals("3", values.get("RCO01 total"));
    assertEquals("1", values.get("RCO02 total"));
    assertEquals("2", values.get("RCO04 total"));
    assertEquals("7.5", values.get("TIME-01 total")); // 2 + 1.5 + 4; the meeting of two advisers and the overlap count once
    assertEquals("13", values.get("TIME-02 total")); // 3.5 + 2 + 2 + 5 + 0.5
  }

  @Test
  void withoutAKeyAttendanceIsRefusedWithTheWayOut() {
    CliRun run = imported("event-attendance", temp.resolve("out"));
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("--pseudonym-key-file") && run.err().contains("SIRU_PSEUDONYM_KEY"), run.err());
    assertFalse(Files.exists(temp.resolve("out")));
    CliRun swedish = imported("event-attendance", temp.resolve("out"), "--lang", "sv");
    assertTrue(swedish.err().contains("pseudonymer"), swedish.err());
  }

  @Test
  void theKeyMayStandInTheEnvironmentAndIsTheSameAsInAFile() throws Exception {
    Path file = temp.resolve("file");
    Path variable = temp.resolve("variable");
    assertEquals(ExitCode.DONE, imported("event-attendance", file, "--pseudonym-key-file", key.toString()).code());
    ChildRun run = ChildRun.siru(Map.of("SIRU_PSEUDONYM_KEY", "a secret that only this test knows, 123"), List.of(),
        "import", "--mapping", MAPPINGS.resolve("event-attendance.json").toString(),
        MAPPINGS.resolve("event-attendance").toString(), "--out", variable.toString());
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals(Files.readString(file.resolve("stakeholders.csv")), Files.readString(variable.resolve("stakeholders.csv")));
    assertEquals(Files.readString(file.resolve("datapackage.json")), Files.readString(variable.resolve("datapackage.json")));
    assertFalse(run.out().contains("secret") || run.err().contains("secret"));
  }

  @Test
  void aKeyThatCanBeGuessedIsRefused() throws Exception {
    Path weak = Files.writeString(temp.resolve("weak"), "hemlig\n");
    CliRun run = imported("event-attendance", temp.resolve("out"), "--pseudonym-key-file", weak.toString());
    assertEquals(ExitCode.USAGE, run.code());
    assertFalse(run.err().contains("hemlig"), run.err());
    assertFalse(Files.exists(temp.resolve("out")));
  }
}
