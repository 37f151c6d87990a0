package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.Table;

/** From when until when each row of an entity table is the valid version of its record. */
final class Versions {
  private final int[] from;
  private final int[] until;

  private Versions(int[] from, int[] until) {
    this.from = from;
    this.until = until;
  }

  /** The versions of a table, or null where no record has more than one. */
  static @Nullable Versions of(Table table) {
    Field<?> field = table.type().field(FieldRole.VALID_FROM).orElse(null);
    if (field == null || table.size() == 0) {
      return null;
    }
    Batch batch = table.batches().get(0);
    Column.Texts ids = (Column.Texts) batch.column("id");
    int[] from = ((Column.Days) batch.column(field.name())).values();
    int[] until = new int[batch.size()];
    Arrays.fill(until, Column.Days.MISSING);
    Map<String, TreeMap<Integer, Integer>> versions = new HashMap<>();
    for (int row = 0; row < until.length; row++) {
      if (from[row] != Column.Days.MISSING) { // only then may there be another
        versions.computeIfAbsent(ids.get(row), id -> new TreeMap<>()).put(from[row], row);
      }
    }
    boolean any = false;
    for (int row = 0; row < until.length && !versions.isEmpty(); row++) {
      TreeMap<Integer, Integer> own = versions.get(ids.get(row));
      Integer next = own == null ? null : own.higherKey(from[row]);
      until[row] = next == null ? Column.Days.MISSING : next;
      any |= next != null;
    }
    return any ? new Versions(from, until) : null;
  }

  /** First day, or {@link Column.Days#MISSING} from the beginning. */
  int from(int row) {
    return from[row];
  }

  /** First day after, or {@link Column.Days#MISSING} where it is the newest. */
  int until(int row) {
    return until[row];
  }

  /** True where the version is the one of a day; without a day, the newest; before the first version, the first. */
  boolean validOn(int row, int day) {
    if (day == Column.Days.MISSING) {
      return until[row] == Column.Days.MISSING;
    }
    return day >= from[row] && (until[row] == Column.Days.MISSING || day < until[row]);
  }
}
