package se.siru.indicators.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import se.siru.core.stability.Experimental;

/**
 * How far the ranks of an index depend on its choices. Steps are not taken again: the comparable numbers stay, and aggregation
 * changes.
 *
 * <p>Stateless and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class Robustness {
  private Robustness() {}

  /**
   * How far ranks move when one part is taken out: for each part below the root, the mean of |rank without it − rank with it| over the
   * units ranked both times. A part whose removal leaves its siblings' aggregate without parts takes that aggregate with it; the
   * only part of the root cannot be taken out and is not in the result.
   */
  public static Map<String, Double> rankShiftsByRemoval(CompositeResult result) {
    Map<String, Double> shifts = new LinkedHashMap<>();
    Component root = result.index().root();
    int[] before = ranks(result, root);
    root.all().skip(1).forEach(part ->
        without(root, part.code())
            .ifPresent(rest -> shifts.put(part.code(), meanShift(before, ranks(result, rest)))));
    return Collections.unmodifiableMap(shifts);
  }

  /** A tree without a part; empty where no part with a weight is left. */
  private static Optional<Component> without(Component tree, String code) {
    if (tree.code().equals(code)) {
      return Optional.empty();
    }
    if (tree.isIndicator()) {
      return Optional.of(tree);
    }
    Component rest = tree.mapped(part -> without(part, code));
    return rest.parts().stream().anyMatch(part -> part.weight() > 0) ? Optional.of(rest) : Optional.empty();
  }

  /**
   * What happens to ranks when all weights are changed at random.
   *
   * @param seed where the random numbers begin; the same seed gives the same answer on every machine
   * @param runs how many times
   * @param spread how far: each weight is multiplied by a number drawn evenly from 1 − spread to 1 + spread; 0 or more and below 1
   * @throws IllegalArgumentException where there are no runs or the spread is not from 0 to below 1
   */
  public static Perturbation perturbWeights(CompositeResult result, long seed, int runs, double spread) {
    if (runs < 1 || !(spread >= 0 && spread < 1)) {
      throw new IllegalArgumentException("runs " + runs + ", spread " + spread);
    }
    SplittableRandom random = new SplittableRandom(seed);
    Component root = result.index().root();
    int[] before = ranks(result, root);
    int[][] ranks = new int[runs][];
    double shift = 0;
    for (int run = 0; run < runs; run++) {
      ranks[run] = ranks(result, perturbed(root, random, spread));
      shift += meanShift(before, ranks[run]);
    }
    List<RankRange> ranges = new ArrayList<>();
    for (int unit = 0; unit < before.length; unit++) {
      if (before[unit] > 0) {
        int at = unit;
        int[] sorted = Arrays.stream(ranks).mapToInt(run -> run[at]).sorted().toArray();
        ranges.add(
            new RankRange(result.units().get(unit), before[unit], sorted[0], quantile(sorted, 5), quantile(sorted, 50),
                quantile(sorted, 95), sorted[runs - 1]));
      }
    }
    return new Perturbation(seed, runs, spread, shift / runs, ranges);
  }

  private static Component perturbed(Component tree, SplittableRandom random, double spread) {
    return tree.mapped(part -> {
      Component weighed = part.weight(part.weight() * (1 + spread * (2 * random.nextDouble() - 1)));
      return Optional.of(part.isIndicator() ? weighed : perturbed(weighed, random, spread));
    });
  }

  /** The least number that at least so many percent do not exceed. */
  private static int quantile(int[] sorted, int percent) {
    return sorted[Math.max((int) (((long) sorted.length * percent + 99) / 100) - 1, 0)];
  }

  private static int[] ranks(CompositeResult result, Component root) {
    UnitTable aggregated = result.index().with(root).aggregate(result.comparable(), new ArrayList<>());
    return CompositeResult.ranks(aggregated, root.code());
  }

  private static double meanShift(int[] before, int[] after) {
    long sum = 0;
    long ranked = 0;
    for (int unit = 0; unit < before.length; unit++) {
      if (before[unit] > 0 && after[unit] > 0) {
        sum += Math.abs(before[unit] - after[unit]);
        ranked++;
      }
    }
    return ranked == 0 ? 0 : (double) sum / ranked;
  }

  /**
   * The outcome of changed weights.
   *
   * @param seed where the random numbers began
   * @param runs how many times weights were drawn
   * @param spread how far weights were changed
   * @param meanShift the mean of |rank with changed weights − rank| over units and runs
   * @param units the ranks of each unit
   */
  @Experimental(since = "0.1.0")
  public record Perturbation(long seed, int runs, double spread, double meanShift, List<RankRange> units) {
    /** Copies the list. */
    public Perturbation {
      units = List.copyOf(units);
    }
  }

  /**
   * The ranks of a unit under changed weights.
   *
   * @param unit the unit
   * @param rank its rank with the declared weights
   * @param best its best rank
   * @param low the rank that 5 % of the runs do not exceed
   * @param median the rank that half of the runs do not exceed
   * @param high the rank that 95 % of the runs do not exceed
   * @param worst its worst rank
   */
  @Experimental(since = "0.1.0")
  public record RankRange(String unit, int rank, int best, int low, int median, int high, int worst) {}
}
