package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Periods;
import se.siru.core.model.RecordType;
import se.siru.core.parallel.Workers;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;

/** Batches that are bound one by one, by several threads while others are read, give the state of all. */
class BoundBatchesTest {
  private static List<String> cells(Plan plan, List<ScanState> state, Portfolio portfolio) {
    MeasureReader reader =
        MeasureReader.of(plan, state, Samples.CATALOGUE, false, new Cover(portfolio, plan.periods()), KeptCells.none(), 1);
    List<String> cells = new ArrayList<>();
    for (MeasurePlan measure : plan.measures()) {
      reader
          .series(measure)
          .cells()
          .forEach(cell -> cells.add(cell.code() + cell.period().label() + cell.codes() + cell.value() + cell.records() + cell.unknown()));
    }
    return cells;
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void boundWhileOthersAreReadTheyGiveTheSameCells(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int threads) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Collection<Measure> measures = new ArrayList<>();
    for (Indicator indicator : Samples.CATALOGUE.indicators()) {
      if (indicator instanceof Measure measure) {
        measures.add(measure);
      }
    }
    Guard guard = new Guard(Samples.CATALOGUE, Duration.ofSeconds(10));
    List<Margin> margins = Margin.of(List.of(Breakdown.parse("sector")));
    Plan plan = new Plan(portfolio, measures, Periods.parse("2021..2023/half,total"), margins, guard, ScanWidth.WIDEST);
    ConcurrentLinkedQueue<Batch> queue = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<List<ScanState>> states = new ConcurrentLinkedQueue<>();
    Collection<RecordType> types = portfolio.schema().types();
    for (RecordType type : types) {
      queue.addAll(portfolio.table(type.name()).batches());
    }
    Workers.run(threads, () -> {
      List<ScanState> own = plan.state();
      for (Batch batch = queue.poll(); batch != null; batch = queue.poll()) {
        Batch next = batch;
        RecordType type = types.stream().filter(each -> portfolio.table(each.name()).batches().contains(next)).findFirst().orElseThrow();
        plan.accumulate(own, type.name(), next);
      }
      states.add(own);
    });
    List<ScanState> all = plan.state();
    states.forEach(own -> plan.merge(all, own));
    assertEquals(cells(plan, plan.accumulateAll(1), portfolio), cells(plan, all, portfolio));
  }
}
