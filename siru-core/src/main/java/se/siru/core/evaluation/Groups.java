package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Table;
import se.siru.core.portfolio.Units;

/** How the records of one grouped measure become groups: what a group is known by, and what is folded for it. */
final class Groups {
  /** Time key, scope, and the two halves of the combination come before the keys in a group's tuple. */
  static final int FIRST_KEY = 4;

  /** Where the two halves of the combination stand in a group's tuple. */
  static final int COMBO = 2;

  private final Measure measure;
  private final Grouping grouping;
  private final Frame frame;
  private final List<Grouping.Inner> inners;

  Groups(Measure measure, Frame frame) {
    this.measure = measure;
    this.grouping = measure.grouping().orElseThrow();
    this.frame = frame;
    this.inners = new ArrayList<>();
    if (grouping.value() != null) {
      grouping.value().inners().forEach(this::addInner);
    }
    if (grouping.band() != null) {
      addInner(grouping.band().inner());
    }
    if (grouping.having() != null) {
      collect(grouping.having());
    }
  }

  private void collect(Grouping.Test test) {
    if (test instanceof Grouping.Test.AtLeast) {
      addInner(((Grouping.Test.AtLeast) test).inner());
    } else if (test instanceof Grouping.Test.Not) {
      collect(((Grouping.Test.Not) test).test());
    } else {
      List<Grouping.Test> tests =
          test instanceof Grouping.Test.All
              ? ((Grouping.Test.All) test).tests()
              : ((Grouping.Test.Any) test).tests();
      tests.forEach(this::collect);
    }
  }

  private void addInner(Grouping.Inner inner) {
    if (!inners.contains(inner)) {
      inners.add(inner);
    }
  }

  Measure measure() {
    return measure;
  }

  Grouping grouping() {
    return grouping;
  }

  /** The time rule and the dimensions of the record, which split records before they are grouped. */
  Frame frame() {
    return frame;
  }

  int inner(Grouping.Inner inner) {
    return inners.indexOf(inner);
  }

  /** A table for the finest groups. */
  GroupTable table() {
    return table(FIRST_KEY + grouping.keys().size());
  }

  /** A table for groups known by tuples of another width. */
  GroupTable table(int width) {
    return new GroupTable(width, grouping.keys().size(), inners);
  }

  /** The key of a group's dimension: which key it goes through and what lies behind that; null for one of the record. */
  @Nullable Key through(Dimension dimension) {
    for (int i = 0; i < grouping.keys().size(); i++) {
      FieldPath key = grouping.keys().get(i);
      int length = key.fields().size();
      if (dimension.path().fields().size() >= length
          && dimension.path().fields().subList(0, length).equals(key.fields())) {
        return new Key(i, length);
      }
    }
    return null;
  }

  /** A dimension that is read on a key: the key's number, and how many fields of the path lead to it. */
  record Key(int number, int fields) {}

  /** Binds the grouping to a batch. */
  Binding bind(Portfolio portfolio, Table table, Batch batch, ConditionBinder conditions, PathReader paths) {
    return new Binding(portfolio, table, batch, conditions, paths);
  }

  /** Adds the records of one batch to a table of groups. */
  final class Binding {
    private final SetPool sets;
    private final ElementReader[] keyReaders;
    private final @Nullable Units[] units;
    private final Truth.Test[] tests;
    private final @Nullable ElementReader[] innerElements;
    private final @Nullable Units[] innerUnits;
    private final @Nullable NumberReader[] innerNumbers;
    private final int[] tuple = new int[FIRST_KEY + grouping.keys().size()];
    private final int[] rows = new int[grouping.keys().size()];

