package se.siru.core.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.FieldRole;

/** The day of a record, by which versions and codes are chosen. */
final class Dates {
  private Dates() {}

  static String text(int day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  /**
   * The day of each record: of a fact its event date or else its start, of an entity the first day of the version or else its
   * start; missing where it states neither. Null where no record has a day.
   */
  static int @Nullable [] ofRecords(BatchBuilder batch) {
    int[] first = batch.days(batch.type.isEntity() ? FieldRole.VALID_FROM : FieldRole.DATE);
    int[] second = batch.days(FieldRole.START);
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    int[] days = new int[batch.size()];
    for (int row = 0; row < days.length; row++) {
      days[row] = first[row] == Column.Days.MISSING ? second[row] : first[row];
    }
    return days;
  }
}
