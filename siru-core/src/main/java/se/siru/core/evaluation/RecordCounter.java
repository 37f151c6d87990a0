package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

  private static final int COUNTED = 1;

  /** In place of the rows of a state that has one, which is told beside. */
  private static final int[] ONE = {0};


  private final ScanState state;
  private final States states;
  private final int frame;
  private final States.Placement placement;
  private final Calendar calendar;
  private final Set<Filters> asked = new LinkedHashSet<>();
  private final Map<Filters, CellTable> tables = new HashMap<>();
  private final Tally placed;
  private int[] rows = new int[0];
  private int[] atoms = new int[0];
  private int[][] periods = new int[0][];
  private boolean[] undated = new boolean[0];

  /** What is counted, and of which records it is asked, as numbers of filters. */
  private record Filters(int counted, int asked) {
    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Filters filters && counted == filters.counted && asked == filters.asked;
    }

    @Override
    public int hashCode() {
      return 31 * counted + asked;
    }
  }

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
    asked.add(new Filters(plan.filter(), plan.where()));
    for (int part : plan.parts()) {
      asked.add(new Filters(part, plan.where()));
    }
  }

  /** Counts what was asked for, once. */
  void run() {
    place();
    for (Filters filters : asked) {
      CellTable table = new CellTable(placement.expansion().rows(), calendar.periods().size());
      count(filters, table);
      tables.put(filters, table);
    }
  }

  private void place() {
    int[] rowOfCombo = placement.rowOfCombo();
    Expansion.Rows[] rowsOf = placement.ofCombo();
    int[] own = new int[states.size()];
    int[] into = new int[own.length];
    long most = (long) Math.max(1, placement.expansion().rows().size()) * states.pairs();
    int[] known = new int[most <= MOST ? (int) most : 0];
    int count = 0;
    for (int s = 0; s < states.size(); s++) {
      if (states.periods(s).length > 0 || states.isUndated(s)) {
        int row = rowOfCombo[states.combo(s)];
        int[] several = row >= 0 ? ONE : rowsOf[states.combo(s)].numbers();
        if (count + several.length > own.length) {
          int room = count + several.length + count / 2;
          own = Arrays.copyOf(own, room);
          into = Arrays.copyOf(into, room);
        }
        for (int each : several) {
          own[count] = s;
          into[count++] = place(s, row >= 0 ? row : each, known);
        }
      }
    }
    placed.addAll(state.frames.get(frame).tally, own, into, count);
    name();
  }

  /** Says of each place which row it is of, which atom, and which periods. */
  private void name() {
    FramePlan own = states.frame();
    TimeRule.Kind rule = own.frame().when().kind();
    rows = new int[placed.size()];
    atoms = new int[rows.length];
    periods = new int[rows.length][];
    undated = new boolean[rows.length];
    int last = -1;
    for (int at = 0; at < rows.length; at++) {
      long key = placed.key(at);
      int timeKey = StateKey.timeKey(key, own.timeKeys());
      rows[at] = (int) StateKey.combo(key, own.timeKeys());
      atoms[at] = StateKey.atom(key);
      periods[at] = timeKey == last ? periods[at - 1] : calendar.periodsOf(rule, timeKey);
      undated[at] = calendar.isUndated(rule, timeKey);
      last = timeKey;
    }
  }

  /**
   * The place of a row of a state.
   *
   * @param known for each row and pair of time key and atom the number after that of the place; empty where there are too many
   */
  private int place(int state, int row, int[] known) {
    int at = known.length == 0 ? 0 : known[row * states.pairs() + states.pair(state)];
    if (at == 0) {
      at = placed.count(StateKey.of(row, states.timeKey(state), states.frame().timeKeys(), states.atom(state)), 0) + 1;
      if (known.length > 0) {
        known[row * states.pairs() + states.pair(state)] = at;
      }
    }
    return at - 1;
  }

  private void count(Filters filters, CellTable table) {
    byte[] answers = new byte[state.atoms.size()];
    for (int atom = 0; atom < answers.length; atom++) {
      answers[atom] = answer(filters, atom);
    }
    for (int at = 0; at < rows.length; at++) {
      int answer = answers[atoms[at]];
      if (answer != 0) {
        long count = placed.records(at);
        for (int period : periods[at]) {
          table.add(table.cell(rows[at], period), (answer & COUNTED) * count, (answer >>> 1 & 1) * count, (answer >>> 2) * count);
        }
        if (undated[at] && (answer & COUNTED) != 0) {
          addUndated(table, rows[at], periods[at], count);
        }
      }
    }
  }

  /** What filters say of the records of an atom: one bit each for counted, asked about, and unknown. */
  private byte answer(Filters filters, int atom) {
    long isCounted = state.atoms.trueBits(atom) >>> filters.counted() & 1;
    long isAsked = state.atoms.trueBits(atom) >>> filters.asked() & 1;
    long isUnknown = state.atoms.unknownBits(atom) >>> filters.counted() & 1;
    return (byte) (isCounted | isAsked << 1 | isUnknown << 2);
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
