package se.siru.core.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.TimePeriod;

/**
 * A row of a margin: its codes, and numbers by which rows are sorted.
 *
 * @param codes one code for each part of the margin
 * @param order the positions of the codes in their lists
 * @param byDimension dimension to code, sorted; shared by the cells of the row
 */
record MarginRow(List<String> codes, List<Integer> order, Map<String, String> byDimension) implements Comparable<MarginRow> {
  /** The one row of the total. */
  static final MarginRow TOTAL = new MarginRow(List.of(), List.of(), Map.of());

  static MarginRow of(Margin margin, List<String> codes, List<Integer> order) {
    Map<String, String> byDimension = new TreeMap<>();
    for (int i = 0; i < codes.size(); i++) {
      byDimension.put(margin.parts().get(i).toString(), codes.get(i));
    }
    return new MarginRow(List.copyOf(codes), List.copyOf(order), Collections.unmodifiableMap(byDimension));
  }

  /** Where a cell of this row is, as messages say it. */
  String place(TimePeriod period) {
    String text = byDimension.entrySet().stream().map(code -> code.getKey() + "=" + code.getValue()).collect(Collectors.joining(","));
    return (period.label() + " " + text).strip();
  }

  @Override
  public int compareTo(MarginRow other) {
    for (int i = 0; i < order.size(); i++) {
      int compared = order.get(i).compareTo(other.order.get(i));
      if (compared != 0) {
        return compared;
      }
    }
    return codes.toString().compareTo(other.codes.toString());
  }

  @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
  public boolean equals(@Nullable Object object) {
    return object instanceof MarginRow row
        && codes.equals(row.codes)
        && order.equals(row.order)
        && byDimension.equals(row.byDimension);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * codes.hashCode() + order.hashCode()) + byDimension.hashCode();
  }
}
