package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Dimension;
import se.siru.core.primitive.LongIndex;

/** The states of one frame taken apart: combination, scope, time key and atom of each; and to which rows of a margin they belong. */
final class States {
  private final FramePlan frame;
  private final SetPool sets;
  private final Calendar calendar;
  private final LongIndex combos = new LongIndex();
  private final int[] comboOfState;
  private final int[] scopes;
  private final int[] timeKeys;
  private final int[] atoms;
  private final LongIndex pairs = new LongIndex();
  private final int[] pairOfState;
  private final int[][] periods;
  private final Map<Asked, Placement> placements = new HashMap<>();

  States(FramePlan frame, Tally tally, SetPool sets, Calendar calendar) {
    this.frame = frame;
    this.sets = sets;
    this.calendar = calendar;
    int count = tally.size();
    this.comboOfState = new int[count];
    this.scopes = new int[count];
    this.timeKeys = new int[count];
    this.atoms = new int[count];
    this.periods = new int[count][];
    this.pairOfState = new int[count];
    int scopeCount = frame.scope().count();
    int[] knownCombos = new int[Math.min(count, frame.combos().count())];
    int atomCount = 0;
    for (int s = 0; s < count; s++) {
      long key = tally.key(s);
      long scoped = StateKey.combo(key, frame.timeKeys());
      comboOfState[s] = number(combos, knownCombos, scopeCount == 1 ? scoped : scoped / scopeCount);
      scopes[s] = scopeCount == 1 ? 0 : (int) (scoped % scopeCount);
      timeKeys[s] = StateKey.timeKey(key, frame.timeKeys());
      atoms[s] = StateKey.atom(key);
      atomCount = Math.max(atomCount, atoms[s] + 1);
    }
    int[] knownPairs = new int[(int) Math.min(count, (long) frame.timeKeys() * atomCount)];
    int[][] periodsOfPair = new int[16][];
    for (int s = 0; s < count; s++) {
      int pair = number(pairs, knownPairs, (long) timeKeys[s] * atomCount + atoms[s]);
      if (pair == periodsOfPair.length) {
        periodsOfPair = Arrays.copyOf(periodsOfPair, pair * 2);
      }
      if (periodsOfPair[pair] == null) {
        periodsOfPair[pair] = calendar.periodsOf(frame.frame().when().kind(), timeKeys[s]);
      }
      pairOfState[s] = pair;
      periods[s] = periodsOfPair[pair];
    }
  }

  /** The number of a key, found without hashing where it is small. */
  private static int number(LongIndex index, int[] known, long key) {
    if (key >= known.length) {
      return index.add(key);
    }
    int at = (int) key;
    if (known[at] == 0) {
      known[at] = index.add(key) + 1;
    }
    return known[at] - 1;
  }

  /** What the rows of states depend on. */
  private record Asked(List<Dimension> dimensions, List<Breakdown.Part> parts) {
    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Asked asked && dimensions.equals(asked.dimensions) && parts.equals(asked.parts);
    }

    @Override
    public int hashCode() {
      return 31 * dimensions.hashCode() + parts.hashCode();
    }
  }

  /**
   * The rows of a margin, worked out when they are first asked for: margins are counted on several threads.
   *
   * <p>Thread-safe.
   */
  final class Placement {
    /** Stands for any other number of rows than one. */
    static final int OTHER = -1;

    private final Expansion expansion;
    private int @Nullable [] rowOfCombo;
    private Expansion.Rows[] ofCombo = {};

    private Placement(Expansion expansion) {
      this.expansion = expansion;
    }

    /** Gives rows their numbers. Those of all states are there, for several threads to look up, once what is below was asked for. */
    Expansion expansion() {
      return expansion;
    }

    /** The rows of each combination; not to be changed. */
    synchronized Expansion.Rows[] ofCombo() {
      rowOfCombo();
      return ofCombo;
    }

    /** The row of each combination, or {@link #OTHER}; not to be changed. */
    synchronized int[] rowOfCombo() {
      int[] found = rowOfCombo;
      if (found == null) {
        found = new int[combos.size()];
        ofCombo = new Expansion.Rows[found.length];
        for (int combo = 0; combo < found.length; combo++) {
          ofCombo[combo] = expansion.once(combos.key(combo));
          int[] rows = ofCombo[combo].numbers();
          found[combo] = rows.length == 1 ? rows[0] : OTHER;
        }
        if (expansion.rows().width() == 0) {
          expansion.rows().add(new int[0]); // the total has a row where no record is
        }
        rowOfCombo = found;
      }
      return found;
    }
  }

  /** Where the states lie in a margin, for a measure whose record dimensions are those of the frame. */
  Placement placement(MeasurePlan measure, Margin margin) {
    List<Dimension> dimensions = margin.parts().stream().map(measure::dimension).toList();
    return placements.computeIfAbsent(
        new Asked(dimensions, margin.parts()), asked -> new Placement(Expansion.of(frame.combos(), sets, margin, measure)));
  }

  FramePlan frame() {
    return frame;
  }

  int size() {
    return comboOfState.length;
  }

  /** The number of a state's combination, below {@link #combos}. */
  int combo(int state) {
    return comboOfState[state];
  }

  /** How many combinations there are. */
  int combos() {
    return combos.size();
  }

  /** The codes of a combination, in the order of the frame's dimensions. */
  int[] codes(int combo) {
    return frame.combos().decode(combos.key(combo));
  }

  int scope(int state) {
    return scopes[state];
  }

  int timeKey(int state) {
    return timeKeys[state];
  }

  int atom(int state) {
    return atoms[state];
  }

  /** The number of a state's pair of time key and atom, below {@link #pairs}. */
  int pair(int state) {
    return pairOfState[state];
  }

  /** How many different pairs of time key and atom there are. */
  int pairs() {
    return pairs.size();
  }

  /** True where the records of a state are events without a day. */
  boolean isUndated(int state) {
    return calendar.isUndated(frame.frame().when().kind(), timeKeys[state]);
  }

  /** The positions of the periods that hold a state. */
  int[] periods(int state) {
    return periods[state];
  }
}
