package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from the decision of the bundled region: its periods, its pack, and what was reported. */
class DecisionTest {
  private static Example example;
  private static String portfolio;

  @TempDir
  Path folder;

  @BeforeAll
  static void unpack() throws IOException {
    example = Example.unpack("exempellan");
    portfolio = example.folder().toString();
  }

  @AfterAll
  static void delete() throws IOException {
    example.close();
  }

  @Test
  void planIsEachReportingPeriodAndThenEachStretchFromTheFirst() {
    CliRun run =
        CliRun.of("evaluate", portfolio, "--indicators", "SI-P04", "--periods", "plan,total", "--format", "csv", "--quiet");
    assertEquals(0, run.code(), run.err());
    assertEquals(
        List.of(
            "2021-01-01/2021-07-01", "2021-07-01/2022-01-01", "2022-01-01/2022-07-01", "2022-07-01/2023-01-01",
            "2023-01-01/2023-07-01", "2023-07-01/2024-01-01", "2021-01-01/2022-01-01", "2021-01-01/2022-07-01",
            "2021-01-01/2023-01-01", "2021-01-01/2023-07-01", "2021-01-01/2024-01-01", "total"),
        run.lines().stream().skip(1).map(line -> line.split(",")[1]).toList());
  }

  @Test
  void theTableShowsPeriodsByTheirNames() {
    CliRun run = CliRun.of("evaluate", portfolio, "--indicators", "SI-P04", "--periods", "plan", "--quiet");
    assertTrue(run.out().contains(" P6 "), run.out());
    assertTrue(run.out().contains("P1..P6"));
    assertTrue(run.out().contains("P1: 2021-01-01–2021-06-30"));
  }

  @Test
  void aPortfolioWithoutReportingPeriodsHasNoPlan() throws IOException {
    try (Example brochure = Example.unpack("siru-2.0")) {
      CliRun run = CliRun.of("evaluate", brochure.folder().toString(), "--periods", "plan", "--quiet");
      assertEquals(2, run.code());
      assertTrue(run.err().contains("state no reporting periods"), run.err());
      assertEquals(2, CliRun.of("evaluate", brochure.folder().toString(), "--pack", "styrgrupp", "--quiet").code());
    }
  }

  @ParameterizedTest
  @CsvSource({"sv, Läge, ## Underlag", "en, Status, ## Sources"})
  void thePackIsMarkdownInBothLanguages(String language, String status, String last) throws IOException {
    Path file = folder.resolve("pack.md");
    CliRun run =
        CliRun.of(
            "evaluate", portfolio, "--pack", "styrgrupp", "--reporting-period", "P3", "--lang", language, "--quiet", "--out",
            file.toString());
    assertEquals(0, run.code(), run.err());
    String text = Files.readString(file);
    assertTrue(text.contains("P3: 2022-01-01–2022-06-30"), text);
    assertTrue(text.contains("| " + status + " |"));
    assertTrue(text.contains(last));
    assertFalse(text.contains("gått med på att visa"), "a quote without consent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--pack nonsense | no pack 'nonsense'",
        "--pack styrgrupp --periods 2021 | a pack chooses its own",
        "--pack styrgrupp --format csv | no format of packs 'csv'; there are markdown",
        "--reporting-period P1 | belongs to --pack",
        "--pack styrgrupp --reporting-period P9 --quiet | no reporting period 'P9'"
      })
  void whatDoesNotFitTogetherIsRefused(String options, String message) {
    String[] args = ("evaluate " + portfolio + " " + options.strip()).split(" ");
    CliRun run = CliRun.of(args);
    assertEquals(2, run.code());
    assertTrue(run.err().contains(message.strip()), run.err());
    assertEquals("", run.out());
  }

  @Test
  void theStarIsAZipOfTables() throws IOException {
    Path file = folder.resolve("results.zip");
    CliRun run =
        CliRun.of(
            "evaluate", portfolio, "--indicators", "RCO01", "--periods", "plan", "--by", "sector", "--format", "star",
            "--quiet", "--out", file.toString());
    assertEquals(0, run.code(), run.err());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertEquals(
          List.of(
              "dim_indicator.csv", "dim_period.csv", "dim_breakdown.csv", "dim_decision.csv", "dim_sector.csv",
              "dim_size.csv", "dim_region.csv", "fact_result.csv", "fact_target.csv"),
          zip.stream().map(Object::toString).toList());
    }
  }

  @Test
  void observationsOfThePortfolioAreHeldAgainstWhatIsComputed() {
    CliRun run = CliRun.of("reconcile", portfolio, "--quiet", "--records", "2");
    assertEquals(1, run.code());
    assertEquals(
        """
        SI-P04 2022  Activities held  (observations.csv:3)
          reported 38 · computed 40 · difference -2
          behind: activities.csv: 32, 33 + 38
        SI-P01 P1..P6  Unique organisations reached  (observations.csv:5)
          reported 58 · computed 55 · difference 3
          behind: participations-2021.csv: 3, 4 + 1652

        3 agree · 2 differ · 0 have no computed value · rules defaults/1
        """,
        run.out());
  }

  @Test
  void aFileWithWhatAgreesIsVerified() throws IOException {
    Path file = Files.writeString(folder.resolve("r.csv"), "indicator,period,value,kind\nSI-P04,2021,26,approved\n");
    CliRun run = CliRun.of("reconcile", portfolio, file.toString(), "--lang", "sv", "--quiet");
    assertEquals(0, run.code(), run.err());
    assertEquals("1 stämmer · 0 skiljer sig · 0 har inget beräknat värde · regler defaults/1\n", run.out());
  }

  @Test
  void whatIsNotKnownIsAFindingAndEndsWithOne() throws IOException {
    Path file = Files.writeString(folder.resolve("r.csv"), "indicator,period,value,kind\nSI-P99,2021,26,approved\n");
    CliRun run = CliRun.of("reconcile", portfolio, file.toString(), "--format", "csv", "--quiet");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("error r.csv:2:indicator reconcile.unknown-indicator"), run.err());
    assertEquals(1, run.lines().size());
  }

  @Test
  void aFileThatCannotBeReadIsRefused() throws IOException {
    assertEquals(2, CliRun.of("reconcile", portfolio, folder.resolve("none.csv").toString(), "--quiet").code());
    Path broken = Files.writeString(folder.resolve("b.csv"), "indicator,period\nx,y\n");
    CliRun run = CliRun.of("reconcile", portfolio, broken.toString(), "--quiet");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("csv.missing-column"), run.err());
    assertEquals(2, CliRun.of("reconcile", portfolio, "--records", "-1").code());
  }
}
