package se.siru.core.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.containment.Containment;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.intake.UnreadPortfolio;
import se.siru.core.model.Periods;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.stability.Experimental;
import se.siru.core.stability.Provided;

/**
 * What to evaluate: indicators, periods and breakdowns of one portfolio. By default all indicators of the catalogue, over all time,
 * in total.
 *
 * <p>Not thread-safe; {@link #run} may be called again.
 */
@Provided(since = "0.1.0")
public final class Evaluation {
  private final @Nullable Portfolio portfolio;
  private final @Nullable UnreadPortfolio source;
  private final Catalogue catalogue;
  private final List<String> patterns = new ArrayList<>();
  private List<TimePeriod> periods = Periods.total();
  private final List<Breakdown> breakdowns = new ArrayList<>();
  private boolean allCodes;
  private int threads = 1;
  private Duration budget = Containment.BUDGET;
  private boolean verifies;

  private Evaluation(@Nullable Portfolio portfolio, @Nullable UnreadPortfolio source, Catalogue catalogue) {
    this.portfolio = portfolio;
    this.source = source;
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
  }

  /** An evaluation of a portfolio by the indicators of a catalogue. */
  public static Evaluation of(Portfolio portfolio, Catalogue catalogue) {
    return new Evaluation(Objects.requireNonNull(portfolio, "portfolio"), null, catalogue);
  }

  /**
   * An evaluation of a portfolio by the indicators of a catalogue, which reads what was not read yet. Records that are needed once are
   * evaluated by the threads that read them and not kept: the results are the same, and their portfolio refuses whoever asks for these
   * records. Where anything is wrong with the portfolio there are no results, and {@link UnreadPortfolio#findings} are those of reading it
   * whole.
   *
   * <p>Kept are entities, facts with ids, facts about other records, targets and comments; all types that a rule of a plugin or a
   * condition asks for related records; those over which a measure runs code of others, compares days with related records, or asks for
   * related support; and everything where determinism is verified, code is isolated, or the portfolio is a document. Support that follows
   * from attendance is made and evaluated when all attendance was read.
   */
  @Experimental(since = "0.1.0")
  public static Evaluation of(UnreadPortfolio source, Catalogue catalogue) {
    return new Evaluation(null, Objects.requireNonNull(source, "source"), catalogue);
  }

  /** Adds indicators by ids, codes and globs of either; see {@link Catalogue#select}. */
  public Evaluation indicators(String... idsCodesOrGlobs) {
    patterns.addAll(List.of(idsCodesOrGlobs));
    return this;
  }

  /** The periods, in the order in which they are shown. */
  public Evaluation periods(List<TimePeriod> newPeriods) {
    this.periods = List.copyOf(newPeriods);
    return this;
  }

  /** Adds breakdowns, each as {@link Breakdown#parse} reads it. */
  public Evaluation by(String... newBreakdowns) {
    for (String text : newBreakdowns) {
      breakdowns.add(Breakdown.parse(text));
    }
    return this;
  }

  /** Shows the codes that no record has, too. That adds rows and changes no cell. */
  public Evaluation allCodes() {
    this.allCodes = true;
    return this;
  }

  /**
   * How many threads may share the work, at least 1. The results are the same for any number. An interrupt does not stop a run; the
   * calling thread is still interrupted when it ends.
   */
  public Evaluation threads(int newThreads) {
    if (newThreads < 1) {
      throw new IllegalArgumentException("threads " + newThreads);
    }
    this.threads = newThreads;
    return this;
  }

  /**
   * How long one call of a plugin's code may take, 10 seconds where nobody says; cells of what takes longer are {@code failed}. This
   * library's own code and the application's are not held to it.
   *
   * @throws IllegalArgumentException where the time is not positive
   */
  public Evaluation pluginBudget(Duration newBudget) {
    this.budget = Containment.requirePositive(newBudget);
    return this;
  }

  /**
   * Asks code that is not this library's a second time, of the same records in another order and in other batches, its cells from the
   * last to the first. Where anything comes out differently, all cells of that indicator are {@code failed} and a finding of the rule
   * {@code evaluation.non-deterministic} says so. Such indicators cost more than twice as much then; others cost nothing.
   */
  public Evaluation verifyDeterminism() {
    this.verifies = true;
    return this;
  }

  /**
   * Evaluates.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where no period or more than 1,200 are asked for, with
   *     {@link ErrorCode#UNKNOWN_NAME} where an indicator or dimension is not known, with
   *     {@link ErrorCode#OVERFLOW} where a sum is too great to be exact, with {@link ErrorCode#PLUGINS} and a finding for each failure
   *     where code behind an indicator failed and the catalogue is {@linkplain Catalogue#strict strict}; with {@link
   *     ErrorCode#REFUSED_INPUT} or {@link ErrorCode#UNREADABLE} where a portfolio that was not read yet is refused or cannot be read
   */
  public Results run() {
    return ScanWidth.narrowing(
        ScanWidth.WIDEST,
        width ->
            portfolio == null
                ? new EvaluationWhileReading(Objects.requireNonNull(source), next -> evaluator(next, width), threads).run()
                : evaluator(portfolio, width).run());
  }

  /**
   * The same evaluation for whoever reads the records in parts.
   *
   * @throws SiruException as {@link #run} does; with {@link ErrorCode#MISUSE} also where an indicator's code is isolated, since its process
   *     reads the whole, and where determinism is to be verified: nobody knows which parts there will be; from what it gives, also where
   *     the conditions overlap in so many ways that {@link #run} looks at the records several times
   */
  @Experimental(since = "0.1.0")
  public EvaluationInParts inParts() {
    if (verifies) {
      throw new SiruException(ErrorCode.MISUSE, "an evaluation in parts cannot verify determinism; run the evaluation as a whole");
    }
    return new EvaluationInParts(evaluator(
        portfolio == null ? Objects.requireNonNull(source).read().orThrow() : portfolio, ScanWidth.WIDEST));
  }

  /**
   * The same evaluation for whoever asks again when some records have changed: it goes on from this portfolio to others, and reads only
   * what was not there before.
   *
   * @throws SiruException as {@link #inParts} does
   */
  @Experimental(since = "0.1.0")
  public IncrementalEvaluation incremental() {
    if (verifies) {
      throw new SiruException(ErrorCode.MISUSE, "an incremental evaluation cannot verify determinism; run the evaluation as a whole");
    }
    List<String> asked = List.copyOf(patterns);
    List<Breakdown> by = List.copyOf(breakdowns);
    List<TimePeriod> in = periods;
    boolean all = allCodes;
    int workers = threads;
    Duration limit = budget;
    return new IncrementalEvaluation(
        portfolio == null ? Objects.requireNonNull(source).read().orThrow() : portfolio,
        (next, width) ->
            new Evaluator(next, catalogue, asked, in, by, all, workers, new Guard(catalogue, limit), false, width));
  }

  private Evaluator evaluator(Portfolio of, int width) {
    return new Evaluator(
        of, catalogue, patterns, periods, breakdowns, allCodes, threads, new Guard(catalogue, budget), verifies, width);
  }
}
