package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.siru.core.model.Periods;
import se.siru.core.portfolio.Portfolio;

/** Laws that hold for every indicator of every shape. */
class PartitionLawTest {
  private static final List<String> BREAKDOWNS =
      List.of("sector,municipality", "county", "activity-kind", "stage", "sectors", "support-kind", "nuts2");

  private static Evaluation evaluation(Portfolio portfolio) {
    return Evaluation.of(portfolio, Samples.CATALOGUE)
        .periods(Periods.parse("2021..2023/quarter,2022,total"))
        .by(BREAKDOWNS.toArray(String[]::new));
  }

  private static List<String> texts(Results results) {
    return results.cells().map(cell -> cell + " " + cell.records() + " " + cell.unknown()).toList();
  }

  @Property(tries = 60)
  void evaluatingAnySplitOfTheFactsAndMergingEqualsEvaluatingTheWhole(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int parts) {
    Evaluation evaluation = evaluation(new RandomPortfolio(seed).portfolio());
    EvaluationInParts inParts = evaluation.inParts();
    Random random = new Random(seed);
    List<Integer> cuts = new ArrayList<>(List.of(0, Integer.MAX_VALUE));
    for (int i = 1; i < parts; i++) {
      cuts.add(random.nextInt(40));
    }
    Collections.sort(cuts);
    List<EvaluationInParts.Part> read = new ArrayList<>();
    for (int i = 1; i < cuts.size(); i++) {
      read.add(inParts.part(cuts.get(i - 1), cuts.get(i)));
    }
    Collections.shuffle(read, random);
    assertEquals(texts(evaluation.run()), texts(inParts.results(read)));
  }

  @Property(tries = 40)
  void resultsDoNotDependOnTheOrderOfRecords(@ForAll long seed) {
    RandomPortfolio random = new RandomPortfolio(seed);
    assertEquals(texts(evaluation(random.portfolio()).run()), texts(evaluation(random.shuffled(seed + 1)).run()));
  }

  @Property(tries = 15)
  void resultsDoNotDependOnTheLocaleOrTheZone(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    List<String> expected = texts(evaluation(portfolio).run());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG", "sv-SE")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertEquals(expected, texts(evaluation(portfolio).run()));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
