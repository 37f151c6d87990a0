package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.Range;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.portfolio.Portfolio;

/** How many threads work must show in nothing that comes of an evaluation: not in cells, nor in the records behind them, nor in findings. */
class ThreadsTest {
  private static final List<Indicator> FORMULAS =
      List.of(
          Indicator.formula("t:growth").expression("[t:rows] - previous([t:rows], 1)").build(),
          Indicator.formula("t:of-growth").expression("[t:growth] / [t:attended]").build(),
          Indicator.formula("t:both").expression("[t:organisations] + [t:median] * 2").build());
  /** None of its values lies within its range, so that each cell fails and a finding tells of it. */
  private static final Indicator OUTSIDE =
      Indicator.measure("t:outside").over(Participation.TYPE).sum(Participation.HEADS).range(Range.between(0, 0)).build();
  private static final Catalogue CATALOGUE =
      Samples.CATALOGUE
          .with(new Provider("test", "1", "test"), FORMULAS, List.of())
          .with(new Provider("test", "1", "test"), List.of(OUTSIDE), List.of());
  private static final List<String[]> BREAKDOWNS =
      List.of(new String[0], new String[] {"sector,municipality", "county"}, new String[] {"activity-kind", "sector"}, new String[] {"county/split"});

  private static Evaluation asked(Portfolio portfolio, long seed, int threads) {
    Random random = new Random(seed);
    Evaluation asked = Evaluation.of(portfolio, CATALOGUE).periods(Periods.parse("2021..2023/half,2022,total")).threads(threads);
    List<Indicator> all = List.copyOf(CATALOGUE.indicators());
    for (int i = 0; i <= random.nextInt(12); i++) {
      asked.indicators(all.get(random.nextInt(all.size())).id());
    }
    asked.by(BREAKDOWNS.get(random.nextInt(BREAKDOWNS.size())));
    return random.nextInt(4) == 0 ? asked.allCodes() : asked;
  }

  /** Everything that results tell, in their order; or why there are none. */
  private static String told(Evaluation evaluation) {
    try {
      Results results = evaluation.run();
      List<String> cells =
          results.cells().map(cell -> cell + " " + cell.number() + " of " + cell.records() + " without " + cell.unknown()).toList();
      return String.join("\n", cells) + "\n" + results.findings() + results.findings().stream().map(each -> each.arguments()).toList();
    } catch (SiruException refused) {
      return refused.code() + " " + refused.getMessage() + refused.findings();
    }
  }

  @Property(tries = 50)
  void severalThreadsTellTheSameAsOne(@ForAll long seed, @ForAll boolean supporting) {
    Portfolio portfolio = new RandomPortfolio(seed, supporting).portfolio();
    String expected = told(asked(portfolio, seed, 1));
    assertEquals(expected, told(asked(portfolio, seed, 2)));
    assertEquals(expected, told(asked(portfolio, seed, 4)));
    Statistics.label("has cells").collect(expected.contains(" without "))
        .coverage(checker -> checker.check(true).percentage(percentage -> percentage > 30));
  }

  @Test
  void allIndicatorsAtOnceTellTheSame() {
    Portfolio portfolio = new RandomPortfolio(11, true).portfolio();
    String expected = all(portfolio, 1);
    for (int run = 0; run < 3; run++) {
      assertEquals(expected, all(portfolio, 2));
      assertEquals(expected, all(portfolio, 4));
    }
  }

  private static String all(Portfolio portfolio, int threads) {
    return told(Evaluation.of(portfolio, CATALOGUE).periods(Periods.parse("2021..2023/half,2022,total")).threads(threads));
  }
}