    private Binding(Portfolio portfolio, Table table, Batch batch, ConditionBinder conditions, PathReader paths) {
      this.sets = paths.sets();
      int keys = grouping.keys().size();
      this.keyReaders = new ElementReader[keys];
      this.units = new Units[keys];
      for (int i = 0; i < keys; i++) {
        keyReaders[i] = paths.reader(batch, grouping.keys().get(i));
        units[i] = units(portfolio, grouping.keys().get(i));
      }
      int count = inners.size();
      this.tests = new Truth.Test[count];
      this.innerElements = new ElementReader[count];
      this.innerUnits = new Units[count];
      this.innerNumbers = new NumberReader[count];
      for (int i = 0; i < count; i++) {
        tests[i] = conditions.bind(inners.get(i).where(), table, batch);
        FieldPath path = path(inners.get(i).aggregate());
        if (path != null && isElement(path)) {
          innerElements[i] = paths.reader(batch, path);
          innerUnits[i] = units(portfolio, path);
        } else if (path != null) {
          innerNumbers[i] = paths.numbers(batch, path);
        }
      }
    }

    private Binding(Binding shared) {
      this.sets = shared.sets;
      this.keyReaders = shared.keyReaders;
      this.units = shared.units;
      this.tests = shared.tests;
      this.innerElements = shared.innerElements;
      this.innerUnits = shared.innerUnits;
      this.innerNumbers = shared.innerNumbers;
    }

    /** The same binding with scratch space of its own. */
    Binding forThread() {
      return new Binding(this);
    }

    /** Adds a record to each group that its keys name. */
    void add(GroupTable table, int row, int timeKey, int day, int scope, long combo) {
      tuple[0] = timeKey;
      tuple[1] = scope;
      tuple[2] = (int) combo;
      tuple[3] = (int) (combo >>> 32);
      addKey(table, row, day, 0);
    }

    private void addKey(GroupTable table, int row, int day, int key) {
      if (key == keyReaders.length) {
        int group = table.group(tuple);
        table.record(group, 1, day, rows, day, rows);
        fold(table, group, row, day);
        return;
      }
      int encoded = keyReaders[key].read(row);
      for (int i = 0; i < sets.count(encoded); i++) {
        int element = sets.element(encoded, i);
        Units unitsOfKey = units[key];
        int unit = unitsOfKey == null ? element : unitsOfKey.unit(element);
        if (!firstOfUnit(encoded, i, unit, unitsOfKey)) {
          continue;
        }
        rows[key] = element;
        tuple[FIRST_KEY + key] = unit;
        addKey(table, row, day, key + 1);
      }
    }

    /** A record that names two versions or branches of one unit belongs to the unit's group once. */
    private boolean firstOfUnit(int encoded, int index, int unit, @Nullable Units unitsOfKey) {
      return index == 0 || unitsOfKey == null || unitsOfKey.unit(sets.element(encoded, index - 1)) != unit;
    }

    private void fold(GroupTable table, int group, int row, int day) {
      for (int i = 0; i < tests.length; i++) {
        if (tests[i].of(row) != Truth.TRUE) {
          continue;
        }
        ElementReader elements = innerElements[i];
        NumberReader numbers = innerNumbers[i];
        if (elements != null) {
          int encoded = elements.read(row);
          for (int e = 0; e < sets.count(encoded); e++) {
            int element = sets.element(encoded, e);
            Units unitsOfInner = innerUnits[i];
            table.fold(group, i, unitsOfInner == null ? element : unitsOfInner.unit(element), day);
          }
        } else if (numbers != null) {
          long number = numbers.read(row);
          if (number != Column.Longs.MISSING) {
            table.fold(group, i, number, day);
          }
        } else {
          table.fold(group, i, 1, day);
        }
      }
    }
  }

  private static boolean isElement(FieldPath path) {
    return path.last().kind() == FieldKind.CODE || path.last().kind() == FieldKind.REFERENCE;
  }

  static @Nullable Units units(Portfolio portfolio, FieldPath path) {
    return path.last().kind() == FieldKind.REFERENCE
        ? portfolio.units(Objects.requireNonNull(path.last().target()))
        : null;
  }

  /** The path of an aggregate's value; null for a count. */
  static @Nullable FieldPath path(Aggregate aggregate) {
    return aggregate.field().orElse(null);
  }
}
