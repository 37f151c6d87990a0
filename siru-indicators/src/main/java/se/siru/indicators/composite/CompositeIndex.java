package se.siru.indicators.composite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.siru.core.stability.Experimental;

/**
 * The declaration of a composite index: a tree of weighted parts, the steps from raw numbers to comparable ones, and how parts are
 * aggregated. It is a value: the same declaration and table give the same result to the last digit on every machine, since sums of
 * doubles run in the order of unit ids and of declared parts, and logarithms and powers are those of {@link StrictMath}.
 *
 * <p>Ranks are those of unrounded scores. Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class CompositeIndex {
  private final Component root;
  private final List<Step> steps;
  private final Aggregation aggregation;
  private final double atLeast;

  private CompositeIndex(Component root, List<Step> steps, Aggregation aggregation, double atLeast) {
    this.root = root;
    this.steps = steps;
    this.aggregation = aggregation;
    this.atLeast = atLeast;
  }

  /**
   * Starts the declaration of an index; without more it takes numbers as they are, and their arithmetic means.
   *
   * @throws IllegalArgumentException where the root is an indicator, or two parts have one code
   */
  public static Builder of(Component root) {
    return new Builder(root);
  }

  /** The tree of parts. */
  public Component root() {
    return root;
  }

  /** The variables that a table must have: the indicators and what they are divided by, in the order of the declaration. */
  public Set<String> variables() {
    Set<String> variables = new LinkedHashSet<>();
    for (Component indicator : root.indicators()) {
      variables.add(indicator.code());
      indicator.denominator().ifPresent(variables::add);
    }
    return Collections.unmodifiableSet(variables);
  }

  /** The ways of grouping units that the steps ask for. */
  public Set<String> groupings() {
    Set<String> groupings = new LinkedHashSet<>();
    for (Step step : steps) {
      if (step instanceof Step.Impute impute) {
        impute.grouping().ifPresent(groupings::add);
      }
    }
    return Collections.unmodifiableSet(groupings);
  }

  /** The steps, in order. */
  public List<Step> steps() {
    return steps;
  }

  /** How aggregates without an aggregation of their own are made. */
  public Aggregation aggregation() {
    return aggregation;
  }

  /** The share of the weight of the parts that must be known. */
  public double atLeast() {
    return atLeast;
  }

  /** This declaration with another tree. */
  CompositeIndex with(Component otherRoot) {
    return new CompositeIndex(otherRoot, steps, aggregation, atLeast);
  }

  /**
   * Each part's share of the whole: the product of its weight and those above it, each by the sum of its siblings'. Of arithmetic
   * means it is how far the index moves when the part moves by one.
   */
  public Map<String, Double> effectiveWeights() {
    Map<String, Double> weights = new LinkedHashMap<>();
    weigh(root, 1, weights);
    return Collections.unmodifiableMap(weights);
  }

  private static void weigh(Component part, double share, Map<String, Double> weights) {
    weights.put(part.code(), share);
    double sum = part.parts().stream().mapToDouble(Component::weight).sum();
    part.parts().forEach(each -> weigh(each, share * each.weight() / sum, weights));
  }

  /**
   * The index of a table.
   *
   * @throws IllegalArgumentException where the table lacks an indicator, a denominator or a unit that the declaration names
   */
  public CompositeResult of(UnitTable table) {
    List<Change> log = new ArrayList<>();
    List<CompositeResult.Stage> stages = new ArrayList<>();
    stages.add(new CompositeResult.Stage("raw", table));
    Steps applied = new Steps(root.indicators(), log);
    UnitTable comparable = table;
    for (Step step : steps) {
      comparable = applied.apply(step, comparable);
      stages.add(new CompositeResult.Stage(step.code(), comparable));
    }
    stages.add(new CompositeResult.Stage("aggregate", aggregate(comparable, log)));
    return new CompositeResult(this, stages, log);
  }

  /** The table with the aggregates of all levels beside the comparable numbers. */
  UnitTable aggregate(UnitTable comparable, List<Change> log) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    aggregate(root, comparable, columns, log);
    return comparable.with(columns);
  }

  private double[] aggregate(Component part, UnitTable table, Map<String, double[]> columns, List<Change> log) {
    if (part.isIndicator()) {
      return table.column(part.code());
    }
    List<double[]> below = new ArrayList<>();
    part.parts().forEach(each -> below.add(aggregate(each, table, columns, log)));
    double[] weights = part.parts().stream().mapToDouble(Component::weight).toArray();
    double[] result = new Aggregator(weights, atLeast).aggregate(below, part.aggregation().orElse(aggregation));
    columns.put(part.code(), result);
    for (int unit = 0; unit < result.length; unit++) {
      if (Double.isNaN(result[unit])) {
        String id = table.units().get(unit);
        log.add(Change.of("aggregate", id, part.code(), Double.NaN, Double.NaN, Change.Reason.NOT_AGGREGATED));
      }
    }
    return result;
  }

  /** Collects a declaration. Not thread-safe. */
  @Experimental(since = "0.1.0")
  public static final class Builder {
    private final Component root;
    private final List<Step> steps = new ArrayList<>();
    private Aggregation aggregation = new Aggregation.Arithmetic();
    private double atLeast;

    private Builder(Component root) {
      if (root.isIndicator()) {
        throw new IllegalArgumentException(root.code() + " is an indicator and has no parts");
      }
      Set<String> codes = new HashSet<>();
      root.all().forEach(part -> {
        if (!codes.add(part.code())) {
          throw new IllegalArgumentException("two parts have the code " + part.code());
        }
      });
      this.root = root;
    }

    /** One more step, after those before. */
    public Builder step(Step step) {
      steps.add(Objects.requireNonNull(step, "step"));
      return this;
    }

    /** How aggregates without an aggregation of their own are made; arithmetic means where nobody says. */
    public Builder aggregated(Aggregation newAggregation) {
      this.aggregation = Objects.requireNonNull(newAggregation, "aggregation");
      return this;
    }

    /**
     * The share of the weight of the parts that must be known of a unit for an aggregate, 0 to 1. It is 0 where nobody says: one part is
     * enough.
     */
    public Builder atLeast(double share) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("no share: " + share);
      }
      this.atLeast = share;
      return this;
    }

    /** The declaration. */
    public CompositeIndex build() {
      return new CompositeIndex(root, List.copyOf(steps), aggregation, atLeast);
    }
  }
}
