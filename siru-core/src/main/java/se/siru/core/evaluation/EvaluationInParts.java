package se.siru.core.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.stability.Experimental;

/**
 * One evaluation whose records are read in parts, by whoever likes, in any order: the state of the parts merges into the state of
 * the whole, and the results are the same as those of {@link Evaluation#run}. A part can be written as bytes and read where the same is
 * asked of the same entities, in another process or on another machine.
 *
 * <p>Thread-safe; each {@link Part} is used by one thread at a time.
 */
@Experimental(since = "0.1.0")
public final class EvaluationInParts {
  private final Plans plans;
  private @Nullable StateFormat format;

  EvaluationInParts(Evaluator evaluator) {
    evaluator.requireCodeHere();
    this.plans = new Plans(evaluator);
  }

  /** What some of the records left behind. It can be merged once. */
  @Experimental(since = "0.1.0")
  public static final class Part {
    private final EvaluationInParts whole;
    private Plans.@Nullable State state;

    private Part(EvaluationInParts whole, Plans.State state) {
      this.whole = whole;
      this.state = state;
    }

    private Plans.State take(EvaluationInParts asking) {
      Plans.State taken = state;
      if (asking != whole || taken == null) {
        throw new SiruException(ErrorCode.MISUSE, "a part belongs to one evaluation and is merged once");
      }
      state = null;
      return taken;
    }

    /**
     * The part as bytes, in a versioned format of this library's own: the same bytes for the same records, in whatever order, by
     * whatever threads and in however many parts they were read. They are not compressed. Where code behind an indicator failed,
     * they say so.
     *
     * @throws SiruException with {@link ErrorCode#MISUSE} where the part was merged
     */
    public byte[] toBytes() {
      Plans.State written = state;
      if (written == null) {
        throw new SiruException(ErrorCode.MISUSE, "a part that was merged cannot be written");
      }
      return whole.format().write(written, "");
    }
  }

  private synchronized StateFormat format() {
    if (format == null) {
      format = new StateFormat(plans);
    }
    return format;
  }

  /** Reads the records whose position in their batch is at least {@code from} and below {@code until}. */
  public Part part(int from, int until) {
    if (from < 0 || until < from) {
      throw new IllegalArgumentException("records from " + from + " until " + until);
    }
    return new Part(this, plans.part(from, until));
  }

  /**
   * The part that {@link Part#toBytes} wrote.
   *
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where the bytes are no part, are damaged or of a version of the format that
   *     this release does not read; with {@link ErrorCode#MISUSE} where they are of another evaluation, or of a portfolio with other entities
   */
  public synchronized Part part(byte[] bytes) {
    return new Part(this, format().read(bytes, ""));
  }

  /** Both as one; neither can be merged again. */
  public Part merge(Part first, Part second) {
    return new Part(this, plans.joined(first.take(this), second.take(this)));
  }

  /** The results of all parts together. Whoever leaves records out, or reads some twice, gets the results of just that. */
  public Results results(List<Part> parts) {
    Plans.State all = plans.none();
    for (Part part : parts) {
      all = plans.joined(all, part.take(this));
    }
    return plans.results(all);
  }
}
