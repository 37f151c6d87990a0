package se.siru.core.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.parallel.Workers;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.stability.Experimental;

/**
 * One evaluation that goes on from portfolio to portfolio. What each batch of records left behind is kept, so that only batches that
 * were not there before are read; what is left out is not subtracted, but what stays is put together again. The results are those of
 * {@link Evaluation#run}, to the byte.
 *
 * <p>Portfolios that are {@linkplain Portfolio#toBuilder made from one another} share their entities. Where the entities, the day on which
 * the portfolio describes the world, the record types held or the targets' indicators change, everything is read anew; so it is where a
 * batch changes whose records conditions ask about beside those counted, and after code behind an indicator failed.
 *
 * <p>Not thread-safe.
 */
@Experimental(since = "0.1.0")
public final class IncrementalEvaluation {
  private final BiFunction<Portfolio, Integer, Evaluator> evaluators;
  private final Portfolio first;
  private StateTree<Placed> states = new StateTree<>();
  private @Nullable Plans plans;
  private @Nullable KeptCells kept;
  private @Nullable StateFolder yesterday;
  private long recordsRead;
  private int width = ScanWidth.WIDEST;

  IncrementalEvaluation(Portfolio first, BiFunction<Portfolio, Integer, Evaluator> evaluators) {
    this.first = first;
    this.evaluators = evaluators;
    evaluators.apply(first, width).requireCodeHere();
  }

  /** A batch of one type. */
  private record Placed(String type, Batch batch) {}

  /**
   * Takes the states that {@link #saveTo} left in a folder, perhaps in another process, for batches with the same records. States of
   * other questions or entities are not used. They are read when results are next asked for.
   */
  public IncrementalEvaluation resumeFrom(Path folder) {
    yesterday = new StateFolder(Objects.requireNonNull(folder, "folder"));
    return this;
  }

  /** The results of the portfolio that the evaluation was made for, or of the one that it last went on to. */
  public Results results() {
    Plans current = plans;
    return update(current == null ? first : current.evaluator().portfolio());
  }

  /**
   * Goes on to another portfolio.
   *
   * @return its results
   * @throws SiruException as {@link Evaluation#run} does; with {@link ErrorCode#UNREADABLE} where a saved state is damaged
   */
  public Results update(Portfolio next) {
    return ScanWidth.narrowing(
        width,
        narrower -> {
          width = narrower;
          return update(evaluators.apply(next, narrower));
        });
  }

  private Results update(Evaluator evaluator) {
    evaluator.requireCodeHere();
    Plans before = plans;
    Plans now;
    if (before != null && goesOn(before, evaluator)) {
      now = before.over(evaluator);
    } else {
      now = new Plans(evaluator);
      states = new StateTree<>();
      kept = null;
    }
    KeptCells cells = kept == null ? KeptCells.first() : kept.next();
    plans = null; // where reading fails, nothing is known
    kept = null;
    Set<Placed> batches = batches(now);
    states.retain(batches).forEach(gone -> now.touch(gone, cells));
    putMissing(now, batches, cells);
    Plans.State all = states.all(now, cells);
    plans = now;
    Results results = now.results(all == null ? now.none() : all, cells);
    kept = cells;
    return results;
  }

  /** Finds the states of batches that have none, in the folder or, on several threads, in the records. */
  private void putMissing(Plans now, Set<Placed> batches, KeptCells cells) {
    Map<Placed, Plans.State> found = new LinkedHashMap<>();
    StateFormat format = yesterday == null ? null : new StateFormat(now);
    List<Placed> unread = new ArrayList<>();
    for (Placed each : batches) {
      if (!states.holds(each)) {
        Optional<Plans.State> saved = saved(format, each);
        saved.ifPresent(state -> found.put(each, state));
        if (saved.isEmpty()) {
          unread.add(each);
        }
      }
    }
    Plans.State[] read = new Plans.State[unread.size()];
    Workers.each(now.evaluator().threads(), read.length, at -> read[at] = now.batch(unread.get(at).type(), unread.get(at).batch()));
    for (int at = 0; at < read.length; at++) {
      found.put(unread.get(at), read[at]);
    }
    recordsRead = unread.stream().mapToLong(each -> each.batch().size()).sum();
    found.forEach((each, state) -> {
      states.put(each, state);
      now.touch(state, cells);
    });
  }

  private static boolean goesOn(Plans before, Evaluator evaluator) {
    Portfolio old = before.evaluator().portfolio();
    Portfolio next = evaluator.portfolio();
    Question question = evaluator.question();
    return before.guard().failures().isEmpty()
        && next.sharesEntities(old)
        && question.equals(before.evaluator().question())
        && question.relatedTypes().stream().allMatch(type -> next.table(type).batches().equals(old.table(type).batches()));
  }

  /** The batches whose records the plans read. */
  private static Set<Placed> batches(Plans plans) {
    Set<Placed> batches = new LinkedHashSet<>();
    Portfolio portfolio = plans.evaluator().portfolio();
    for (String type : plans.types()) {
      portfolio.table(type).batches().stream()
          .filter(batch -> batch.size() > 0)
          .forEach(batch -> batches.add(new Placed(type, batch)));
    }
    return batches;
  }

  private Optional<Plans.State> saved(@Nullable StateFormat format, Placed placed) {
    return yesterday == null || format == null ? Optional.empty() : yesterday.read(format, placed.type(), placed.batch());
  }

  /** How many records were read for the latest results, each type's once however many indicators count them. */
  public long recordsRead() {
    return recordsRead;
  }

  /**
   * Saves what each batch left behind, a file each, for {@link #resumeFrom}. States that are there already stay, others of the folder that
   * are not of these batches are deleted; nothing else in it is touched.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where there are no results yet or code behind an indicator failed; with {@link
   *     ErrorCode#UNWRITABLE} where a file cannot be written
   */
  public void saveTo(Path folder) {
    Plans current = plans;
    if (current == null || !current.guard().failures().isEmpty()) {
      throw new SiruException(ErrorCode.MISUSE, "only the state of an evaluation that has results, and whose code did not fail, is saved");
    }
    StateFormat format = new StateFormat(current);
    StateFolder saved = new StateFolder(Objects.requireNonNull(folder, "folder"));
    for (Placed each : batches(current)) {
      saved.write(format, each.type(), each.batch(), states.get(each));
    }
    saved.tidy();
  }
}
