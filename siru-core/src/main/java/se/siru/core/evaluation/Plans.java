package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Measure;
import se.siru.core.model.RecordType;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;

/**
 * The plans of one evaluation and what records leave behind in them: one state for each scan of each plan, or null where no record
 * was read for it.
 *
 * <p>Thread-safe, but for the states, each of which is used by one thread at a time.
 */
final class Plans {
  private final Evaluator evaluator;
  private final List<Plan> all;

  Plans(Evaluator evaluator) {
    this(evaluator, plans(evaluator, measure -> true));
  }

  /** The plans of measures over some types alone, whose records are read before those of others. */
  Plans(Evaluator evaluator, Set<RecordType> types) {
    this(evaluator, plans(evaluator, measure -> types.stream().anyMatch(type -> type.name().equals(measure.over().name()))));
  }

  private Plans(Evaluator evaluator, List<Plan> all) {
    this.evaluator = evaluator;
    this.all = List.copyOf(all);
  }

  /** The plan of what is asked for and, where shifted operands need periods that are not, one of these behind it. */
  private static List<Plan> plans(Evaluator evaluator, Predicate<Measure> those) {
    Question question = evaluator.question();
    List<Plan> plans = new ArrayList<>();
    plans.add(plan(evaluator, question.measures().stream().filter(those).toList(), question.periods(), question));
    if (!question.shifted().isEmpty()) {
      plans.add(plan(evaluator, question.shifted().stream().filter(those).toList(), question.others(), question));
    }
    return plans;
  }

  private static Plan plan(Evaluator evaluator, List<Measure> measures, List<TimePeriod> periods, Question question) {
    return new Plan(evaluator.portfolio(), measures, periods, question.margins(), evaluator.guard(), question.width());
  }

  /** The same plans for another portfolio, of which the same is asked, and that shares the entities. */
  Plans over(Evaluator next) {
    return new Plans(next, all.stream().map(plan -> plan.over(next.portfolio())).toList());
  }

  /**
   * The plans of all measures, where these are of some types alone and their records were read: what is asked of others is planned now, as
   * the records that conditions ask about may not have been there before.
   *
   * @param next asks the same of the portfolio with all records, which need not be kept of these types
   */
  Plans goOn(Evaluator next) {
    Question question = next.question();
    List<Plan> plans = new ArrayList<>();
    plans.add(new Plan(all.get(0), next.portfolio(), question.measures()));
    if (!question.shifted().isEmpty()) {
      plans.add(new Plan(all.get(1), next.portfolio(), question.shifted()));
    }
    return new Plans(next, plans);
  }

  Evaluator evaluator() {
    return evaluator;
  }

  /** The names of the record types that are read. */
  Set<String> types() {
    Set<String> types = new LinkedHashSet<>();
    all.forEach(plan -> types.addAll(plan.types()));
    return types;
  }

  /** How many records the longest batch has that is read. */
  int longestBatch() {
    Portfolio portfolio = evaluator.portfolio();
    return types().stream().flatMap(type -> portfolio.table(type).batches().stream()).mapToInt(Batch::size).max().orElse(0);
  }

  Guard guard() {
    return all.get(0).guard();
  }

  /** What some records left behind: for each plan, for each of its scans. */
  record State(List<List<@Nullable ScanState>> ofPlans) {
    boolean isEmpty() {
      return ofPlans.stream().allMatch(scans -> scans.stream().allMatch(state -> state == null || state.isEmpty()));
    }
  }

  /** The state of no records. */
  State none() {
    return new State(all.stream().<List<@Nullable ScanState>>map(plan -> new ArrayList<>(Collections.nCopies(plan.scanCount(), null))).toList());
  }

  /** The state of the records whose position in their batch lies in {@code [from, until)}. */
  State part(int from, int until) {
    State state = none();
    for (int p = 0; p < all.size(); p++) {
      List<ScanState> scans = all.get(p).state();
      all.get(p).accumulate(scans, from, until);
      Collections.copy(state.ofPlans.get(p), scans);
    }
    return state;
  }

  /** The state of the records of one batch of a record type. */
  State batch(String type, Batch batch) {
    State state = none();
    add(state, type, batch);
    state.ofPlans.forEach(scans -> scans.stream().filter(Objects::nonNull).forEach(ScanState::settle));
    return state;
  }

  /** Adds the records of one batch of a record type to a state, which may go on for others. */
  void add(State state, String type, Batch batch) {
    for (int p = 0; p < all.size(); p++) {
      all.get(p).accumulate(state.ofPlans.get(p), type, batch);
    }
  }

  /**
   * The state of all records: of those that were read before, and of those of the portfolio, which are read now.
   *
   * @param before states of the plans that these {@linkplain #goOn went on} from; they must not be used any more
   */
  State all(List<State> before) {
    State read = none();
    for (int p = 0; p < all.size(); p++) {
      Collections.copy(read.ofPlans.get(p), all.get(p).accumulateAll(evaluator.threads()));
    }
    State together = none();
    for (State each : before) {
      State wider = none();
      for (int p = 0; p < all.size(); p++) {
        Collections.copy(wider.ofPlans.get(p), each.ofPlans.get(p)); // the scans of before come first
      }
      together = joined(together, wider);
    }
    return joined(together, read);
  }

  /** Makes one state of two of the same scan. */
  private interface Merger {
    ScanState merge(Plan plan, int scan, ScanState one, ScanState other);
  }

