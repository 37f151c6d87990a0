package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.List;

/** What the records of one part left behind in one frame. Elements are met in the states that the counts number. */
final class FrameState {
  final Tally tally;
  final List<Elements> met = new ArrayList<>();

  FrameState(Tally tally) {
    this.tally = tally;
  }

  /** Takes what another part left behind; {@code atoms} translates its atoms. */
  void merge(FrameState other, int[] atoms) {
    int[] states = tally.merge(other.tally, atoms);
    for (int i = 0; i < met.size(); i++) {
      met.get(i).merge(other.met.get(i), states);
    }
  }
}
