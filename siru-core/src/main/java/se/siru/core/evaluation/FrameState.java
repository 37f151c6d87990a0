package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the records of one part left behind in one frame. Elements are met in rows of bits where these serve the margins that are asked
 * for, and otherwise in the states that the counts number.
 */
final class FrameState {
  final Tally tally;
  final List<Elements> met = new ArrayList<>();
  private @Nullable ElementRows[] rows = {};

  FrameState(Tally tally) {
    this.tally = tally;
  }

  /** The rows of elements of one kind, or null where there are none. */
  @Nullable ElementRows rows(int place) {
    return place < rows.length ? rows[place] : null;
  }

  /** The rows of elements of one kind, made now where there are none. */
  ElementRows rows(int place, int words, int domain, long filters) {
    ElementRows own = rows(place);
    if (own == null) {
      own = new ElementRows(words, domain, filters);
      rows = Arrays.copyOf(rows, met.size());
      rows[place] = own;
    }
    return own;
  }

  /** Takes what another part left behind; {@code atoms} translates its atoms. */
  void merge(FrameState other, int[] atoms) {
    int[] states = tally.merge(other.tally, atoms);
    for (int i = 0; i < met.size(); i++) {
      met.get(i).merge(other.met.get(i), states);
      ElementRows more = other.rows(i);
      ElementRows own = rows(i);
      if (more != null && own == null) {
        rows = Arrays.copyOf(rows, met.size());
        rows[i] = more;
      } else if (more != null && own != null) {
        own.merge(more);
      }
    }
  }
}
