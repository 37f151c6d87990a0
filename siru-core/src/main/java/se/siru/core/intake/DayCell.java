package se.siru.core.intake;

import java.time.LocalDate;
import se.siru.core.lexical.IsoDay;
import se.siru.core.model.FieldRole;

/** Reads calendar days written {@code yyyy-MM-dd}; an inclusive last day becomes the day after it. */
final class DayCell extends CellReader {
  private static final LocalDate FIRST_OF_FACTS = LocalDate.of(1990, 1, 1);
  private static final LocalDate FIRST_OF_ENTITIES = LocalDate.of(1600, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  private final LocalDate first;
  private final int shift;

  DayCell(Target target) {
    super(target);
    this.first = target.type().isEntity() ? FIRST_OF_ENTITIES : FIRST_OF_FACTS;
    this.shift = field.role() == FieldRole.END ? 1 : 0;
  }

  @Override
  boolean read(char[] chars, int from, int to, long row) {
    long day = IsoDay.epochDay(chars, from, to);
    if (day == IsoDay.NONE) {
      return refuse(CellRules.NOT_A_DATE, row, "value", new String(chars, from, to - from));
    }
    if (day < first.toEpochDay() || day > LAST.toEpochDay()) {
      return refuse(CellRules.OUT_OF_RANGE, row, "value", new String(chars, from, to - from),
          "least", first.toString(), "most", LAST.toString());
    }
    into.day(index, (int) day + shift);
    return true;
  }
}
