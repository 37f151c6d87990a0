package se.siru.indicators.composite;

import se.siru.core.stability.Experimental;

/**
 * How the normalised numbers of parts become the number of what they are parts of. Parts that are missing for a unit are left out,
 * with their weight; {@link CompositeIndex.Builder#atLeast} says how much of the weight must be there.
 */
@Experimental(since = "0.1.0")
public sealed interface Aggregation {

  /** Σ w·x / Σ w: what is missing in one part can be made up for in another. */
  @Experimental(since = "0.1.0")
  record Arithmetic() implements Aggregation {}

  /** Π x^(w / Σ w): the lower a part, the less it is made up for. A part that is not positive makes the result missing. */
  @Experimental(since = "0.1.0")
  record Geometric() implements Aggregation {}

  /** Σ w / Σ (w / x). A part that is not positive makes the result missing. */
  @Experimental(since = "0.1.0")
  record Harmonic() implements Aggregation {}

  /**
   * (Σ w·x^p / Σ w)^(1/p). A part that is not positive makes the result missing.
   *
   * @param power p; not 0, which is the geometric mean
   */
  @Experimental(since = "0.1.0")
  record Generalised(double power) implements Aggregation {
    /** Refuses 0 and what is no number. */
    public Generalised {
      if (power == 0 || !Double.isFinite(power)) {
        throw new IllegalArgumentException("power " + power + "; the geometric mean has a name of its own");
      }
    }
  }

  /**
   * How many units a unit outranks less by how many it is outranked. One outranks another where the parts in which it is better
   * weigh more than those in which it is worse; parts that either lacks are left out, equal numbers count half each. Nothing is
   * made up for.
   */
  @Experimental(since = "0.1.0")
  record Copeland() implements Aggregation {}
}
