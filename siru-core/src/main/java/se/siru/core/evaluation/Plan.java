package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.RequiredCoverage;
import se.siru.core.model.TimePeriod;
import se.siru.core.parallel.Workers;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;

/**
 * Everything that is decided before records are read: which scans there are, what each keeps, and how columns are read. The state of
 * any part of the records can be made on its own and merged.
 */
final class Plan {
  /** Records that one task of a shared pass takes. */
  private static final int SHARE = 1 << 17;

  /** Batches that the records of one batch are read in, at most, where they are read backwards. */
  private static final int MOST_BACKWARDS = 500;

  /** How many of those share a state. */
  private static final int TAKEN_TOGETHER = 7;

  private final Portfolio portfolio;
  private final List<TimePeriod> periods;
  private final List<Margin> margins;
  private final Guard guard;
  private final int width;
  /** How many of the scans are over records that were read already. */
  private final int scansBefore;
  private final List<Scan> scans = new ArrayList<>();
  private final Map<String, MeasurePlan> measures = new LinkedHashMap<>();
  private @Nullable List<Part> parts;

  /** A plan whose scans take so many filters each. */
  Plan(
      Portfolio portfolio, Collection<Measure> measures, List<TimePeriod> periods, List<Margin> margins, Guard guard, int width) {
    this.portfolio = portfolio;
    this.guard = guard;
    this.width = width;
    this.periods = periods;
    this.margins = margins;
    this.scansBefore = 0;
    plan(measures, Map.of());
  }

  /**
   * A plan that goes on from one whose records were read before these of the portfolio could be: it has the scans of that and, behind them,
   * those of the measures that are not in it.
   *
   * @param before a plan for a portfolio with the same entities; nothing that its conditions ask about has come since
   * @param portfolio refuses whoever asks for the records that were read
   */
  Plan(Plan before, Portfolio portfolio, Collection<Measure> measures) {
    this.portfolio = portfolio;
    this.guard = before.guard;
    this.width = before.width;
    this.periods = before.periods;
    this.margins = before.margins;
    this.scans.addAll(before.scans);
    this.scansBefore = scans.size();
    plan(measures, before.measures);
  }

  private void plan(Collection<Measure> all, Map<String, MeasurePlan> before) {
    Calendar calendar = new Calendar(periods, portfolio.recordedAt().orElse(null));
    PathReader paths = new PathReader(portfolio);
    ConditionBinder conditions = new ConditionBinder(portfolio, paths);
    Map<String, Scan> open = new LinkedHashMap<>();
    for (Measure measure : all) {
      MeasurePlan known = before.get(measure.id());
      MeasurePlan plan = known != null ? known : plan(measure);
      measures.put(measure.id(), plan);
      boolean read = known == null && portfolio.holds(plan.type()) && CodeHome.of(measure, guard.catalogue()).isHere();
      for (MeasurePlan variant : read ? plan.variants() : List.<MeasurePlan>of()) {
        String type = variant.type().name();
        Scan scan = open.get(type);
        if (scan == null || !scan.hasRoomFor(variant.filters())) {
          scan = new Scan(portfolio, calendar, variant.type(), paths, conditions, width);
          scans.add(scan);
          open.put(type, scan);
        }
        variant.register(scan, portfolio);
      }
    }
  }

  /** The plan of a measure; where it asks for complete registers, one of several for periods in which others are complete. */
  private MeasurePlan plan(Measure measure) {
    Optional<RequiredCoverage> required = measure.requiredCoverage();
    if (required.isEmpty()) {
      return new MeasurePlan(measure, portfolio.schema(), margins);
    }
    Registers registers = new Registers(portfolio);
    Map<Set<Integer>, MeasurePlan> byUnits = new LinkedHashMap<>();
    List<MeasurePlan> byPeriod = new ArrayList<>();
    for (TimePeriod period : periods) {
      byPeriod.add(
          byUnits.computeIfAbsent(
              registers.complete(measure, required.get(), period),
              units ->
                  new MeasurePlan(measure, portfolio.schema(), margins, new Filter.Covered(required.get().of(), units))));
    }
    byPeriod.get(0).setVariants(byPeriod);
    return byPeriod.get(0);
  }

  /** The plan of a plan for another portfolio, which shares the entities, and whose batches are bound when they are read. */
  private Plan(Plan of, Portfolio portfolio) {
    this.portfolio = portfolio;
    this.guard = of.guard;
    this.width = of.width;
    this.periods = of.periods;
    this.margins = of.margins;
    this.scansBefore = of.scansBefore;
    this.scans.addAll(of.scans);
    this.measures.putAll(of.measures);
  }

  /** The same plan for a portfolio that differs in facts alone, and in none that conditions ask about beside the records counted. */
  Plan over(Portfolio next) {
    return new Plan(this, next);
  }

  /** Every batch of every scan that is there, bound when it is first asked for. */
  private synchronized List<Part> parts() {
    if (parts == null) {
      List<Part> bound = new ArrayList<>();
      for (int i = scansBefore; i < scans.size(); i++) {
        for (Batch batch : portfolio.table(scans.get(i).table().type().name()).batches()) {
          bound.add(bind(i, batch));
        }
      }
      parts = bound;
    }
    return parts;
  }

