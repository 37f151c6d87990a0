package se.siru.core.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.siru.core.evaluation.Breakdown;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.Decision;
import se.siru.core.model.RecordType;
import se.siru.core.model.Target;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.DecidedPlan;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.SourcedRow;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;

/**
 * Results as an audience may see them, with what is needed to read them. Made by {@link #of} alone.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class Publication {
  private final Results results;
  private final Audience audience;
  private final Labels labels;
  private final Map<String, List<Batch.Provenance>> sources;
  private final DecidedPlan plan;

  private Publication(Results results, Audience audience) {
    this.results = results;
    this.audience = audience;
    this.labels = new Labels(results);
    this.sources = sources(results.portfolio());
    this.plan = DecidedPlan.of(results.portfolio());
  }

  /**
   * What an audience may see of results.
   *
   * @throws SiruException with {@link ErrorCode#AUDIENCE_REFUSED} for every audience but {@link Audience#INTERNAL}:
   *     small cells are not protected yet, and a reader could recover single organisations or persons from them
   */
  public static Publication of(Results results, Audience audience) {
    Objects.requireNonNull(results, "results");
    if (Objects.requireNonNull(audience, "audience") != Audience.INTERNAL) {
      throw new SiruException(
          ErrorCode.AUDIENCE_REFUSED,
          "nothing is published to the audience '" + audience.code()
              + "': small cells are not yet protected, so single organisations or persons could be recovered; "
              + "the audience 'internal' sees all");
    }
    return new Publication(results, audience);
  }

  private static Map<String, List<Batch.Provenance>> sources(Portfolio portfolio) {
    Map<String, List<Batch.Provenance>> sources = new TreeMap<>();
    for (RecordType type : portfolio.schema().types()) {
      if (portfolio.holds(type)) {
        List<Batch.Provenance> own = new ArrayList<>();
        portfolio.table(type.name()).batches().forEach(batch -> own.addAll(batch.sources()));
        sources.put(type.name(), List.copyOf(own));
      }
    }
    return Collections.unmodifiableMap(sources);
  }

  /** The audience. */
  public Audience audience() {
    return audience;
  }

  /** What people call the portfolio where nobody says in which language; may be empty. See {@link #title}. */
  public String name() {
    return results.portfolio().name();
  }

  /** What people call the portfolio, by language; empty where it has no name. */
  public LocalizedText title() {
    return results.portfolio().title();
  }

  /** The one currency of all amounts, ISO 4217. */
  public String currency() {
    return results.portfolio().currency();
  }

  /** The day on which the portfolio describes the world, if somebody said. */
  public Optional<LocalDate> recordedAt() {
    return results.portfolio().recordedAt();
  }

  /**
   * The sources of the portfolio's records: record type, in alphabetical order, to its sources in the order of arrival.
   */
  public Map<String, List<Batch.Provenance>> sources() {
    return sources;
  }

  /** The periods, as asked for. */
  public List<TimePeriod> periods() {
    return results.periods();
  }

  /** The breakdowns, as asked for. */
  public List<Breakdown> breakdowns() {
    return results.breakdowns();
  }

  /** The names of all dimensions of the breakdowns, in the order in which they were first named. */
  public List<String> dimensions() {
    return results.dimensions();
  }

  /** The indicators, as asked for. */
  public List<Indicator> indicators() {
    return results.indicators();
  }

  /** Who provides the indicators: id of an indicator to its provider. */
  public Map<String, Provider> providers() {
    return results.providers();
  }

  /** The rule set that all cells were counted under. */
  public RuleSet rules() {
    return results.rules();
  }

  /**
   * True where the value of a cell is a preview: by the rule set, the official figures of its indicator, or of the one whose attainment
   * it is, come from elsewhere.
   */
  public boolean isPreview(Cell cell) {
    return rules().isPreview(cell.indicator()) || rules().isPreview(cell.subject());
  }

  /** The cells that the audience may see, in the fixed order of {@link Results#cells}. */
  public Stream<Cell> cells() {
    return results.cells();
  }

  /** What the reader should know. */
  public List<Finding> findings() {
    return results.findings();
  }

  /**
   * What people read for a period: the name of a reporting period ({@code P3}) or of a stretch of them ({@code P1..P3}) where the
   * decisions of the portfolio name it, else its label.
   */
  public String periodName(TimePeriod period) {
    return plan.name(period).orElse(period.label());
  }

  /** All decisions of the portfolio, in effect or not. */
  public List<SourcedRow> decisions() {
    return SourcedRow.of(results.portfolio(), Decision.TYPE).toList();
  }

  /** The ids of the decisions that are in effect on the portfolio's day. */
  public Set<String> decisionsInEffect() {
    return plan.decisions().stream().flatMap(line -> line.row().id().stream()).collect(Collectors.toUnmodifiableSet());
  }

  /** All targets of the portfolio, those included that an amendment has replaced. */
  public List<DecidedTarget> targets() {
    return results.portfolio().rows(Target.TYPE).map(row -> new DecidedTarget(row, results.indicators(), plan)).toList();
  }

  /** What people read for a dimension of {@link #dimensions}. */
  public LocalizedText dimensionLabel(String dimension) {
    return labels.dimension(dimension);
  }

  /** What people read for a code of a dimension; the code itself where nothing better is known. */
  public LocalizedText codeLabel(String dimension, String code) {
    return labels.code(dimension, code);
  }
}
