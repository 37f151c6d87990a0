package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import se.siru.core.parallel.Workers;

/**
 * What is counted anew of one plan, where some cells are as they were: which time keys, and what several states keep of these. Used by one
 * thread, as the cells are.
 */
final class CountedAnew {
  private final Plan plan;
  private final KeptCells cells;

  /** What is counted of a plan; {@code cells} say in which periods. */
  CountedAnew(Plan plan, KeptCells cells) {
    this.plan = plan;
    this.cells = cells;
  }

  /** True where most time keys are counted anew, in some frame. */
  boolean isMost() {
    for (int scan = 0; scan < plan.scanCount(); scan++) {
      if (asked(plan.scan(scan)).stream().anyMatch(AskedKeys::isMost)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What states of a scan keep by frames, of those time keys that are counted anew. None of them is changed.
   *
   * @param some at least two, of which each thread puts as many together
   */
  ScanState together(int place, List<ScanState> some, int threads) {
    Scan scan = plan.scan(place);
    int workers = Math.min(threads, (some.size() + 1) / 2);
    ScanState[] parts = new ScanState[workers];
    List<List<AskedKeys>> asked = new ArrayList<>(); // asked here: neither they nor the cells are for several threads
    for (int at = 0; at < workers; at++) {
      parts[at] = scan.state();
      asked.add(asked(scan));
    }
    Workers.each(workers, workers, at -> {
      for (ScanState each : some.subList(some.size() * at / workers, some.size() * (at + 1) / workers)) {
        parts[at].mergeFrames(each, asked.get(at));
      }
    });
    for (int at = 1; at < workers; at++) {
      parts[0].mergeFrames(parts[at], asked.get(0));
    }
    return parts[0];
  }

  /** For each frame of a scan the time keys of the periods in which some measure is counted anew. */
  private List<AskedKeys> asked(Scan scan) {
    List<AskedKeys> asked = new ArrayList<>();
    for (int frame = 0; frame < scan.frames().size(); frame++) {
      BitSet periods = new BitSet();
      for (MeasurePlan measure : plan.measures()) {
        for (MeasurePlan variant : measure.variants()) {
          if (variant.isCountedIn(scan, frame)) {
            cells.calendar(variant).addCounted(periods);
          }
        }
      }
      asked.add(new AskedKeys(scan.frames().get(frame).frame().when().kind(), scan.calendar(), periods));
    }
    return asked;
  }
}
