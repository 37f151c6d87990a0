package se.siru.core.evaluation;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.BreakdownCodes;
import se.siru.core.model.Observation;
import se.siru.core.model.Row;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.DecidedPlan;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.SourcedRow;
import se.siru.core.stability.Experimental;

/**
 * Values that somebody measured, reported or approved beside those computed from the records of a portfolio. Neither takes the
 * place of the other.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class Reconciliation {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final List<Line> lines;
  private final List<Finding> findings;
  private final RuleSet rules;

  private Reconciliation(List<Line> lines, List<Finding> findings, RuleSet rules) {
    this.lines = List.copyOf(lines);
    this.findings = List.copyOf(findings);
    this.rules = rules;
  }

  /** How a stated value and a computed one compare. */
  @Experimental(since = "0.1.0")
  public enum Outcome {
    /** They are equal, or the computed one is not below the bound. */
    AGREES("agrees"),
    /** They are not. */
    DIFFERS("differs"),
    /** There is no computed number. */
    NOT_COMPUTED("not-computed");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }

    /** The word used in files. */
    public String code() {
      return code;
    }
  }

  /**
   * One value beside the computed one.
   *
   * @param observation the observation, and where it stands
   * @param computed the computed cell
   * @param outcome how they compare
   * @param behind the records behind the computed value; empty where both agree
   */
  @Experimental(since = "0.1.0")
  public record Line(SourcedRow observation, Cell computed, Outcome outcome, List<RecordsBehind.Trail> behind) {
    /** Copies the list. */
    public Line {
      behind = List.copyOf(behind);
    }

    /** The stated value. */
    public BigDecimal stated() {
      return Objects.requireNonNull(observation.row().get(Observation.VALUE));
    }

    /** True where the stated value is a lower bound. */
    public boolean isAtLeast() {
      return "at-least".equals(observation.row().get(Observation.BOUND));
    }

    /** The stated value less the computed one; empty where there is no computed number. */
    public Optional<BigDecimal> difference() {
      return computed.number().map(number -> stated().subtract(number));
    }
  }

  /**
   * Holds observations against what the records of a portfolio give.
   *
   * @param observations records of the type {@code observation}; those of the portfolio where they come from nowhere else
   * @param most how many records are named behind each difference
   */
  public static Reconciliation of(
      Portfolio portfolio, Catalogue catalogue, Collection<SourcedRow> observations, int most) {
    Work work = new Work(portfolio, catalogue, most);
    if (observations.isEmpty()) {
      work.findings.add(ReconciliationRules.NOTHING, Origin.of(Observation.TYPE.plural()));
    }
    observations.forEach(work::take);
    return new Reconciliation(work.lines(), work.findings.list(), catalogue.rules());
  }

  /** The observations that a portfolio holds. */
  public static List<SourcedRow> observations(Portfolio portfolio) {
    return SourcedRow.of(portfolio, Observation.TYPE).toList();
  }

  /** Each value beside the computed one, in the order of the values. */
  public List<Line> lines() {
    return lines;
  }

  /** The rule set that all computed values were counted under. */
  public RuleSet rules() {
    return rules;
  }

  /** True where the computed value of a line is a preview: the official figure comes from elsewhere. */
  public boolean isPreview(Line line) {
    return rules.isPreview(line.computed().indicator());
  }

  /** Values that name what is not known, and so have no line. */
  public List<Finding> findings() {
    return findings;
  }

  /** The dimensions that the values name, in alphabetical order. */
  public List<String> dimensions() {
    Set<String> names = new TreeSet<>();
    lines.forEach(line -> names.addAll(line.computed().codes().keySet()));
    return List.copyOf(names);
  }

  /** How many lines compare in a way. */
  public long count(Outcome outcome) {
    return lines.stream().filter(line -> line.outcome() == outcome).count();
  }

  /**
   * Writes one row a value as CSV: comma, line feed, UTF-8, plain decimals. The columns are {@code indicator}, {@code period},
   * one for each dimension, {@code kind}, {@code stated}, {@code bound}, {@code computed}, {@code status}, {@code difference},
   * {@code outcome}, {@code records}, {@code unknown}, {@code source}, {@code behind}, {@code rules} and {@code preview}.
   *
   * @param out stays open
   * @throws IOException where it cannot be written
   */
  public void writeCsv(OutputStream out) throws IOException {
    ReconciliationCsv.write(this, out);
  }

  /** What one observation asks for. */
  private record Question(SourcedRow observation, TimePeriod period, SortedMap<String, String> codes) {}

  private static final class Work {
    private final Portfolio portfolio;
    private final Catalogue catalogue;
    private final int most;
    private final DecidedPlan plan;
    private final Findings findings = new Findings();
    private final Map<Indicator, List<Question>> questions = new LinkedHashMap<>();
    private final List<SourcedRow> order = new ArrayList<>();

    Work(Portfolio portfolio, Catalogue catalogue, int most) {
      this.portfolio = portfolio;
      this.catalogue = catalogue;
      this.most = most;
      this.plan = DecidedPlan.of(portfolio);
    }

    void take(SourcedRow observation) {
      Row row = observation.row();
      order.add(observation);
      String name = String.valueOf(row.get(Observation.INDICATOR)).strip();
      String named = String.valueOf(row.get(Observation.PERIOD)).strip();
      Optional<Indicator> indicator = catalogue.find(name);
      TimePeriod period = plan.period(named).orElse(null);
      if (indicator.isEmpty()) {
        findings.add(
            ReconciliationRules.UNKNOWN_INDICATOR, observation.origin().at(Observation.INDICATOR.name()), "value", name);
      }
      if (period == null) {
        String known = String.join(", ", plan.reportingPeriods().stream().flatMap(p -> p.row().id().stream()).toList());
        findings.add(
            ReconciliationRules.UNKNOWN_PERIOD, observation.origin().at(Observation.PERIOD.name()),
            "value", named, "known", known.isEmpty() ? "–" : known);
      }
      if (indicator.isPresent() && period != null) {
        questions
            .computeIfAbsent(indicator.get(), key -> new ArrayList<>())
            .add(new Question(observation, period, BreakdownCodes.parse(row.get(Observation.BREAKDOWN))));
      }
    }

    List<Line> lines() {
      Map<SourcedRow, Line> lines = new HashMap<>();
      questions.forEach((indicator, asked) -> {
        // Each breakdown on its own, so that one that the indicator does not have spoils no other.
        Map<Set<String>, List<Question>> byDimensions = new LinkedHashMap<>();
        asked.forEach(
            question -> byDimensions.computeIfAbsent(question.codes().keySet(), k -> new ArrayList<>()).add(question));
        byDimensions.values().forEach(
            alike -> answers(indicator, alike).forEach(line -> lines.put(line.observation(), line)));
      });
      return order.stream().flatMap(each -> Stream.ofNullable(lines.get(each))).toList();
    }

    private List<Line> answers(Indicator indicator, List<Question> alike) {
      Set<TimePeriod> periods = new LinkedHashSet<>();
      alike.forEach(question -> periods.add(question.period()));
      Set<String> dimensions = alike.get(0).codes().keySet();
      Results results;
      try {
        Evaluation evaluation =
            Evaluation.of(portfolio, catalogue).indicators(indicator.id()).periods(List.copyOf(periods)).allCodes();
        results = (dimensions.isEmpty() ? evaluation : evaluation.by(String.join(",", dimensions))).run();
      } catch (SiruException noSuchBreakdown) {
        if (noSuchBreakdown.code() != ErrorCode.UNKNOWN_NAME) {
          throw noSuchBreakdown;
        }
        alike.forEach(question -> noCell(indicator, question));
        return List.of();
      }
      RecordsBehind behind = RecordsBehind.of(results, catalogue, most);
      List<Line> lines = new ArrayList<>();
      for (Question question : alike) {
        String[] codes =
            question.codes().entrySet().stream().map(code -> code.getKey() + "=" + code.getValue()).toArray(String[]::new);
        Optional<Cell> cell = results.find(indicator.id(), question.period().label(), codes);
        if (cell.isPresent()) {
          lines.add(line(question, cell.get(), behind));
        } else {
          noCell(indicator, question);
        }
      }
      return lines;
    }

    private void noCell(Indicator indicator, Question question) {
      findings.add(
          ReconciliationRules.NO_CELL, question.observation().origin(),
          "indicator", indicator.code(), "codes", BreakdownCodes.text(new TreeMap<>(question.codes())));
    }

    private static Line line(Question question, Cell cell, RecordsBehind behind) {
      Line bare = new Line(question.observation(), cell, Outcome.AGREES, List.of());
      Outcome outcome =
          cell.number().isEmpty()
              ? Outcome.NOT_COMPUTED
              : agrees(bare, cell, cell.number().get()) ? Outcome.AGREES : Outcome.DIFFERS;
      return outcome == Outcome.AGREES
          ? bare
          : new Line(question.observation(), cell, outcome, behind.of(cell));
    }

    /** A quotient agrees where it rounds, up or down, to the decimals stated (final zeros are not); whatever is counted or added up is exact. */
    private static boolean agrees(Line line, Cell cell, BigDecimal computed) {
      BigDecimal stated = line.stated();
      if (line.isAtLeast()) {
        return computed.compareTo(stated) >= 0;
      }
      if (cell.value() instanceof Value.Ratio) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(Math.max(0, stated.stripTrailingZeros().scale()));
        return computed.subtract(stated).abs().multiply(TWO).compareTo(unit) <= 0;
      }
      return computed.compareTo(stated) == 0;
    }
  }
}
