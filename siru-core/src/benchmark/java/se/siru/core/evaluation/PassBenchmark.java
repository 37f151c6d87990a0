package se.siru.core.evaluation;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.intake.InventedFiles;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.model.Periods;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Portfolio;

/** Evaluating what is in memory, per row of participations, on one thread. */
public class PassBenchmark {
  private static final String DEFINITIONS =
      """
      {"siru": "siru-definitions/1", "indicators": [
        {"id": "p:rows", "name": {"sv": "a", "en": "a"}, "over": "participation", "aggregate": "count"},
        {"id": "p:women", "name": {"sv": "b", "en": "b"}, "over": "participation", "aggregate": {"sum": "women"}},
        {"id": "p:workshops", "name": {"sv": "c", "en": "c"}, "over": "participation", "aggregate": {"sum": "heads"},
          "where": {"activity.kind": "process-workshop"}},
        {"id": "p:organisations", "name": {"sv": "d", "en": "d"}, "over": "participation",
          "aggregate": {"distinct": "organisations"}},
        {"id": "p:activities", "name": {"sv": "e", "en": "e"}, "over": "participation",
          "aggregate": {"distinct": "activity"}, "where": {"activity.kind": "network-meeting"}}]}
      """;

  /** The plan of five indicators, twelve quarters, by sector and municipality. */
  @State(Scope.Benchmark)
  public static class Asked {
    private EvaluationInParts evaluation;

    /** Reads the portfolio. */
    @Setup
    public void read() throws IOException {
      Portfolio portfolio = PortfolioReader.standard().withoutHashes().read(InventedFiles.write()).orThrow();
      Findings findings = new Findings();
      List<Indicator> indicators =
          DefinitionReader.over(Schema.standard()).read(DEFINITIONS, "definitions.json", findings);
      evaluation =
          Evaluation.of(portfolio, Catalogue.empty().with(Provider.application(), indicators, List.of()))
              .indicators("p:*")
              .periods(Periods.quarters(2021, 2023))
              .by("sector", "municipality")
              .inParts();
    }

    EvaluationInParts.Part pass() {
      return evaluation.part(0, InventedFiles.ROWS);
    }
  }

  /** What a pass left behind; it can be finished once. */
  @State(Scope.Thread)
  public static class Passed {
    private EvaluationInParts.Part part;

    /** Makes the pass. */
    @Setup(Level.Invocation)
    public void pass(Asked asked) {
      part = asked.pass();
    }
  }

  /** One pass over the records. */
  @Benchmark
  @OperationsPerInvocation(InventedFiles.ROWS)
  public EvaluationInParts.Part pass(Asked asked) {
    return asked.pass();
  }

  /** From what a pass left behind to results. */
  @Benchmark
  @OperationsPerInvocation(InventedFiles.ROWS)
  public Results finish(Asked asked, Passed passed) {
    return asked.evaluation.results(List.of(passed.part));
  }
}
