package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.siru.core.evaluation.Results;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.portfolio.PortfolioBuilder;

/** What must hold between the indicators of support, whatever was given to whom. */
class SupportInvariantsTest {
  private static final String[] KINDS = {"grant", "loan", "equity", "guidance", "training", "financial-instrument"};
  private static final String[] SIZES = {"micro", "small", "medium", "large"};
  private static final String[] PERIODS = {"2021", "2022", "2023"};

  private static PortfolioBuilder random(long seed, int supports) {
    Random random = new Random(seed);
    PortfolioBuilder builder = Evaluated.programme().holds(Support.TYPE);
    for (int i = 0; i < 8; i++) {
      builder.add(
          Stakeholder.TYPE.row("r" + i)
              .with(Stakeholder.ECONOMIC, i < 6 ? "yes" : i == 6 ? "no" : null)
              .with(Stakeholder.SIZE, i == 5 ? null : SIZES[i % 4])
              .build());
    }
    for (int i = 0; i < supports; i++) {
      builder.add(
          Evaluated.support(
                  "s" + i,
                  random.nextBoolean() ? "op1" : "op2",
                  "r" + random.nextInt(8),
                  KINDS[random.nextInt(KINDS.length)],
                  LocalDate.of(2021, 1, 1).plusDays(random.nextInt(3 * 365)).toString())
              .with(Support.HOURS, random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(10)))
              .build());
    }
    return builder;
  }

  private static long number(Results results, String indicator, String period, String... codes) {
    return results.cell(indicator, period, codes).number().orElseThrow().longValueExact();
  }

  @Property(tries = 60)
  void theUnionLiesBetweenItsGreatestPartAndTheSumOfItsParts(
      @ForAll long seed, @ForAll @IntRange(max = 30) int supports, @ForAll @IntRange(max = 12) int hours) {
    Results results = Evaluated.under(Evaluated.hours("" + hours), random(seed, supports), "2021..2023/year").results();
    for (String period : PERIODS) {
      long grants = number(results, "RCO02", period);
      long instruments = number(results, "RCO03", period);
      long nonFinancial = number(results, "RCO04", period);
      long union = number(results, "RCO01", period);
      assertTrue(Math.max(grants, Math.max(instruments, nonFinancial)) <= union);
      assertTrue(union <= grants + instruments + nonFinancial);
    }
  }

  @Property(tries = 60)
  void cumulativeCountsNeverFallAndAProgrammeHoldsNoMoreThanItsObjectives(
      @ForAll long seed, @ForAll @IntRange(max = 30) int supports) {
    Results results = Evaluated.of(random(seed, supports), "2021..2023/year").results();
    long before = 0;
    for (String period : PERIODS) {
      long union = number(results, "RCO01", period);
      assertTrue(before <= union);
      assertTrue(number(results, "CO01", period) <= union);
      before = union;
    }
  }

  @Property(tries = 60)
  void sizeClassesPartitionTheEnterprises(@ForAll long seed, @ForAll @IntRange(max = 30) int supports) {
    Results results = Evaluated.of(random(seed, supports), "2021..2023/year", "size").results();
    for (String period : PERIODS) {
      long parts =
          results.cells()
              .filter(cell -> cell.code().equals("RCO01") && cell.period().label().equals(period))
              .filter(cell -> cell.codes().containsKey("size"))
              .mapToLong(cell -> cell.number().orElseThrow().longValueExact())
              .sum();
      assertEquals(number(results, "RCO01", period), parts);
    }
  }
}
