package se.siru.core.evaluation;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.SiruException;
import se.siru.core.intake.UnreadPortfolio;
import se.siru.core.model.RecordType;
import se.siru.core.parallel.PerWorker;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;

/**
 * One run over a portfolio whose records are evaluated while they are read: whoever reads a part adds it to a state and lets go of it, so
 * that memory goes by what is counted and not by the number of records. Results are made when the last record was found to be good. Where
 * nothing can be let go of, or reading says that it has to be whole, the portfolio is read whole and evaluated as usual.
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
    } catch (SiruException told) {
      if (!Atoms.areTooMany(told)) { // of these, whoever asks again tells
        whole(); // tells the same, but for what is wrong with the portfolio first
      }
      throw told;
    }
    return read.isPresent() ? pass.results(read.get()) : whole();
  }

  private Results whole() {
    return evaluators.apply(source.read().orThrow()).run();
  }

  /** Reading and counting at once. */
  private final class Pass {
    private @Nullable Plans begun;
    private @Nullable PerWorker<Plans.State> states;

    /** The portfolio; empty where it is to be read whole. */
    Optional<Portfolio> read() {
      Set<RecordType> once = evaluators.apply(source.outline()).seenOnce(source.releasable());
      if (once.isEmpty()) {
        return Optional.empty();
      }
      return source.read(once, threads, known -> begin(known, once)).portfolio();
    }

    private BiConsumer<RecordType, Batch> begin(Portfolio known, Set<RecordType> toCome) {
      Plans plans = new Plans(evaluators.apply(known), toCome);
      PerWorker<Plans.State> own = new PerWorker<>(plans::none);
      begun = plans;
      states = own;
      return (type, batch) -> own.use(state -> plans.add(state, type.name(), batch));
    }

    Results results(Portfolio read) {
      Plans plans = Objects.requireNonNull(begun).goOn(evaluators.apply(read));
      return plans.results(plans.all(Objects.requireNonNull(states).all()));
    }
  }
}
