package se.siru.core.evaluation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where cells are among others, by the code or id of their indicator, the label of their period and their codes. It keeps numbers of cells
 * and no names: what has the same hash is compared with what the cell says.
 *
 * <p>Immutable and thread-safe.
 */
final class CellIndex {
  private final List<Cell> cells;
  private final Numbers byCode;
  private final Numbers byId;

  CellIndex(List<Cell> cells) {
    this.cells = cells;
    this.byCode = new Numbers(cells.size());
    this.byId = new Numbers(cells.size());
    for (int number = 0; number < cells.size(); number++) {
      Cell cell = cells.get(number);
      String period = cell.period().label();
      byCode.add(cell.code(), period, cell.codes(), number);
      if (!cell.indicator().id().equals(cell.code())) {
        byId.add(cell.indicator().id(), period, cell.codes(), number);
      }
    }
  }

  /** A cell; null where there is none. Codes of indicators go before ids; of several cells the first is meant. */
  @Nullable Cell find(String indicator, String period, Map<String, String> codes) {
    int start = hash(indicator, period, codes);
    for (int at = start; byCode.number(at) >= 0; at++) {
      Cell cell = cells.get(byCode.number(at));
      if (cell.code().equals(indicator) && is(cell, period, codes)) {
        return cell;
      }
    }
    for (int at = start; byId.number(at) >= 0; at++) {
      Cell cell = cells.get(byId.number(at));
      if (cell.indicator().id().equals(indicator) && is(cell, period, codes)) {
        return cell;
      }
    }
    return null;
  }

  private static boolean is(Cell cell, String period, Map<String, String> codes) {
    return cell.period().label().equals(period) && cell.codes().equals(codes);
  }

  private static int hash(String indicator, String period, Map<String, String> codes) {
    int hash = (31 * indicator.hashCode() + period.hashCode()) * 31 + codes.hashCode();
    hash *= 0x9E3779B9;
    return hash ^ hash >>> 15;
  }

  /** Numbers by hashes: those of one hash follow each other in the order in which they came, until a free place. */
  private static final class Numbers {
    private final int[] slots;

    Numbers(int count) {
      this.slots = new int[Integer.highestOneBit(Math.max(4, count)) * 4];
    }

    void add(String indicator, String period, Map<String, String> codes, int number) {
      int at = hash(indicator, period, codes);
      while (number(at) >= 0) {
        at++;
      }
      slots[at & slots.length - 1] = number + 1;
    }

    /** The number at a place, places being counted on from a hash without end; -1 where it is free. */
    int number(int place) {
      return slots[place & slots.length - 1] - 1;
    }
  }
}