  /** The state of the records of both; a scan that one of them alone has is shared with it. */
  private State both(State first, State second, Merger merger) {
    State both = none();
    for (int p = 0; p < all.size(); p++) {
      for (int s = 0; s < all.get(p).scanCount(); s++) {
        ScanState one = first.ofPlans.get(p).get(s);
        ScanState other = second.ofPlans.get(p).get(s);
        both.ofPlans.get(p).set(s, one == null ? other : other == null ? one : merger.merge(all.get(p), s, one, other));
      }
    }
    return both;
  }

  /**
   * What the records of both left behind that is kept by frames. Neither is changed; a scan that one of them alone has is shared with it.
   */
  State framesOf(State first, State second) {
    return both(first, second, Plans::frames);
  }

  private static ScanState frames(Plan plan, int scan, ScanState one, ScanState other) {
    ScanState both = plan.scan(scan).state();
    both.mergeFrames(one, plan.scan(scan).allKeys());
    both.mergeFrames(other, plan.scan(scan).allKeys());
    return both;
  }

  /**
   * What the records of both left behind that is not kept by frames. Neither is changed; where there is no such thing, one is shared with it.
   */
  State othersOf(State first, State second) {
    return both(first, second, Plans::others);
  }

  private static ScanState others(Plan plan, int scan, ScanState one, ScanState other) {
    if (!one.hasOthers()) {
      return one;
    }
    ScanState both = plan.scan(scan).state();
    both.mergeOthers(one, plan.scan(scan), plan.guard());
    both.mergeOthers(other, plan.scan(scan), plan.guard());
    return both;
  }

  /**
   * The state that has its frames from one and what else there is from another, both of the same records; that of the frames may be changed.
   */
  State with(State frames, State others) {
    return both(
        frames,
        others,
        (plan, scan, one, other) -> {
          if (one != other && other.hasOthers()) {
            one.share(other);
          }
          return one;
        });
  }

  /** True where most time keys are those of periods that are counted anew, in some frame. */
  boolean countsMost(KeptCells cells) {
    return all.stream().anyMatch(plan -> new CountedAnew(plan, cells).isMost());
  }

  /**
   * What the records of all left behind that is kept by frames, as far as it is counted anew. None of them is changed; a scan that one alone
   * has is shared with it.
   *
   * @param cells say which periods are counted
   */
  State together(List<State> states, KeptCells cells) {
    State together = none();
    for (int p = 0; p < all.size(); p++) {
      CountedAnew anew = new CountedAnew(all.get(p), cells);
      for (int s = 0; s < all.get(p).scanCount(); s++) {
        List<ScanState> own = new ArrayList<>();
        for (State each : states) {
          ScanState one = each.ofPlans.get(p).get(s);
          if (one != null) {
            own.add(one);
          }
        }
        if (!own.isEmpty()) {
          together.ofPlans.get(p).set(s, own.size() == 1 ? own.get(0) : anew.together(s, own, evaluator.threads()));
        }
      }
    }
    return together;
  }

  /** The state of the records of both; the first may be changed and neither may be used any more. */
  State joined(State first, State second) {
    return both(
        first,
        second,
        (plan, scan, one, other) -> {
          one.merge(other, plan.scan(scan), plan.guard());
          return one;
        });
  }

  /** The results of the state of all records. */
  Results results(State state) {
    return results(state, KeptCells.none());
  }

  /** The results of the state of all records, where some cells may be as they were. */
  Results results(State state, KeptCells kept) {
    List<List<ScanState>> complete = new ArrayList<>();
    for (int p = 0; p < all.size(); p++) {
      List<ScanState> scans = all.get(p).state();
      for (int s = 0; s < scans.size(); s++) {
        ScanState own = state.ofPlans.get(p).get(s);
        if (own != null) {
          own.widen(all.get(p).scan(s));
          scans.set(s, own);
        }
      }
      complete.add(scans);
    }
    return evaluator.finish(all, complete, kept);
  }

  /** Says of which periods cells change where the records of a state come or go. */
  void touch(State state, KeptCells cells) {
    for (int p = 0; p < all.size(); p++) {
      for (int s = 0; s < all.get(p).scanCount(); s++) {
        ScanState own = state.ofPlans.get(p).get(s);
        if (own != null) {
          cells.touch(all.get(p).scan(s), own);
        }
      }
    }
  }

  /** Writes a state; a scan that has none, or that of no records, is left out. */
  void write(State state, StateWriter out) {
    for (int p = 0; p < all.size(); p++) {
      for (int s = 0; s < all.get(p).scanCount(); s++) {
        ScanState own = state.ofPlans.get(p).get(s);
        boolean empty = own == null || own.isEmpty();
        out.number(empty ? 0 : 1);
        if (own != null && !empty) {
          own.write(out, all.get(p).scan(s), guard());
        }
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  State read(StateReader in) {
    State state = none();
    all.forEach(Plan::bindAll); // what codes mean, states share with the batches that are there
    for (int p = 0; p < all.size(); p++) {
      for (int s = 0; s < all.get(p).scanCount(); s++) {
        if (in.below(2) == 1) {
          ScanState own = all.get(p).scan(s).state();
          own.read(in, all.get(p).scan(s), guard());
          state.ofPlans.get(p).set(s, own);
        }
      }
    }
    return state;
  }
}
