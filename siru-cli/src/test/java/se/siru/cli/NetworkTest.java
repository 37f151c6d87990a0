package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code siru network} on the invented region and on small portfolios. */
class NetworkTest {
  @TempDir
  Path folder;

  private Path portfolio;

  @BeforeEach
  void write() throws IOException {
    portfolio = folder.resolve("small");
    assertEquals(ExitCode.DONE, CliRun.of("init", portfolio.toString(), "--name", "Small").code());
    fill("programme", "id,level,start,end", "op,operation,2021-01-01,2023-12-31");
    fill("stakeholders", "id,name,kind,sector", "a,Alfa,organisation,public", "b,Beta,organisation,business",
        "c,Gamma,organisation,business", "d,Delta,organisation,", "p-canary,,person,");
    fill("initiatives", "id,name", "i,Initiativ I", "j,Initiativ J");
    fill("networks", "id,name", "n,Nät N");
    fill("memberships", "member,initiative,network,start,end", "a,i,,2021-01-01,", "b,i,,2021-01-01,2021-12-31", "c,i,,2022-03-01,",
        "p-canary,i,,2021-01-01,", "a,,n,,", "d,,n,,");
  }

  private void fill(String file, String... lines) throws IOException {
    Files.writeString(portfolio.resolve(file + ".csv"), String.join("\n", lines) + "\n");
  }

  private CliRun run(String... more) {
    List<String> arguments = new ArrayList<>(List.of("network", portfolio.toString(), "--quiet"));
    arguments.addAll(List.of(more));
    return CliRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void theTableNamesTheTieRuleWithEveryFigure() {
    CliRun run = CliRun.of("network", portfolio.toString(), "--periods", "2021..2022/year", "--width", "200");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    // Behind the table come notes on what is unknown or undefined.
    List<String> figures = run.out().split("\n\n")[1].lines().filter(line -> line.startsWith("SI-N")).toList();
    assertTrue(figures.size() > 15, run.out());
    figures.forEach(line -> assertTrue(line.contains("initiative"), line));
    assertTrue(run("--lang", "sv", "--width", "200").out().contains("Nya relationer i nätverket, gemensamt initiativ"));
  }

  @Test
  void figuresAreTidyRowsByPeriod() {
    CliRun run = run("--periods", "2021..2023/year", "--format", "csv");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.lines().contains("SI-N01.ties,2021,1,,,ties,ok,2,0"), run.out());
    assertTrue(run.lines().contains("SI-N07,2022,0,0,2,index,ok,3,0"), run.out());
    assertTrue(run.lines().contains("SI-N09,2022,1,,,ties,ok,3,0"), run.out());
    assertTrue(run.lines().contains("SI-N01,2022,0.166666666666667,2,12,index,ok,4,0"), run.out());
  }

  @Test
  void everyRuleThatIsAskedForIsShownUnderItsOwnCodes() {
    CliRun run = run("--ties", "network,attendance", "--format", "csv");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    TreeSet<String> codes = new TreeSet<>();
    run.lines().stream().skip(1).map(line -> line.split(",")[0]).forEach(codes::add);
    assertTrue(codes.containsAll(List.of("SI-N01.network", "SI-N09.network", "SI-N01.attendance", "SI-N04")), codes::toString);
    assertTrue(codes.stream().allMatch(code -> code.equals("SI-N04") || code.matches(".*\\.(network|attendance)")), codes::toString);
    assertTrue(run.lines().contains("SI-N01.ties.network,total,1,,,ties,ok,2,0"), run.out());
  }

  @Test
  void jsonCarriesTheDefinitionsWithTheRule() throws IOException {
    JsonNode json = new ObjectMapper().readTree(run("--format", "json").out());
    assertTrue(json.toString().contains("shared membership in an initiative during the period"));
  }

  @Test
  void nodesAndTiesAreWrittenForOtherProgramsAndPersonsNever() throws IOException {
    Path nodes = folder.resolve("nodes.csv");
    Path edges = folder.resolve("edges.csv");
    CliRun run = run("--periods", "2021", "--nodes", nodes.toString(), "--edges", edges.toString());
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals("Source,Target,Type,Weight,ties,period\na,b,Undirected,1,initiative,2021\n", Files.readString(edges));
    assertEquals(
        "Id,Label,sector,groups,ties,component,betweenness,constraint\n"
            + "a,Alfa,public,1,1,1,0.000000,1.000000000\nb,Beta,business,1,1,1,0.000000,1.000000000\n",
        Files.readString(nodes));
    assertFalse((run.out() + run.err() + Files.readString(nodes) + Files.readString(edges)).contains("canary"));
  }

  @Test
  void newTiesByPairOfSectorsAndSingleNetworksAreWrittenWithTheirRule() throws IOException {
    Path ties = folder.resolve("new.csv");
    CliRun run = run("--periods", "2022", "--new-ties", ties.toString());
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals(
        "ties,period,sector,other-sector,new-ties\ninitiative,2022,public,business,1\n", Files.readString(ties));
    Path networks = folder.resolve("networks.csv");
    assertEquals(ExitCode.DONE, run("--ties", "network", "--networks", networks.toString()).code());
    assertEquals(
        "ties,period,network,name,organisations,pairs,new-ties,external,internal,e-i-index,unknown\n"
            + "network,total,n,Nät N,2,1,1,0,0,,1\n",
        Files.readString(networks));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "--networks n.csv", "--networks n.csv --ties network --periods 2021,2022", "--new-ties n.csv --ties initiative,network",
    "--edges e.csv --periods 2021,2022", "--nodes n.csv --ties initiative,network", "--ties friendship", "--audience everybody",
    "--audience public --nodes n.csv", "--format xml", "--periods sometimes"})
  void whatCannotBeDoneIsRefusedBeforeAnythingIsWritten(String arguments) {
    List<String> inFolder = new ArrayList<>();
    for (String argument : arguments.split(" ")) {
      inFolder.add(argument.endsWith(".csv") ? folder.resolve(argument).toString() : argument);
    }
    CliRun run = run(inFolder.toArray(String[]::new));
    assertEquals(ExitCode.USAGE, run.code(), run.err());
    assertEquals("", run.out());
    assertFalse(Files.exists(folder.resolve("n.csv")) || Files.exists(folder.resolve("e.csv")));
  }

  @Test
  void aBreakdownShowsTheNetworksOfPartsOfTheRecords() throws URISyntaxException {
    Path example = Path.of(NetworkTest.class.getResource("/se/siru/cli/examples/exempellan").toURI());
    CliRun run =
        CliRun.of("network", example.toString(), "--ties", "attendance", "--by", "activity-kind", "--format", "csv", "--quiet");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.lines().stream().anyMatch(line -> line.startsWith("SI-N01.ties.attendance,total,network-meeting,")), run.out());
    assertTrue(run.lines().stream().noneMatch(line -> line.startsWith("SI-N01.ties.attendance,total,conference,")), run.out());
    assertTrue(run.lines().stream().anyMatch(line -> line.startsWith("SI-N04,total,conference,")), run.out());
  }
}
