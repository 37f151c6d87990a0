package se.siru.core.evaluation;

import java.util.List;
import java.util.Set;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.stability.Experimental;

/**
 * One evaluation whose records are read in parts, by whoever likes, in any order: the state of the parts merges into the state of
 * the whole, and the results are the same as those of {@link Evaluation#run}.
 *
 * <p>Thread-safe; each {@link Part} is used by one thread at a time.
 */
@Experimental(since = "0.1.0")
public final class EvaluationInParts {
  private final Evaluator evaluator;
  private final Plan plan;

  EvaluationInParts(Evaluator evaluator) {
    evaluator.requireCodeHere();
    this.evaluator = evaluator;
    this.plan = evaluator.plan(Set.of());
  }

  /** What some of the records left behind. It can be merged once. */
  @Experimental(since = "0.1.0")
  public static final class Part {
    private final EvaluationInParts whole;
    private List<ScanState> state;

    private Part(EvaluationInParts whole, List<ScanState> state) {
      this.whole = whole;
      this.state = state;
    }

    private List<ScanState> take(EvaluationInParts asking) {
      if (asking != whole || state.isEmpty() && !whole.plan.isEmpty()) {
        throw new SiruException(ErrorCode.MISUSE, "a part belongs to one evaluation and is merged once");
      }
      List<ScanState> taken = state;
      state = List.of();
      return taken;
    }
  }

  /** Reads the records whose position in their batch is at least {@code from} and below {@code until}. */
  public Part part(int from, int until) {
    if (from < 0 || until < from) {
      throw new IllegalArgumentException("records from " + from + " until " + until);
    }
    List<ScanState> state = plan.state();
    plan.accumulate(state, from, until);
    return new Part(this, state);
  }

  /** The results of all parts together. Whoever leaves records out, or reads some twice, gets the results of just that. */
  public Results results(List<Part> parts) {
    List<ScanState> all = plan.state();
    for (Part part : parts) {
      plan.merge(all, part.take(this));
    }
    return evaluator.finish(plan, all);
  }
}
