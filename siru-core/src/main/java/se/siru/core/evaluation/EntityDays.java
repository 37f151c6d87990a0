package se.siru.core.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Table;

/**
 * The days of what records refer to, as its newest version states them: an end is often known only later. What a record does not
 * refer to bounds nothing.
 */
final class EntityDays {
  private final Field<?> reference;
  private final int @Nullable [] from;
  private final int @Nullable [] until;
  private final int[] newest;

  private EntityDays(Field<?> reference, int @Nullable [] from, int @Nullable [] until, int[] newest) {
    this.reference = reference;
    this.from = from;
    this.until = until;
    this.newest = newest;
  }

  /** The days along a reference with one value. */
  static EntityDays of(Portfolio portfolio, Field<?> reference) {
    Table table = portfolio.table(String.valueOf(reference.target()));
    return new EntityDays(reference, days(table, FieldRole.START), days(table, FieldRole.END), newest(table));
  }

  private static int @Nullable [] days(Table table, FieldRole role) {
    Optional<Field<?>> field = table.type().field(role);
    return field.isEmpty() || table.size() == 0
        ? null
        : ((Column.Days) table.batches().get(0).column(field.get().name())).values();
  }

  /** For each row of an entity table the row of the newest version of the same id. */
  private static int[] newest(Table table) {
    int[] newest = new int[table.size()];
    Versions versions = Versions.of(table);
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < newest.length; row++) {
      newest[row] = row;
      if (versions != null && versions.until(row) == Column.Days.MISSING) {
        rows.put(id(table, row), row);
      }
    }
    for (int row = 0; row < newest.length && versions != null; row++) {
      newest[row] = rows.getOrDefault(id(table, row), row);
    }
    return newest;
  }

  private static String id(Table table, int row) {
    return String.valueOf(((Column.Texts) table.batches().get(0).column("id")).get(row));
  }

  /** The days of what the records of a batch refer to. */
  Reader bind(Batch batch) {
    return new Reader((Column.Ints) batch.column(reference.name()));
  }

  /** The days behind the rows of one batch. */
  final class Reader {
    private final Column.Ints references;

    private Reader(Column.Ints references) {
      this.references = references;
    }

    private int day(int @Nullable [] days, int row) {
      return days == null || references.value(row) < 0 ? Column.Days.MISSING : days[newest[references.value(row)]];
    }

    /** The first day; {@link Column.Days#MISSING} where it is open. */
    int from(int row) {
      return day(from, row);
    }

    /** The day after the last; {@link Column.Days#MISSING} where it is open. */
    int until(int row) {
      return day(until, row);
    }
  }
}