  /** Binds every batch that is there, which is otherwise done when it is first read. */
  void bindAll() {
    parts();
  }

  private Part bind(int scan, Batch batch) {
    try {
      return new Part(scan, scans.get(scan).bind(batch, guard));
    } catch (IllegalArgumentException wrong) {
      String type = scans.get(scan).table().type().name();
      throw new SiruException(ErrorCode.MISUSE, "a condition on " + type + " cannot be met: " + wrong.getMessage(), wrong);
    }
  }

  /** One batch of one scan. */
  private record Part(int scan, BoundScan bound) {}

  List<TimePeriod> periods() {
    return periods;
  }

  List<Margin> margins() {
    return margins;
  }

  Portfolio portfolio() {
    return portfolio;
  }

  Guard guard() {
    return guard;
  }

  Optional<MeasurePlan> measure(String id) {
    return Optional.ofNullable(measures.get(id));
  }

  Collection<MeasurePlan> measures() {
    return measures.values();
  }

  Scan scan(int scan) {
    return scans.get(scan);
  }

  /** How many scans there are. */
  int scanCount() {
    return scans.size();
  }

  int scanOf(MeasurePlan plan) {
    return scans.indexOf(plan.scan());
  }

  /** The names of the record types that are read, some more than once. */
  List<String> types() {
    return scans.stream().map(scan -> scan.table().type().name()).toList();
  }

  /** The state of no records: one state for each scan. */
  List<ScanState> state() {
    return new ArrayList<>(scans.stream().map(Scan::state).toList());
  }

  /** Adds those records whose position in their batch lies in {@code [from, until)}. */
  void accumulate(List<ScanState> state, int from, int until) {
    for (Part part : parts()) {
      int start = Math.min(from, part.bound.size());
      part.bound.accumulate(state.get(part.scan), start, Math.min(until, part.bound.size()));
    }
  }

  /**
   * Adds the records of a batch of one type, which need not be part of the portfolio; the state of a scan is made where there is none.
   * Several threads may do so at once.
   */
  void accumulate(List<@Nullable ScanState> state, String type, Batch batch) {
    for (int i = 0; i < scans.size(); i++) {
      if (scans.get(i).table().type().name().equals(type)) {
        ScanState own = state.get(i);
        if (own == null) {
          own = scans.get(i).state();
          state.set(i, own);
        }
        BoundScan bound = bind(i, batch).bound;
        bound.accumulate(own, 0, bound.size());
      }
    }
  }

  /** Adds the state of other records; the other state must not be used any more. */
  void merge(List<ScanState> into, List<ScanState> other) {
    for (int i = 0; i < into.size(); i++) {
      into.get(i).merge(other.get(i), scans.get(i), guard);
    }
  }

  /** The state of all records, made by up to so many threads. */
  List<ScanState> accumulateAll(int threads) {
    List<Share> shares = new ArrayList<>();
    for (Part part : parts()) {
      for (int from = 0; from < part.bound.size(); from += SHARE) {
        shares.add(new Share(part, from, Math.min(part.bound.size(), from + SHARE)));
      }
    }
    int workers = Math.min(threads, (shares.size() + 1) / 2);
    if (workers <= 1) {
      List<ScanState> state = state();
      accumulate(state, 0, Integer.MAX_VALUE);
      return state;
    }
    return accumulateTogether(shares, workers);
  }

  private record Share(Part part, int from, int until) {}

  /**
   * The state of all records, read in another order and in other batches than usual: from the last to the first, a few at a time, in
   * several states that are merged.
   */
  List<ScanState> accumulateBackwards() {
    List<ScanState> all = state();
    List<ScanState> some = state();
    int taken = 0;
    List<Part> bound = parts();
    for (int i = bound.size() - 1; i >= 0; i--) {
      Part part = bound.get(i);
      int few = part.bound.size() / MOST_BACKWARDS + 1;
      for (int until = part.bound.size(); until > 0; until -= few) {
        part.bound.accumulate(some.get(part.scan), Math.max(0, until - few), until);
        if (++taken % TAKEN_TOGETHER == 0) {
          merge(all, some);
          some = state();
        }
      }
    }
    merge(all, some);
    return all;
  }

  /** Each thread begins with a run of shares of its own, so that what records in order of time leave behind is one thread's, mostly. */
  private List<ScanState> accumulateTogether(List<Share> shares, int workers) {
    AtomicInteger ready = new AtomicInteger();
    AtomicInteger[] next = new AtomicInteger[workers];
    Arrays.setAll(next, run -> new AtomicInteger(shares.size() * run / workers));
    List<List<ScanState>> states = new ArrayList<>();
    Workers.run(workers, () -> {
      List<ScanState> state = state();
      int own = ready.getAndIncrement();
      for (int other = 0; other < workers; other++) {
        int run = (own + other) % workers;
        int end = shares.size() * (run + 1) / workers;
        for (int at = next[run].getAndIncrement(); at < end; at = next[run].getAndIncrement()) {
          Share share = shares.get(at);
          share.part.bound.accumulate(state.get(share.part.scan), share.from, share.until);
        }
      }
      synchronized (states) {
        states.add(state);
      }
    });
    List<ScanState> all = states.get(0);
    states.subList(1, states.size()).forEach(other -> merge(all, other));
    return all;
  }
}
