package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.SiruException;
import se.siru.core.model.CostLine;
import se.siru.core.model.Decision;
import se.siru.core.model.Field;
import se.siru.core.model.Periods;
import se.siru.core.model.RecordType;
import se.siru.core.model.ReportingPeriod;
import se.siru.core.model.Row;
import se.siru.core.model.Target;
import se.siru.core.model.TimePeriod;
import se.siru.core.stability.Provided;

/**
 * What the decisions of a portfolio say on a day. A decision applies from its date on. An amendment that states targets takes
 * the place of all targets of the decisions that it supersedes, directly or through others; so it is with the budget and with the
 * reporting periods. What it does not state stays as it was, and lines without a decision always apply. What no longer applies
 * stays in the portfolio.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class DecidedPlan {
  private static final String UP_TO = "..";

  private final Portfolio portfolio;
  private final @Nullable LocalDate day;
  private final Map<String, Row> decisions = new LinkedHashMap<>();
  private final Map<String, Set<String>> replaced = new HashMap<>();
  private final Map<String, TimePeriod> named = new LinkedHashMap<>();
  private final Map<String, TimePeriod> soFar = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Set<TimePeriod> periods = new LinkedHashSet<>();

  private DecidedPlan(Portfolio portfolio, @Nullable LocalDate day) {
    this.portfolio = portfolio;
    this.day = day;
    portfolio.rows(Decision.TYPE).forEach(row -> decisions.put(id(row), row));
    for (RecordType type : List.of(Target.TYPE, CostLine.TYPE, ReportingPeriod.TYPE)) {
      replaced.put(type.name(), replaced(type));
    }
    readPeriods();
  }

  /** What applies on the day on which the portfolio describes the world; where nobody said, after all decisions. */
  public static DecidedPlan of(Portfolio portfolio) {
    return new DecidedPlan(portfolio, portfolio.recordedAt().orElse(null));
  }

  /** What applied on a day. */
  public static DecidedPlan on(Portfolio portfolio, LocalDate day) {
    return new DecidedPlan(portfolio, Objects.requireNonNull(day, "day"));
  }

  private static String id(Row row) {
    return row.id().orElseThrow();
  }

  private static Field<String> decisionOf(RecordType type) {
    return type.name().equals(Target.TYPE.name())
        ? Target.DECISION
        : type.name().equals(CostLine.TYPE.name()) ? CostLine.DECISION : ReportingPeriod.DECISION;
  }

  /** True where a line of a plan says something of its kind; an outcome alone is no budget. */
  private static boolean isStated(Row line) {
    return !line.type().name().equals(CostLine.TYPE.name()) || line.get(CostLine.BUDGET) != null;
  }

  private boolean isInEffect(Row decision) {
    LocalDate date = decision.get(Decision.DATE);
    return day == null || date == null || !date.isAfter(day);
  }

  /** The decisions whose lines of a kind others in effect have replaced. */
  private Set<String> replaced(RecordType type) {
    Set<String> stating = new HashSet<>();
    portfolio.rows(type)
        .filter(DecidedPlan::isStated)
        .forEach(row -> row.find(decisionOf(type)).ifPresent(stating::add));
    Set<String> gone = new HashSet<>();
    for (String id : stating) {
      Row decision = decisions.get(id);
      String before = decision == null || !isInEffect(decision) ? null : superseded(id);
      // Whatever comes before a decision that is gone already, is gone, too.
      while (before != null && gone.add(before)) {
        before = superseded(before);
      }
    }
    return gone;
  }

  private @Nullable String superseded(String decision) {
    Row row = decisions.get(decision);
    return row == null ? null : row.get(Decision.SUPERSEDES);
  }

  /** The first of the decisions that lead to one; amendments never lead in a circle. */
  private String first(String decision, Map<String, String> known) {
    Deque<String> chain = new ArrayDeque<>();
    String at = decision;
    for (String before = superseded(at); before != null && !known.containsKey(at); before = superseded(at)) {
      chain.push(at);
      at = before;
    }
    String first = known.getOrDefault(at, at);
    known.put(at, first);
    chain.forEach(each -> known.put(each, first));
    return first;
  }

  /** True where a target, a budgeted cost line or a reporting period applies on the day. */
  public boolean applies(Row line) {
    String id = line.get(decisionOf(line.type()));
    return id == null || applies(line.type().name(), id);
  }

  /**
   * True where the lines of a kind that a decision states apply on the day.
   *
   * @param kind the record type of the lines: target, cost-line or reporting-period
   * @throws IllegalArgumentException where no decision states records of that type
   */
  public boolean applies(String kind, String decision) {
    Set<String> gone = replaced.get(kind);
    if (gone == null) {
      throw new IllegalArgumentException("no decision states records of " + kind);
    }
    Row row = decisions.get(decision);
    return row == null || isInEffect(row) && !gone.contains(decision);
  }

  private Stream<SourcedRow> lines(RecordType type) {
    return SourcedRow.of(portfolio, type).filter(line -> isStated(line.row()) && applies(line.row()));
  }

  /** The decisions in effect, as they stand in the portfolio. */
  public List<SourcedRow> decisions() {
    return SourcedRow.of(portfolio, Decision.TYPE).filter(line -> isInEffect(line.row())).toList();
  }

  /** The targets that apply. */
  public List<SourcedRow> targets() {
    return lines(Target.TYPE).toList();
  }

  /** The cost lines whose budget applies. */
  public List<SourcedRow> budget() {
    return lines(CostLine.TYPE).toList();
  }

  /** The reporting periods that apply, in order of their days; of several versions of one, the newest of the day. */
  public List<SourcedRow> reportingPeriods() {
    Map<String, SourcedRow> newest = new LinkedHashMap<>();
    lines(ReportingPeriod.TYPE)
        .filter(line -> line.row().find(ReportingPeriod.VALID_FROM).map(from -> day == null || !from.isAfter(day)).orElse(true))
        .forEach(line -> newest.put(id(line.row()), line));
    return newest.values().stream()
        .sorted(Comparator.comparing((SourcedRow line) -> line.row().get(ReportingPeriod.START))
            .thenComparing(line -> line.row().get(ReportingPeriod.END))
            .thenComparing(line -> id(line.row())))
        .toList();
  }

  private void readPeriods() {
    Map<String, String> known = new HashMap<>();
    Map<String, List<Row>> chains = new LinkedHashMap<>();
    for (SourcedRow line : reportingPeriods()) {
      String decision = line.row().get(ReportingPeriod.DECISION);
      chains.computeIfAbsent(decision == null ? "" : first(decision, known), key -> new ArrayList<>()).add(line.row());
    }
    Set<TimePeriod> cumulative = new LinkedHashSet<>();
    for (List<Row> chain : chains.values()) {
      Row first = chain.get(0);
      for (Row row : chain) {
        TimePeriod alone = TimePeriod.of(start(row), until(row));
        TimePeriod fromTheStart = TimePeriod.of(start(first), until(row));
        named.put(id(row), alone);
        soFar.put(id(row), fromTheStart);
        names.putIfAbsent(alone.label(), id(row));
        names.putIfAbsent(fromTheStart.label(), id(first) + UP_TO + id(row));
        periods.add(alone);
        cumulative.add(fromTheStart);
      }
    }
    periods.addAll(cumulative);
  }

  private static LocalDate start(Row reportingPeriod) {
    return Objects.requireNonNull(reportingPeriod.get(ReportingPeriod.START));
  }

  private static LocalDate until(Row reportingPeriod) {
    return Objects.requireNonNull(reportingPeriod.get(ReportingPeriod.END)).plusDays(1);
  }

  /**
   * Each reporting period, then each stretch from the first reporting period to the end of a later one; labelled
   * {@code from/until} like other periods of any days. Empty where no decision states reporting periods.
   */
  public List<TimePeriod> periods() {
    return List.copyOf(periods);
  }

  /** What a period is called in the plan: {@code P3}, {@code P1..P3}. */
  public Optional<String> name(TimePeriod period) {
    return Optional.ofNullable(names.get(period.label()));
  }

  /**
   * The one period that a text means: a reporting period {@code P3}, {@code P1..P3} for all days from the first to the last of
   * them, or else what {@link Periods#parse} reads; empty where it means none or several.
   */
  public Optional<TimePeriod> period(String text) {
    TimePeriod known = named.get(text);
    int dots = text.indexOf(UP_TO);
    if (known != null) {
      return Optional.of(known);
    }
    TimePeriod first = dots < 0 ? null : named.get(text.substring(0, dots).strip());
    TimePeriod last = dots < 0 ? null : named.get(text.substring(dots + UP_TO.length()).strip());
    if (first == null || last == null) {
      return parse(text);
    }
    LocalDate from = Objects.requireNonNull(first.from());
    LocalDate until = Objects.requireNonNull(last.until());
    return from.isBefore(until) ? Optional.of(TimePeriod.of(from, until)) : Optional.empty();
  }

  private static Optional<TimePeriod> parse(String text) {
    try {
      List<TimePeriod> parsed = Periods.parse(text);
      return parsed.size() == 1 ? Optional.of(parsed.get(0)) : Optional.empty();
    } catch (SiruException notAPeriod) {
      return Optional.empty();
    }
  }

  /** The stretch from the start of the plan to the end of a reporting period. */
  public Optional<TimePeriod> until(String reportingPeriod) {
    return Optional.ofNullable(soFar.get(reportingPeriod));
  }
}
