package se.siru.core.portfolio;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.siru.core.lexical.EditDistance;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;

/** Turns the ids that a batch refers to into rows: of the version that is valid on the record's day. */
final class References {
  private static final int NOT_YET = -3;

  private final RecordReport report;
  private final Function<String, EntityIndex> indexOf;
  private final NearestIds nearest;

  References(RecordReport report, Function<String, EntityIndex> indexOf, NearestIds nearest) {
    this.report = report;
    this.indexOf = indexOf;
    this.nearest = nearest;
  }

  /** Resolves every reference of a batch; {@code days} are the days of its records, null where none has any. */
  void resolve(BatchBuilder batch, int @Nullable [] days) {
    for (int i = 0; i < batch.fields.size(); i++) {
      Field<?> field = batch.fields.get(i);
      String target = field.target();
      if (field.kind() == FieldKind.REFERENCE && target != null && batch.ints(i).values != null) {
        new Pass(batch, i, indexOf.apply(target), days).run();
      }
    }
  }

  /** One field of one batch. */
  private final class Pass {
    private final BatchBuilder batch;
    private final Field<?> field;
    private final int position;
    private final GrowingInts column;
    private final EntityIndex index;
    private final int @Nullable [] days;
    private final IntSets sets = new IntSets();
    private final int[] rowsOfSet;
    private int[] rows = new int[8];

    Pass(BatchBuilder batch, int position, EntityIndex index, int @Nullable [] days) {
      this.batch = batch;
      this.field = batch.fields.get(position);
      this.position = position;
      this.column = batch.ints(position);
      this.index = index;
      this.days = days;
      this.rowsOfSet = new int[column.sets.count()];
      Arrays.fill(rowsOfSet, NOT_YET);
    }

    void run() {
      int[] values = column.values(batch.capacity());
      int[] rowsOnAnyDay = index.rowsOnAnyDay();
      int size = batch.size();
      for (int row = 0; row < size; row++) {
        int value = values[row];
        int known = value >= 0 && value < rowsOnAnyDay.length ? rowsOnAnyDay[value] : EntityIndex.NONE;
        if (known >= 0) { // as for nearly all
          values[row] = known;
        } else if (value != Column.Ints.MISSING) {
          values[row] = value >= 0 ? one(row, value) : several(row, -2 - value);
        }
      }
      column.sets = sets;
    }

    /** A set whose ids have one version each means the same rows on every day, and is worked out once. */
    private int several(int row, int set) {
      IntSets ordinals = column.sets;
      boolean single = true;
      for (int i = 0; i < ordinals.size(set) && single; i++) {
        single = index.rowOnAnyDay(ordinals.element(set, i)) >= 0;
      }
      if (single && rowsOfSet[set] != NOT_YET) {
        return rowsOfSet[set];
      }
      if (rows.length < ordinals.size(set)) {
        rows = new int[ordinals.size(set)];
      }
      int count = 0;
      for (int ordinal : inOrder(row, set)) {
        int resolved = one(row, ordinal);
        if (resolved >= 0) {
          rows[count++] = resolved;
        }
      }
      int value = GrowingInts.encode(rows, count, sets);
      if (single) {
        rowsOfSet[set] = value;
      }
      return value;
    }

    /** The ids of a set; where several are told of, in their own order, for ordinals stand in the order in which threads met them. */
    private int[] inOrder(int row, int set) {
      int[] ordinals = new int[column.sets.size(set)];
      int told = 0;
      for (int i = 0; i < ordinals.length; i++) {
        ordinals[i] = column.sets.element(set, i);
        told += index.holds(ordinals[i]) && !isBefore(ordinals[i], day(row)) ? 0 : 1;
      }
      if (told < 2) {
        return ordinals;
      }
      IdDictionary ids = batch.dictionary(position);
      return Arrays.stream(ordinals).boxed().sorted(Comparator.comparing(ids::id)).mapToInt(Integer::intValue).toArray();
    }

    private int one(int row, int ordinal) {
      int always = index.rowOnAnyDay(ordinal);
      if (always >= 0) {
        return always;
      }
      if (!index.holds(ordinal)) {
        report.add(PortfolioRules.DANGLING_REFERENCE, batch, row, field.name(), dangling(ordinal));
        return Column.Ints.MISSING;
      }
      int day = day(row);
      if (isBefore(ordinal, day)) {
        report.add(PortfolioRules.BEFORE_FIRST_VERSION, batch, row, field.name(), before(ordinal, day));
      }
      return index.row(ordinal, day);
    }

    private int day(int row) {
      return days == null ? Column.Days.MISSING : days[row];
    }

    private boolean isBefore(int ordinal, int day) {
      return day != Column.Days.MISSING && day < index.firstDay(ordinal);
    }

    // what is told may be worked out when the batch is gone

    private RecordReport.Arguments dangling(int ordinal) {
      IdDictionary ids = batch.dictionary(position);
      String target = String.valueOf(field.target());
      EntityIndex held = index;
      NearestIds near = nearest;
      return () -> new String[] {
        "type", target, "value", ids.id(ordinal), "nearest", near.of(target, ids.id(ordinal), held)
      };
    }

    private RecordReport.Arguments before(int ordinal, int day) {
      IdDictionary ids = batch.dictionary(position);
      String target = String.valueOf(field.target());
      int first = index.firstDay(ordinal);
      return () -> new String[] {
        "type", target, "value", ids.id(ordinal), "date", Dates.text(day), "first", Dates.text(first)
      };
    }
  }

  /** Ids that differ little from one that is not there, for a hint; empty where there are none. */
  static String nearest(String id, EntityIndex index) {
    return NearestIds.search(id, index);
  }

  /** Ids that differ little from one that is not there; looked for in the first few cases only, for it costs time. Not thread-safe. */
  static final class NearestIds {
    private static final int MOST_SEARCHES = 100;
    private static final int FARTHEST = 2;
    private static final int MOST_SHOWN = 3;

    private final Map<Missed, String> found = new HashMap<>();

    private record Missed(String type, String id) {}

    String of(String type, String id, EntityIndex index) {
      return found.computeIfAbsent(new Missed(type, id), missed -> found.size() < MOST_SEARCHES ? search(id, index) : "");
    }

    private static String search(String id, EntityIndex index) {
      TreeMap<Integer, TreeSet<String>> byDistance = new TreeMap<>();
      for (int ordinal = 0; ordinal < index.ids().size(); ordinal++) {
        String candidate = index.ids().id(ordinal);
        if (index.holds(ordinal) && Math.abs(candidate.length() - id.length()) <= FARTHEST) {
          int distance = EditDistance.atMost(id, candidate, FARTHEST);
          if (distance <= FARTHEST) {
            byDistance.computeIfAbsent(distance, d -> new TreeSet<>()).add(candidate);
          }
        }
      }
      return String.join(", ", byDistance.values().stream().flatMap(Set::stream).limit(MOST_SHOWN).toList());
    }
  }
}
