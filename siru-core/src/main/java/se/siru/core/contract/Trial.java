package se.siru.core.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Periods;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.stability.Experimental;

/**
 * Indicators of a catalogue on trial, with the records, periods and breakdowns that they are tried on.
 *
 * <p>Not thread-safe.
 */
@Experimental(since = "0.1.0")
public final class Trial {
  /** As many as may be asked for together, however many codes their lists have. */
  private static final int BREAKDOWNS = 3;
  private static final int DIMENSIONS = 8;

  private final Catalogue catalogue;
  private final List<String> patterns;
  private final List<Indicator> indicators;
  private final Sample sample;
  private final List<TimePeriod> periods;
  private final List<String> dimensions;
  private final List<String> breakdowns;
  private final List<Surroundings> surroundings;
  private @Nullable Portfolio portfolio;
  private @Nullable Results whole;
  private @Nullable Results totals;

  private Trial(Builder from) {
    this.catalogue = from.catalogue;
    this.patterns = List.copyOf(from.patterns);
    this.indicators = catalogue.select(patterns);
    this.sample = from.sample;
    this.periods = from.periods;
    this.dimensions = some(dimensions(indicators), sample.random());
    this.breakdowns = from.breakdowns.isEmpty() ? breakdowns(dimensions) : List.copyOf(from.breakdowns);
    this.surroundings = List.copyOf(from.surroundings);
  }

  /** Puts a trial together: by default of all indicators, by some dimensions that they have, drawn by the sample's seed. */
  public static Builder of(Catalogue catalogue, Sample sample) {
    return new Builder(catalogue, sample);
  }

  /** What breaks any of the laws; see {@link Law#check}. */
  public List<Finding> check() {
    return Law.all().stream().flatMap(law -> law.check(this).stream()).toList();
  }

  private static List<String> dimensions(List<Indicator> indicators) {
    Set<String> names = new LinkedHashSet<>();
    for (Indicator indicator : indicators) {
      if (indicator instanceof Measure measure) {
        names.addAll(measure.dimensions().keySet());
        names.addAll(measure.over().dimensions().keySet());
      }
    }
    return List.copyOf(names);
  }

  private static List<String> some(List<String> names, Random random) {
    List<String> rest = new ArrayList<>(names);
    List<String> some = new ArrayList<>();
    while (some.size() < DIMENSIONS && !rest.isEmpty()) {
      some.add(rest.remove(random.nextInt(rest.size())));
    }
    return List.copyOf(some);
  }

  private static List<String> breakdowns(List<String> dimensions) {
    List<String> breakdowns = new ArrayList<>(dimensions.subList(0, Math.min(BREAKDOWNS, dimensions.size())));
    if (breakdowns.size() > 1) {
      breakdowns.add(breakdowns.get(0) + "," + breakdowns.get(1));
    }
    return List.copyOf(breakdowns);
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** The indicators on trial. */
  public List<Indicator> indicators() {
    return indicators;
  }

  Sample sample() {
    return sample;
  }

  /** Some dimensions of the indicators. */
  List<String> dimensions() {
    return dimensions;
  }

  List<Surroundings> surroundings() {
    return surroundings;
  }

  /** The sample as a portfolio. */
  Portfolio portfolio() {
    if (portfolio == null) {
      portfolio = sample.portfolio();
    }
    return portfolio;
  }

  /** What the indicators give on the sample. */
  Results whole() {
    if (whole == null) {
      whole = on(portfolio()).run();
    }
    return whole;
  }

  /** The same questions to another portfolio. */
  Evaluation on(Portfolio other) {
    return ofTotals(other).by(breakdowns.toArray(String[]::new));
  }

  /** The questions in all their forms: a breakdown divides records so finely that some faults show in totals alone. */
  List<Question> questions() {
    return List.of(new Question(whole(), this::on), new Question(totals(), this::ofTotals));
  }

  /** Indicators, periods and breakdowns, and what they give on the sample. */
  record Question(Results expected, Function<Portfolio, Evaluation> asked) {
    Evaluation on(Portfolio other) {
      return asked.apply(other);
    }
  }

  /** What the indicators give on the sample without breakdowns. */
  Results totals() {
    if (totals == null) {
      totals = ofTotals(portfolio()).run();
    }
    return totals;
  }

  /** The same questions without breakdowns. */
  Evaluation ofTotals(Portfolio other) {
    return Evaluation.of(other, catalogue).indicators(patterns.toArray(String[]::new)).periods(periods);
  }

  /** Puts a trial together. Not thread-safe. */
  @Experimental(since = "0.1.0")
  public static final class Builder {
    private final Catalogue catalogue;
    private final Sample sample;
    private final List<String> patterns = new ArrayList<>();
    private List<TimePeriod> periods = Periods.parse("2023..2024/half,2024-02-28/2024-03-02,total");
    private final List<String> breakdowns = new ArrayList<>();
    private final List<Surroundings> surroundings = new ArrayList<>();

    private Builder(Catalogue catalogue, Sample sample) {
      this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
      this.sample = Objects.requireNonNull(sample, "sample");
    }

    /** Adds indicators by ids, codes and globs of either; without it, all are tried. */
    public Builder indicators(String... idsCodesOrGlobs) {
      patterns.addAll(List.of(idsCodesOrGlobs));
      return this;
    }

    /** The periods in which they are tried. */
    public Builder periods(List<TimePeriod> newPeriods) {
      this.periods = List.copyOf(newPeriods);
      return this;
    }

    /** Adds breakdowns by which they are tried. */
    public Builder by(String... newBreakdowns) {
      breakdowns.addAll(List.of(newBreakdowns));
      return this;
    }

    /** Adds surroundings in which they are tried. */
    public Builder in(Surroundings other) {
      surroundings.add(Objects.requireNonNull(other, "other"));
      return this;
    }

    /**
     * The trial.
     *
     * @throws SiruException with {@link ErrorCode#UNKNOWN_NAME} where an indicator is not known
     */
    public Trial build() {
      if (patterns.isEmpty()) {
        patterns.add("*");
      }
      return new Trial(this);
    }
  }
}
