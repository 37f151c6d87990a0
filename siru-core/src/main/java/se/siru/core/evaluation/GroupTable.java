package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Grouping;
import se.siru.core.portfolio.Column;
import se.siru.core.primitive.IntBag;
import se.siru.core.primitive.LongIndex;
import se.siru.core.primitive.TupleIndex;

/**
 * Groups of records: by a tuple of numbers, the folded values that the grouping asks for, the first and last day, and the rows of
 * the keys' entities on those days. The same table holds the finest groups while records are read and the coarser ones that
 * results are made of.
 */
final class GroupTable {
  private final List<Grouping.Inner> inners;
  private final int keys;
  private final TupleIndex tuples;
  private long[] records = new long[16];
  private int[] firstDays = new int[16];
  private int[] lastDays = new int[16];
  private int[][] firstRows;
  private int[][] lastRows;
  private final long[][] values;
  private final int[][] days;
  private final @Nullable IntBag[][] bags;

  GroupTable(int width, int keys, List<Grouping.Inner> inners) {
    this.inners = inners;
    this.keys = keys;
    this.tuples = new TupleIndex(width);
    this.firstRows = new int[16][];
    this.lastRows = new int[16][];
    this.values = new long[inners.size()][16];
    this.days = new int[inners.size()][16];
    this.bags = new IntBag[inners.size()][16];
  }

  /** The number of a group, made now where it is new. */
  int group(int[] tuple) {
    int before = tuples.size();
    int group = tuples.add(tuple);
    if (group == before) {
      begin(group);
    }
    return group;
  }

  private void begin(int group) {
    if (group == records.length) {
      int length = group * 2;
      records = Arrays.copyOf(records, length);
      firstDays = Arrays.copyOf(firstDays, length);
      lastDays = Arrays.copyOf(lastDays, length);
      firstRows = Arrays.copyOf(firstRows, length);
      lastRows = Arrays.copyOf(lastRows, length);
      for (int i = 0; i < values.length; i++) {
        values[i] = Arrays.copyOf(values[i], length);
        days[i] = Arrays.copyOf(days[i], length);
        bags[i] = Arrays.copyOf(bags[i], length);
      }
    }
    for (long[] each : values) {
      each[group] = Column.Longs.MISSING;
    }
  }

  /** Counts a record of a day; {@code keyRows} are the rows of its keys and may be reused by the caller. */
  void record(int group, long count, int first, int[] keyRowsFirst, int last, int[] keyRowsLast) {
    if (records[group] == 0) {
      firstDays[group] = first;
      firstRows[group] = Arrays.copyOf(keyRowsFirst, keys);
      lastDays[group] = last;
      lastRows[group] = Arrays.copyOf(keyRowsLast, keys);
    } else {
      if (first < firstDays[group] || first == firstDays[group] && Arrays.compare(keyRowsFirst, firstRows[group]) < 0) {
        firstDays[group] = first;
        firstRows[group] = Arrays.copyOf(keyRowsFirst, keys);
      }
      if (last > lastDays[group] || last == lastDays[group] && Arrays.compare(keyRowsLast, lastRows[group]) > 0) {
        lastDays[group] = last;
        lastRows[group] = Arrays.copyOf(keyRowsLast, keys);
      }
    }
    records[group] += count;
  }

  /** Folds a value of a record into one of the group's values. */
  void fold(int group, int inner, long value, int day) {
    Aggregate aggregate = inners.get(inner).aggregate();
    if (aggregate instanceof Aggregate.Distinct) {
      bag(group, inner).add((int) value);
      return;
    }
    long before = values[inner][group];
    if (before == Column.Longs.MISSING) {
      values[inner][group] = value;
      days[inner][group] = day;
    } else if (aggregate instanceof Aggregate.Min) {
      values[inner][group] = Math.min(before, value);
    } else if (aggregate instanceof Aggregate.Max) {
      values[inner][group] = Math.max(before, value);
    } else if (isByDay(inner)) {
      if (Folded.comesBefore(aggregate instanceof Aggregate.First, value, day, before, days[inner][group])) {
        values[inner][group] = value;
        days[inner][group] = day;
      }
    } else {
      values[inner][group] = Folded.sum(before, value);
    }
  }

  private boolean isByDay(int inner) {
    Aggregate aggregate = inners.get(inner).aggregate();
    return aggregate instanceof Aggregate.First || aggregate instanceof Aggregate.Last;
  }

