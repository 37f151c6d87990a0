package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.intake.PortfolioWriter;
import se.siru.core.model.Activity;
import se.siru.core.model.Condition;
import se.siru.core.model.Field;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** Conditions that overlap in more ways than there are numbers for cost more passes, and nothing else. */
class ScanWidthTest {
  /** 32 activities, 32 organisations and 17 numbers of heads make 17,408 ways; there are 16,384 numbers. */
  private static final int SIDE = 32;

  private static final int MOST_HEADS = 17;

  private static Indicator count(String id, Condition where) {
    return Indicator.measure("t:" + id).over(Participation.TYPE).where(where).count().build();
  }

  /** A half of the ids for each of their bits, and a threshold for each number of heads. */
  private static Catalogue overlapping() {
    List<Indicator> indicators = new ArrayList<>();
    for (int bit = 0; 1 << bit < SIDE; bit++) {
      indicators.add(count("a" + bit, half(Participation.ACTIVITY, "a", bit)));
      indicators.add(count("o" + bit, half(Participation.ORGANISATIONS, "o", bit)));
    }
    for (int heads = 2; heads <= MOST_HEADS; heads++) {
      indicators.add(count("h" + heads, Participation.HEADS.atLeast(String.valueOf(heads))));
    }
    return Catalogue.empty().with(new Provider("test", "1", "test"), indicators, List.of());
  }

  private static Condition half(Field<?> field, String prefix, int bit) {
    return field.isAnyOf(
        IntStream.range(0, SIDE).filter(i -> (i >> bit & 1) == 1).mapToObj(i -> prefix + i).toArray(String[]::new));
  }

  private static Portfolio everyWay() {
    PortfolioBuilder builder = Portfolio.builder().add(ProgrammeNode.TYPE.row("p").with(ProgrammeNode.LEVEL, "operation").build());
    for (int i = 0; i < SIDE; i++) {
      builder.add(Activity.TYPE.row("a" + i).build()).add(Stakeholder.TYPE.row("o" + i).build());
    }
    for (int i = 0; i < SIDE * SIDE * MOST_HEADS; i++) {
      builder.add(
          Participation.TYPE.row()
              .with(Participation.ACTIVITY, "a" + i % SIDE)
              .with(Participation.ORGANISATIONS, List.of("o" + i / SIDE % SIDE))
              .with(Participation.HEADS, 1L + i / SIDE / SIDE)
              .build());
    }
    return builder.build();
  }

  private static void assertCounted(Results results) {
    for (int bit = 0; 1 << bit < SIDE; bit++) {
      assertEquals("Quantity[number=" + SIDE * SIDE * MOST_HEADS / 2 + "]", results.cell("t:a" + bit, "total").value().toString());
      assertEquals("Quantity[number=" + SIDE * SIDE * MOST_HEADS / 2 + "]", results.cell("t:o" + bit, "total").value().toString());
    }
    for (int heads = 2; heads <= MOST_HEADS; heads++) {
      assertEquals(
          "Quantity[number=" + SIDE * SIDE * (MOST_HEADS + 1 - heads) + "]", results.cell("t:h" + heads, "total").value().toString());
    }
  }

  @Test
  void anyNumberOfWaysIsCounted(@TempDir Path folder) {
    Portfolio portfolio = everyWay();
    PortfolioWriter.of(portfolio).write(folder.resolve("p"));
    for (int threads = 1; threads <= 2; threads++) {
      assertCounted(Evaluation.of(portfolio, overlapping()).threads(threads).run());
      Results whileReading = Evaluation.of(PortfolioReader.standard().open(folder.resolve("p")), overlapping()).threads(threads).run();
      assertCounted(whileReading);
      assertFalse(whileReading.portfolio().table(Participation.TYPE.name()).batches().get(0).isKept());
    }
  }

  @Test
  void goingOnAndStartingAgainCountThemToo(@TempDir Path folder) {
    Portfolio portfolio = everyWay();
    IncrementalEvaluation first = Evaluation.of(portfolio, overlapping()).incremental();
    assertCounted(first.results());
    first.saveTo(folder);
    Portfolio next =
        portfolio.toBuilder()
            .addBatch(
                Batch.Provenance.of("late"),
                List.of(Participation.TYPE.row().with(Participation.ACTIVITY, "a1").with(Participation.HEADS, 1L).build()))
            .build();
    long one = SIDE * SIDE * MOST_HEADS / 2 + 1;
    assertEquals("Quantity[number=" + one + "]", first.update(next).cell("t:a0", "total").value().toString());
    assertEquals(1, first.recordsRead());

    IncrementalEvaluation second = Evaluation.of(portfolio, overlapping()).incremental().resumeFrom(folder);
    assertCounted(second.results());
    assertEquals(0, second.recordsRead());
  }

  @Test
  void partsSayThatTheyCannot() {
    EvaluationInParts parts = Evaluation.of(everyWay(), overlapping()).inParts();
    SiruException refused = assertThrows(SiruException.class, () -> parts.part(0, parts.longestBatch()));
    assertEquals(ErrorCode.MISUSE, refused.code());
    assertTrue(refused.getMessage().contains("too many ways"), refused.getMessage());
  }

  @Property(tries = 30)
  void resultsAreTheSameInScansOfAnyWidth(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int width) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    assertEquals(texts(portfolio, ScanWidth.WIDEST), texts(portfolio, width));
  }

  private static List<String> texts(Portfolio portfolio, int width) {
    Guard guard = new Guard(Samples.CATALOGUE, Duration.ofSeconds(10));
    Evaluator evaluator =
        new Evaluator(
            portfolio, Samples.CATALOGUE, List.of(), Periods.parse("2021..2023/half,total"), List.of(Breakdown.parse("sector")), false, 1,
            guard, false, width);
    Results results = evaluator.run();
    List<String> texts = new ArrayList<>(results.cells().map(cell -> cell + " " + cell.records() + " " + cell.unknown()).toList());
    results.findings().forEach(finding -> texts.add(finding.toString()));
    return texts;
  }
}
