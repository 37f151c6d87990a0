package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.SiruException;
import se.siru.core.intake.UnreadPortfolio;
import se.siru.core.model.RecordType;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;

/**
 * One run over a portfolio whose records are evaluated while they are read: whoever reads a part adds it to a state and lets go of it, so
 * that memory goes by what is counted and not by the number of records. Results are made when the last record was found to be good. In all
 * other cases the portfolio is read whole and evaluated as usual, which tells what is wrong as usual.
 */
final class EvaluationWhileReading {
  private final UnreadPortfolio source;
  private final Function<Portfolio, Evaluator> evaluators;
  private final int threads;

  /** A run; {@code evaluators} give the evaluator of a portfolio. */
  EvaluationWhileReading(UnreadPortfolio source, Function<Portfolio, Evaluator> evaluators, int threads) {
    this.source = source;
    this.evaluators = evaluators;
    this.threads = threads;
  }

  Results run() {
    Pass pass = new Pass();
    Optional<Portfolio> read;
    try {
      read = pass.read();
    } catch (SiruException toldInOrder) { // by reading whole: what is wrong with the portfolio comes first
      read = Optional.empty();
    }
    return read.isPresent() ? pass.results(read.get()) : evaluators.apply(source.read().orThrow()).run();
  }

  /** Reading and counting at once. */
  private final class Pass {
    private final List<Plan> plans = new ArrayList<>();
    private final Queue<List<List<ScanState>>> idle = new ConcurrentLinkedQueue<>();
    private @Nullable Evaluator evaluator;

    /** The portfolio; empty where it is not to be read this way. */
    Optional<Portfolio> read() {
      Set<RecordType> once = evaluators.apply(source.outline()).seenOnce(source.releasable());
      return once.isEmpty() ? Optional.empty() : source.read(once, threads, known -> begin(known, once));
    }

    private BiConsumer<RecordType, Batch> begin(Portfolio known, Set<RecordType> toCome) {
      evaluator = evaluators.apply(known);
      plans.addAll(evaluator.plans(toCome));
      return this::take;
    }

    /** Adds a batch to the state of nobody else at the moment; there are as many states as threads read at once. */
    private void take(RecordType type, Batch batch) {
      List<List<ScanState>> states = idle.poll();
      if (states == null) {
        states = plans.stream().map(Plan::state).toList();
      }
      for (int i = 0; i < plans.size(); i++) {
        plans.get(i).accumulate(states.get(i), plans.get(i).bind(type.name(), batch));
      }
      idle.add(states);
    }

    Results results(Portfolio read) {
      List<List<ScanState>> states = new ArrayList<>();
      for (int i = 0; i < plans.size(); i++) {
        states.add(counted(i));
      }
      return Objects.requireNonNull(evaluator).finish(read, plans, states, KeptCells.none());
    }

    /** The state of the records that were kept and of those that were not. */
    private List<ScanState> counted(int i) {
      Plan plan = plans.get(i);
      List<ScanState> kept = plan.accumulateAll(threads);
      List<List<ScanState>> read = idle.stream().map(states -> states.get(i)).toList();
      if (read.isEmpty()) {
        return kept;
      }
      List<ScanState> all = read.get(0); // the largest by far
      read.subList(1, read.size()).forEach(states -> plan.merge(all, states));
      plan.merge(all, kept);
      return all;
    }
  }
}
