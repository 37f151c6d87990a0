package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dimensions of one set of cells: some of those of a breakdown, in its order.
 *
 * @param parts empty for the total
 */
record Margin(List<Breakdown.Part> parts) {
  Margin {
    parts = List.copyOf(parts);
  }

  /** All margins of all breakdowns, the total first, coarser before finer within each breakdown, each once. */
  static List<Margin> of(List<Breakdown> breakdowns) {
    Set<Margin> margins = new LinkedHashSet<>();
    margins.add(new Margin(List.of()));
    for (Breakdown breakdown : breakdowns) {
      int count = breakdown.parts().size();
      List<Margin> own = new ArrayList<>();
      for (int chosen = 1; chosen < 1 << count; chosen++) {
        List<Breakdown.Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          if ((chosen >>> i & 1) != 0) {
            parts.add(breakdown.parts().get(i));
          }
        }
        own.add(new Margin(parts));
      }
      own.sort(Comparator.comparingInt(margin -> margin.parts().size()));
      margins.addAll(own);
    }
    return List.copyOf(margins);
  }

  boolean isSplit() {
    return parts.stream().anyMatch(Breakdown.Part::split);
  }

  @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
  public boolean equals(@Nullable Object object) {
    return object instanceof Margin margin && parts.equals(margin.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }
}
