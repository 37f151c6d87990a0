package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.TimeRule;
import se.siru.core.portfolio.Column;

/**
 * What a worker knows of the records it is reading: a few thousand at a time, so that it stays in the processor's cache. Columns are
 * unpacked once a block, whoever asks for them.
 */
final class RecordBlock {
  /** The most records of a block. */
  static final int SIZE = 2_048;

  /** No state: the record is of no interest to any filter. */
  static final int NONE = -1;

  final int[] atoms;
  /** The signature of each record, as far as it was put together. */
  final int[] signatures;
  /** Scratch space, to be used between two calls. */
  final int[] scratch;
  /** Where the records lie that are counted in the frame that is looked at; see {@link #choose}. */
  final int[] chosen;
  /** The state of each record that is counted in the frame that is looked at. */
  final int[] states;
  /** The number of the combination of each record that is counted in the frame that is looked at. */
  final int[] combos;
  private final int room;
  private final Map<TimeRule, int[]> timeKeys = new HashMap<>();
  private @Nullable Column[] columns = new Column[8];
  private int[][] ints = new int[8][];
  private long[][] longs = new long[8][];
  private long[][] numbers = {};
  private int @Nullable [] chosenBy;
  private int held;
  private int start;
  private int size;
  private int counted;

  /** A block of at most so many records. */
  RecordBlock(int room) {
    this.room = room;
    this.atoms = new int[room];
    this.signatures = new int[room];
    this.scratch = new int[room];
    this.chosen = new int[room];
    this.states = new int[room];
    this.combos = new int[room];
  }

  /** How many records it may hold. */
  int room() {
    return room;
  }

  /** Goes on to other records. */
  void begin(int from, int until) {
    start = from;
    size = until - from;
    Arrays.fill(columns, 0, held, null);
    held = 0;
    chosenBy = null;
  }

  /** The row of the first record. */
  int start() {
    return start;
  }

  /** How many records there are. */
  int size() {
    return size;
  }

  /**
   * Chooses the records that are counted: those that some filter asks about and that have a time key. Which these are nobody can foretell, so
   * that to ask it again in every loop over records, as a condition, would cost more than what the loops do: they run over the chosen ones.
   * The answer here is a sign, not a condition, whatever the compiler.
   */
  void choose(int[] keys) {
    if (keys == chosenBy) {
      return;
    }
    chosenBy = keys;
    int[] atomOf = atoms;
    int[] into = chosen;
    int end = size;
    int count = 0;
    for (int i = 0; i < end; i++) {
      into[count] = i;
      count += (-atomOf[i] & ~keys[i]) >>> 31; // 1 where the atom is greater than 0 and the key is not negative
    }
    counted = count;
  }

  /** How many records were chosen. */
  int counted() {
    return counted;
  }

  /** The time key of each record under a rule, to be read or written. */
  int[] timeKeys(TimeRule rule) {
    return timeKeys.computeIfAbsent(rule, r -> new int[room]);
  }

  /** The values of a column; not to be changed. */
  int[] values(Column.Ints column) {
    int place = place(column);
    if (place == held) {
      column.copy(start, newInts(column), size);
    }
    return ints[place];
  }

  /** The values of a column; not to be changed. */
  int[] values(Column.Days column) {
    int place = place(column);
    if (place == held) {
      column.copy(start, newInts(column), size);
    }
    return ints[place];
  }

  /** The values of a column; not to be changed. */
  long[] values(Column.Longs column) {
    int place = place(column);
    if (place < held) {
      return longs[place];
    }
    hold(column);
    if (longs[place] == null) {
      longs[place] = new long[room];
    }
    column.copy(start, longs[place], size);
    return longs[place];
  }

  /** The place for the values of a column that was not asked for yet. */
  private int[] newInts(Column column) {
    int place = held;
    hold(column);
    if (ints[place] == null) {
      ints[place] = new int[room];
    }
    return ints[place];
  }

  /** Scratch space for one of several kinds of numbers, to be used until another block begins. */
  long[] longs(int kind) {
    if (kind >= numbers.length) {
      numbers = Arrays.copyOf(numbers, kind + 1);
    }
    if (numbers[kind] == null) {
      numbers[kind] = new long[room];
    }
    return numbers[kind];
  }

  private int place(Column column) {
    int place = 0;
    while (place < held && columns[place] != column) {
      place++;
    }
    return place;
  }

  private void hold(Column column) {
    if (held == columns.length) {
      columns = Arrays.copyOf(columns, held * 2);
      ints = Arrays.copyOf(ints, held * 2);
      longs = Arrays.copyOf(longs, held * 2);
    }
    columns[held++] = column;
  }
}
