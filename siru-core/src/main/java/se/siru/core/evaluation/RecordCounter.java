package se.siru.core.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import se.siru.core.indicator.TimeRule;
import se.siru.core.portfolio.Column;

/**
 * Counts the records behind the cells of one margin, for all filters that ask for it. States that differ only in codes the margin
 * does not ask for are added up once.
 *
 * <p>Different counters may run at the same time.
 */
final class RecordCounter {
  /** So many places are found without hashing. */
  private static final int MOST = 1 << 20;

  private final ScanState state;
  private final States states;
  private final int frame;
  private final States.Placement placement;
  private final Calendar calendar;
  private final Map<Filters, CellTable> tables = new LinkedHashMap<>();
  private final Tally placed;
  private int[] rows = new int[0];
  private int[] atoms = new int[0];
  private int[][] periods = new int[0][];
  private boolean[] undated = new boolean[0];

  /** What is counted, and of which records it is asked, as numbers of filters. */
  private record Filters(int counted, int asked) {}

  /** A counter that has counted nothing yet; {@code frame} is the number of the states' frame. */
  RecordCounter(ScanState state, States states, int frame, States.Placement placement, Calendar calendar) {
    this.state = state;
    this.states = states;
    this.frame = frame;
    this.placement = placement;
    this.calendar = calendar;
    this.placed = new Tally(states.frame().numbers().stream().map(Frame.Number::fold).toList());
  }

  /** Asks for the records of a measure. */
  void ask(MeasurePlan plan) {
    ask(new Filters(plan.filter(), plan.where()));
    for (int part : plan.parts()) {
      ask(new Filters(part, plan.where()));
    }
  }

  private void ask(Filters filters) {
    CellTable table = new CellTable(placement.expansion().rows(), calendar.periods().size());
    if (table.rows().width() == 0) {
      table.row(new int[0]); // the total has a row where no record is
    }
    tables.putIfAbsent(filters, table);
  }

  /** Counts what was asked for, once. */
  void run() {
    place();
    tables.forEach(this::count);
  }

  private void place() {
    FramePlan own = states.frame();
    Tally finest = state.frames.get(frame).tally;
    int[] places = new int[states.size()];
    int pairs = states.pairs();
    long most = (long) Math.max(1, placement.expansion().rows().size()) * pairs;
    int[] known = new int[most <= MOST ? (int) most : 0];
    int[] left = new int[places.length];
    int count = 0;
    for (int s = 0; s < places.length; s++) {
      if (placement.ofCombo()[states.combo(s)].numbers().length > 0) {
        left[count++] = s;
      }
    }
    for (int rank = 0; count > 0; rank++) {
      for (int i = 0; i < count; i++) {
        places[i] = place(left[i], rank, known);
      }
      placed.addAll(finest, left, places, count);
      count = withMore(left, count, rank + 1);
    }
    TimeRule.Kind rule = own.frame().when().kind();
    rows = new int[placed.size()];
    atoms = new int[rows.length];
    periods = new int[rows.length][];
    undated = new boolean[rows.length];
    for (int at = 0; at < rows.length; at++) {
      long key = placed.key(at);
      int timeKey = StateKey.timeKey(key, own.timeKeys());
      rows[at] = (int) StateKey.combo(key, own.timeKeys());
      atoms[at] = StateKey.atom(key);
      periods[at] = calendar.periodsOf(rule, timeKey);
      undated[at] = calendar.isUndated(rule, timeKey);
    }
  }

  /**
   * The place of one of the rows of a state.
   *
   * @param known for each row and pair of time key and atom the number after that of the place; empty where there are too many
   */
  private int place(int state, int rank, int[] known) {
    int row = placement.ofCombo()[states.combo(state)].numbers()[rank];
    int at = known.length == 0 ? 0 : known[row * states.pairs() + states.pair(state)];
    if (at == 0) {
      at = placed.count(StateKey.of(row, states.timeKey(state), states.frame().timeKeys(), states.atom(state)), 0) + 1;
      if (known.length > 0) {
        known[row * states.pairs() + states.pair(state)] = at;
      }
    }
    return at - 1;
  }

  /** Keeps of some states those that have more rows than were placed; gives their number. */
  private int withMore(int[] some, int count, int rows) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (placement.ofCombo()[states.combo(some[i])].numbers().length > rows) {
        some[kept++] = some[i];
      }
    }
    return kept;
  }

  private void count(Filters filters, CellTable table) {
    for (int at = 0; at < rows.length; at++) {
      long count = placed.records(at);
      long isCounted = state.atoms.trueBits(atoms[at]) >>> filters.counted() & 1;
      long isAsked = state.atoms.trueBits(atoms[at]) >>> filters.asked() & 1;
      long isUnknown = state.atoms.unknownBits(atoms[at]) >>> filters.counted() & 1;
      if ((isCounted | isAsked | isUnknown) != 0) {
        for (int period : periods[at]) {
          int cell = table.cell(rows[at], period);
          table.addRecords(cell, isCounted * count);
          table.addAsked(cell, isAsked * count);
          table.addUnknown(cell, isUnknown * count);
        }
        if (undated[at] && isCounted != 0) {
          addUndated(table, rows[at], periods[at], count);
        }
      }
    }
  }

  /** Records without a day are left out of every period but the total, and are counted there. */
  private void addUndated(CellTable table, int row, int[] inPeriods, long count) {
    boolean[] holds = new boolean[calendar.periods().size()];
    for (int period : inPeriods) {
      holds[period] = true;
    }
    for (int period = 0; period < holds.length; period++) {
      if (!holds[period]) {
        table.addUnknown(table.cell(row, period), count);
      }
    }
  }

  /** The records behind each cell and those left out, without values; the table is the caller's. */
  CellTable records(MeasurePlan plan) {
    return Objects.requireNonNull(tables.get(new Filters(plan.filter(), plan.where()))).copy();
  }

  /** How many records in a cell satisfy the condition and state one of the fields whose completeness is asked about. */
  long stated(MeasurePlan plan, int part, int cell) {
    return Objects.requireNonNull(tables.get(new Filters(plan.parts()[part], plan.where()))).records(cell);
  }

  /** The numbers of a measure, folded into the cells of a table. */
  Folded numbers(MeasurePlan plan, CellTable table, int cells) {
    Folded folded = new Folded(states.frame().numbers().get(plan.number()).fold(), cells);
    for (int at = 0; at < rows.length; at++) {
      long value = placed.number(plan.number(), at);
      if (value != Column.Longs.MISSING && (state.atoms.trueBits(atoms[at]) >>> plan.filter() & 1) != 0) {
        for (int period : periods[at]) {
          folded.add(table.cell(rows[at], period), value, placed.day(plan.number(), at));
        }
      }
    }
    return folded;
  }
}
