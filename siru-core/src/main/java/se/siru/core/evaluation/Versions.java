package se.siru.core.evaluation;

import java.util.Objects;
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
    boolean any = false;
    for (int row = 0; row < until.length; row++) {
      boolean superseded = row + 1 < until.length && Objects.equals(ids.get(row), ids.get(row + 1));
      until[row] = superseded ? from[row + 1] : Column.Days.MISSING;
      any |= superseded;
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
