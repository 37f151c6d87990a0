package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Lineage;
import se.siru.core.finding.Origin;
import se.siru.core.finding.RowSpan;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Periods;

/** The records that are named behind a cell. */
class RecordsBehindTest {
  private static final String[] ALL = {"sector,municipality", "county", "activity-kind", "support-kind"};
  private static final String[] COMMON = {"sector,municipality", "county"};

  private static Results results(long seed, String[] breakdowns, String... indicators) {
    return Evaluation.of(new RandomPortfolio(seed).portfolio(), Samples.CATALOGUE)
        .indicators(indicators)
        .periods(Periods.parse("2021..2023/half,2022,total"))
        .by(breakdowns)
        .run();
  }

  /** What is counted behind a cell and what is named behind it are found in two ways. */
  @Property(tries = 15)
  void asManyRecordsAreNamedAsTheCellCounts(@ForAll long seed) {
    Results results = results(seed, ALL, "t:*");
    RecordsBehind behind = RecordsBehind.of(results, Samples.CATALOGUE, Integer.MAX_VALUE);
    results.cells()
        .filter(cell -> cell.indicator() instanceof Measure && ((Measure) cell.indicator()).grouping().isEmpty())
        .forEach(cell -> {
          List<RecordsBehind.Trail> trails = behind.of(cell);
          assertEquals(1, trails.size());
          assertEquals(cell.records(), trails.get(0).first().size(), cell::toString);
          assertEquals(cell.records(), new HashSet<>(trails.get(0).first()).size(), cell::toString);
          assertTrue(trails.get(0).tested());
        });
  }

  @Property(tries = 20)
  void beforeGroupsAreMadeAllRecordsOfATotalAreNamed(@ForAll long seed) {
    Results results = results(seed, COMMON, "t:supported", "t:mean-hours");
    RecordsBehind behind = RecordsBehind.of(results, Samples.CATALOGUE, Integer.MAX_VALUE);
    results.cells().forEach(cell -> {
      RecordsBehind.Trail trail = behind.of(cell).get(0);
      boolean tested = cell.code().equals("t:mean-hours") && cell.codes().isEmpty();
      assertEquals(tested, trail.tested());
      assertTrue(trail.first().size() >= (cell.codes().isEmpty() ? cell.records() : 0), cell::toString);
      assertEquals(tested ? cell.records() : trail.first().size(), trail.first().size(), cell::toString);
    });
  }

  @Test
  void theFirstRecordsAreNamedAndTheRestIsCounted() {
    Results results = results(7, COMMON, "t:rows");
    Cell all = results.cell("t:rows", "total");
    List<Lineage> every = RecordsBehind.of(results, Samples.CATALOGUE, Integer.MAX_VALUE).of(all).get(0).first();
    RecordsBehind.Trail some = RecordsBehind.of(results, Samples.CATALOGUE, 2).of(all).get(0);
    assertTrue(every.size() > 2);
    assertEquals(every.subList(0, 2), some.first());
    assertEquals(all.records(), some.records());
    assertTrue(some.sources().endsWith(" + " + (all.records() - 2)), some.sources());
  }

  @Test
  void aFormulaNamesTheRecordsOfEachOfItsMeasures() {
    Results results = results(7, ALL, "t:mixture");
    assertEquals(
        List.of("t:rows", "t:held"),
        RecordsBehind.of(results, Samples.CATALOGUE, 1).of(results.cell("t:mixture", "total")).stream()
            .map(trail -> trail.measure().id())
            .toList());
  }

  @Test
  void sourcesAreWrittenByFileInOrder() {
    assertEquals("a.csv: 2, 10; b.csv: 3 + 4", RecordsBehind.sources(at(Origin.of("b.csv", 3), Origin.of("a.csv", 10), Origin.of("a.csv", 2)), 7));
    assertEquals("derived:attendance", RecordsBehind.sources(at(Origin.of("derived:attendance")), 1));
    assertFalse(RecordsBehind.sources(List.of(), 0).contains("+"));
  }

  @Test
  void threeRowsOnEndAreTheFirstAndTheLastOfThem() {
    assertEquals(
        "a.csv: 2, 3, 7–10, 12",
        RecordsBehind.sources(
            at(Origin.of("a.csv", 9), Origin.of("a.csv", 12), Origin.of("a.csv", 3), Origin.of("a.csv", 2), Origin.of("a.csv", 7),
                Origin.of("a.csv", 10), Origin.of("a.csv", 8)), 7));
  }

  @Test
  void whatARecordWasMadeOfIsNamedInsteadOfWhereItStands() {
    Lineage summed = new Lineage(
        Origin.of("support.csv", 2), List.of(new RowSpan("time.xlsx#May", 4, 6), new RowSpan("time.xlsx#June", 2, 2)));
    assertEquals(
        "other.csv: 1; time.xlsx#June: 2; time.xlsx#May: 4–7 + 1",
        RecordsBehind.sources(
            List.of(summed, new Lineage(Origin.of("support.csv", 3), List.of(new RowSpan("time.xlsx#May", 6, 7))),
                Lineage.of(Origin.of("other.csv", 1))), 4));
  }

  private static List<Lineage> at(Origin... places) {
    return Stream.of(places).map(Lineage::of).toList();
  }
}
