package se.siru.indicators.network;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import se.siru.core.indicator.IndicatorFunction.Selection;

/** A selection made of rows of group, node and attribute: different rows only, in ascending order, as the engine gives them. */
final class EdgeSelection implements Selection {
  /** A field that a row does not state. */
  static final int NONE = -1;

  private final int[][] rows;

  private EdgeSelection(int[][] rows) {
    this.rows = rows;
  }

  static EdgeSelection of(List<int[]> rows) {
    Comparator<int[]> order = Arrays::compare;
    List<int[]> sorted = new ArrayList<>(rows);
    sorted.sort(order);
    List<int[]> different = new ArrayList<>();
    for (int[] row : sorted) {
      if (different.isEmpty() || order.compare(different.get(different.size() - 1), row) != 0) {
        different.add(row);
      }
    }
    return new EdgeSelection(different.toArray(int[][]::new));
  }

  /** Each edge as a group of two. */
  static EdgeSelection ofEdges(List<int[]> edges, int[] attributes) {
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      for (int node : edges.get(i)) {
        rows.add(new int[] {i, node, attributes[node]});
      }
    }
    return of(rows);
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public long value(int row, int field) {
    return rows[row][field] == NONE ? UNKNOWN : rows[row][field];
  }

  @Override
  public BigDecimal number(int row, int field) {
    return BigDecimal.valueOf(value(row, field));
  }

  @Override
  public String code(int row, int field) {
    return Long.toString(value(row, field));
  }
}
