package se.siru.core.evaluation;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cells of some series in their order: periods, then margins, then rows. Each is made when it is read, so that whoever reads one after
 * the other never has all of them.
 *
 * <p>Immutable and thread-safe where the series do not change any more.
 */
final class CellList extends AbstractList<Cell> implements RandomAccess {
  /** Those that have cells, and the blocks of each. */
  private final Series[] series;

  private final Series.Block[][] blocks;

  /** For each series the number of its first cell; then the number of all cells. */
  private final int[] starts;

  CellList(List<Series> all) {
    this.series = all.stream().filter(each -> each.size() > 0).toArray(Series[]::new);
    this.blocks = Arrays.stream(series).map(each -> each.blocks().toArray(Series.Block[]::new)).toArray(Series.Block[][]::new);
    this.starts = new int[series.length + 1];
    for (int at = 0; at < series.length; at++) {
      starts[at + 1] = Math.addExact(starts[at], series[at].size());
    }
  }

  @Override
  public int size() {
    return starts[series.length];
  }

  @Override
  public Cell get(int number) {
    Objects.checkIndex(number, size());
    return new Walk(number, number + 1).cell();
  }

  @Override
  public Iterator<Cell> iterator() {
    return Spliterators.iterator(spliterator());
  }

  @Override
  public Spliterator<Cell> spliterator() {
    return new Walk(0, size());
  }

  /** From cell to cell, without looking for each. */
  private final class Walk implements Spliterator<Cell> {
    private int next;
    private final int until;
    private int at;
    private int period;
    private int block;
    private int row;

    Walk(int from, int until) {
      this.until = until;
      go(from);
    }

    private void go(int number) {
      next = number;
      if (number < until) {
        int found = Arrays.binarySearch(starts, number);
        at = found < 0 ? -found - 2 : found;
        int rows = (starts[at + 1] - starts[at]) / series[at].periods().size();
        period = (number - starts[at]) / rows;
        row = (number - starts[at]) % rows;
        for (block = 0; row >= blocks[at][block].rows().length; block++) {
          row -= blocks[at][block].rows().length;
        }
      }
    }

    Cell cell() {
      return new Cell(series[at], blocks[at][block], row, period);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Cell> action) {
      if (next == until) {
        return false;
      }
      Cell cell = cell();
      step();
      action.accept(cell);
      return true;
    }

    private void step() {
      next++;
      row++;
      while (next < until && row == blocks[at][block].rows().length) {
        row = 0;
        block++;
        if (block == blocks[at].length) {
          block = 0;
          period++;
        }
        if (period == series[at].periods().size()) {
          period = 0;
          at++;
        }
      }
    }

    @Override
    public @Nullable Spliterator<Cell> trySplit() {
      int middle = (next + until) >>> 1;
      if (middle == next) {
        return null;
      }
      Walk first = new Walk(next, middle);
      go(middle);
      return first;
    }

    @Override
    public long estimateSize() {
      return until - next;
    }

    @Override
    public int characteristics() {
      return ORDERED | SIZED | SUBSIZED | NONNULL | IMMUTABLE;
    }
  }
}
