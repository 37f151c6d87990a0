package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Schema;
import se.siru.core.primitive.LongIndex;

/**
 * The selections of all cells of one margin. They depend on the records selected and on the codes of the margin, and not on the function
 * that gets them: measures of the same fields and conditions share them.
 */
final class CellSelections {
  private static final int[] NO_PLACES = {};

  private final Tuples sorted;
  private final Selections selections;
  private final Schema schema;
  private final Calendar calendar;
  private final Expansion expansion;
  /** By the number of a row and the period, the places of its tuples. */
  private int[][] places = new int[0][];
  private int[] sizes = new int[0];
  private final Map<List<Integer>, SortedSelection[]> ofRow = new HashMap<>();
  private final SortedSelection nothing;
  private long size;

  private CellSelections(Tuples sorted, Selections selections, Schema schema, Calendar calendar, Expansion expansion) {
    this.sorted = sorted;
    this.selections = selections;
    this.schema = schema;
    this.calendar = calendar;
    this.expansion = expansion;
    this.nothing = selection(NO_PLACES);
  }

  /**
   * The selections of a margin.
   *
   * @param sorted all tuples, in ascending order
   */
  static CellSelections of(Tuples sorted, Selections selections, Schema schema, Calendar calendar, Expansion expansion) {
    CellSelections made = new CellSelections(sorted, selections, schema, calendar, expansion);
    made.distribute();
    made.close();
    return made;
  }

  /** Cells get their tuples in the order of all, so that none is sorted by itself. */
  private void distribute() {
    TupleLayout layout = selections.layout();
    long[] entries = sorted.entries();
    int stride = sorted.stride();
    LongIndex known = new LongIndex();
    int[][] cells = new int[16][];
    int timeKeys = calendar.timeKeys(selections.frame().when().kind());
    for (int tuple = 0; tuple < sorted.size(); tuple++) {
      int place = tuple * stride;
      int timeKey = (int) layout.part(entries, place, layout.timeKey());
      long combo = layout.part(entries, place, layout.combo());
      int number = known.add(StateKey.of(combo, timeKey, timeKeys, 0));
      if (number == cells.length) {
        cells = Arrays.copyOf(cells, number * 2);
      }
      if (cells[number] == null) {
        cells[number] = cells(combo, timeKey);
      }
      for (int cell : cells[number]) {
        add(cell, place, sorted.count(tuple));
      }
    }
  }

  /** The cells of a combination and time key. */
  private int[] cells(long combo, int timeKey) {
    TimeRule.Kind rule = selections.frame().when().kind();
    int periods = calendar.periods().size();
    int[] rows = expansion.of(combo).numbers();
    int[] held = calendar.periodsOf(rule, timeKey);
    int[] cells = new int[rows.length * held.length];
    int at = 0;
    for (int row : rows) {
      for (int period : held) {
        cells[at++] = row * periods + period;
      }
    }
    int needed = expansion.rows().size() * periods;
    if (needed > places.length) {
      int before = places.length;
      places = Arrays.copyOf(places, Math.max(needed, before * 2));
      Arrays.fill(places, before, places.length, NO_PLACES);
      sizes = Arrays.copyOf(sizes, places.length);
    }
    return cells;
  }

  private void add(int cell, int place, long count) {
    int[] here = places[cell];
    int end = sizes[cell];
    if (selections.eachRecord()) {
      int more = Math.toIntExact(count);
      if (end + more > here.length) {
        here = Arrays.copyOf(here, Math.max(end + more, end * 2));
        places[cell] = here;
      }
      Arrays.fill(here, end, end + more, place);
      sizes[cell] = end + more;
    } else if (end == 0 || !selections.layout().isSame(sorted.entries(), here[end - 1], place)) {
      if (end == here.length) {
        here = Arrays.copyOf(here, Math.max(4, end * 2));
        places[cell] = here;
      }
      here[end] = place;
      sizes[cell] = end + 1;
    }
  }

  private void close() {
    int periods = calendar.periods().size();
    int[] codes = new int[expansion.rows().width()];
    for (int row = 0; row < expansion.rows().size(); row++) {
      expansion.rows().copy(row, codes);
      SortedSelection[] ofPeriod = new SortedSelection[periods];
      for (int period = 0; period < periods; period++) {
        int cell = row * periods + period;
        ofPeriod[period] = selection(Arrays.copyOf(places[cell], sizes[cell]));
        size += sizes[cell];
        places[cell] = NO_PLACES;
      }
      ofRow.put(key(codes), ofPeriod);
    }
  }

  private SortedSelection selection(int[] places) {
    return new SortedSelection(selections, sorted.entries(), places, schema);
  }

  private static List<Integer> key(int[] codes) {
    return Arrays.stream(codes).boxed().toList();
  }

  /** Gives a table the rows in which something was selected. */
  void addRows(CellTable table) {
    int[] codes = new int[expansion.rows().width()];
    for (int row = 0; row < expansion.rows().size(); row++) {
      expansion.rows().copy(row, codes);
      table.row(codes);
    }
  }

  /** The selection of a cell, by the codes of its row. */
  SortedSelection of(int[] codes, int period) {
    SortedSelection[] periods = ofRow.get(key(codes));
    return periods == null ? nothing : periods[period];
  }

  /** How many rows all selections have together. */
  long size() {
    return size;
  }
}