  private IntBag bag(int group, int inner) {
    IntBag bag = bags[inner][group];
    if (bag == null) {
      bag = new IntBag();
      bags[inner][group] = bag;
    }
    return bag;
  }

  /** Takes a group of another table into a group of this one. */
  void absorb(int group, GroupTable other, int from) {
    record(group, other.records[from], other.firstDays[from], other.firstRows[from], other.lastDays[from], other.lastRows[from]);
    for (int i = 0; i < values.length; i++) {
      IntBag bag = other.bags[i][from];
      if (bag != null) {
        bag(group, i).addAll(bag);
      } else if (other.values[i][from] != Column.Longs.MISSING) {
        fold(group, i, other.values[i][from], other.days[i][from]);
      }
    }
  }

  void merge(GroupTable other) {
    int[] tuple = new int[tuples.width()];
    for (int i = 0; i < other.size(); i++) {
      other.tuples.copy(i, tuple);
      absorb(group(tuple), other, i);
    }
  }

  /** The combinations of the groups. */
  LongIndex combos() {
    return CodedTuples.combos(tuples, Groups.COMBO);
  }

  /** Writes the groups in the order of their tuples; the combination in a tuple as its place among {@code codes}. */
  void write(StateWriter out, ComboCodes codes) {
    CodedTuples coded = CodedTuples.of(tuples, Groups.COMBO, codes);
    out.number(size());
    for (int group : coded.order()) {
      coded.write(out, group);
      out.number(records[group]);
      out.signed(firstDays[group]);
      out.signed(lastDays[group]);
      for (int key = 0; key < keys; key++) {
        out.number(firstRows[group][key]);
        out.number(lastRows[group][key]);
      }
      for (int i = 0; i < values.length; i++) {
        IntBag bag = bags[i][group];
        int[] distinct = bag == null ? new int[0] : bag.sorted();
        out.ascending(distinct, 0, distinct.length);
        out.number(values[i][group] == Column.Longs.MISSING ? 0 : 1);
        if (values[i][group] != Column.Longs.MISSING) {
          out.signed(values[i][group]);
          out.signed(isByDay(i) ? days[i][group] : 0);
        }
      }
    }
  }

  /** Reads what {@link #write} wrote into a table without groups. */
  void read(StateReader in, long[] combos) {
    int count = in.count();
    int[] tuple = new int[tuples.width()];
    int[] first = new int[keys];
    int[] last = new int[keys];
    for (int i = 0; i < count; i++) {
      CodedTuples.read(in, tuple, Groups.COMBO, combos);
      int group = group(tuple);
      long own = in.number();
      if (group != i || own <= 0) {
        throw StateReader.damaged();
      }
      int firstDay = in.signedInt();
      int lastDay = in.signedInt();
      for (int key = 0; key < keys; key++) {
        first[key] = in.below(Integer.MAX_VALUE);
        last[key] = in.below(Integer.MAX_VALUE);
      }
      record(group, own, firstDay, first, lastDay, last);
      for (int inner = 0; inner < values.length; inner++) {
        for (int each : in.ascending(Integer.MAX_VALUE)) {
          bag(group, inner).add(each);
        }
        if (in.below(2) == 1) {
          values[inner][group] = in.signed();
          days[inner][group] = in.signedInt();
        }
      }
    }
  }

  int size() {
    return tuples.size();
  }

  void copy(int group, int[] tuple) {
    tuples.copy(group, tuple);
  }

  long records(int group) {
    return records[group];
  }

  int day(int group, Grouping.Dating dating) {
    return dating == Grouping.Dating.FIRST ? firstDays[group] : lastDays[group];
  }

  int[] keyRows(int group, Grouping.Dating dating) {
    return dating == Grouping.Dating.FIRST ? firstRows[group] : lastRows[group];
  }

  /** A value of a group; {@link Column.Longs#MISSING} where no record states it. A count of nothing is 0. */
  long value(int group, int inner) {
    Aggregate aggregate = inners.get(inner).aggregate();
    if (aggregate instanceof Aggregate.Distinct) {
      IntBag bag = bags[inner][group];
      return bag == null ? 0 : bag.distinct();
    }
    long value = values[inner][group];
    return value == Column.Longs.MISSING && aggregate instanceof Aggregate.Count ? 0 : value;
  }
}
