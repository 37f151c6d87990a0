package se.siru.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.siru.core.Siru;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.evaluation.EvaluationInParts;
import se.siru.core.evaluation.Results;
import se.siru.core.model.Periods;

/** Laws that every indicator of the standard catalogue keeps on a portfolio of realistic size. */
class StandardCatalogueLawTest {
  private static final int LONGEST_BATCH = 1_000;
  private static final Evaluation EVALUATION = evaluation();
  private static final List<String> WHOLE = texts(EVALUATION.run());

  private static Evaluation evaluation() {
    try {
      Siru siru = Siru.load();
      Path folder = Path.of(StandardCatalogueLawTest.class.getResource("/se/siru/cli/examples/exempellan").toURI());
      return siru.evaluate(siru.read(folder))
          .indicators("siru:*")
          .periods(Periods.parse("2021..2023/half,total"))
          .by("sector", "county", "size,support-kind", "stage", "legal-basis");
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<String> texts(Results results) {
    return results.cells().map(cell -> cell + " " + cell.records() + " " + cell.unknown()).toList();
  }

  @Property(tries = 25)
  void evaluatingAnySplitOfTheFactsAndMergingEqualsEvaluatingTheWhole(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int parts) {
    Random random = new Random(seed);
    List<Integer> cuts = new ArrayList<>(List.of(0, Integer.MAX_VALUE));
    for (int i = 1; i < parts; i++) {
      cuts.add(random.nextInt(LONGEST_BATCH));
    }
    Collections.sort(cuts);
    EvaluationInParts inParts = EVALUATION.inParts();
    List<EvaluationInParts.Part> read = new ArrayList<>();
    for (int i = 1; i < cuts.size(); i++) {
      read.add(inParts.part(cuts.get(i - 1), cuts.get(i)));
    }
    Collections.shuffle(read, random);
    assertTrue(WHOLE.size() > 1_000);
    assertEquals(WHOLE, texts(inParts.results(read)));
  }
}
