package se.siru.core.evaluation;

import java.util.function.IntFunction;
import se.siru.core.finding.SiruException;

/**
 * How many filters one scan takes. As a rule as many as a number has bits, so that records are looked at once. Where they answer these in
 * more ways than there are numbers for, everything is planned again in scans of fewer filters: more passes, and each filter costs a state
 * of its own in the end, but results are the same.
 */
final class ScanWidth {
  static final int WIDEST = Long.SIZE;

  /** From the widest to an eighth, whose answers are three each and thus fewer ways than atoms have numbers, to one by one. */
  private static final int STEP = 8;

  private ScanWidth() {}

  /** Runs from the start, in narrower scans than before each time there are too many atoms. */
  static <T> T narrowing(int width, IntFunction<T> run) {
    int filters = width;
    while (true) {
      try {
        return run.apply(filters);
      } catch (SiruException e) {
        if (!Atoms.areTooMany(e) || filters < STEP) {
          throw e;
        }
        filters /= STEP;
      }
    }
  }
}
