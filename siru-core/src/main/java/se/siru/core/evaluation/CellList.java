package se.siru.core.evaluation;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The cells of some series in their order: periods, then margins, then rows. Each is made when it is read, so that whoever reads one after
 * the other never has all of them.
 *
 * <p>Immutable and thread-safe where the series do not change any more.
 */
final class CellList extends AbstractList<Cell> implements RandomAccess {
  private final List<Series> series;

  /** For each series the number of its first cell; then the number of all cells. */
  private final int[] starts;

  CellList(List<Series> series) {
    this.series = List.copyOf(series);
    this.starts = new int[series.size() + 1];
    for (int at = 0; at < series.size(); at++) {
      starts[at + 1] = Math.addExact(starts[at], series.get(at).size());
    }
  }

  @Override
  public Cell get(int number) {
    Objects.checkIndex(number, size());
    int found = Arrays.binarySearch(starts, number);
    int at = found < 0 ? -found - 2 : found;
    while (starts[at + 1] == starts[at]) {
      at++; // one without cells begins where the next does
    }
    Series own = series.get(at);
    int rows = own.size() / own.periods().size();
    int row = (number - starts[at]) % rows;
    int period = (number - starts[at]) / rows;
    for (Series.Block block : own.blocks()) {
      if (row < block.rows().length) {
        return new Cell(own, block, row, period);
      }
      row -= block.rows().length;
    }
    throw new IllegalStateException("the cells of a series have become fewer");
  }

  @Override
  public int size() {
    return starts[starts.length - 1];
  }
}
