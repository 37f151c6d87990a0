package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.Findings;
import se.siru.core.model.CostLine;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Target;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.DecidedPlan;
import se.siru.core.portfolio.Portfolio;

/** The ready-made mapping of a sheet with a decision, its amendment and what they state. */
class TargetPlanMappingTest {
  private static final Path MAPPINGS = Path.of("..", "docs", "how-to", "mappings");

  @TempDir Path temp;

  private Portfolio imported() throws Exception {
    Findings findings = new Findings();
    Mapping mapping = Mapping.read(MAPPINGS.resolve("target-plan.json"), findings).orElseThrow();
    Path folder = temp.resolve("plan");
    ImportReport report = Import.of(mapping, List.of(MAPPINGS.resolve("target-plan.csv"))).into(folder);
    assertEquals(List.of(), report.findings());
    assertEquals(
        Map.of("programme", 3L, "stakeholder", 2L, "decision", 2L, "reporting-period", 4L, "target", 4L, "cost-line", 2L),
        report.records());
    PortfolioReader.Result read = PortfolioReader.standard().read(folder);
    assertEquals(List.of(), read.findings().list());
    return read.orThrow();
  }

  private static List<String> targets(DecidedPlan plan) {
    return plan.targets().stream()
        .map(line -> line.row().get(Target.INDICATOR) + " " + line.row().get(Target.PERIOD) + " "
            + line.row().find(Target.VALUE).orElseThrow().stripTrailingZeros().toPlainString())
        .toList();
  }

  @Test
  void theSheetBecomesAPlanWithItsHistory() throws Exception {
    Portfolio portfolio = imported();
    DecidedPlan first = DecidedPlan.on(portfolio, LocalDate.parse("2022-05-31"));
    DecidedPlan amended = DecidedPlan.of(portfolio);
    assertEquals(List.of("RCO01 total 28", "SI-P01 total 12"), targets(first));
    assertEquals(List.of("RCO01 total 32", "RCO01 P1 10"), targets(amended));
    assertEquals(
        List.of("2021-01-01/2022-01-01", "2022-01-01/2023-01-01", "2021-01-01/2023-01-01"),
        first.periods().stream().map(TimePeriod::label).toList());
    assertEquals(
        List.of("2021-01-01/2022-01-01", "2022-01-01/2023-07-01", "2021-01-01/2023-07-01"),
        amended.periods().stream().map(TimePeriod::label).toList());
    assertEquals(
        List.of("AP1 1250000.00 SEK", "AP2 300000.50 SEK"),
        amended.budget().stream()
            .map(line -> line.row().get(CostLine.NODE) + " " + line.row().get(CostLine.BUDGET))
            .toList());
    assertEquals(
        2, portfolio.rows(ProgrammeNode.TYPE).filter(row -> "work-package".equals(row.get(ProgrammeNode.LEVEL))).count());
  }
}
