package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that anybody wrote anywhere fills the screen: texts are quoted by their start and their length. */
class LongTextsTest {
  private static final String LONG = "x".repeat(900_000);
  /** As long as JSON lets a name be. */
  private static final String NAME = "x".repeat(250);
  private static final int LONGEST_LINE = 2_000;

  @TempDir
  private Path temp;

  private Path portfolio;

  @BeforeEach
  void aPortfolio() {
    portfolio = temp.resolve("portfolio");
    assertEquals(ExitCode.DONE, CliRun.of("init", portfolio.toString()).code());
  }

  private static void assertShort(int code, CliRun run) {
    String all = run.err() + run.out();
    assertEquals(code, run.code(), all.substring(0, Math.min(LONGEST_LINE, all.length())));
    assertTrue(all.contains("…["), all.substring(0, Math.min(LONGEST_LINE, all.length())));
    all.lines().forEach(line -> assertTrue(line.length() < LONGEST_LINE, () -> line.substring(0, LONGEST_LINE)));
  }

  private void assertShort(String file, String text) throws IOException {
    Files.writeString(portfolio.resolve(file), text);
    assertShort(ExitCode.FOUND, CliRun.of("validate", portfolio.toString()));
  }

  @Test
  void ofAHeader() throws IOException {
    assertShort("stakeholders.csv", "id," + LONG + "\na,b\n");
  }

  @Test
  void ofACellThatIsNoCodeDayNumberOrId() throws IOException {
    assertShort("stakeholders.csv", "id,sector\na," + LONG + "\n");
    assertShort("stakeholders.csv", "id,registered\na," + LONG + "\n");
    assertShort("activities.csv", "id,duration\na,1" + "0".repeat(900_000) + "\n");
    assertShort("activities.csv", "id,start\na," + LONG + "\n");
  }

  @Test
  void ofAReferenceThatLeadsNowhere() throws IOException {
    assertShort("activities.csv", "id,node\na," + "y".repeat(250) + "\n");
  }

  @Test
  void ofADescription() throws IOException {
    Path descriptor = portfolio.resolve("datapackage.json");
    String good = Files.readString(descriptor);
    String text = "x".repeat(9_000);
    assertShort("datapackage.json", good.replaceFirst("\\{", "{\"" + NAME + "\": 1,"));
    assertShort("datapackage.json", good.replaceFirst("\"activities.csv\"", "\"" + text + ".csv\""));
    assertShort("datapackage.json", "{\"" + NAME + "\": 1, \"" + NAME + "\": 2}");
  }

  @Test
  void ofAMappingAndItsSources() throws IOException {
    Path mapping = temp.resolve("m.json");
    String text = "x".repeat(9_000);
    Path source = Files.createDirectories(temp.resolve("in"));
    Files.writeString(source.resolve("a.csv"), "org," + LONG + "\n" + "z".repeat(900) + "," + LONG + "\n");
    String[] command = {"import", "--mapping", mapping.toString(), source.toString(), "--out", temp.resolve("out").toString()};
    String all = """
        { "siru": "siru-mapping/1", "portfolio": { "name": "invented" }, "literals": { "programme": [{ "id": "op", "level": "operation" }] },
          "sources": [ { "files": "%s", "records": [ { "type": "%s", "fields": { "id": "%s"%s } } ] } ] }""";
    for (List<String> parts : List.of(
        List.of(text, "stakeholder", "org", ""),
        List.of("a.csv", text, "org", ""),
        List.of("a.csv", "stakeholder", text, ""),
        List.of("a.csv", "stakeholder", "org", ", \"" + NAME + "\": \"org\""),
        List.of("a.csv", "stakeholder", "org", ", \"sector\": \"org\""))) {
      Files.writeString(mapping, all.formatted(parts.toArray()));
      assertShort(ExitCode.FOUND, CliRun.of(command));
    }
    Files.writeString(mapping, all.formatted("a.csv", "stakeholder", "org",
        ", \"sector\": { \"column\": \"org\", \"otherwise\": \"unknown\" }").replace("\"id\": \"org\"", "\"id\": { \"constant\": \"a\" }"));
    assertShort(ExitCode.DONE, CliRun.of(command));
  }

  @Test
  void ofDefinitions() throws IOException {
    Path file = temp.resolve("d.json");
    String text = "x".repeat(9_000);
    for (String definition : List.of(
        "{\"id\": \"my:a\", \"over\": \"" + text + "\", \"aggregate\": \"count\"}",
        "{\"id\": \"" + text + "\", \"over\": \"activity\", \"aggregate\": \"count\"}",
        "{\"id\": \"my:a\", \"formula\": \"" + text + "\"}",
        "{\"id\": \"my:a\", \"" + NAME + "\": 1}")) {
      Files.writeString(file, "{\"siru\": \"siru-definitions/1\", \"indicators\": [" + definition + "]}");
      assertShort(ExitCode.FOUND, CliRun.of("indicators", "--definitions", file.toString()));
    }
  }

  @Test
  void ofReportedValues() throws IOException {
    Path file = temp.resolve("r.csv");
    for (String text : List.of(
        "indicator,period,value,kind\n" + LONG + ",2021,1,reported\n", "indicator,period,value,kind\nRCO01," + LONG + ",1,reported\n",
        "indicator,period,value,kind\nRCO01,2021," + LONG + ",reported\n", "indicator,period,value,kind\nRCO01,2021,1," + LONG + "\n",
        "indicator,period,value,kind," + LONG + "\nRCO01,2021,1,reported,a\n",
        "indicator,period,value,kind,sector\nRCO01,2021,1,reported," + LONG + "\n")) {
      Files.writeString(file, text);
      assertShort(ExitCode.FOUND, CliRun.of("reconcile", portfolio.toString(), file.toString()));
    }
  }

  @Test
  void ofTheCommandLine() {
    String name = portfolio.toString();
    assertShort(ExitCode.USAGE, CliRun.of(LONG));
    assertShort(ExitCode.USAGE, CliRun.of("evaluate", name, "--" + LONG));
    assertShort(ExitCode.USAGE, CliRun.of("evaluate", LONG));
    assertShort(ExitCode.USAGE, CliRun.of("evaluate", name, LONG));
    assertShort(ExitCode.USAGE, CliRun.of("demo", LONG));
    assertShort(ExitCode.USAGE, CliRun.of("indicators", LONG));
    for (String option : List.of(
        "--indicators", "--periods", "--by", "--definitions", "--threads", "--enable", "--audience", "--pack", "--sections",
        "--format", "--width", "--lang")) {
      assertShort(ExitCode.USAGE, CliRun.of("evaluate", name, option, LONG));
    }
  }
}
