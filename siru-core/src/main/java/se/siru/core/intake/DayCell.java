package se.siru.core.intake;

import java.time.LocalDate;
import se.siru.core.lexical.IsoDay;
import se.siru.core.model.FieldRole;
import se.siru.core.primitive.ByteWords;

/** Reads calendar days written {@code yyyy-MM-dd}; an inclusive last day becomes the day after it. */
final class DayCell extends CellReader {
  private static final int LENGTH = 10;
  private static final LocalDate FIRST_OF_FACTS = LocalDate.of(1990, 1, 1);
  private static final LocalDate FIRST_OF_ENTITIES = LocalDate.of(1600, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
  private static final long LATEST = LAST.toEpochDay();

  private final LocalDate first;
  private final long earliest;
  private final int shift;
  private final char[] chars = new char[LENGTH];
  private int last;
  private long lastBegin;
  private long lastEnd;

  DayCell(Target target) {
    super(target);
    this.first = target.type().isEntity() ? FIRST_OF_ENTITIES : FIRST_OF_FACTS;
    this.earliest = first.toEpochDay();
    this.shift = field.role() == FieldRole.END ? 1 : 0;
  }

  /** Days of facts come in runs more often than not. */
  @Override
  boolean take(byte[] utf8, int from, int to) {
    if (to - from != LENGTH) {
      return false;
    }
    long begin = ByteWords.first(utf8, from, to);
    long end = ByteWords.last(utf8, from, to);
    if (begin != lastBegin || end != lastEnd) {
      for (int i = 0; i < LENGTH; i++) {
        chars[i] = (char) (utf8[from + i] & 0xFF); // beyond ASCII it is no digit either way
      }
      long day = IsoDay.epochDay(chars, 0, LENGTH);
      if (day < earliest || day > LATEST) {
        return false;
      }
      last = (int) day + shift;
      lastBegin = begin;
      lastEnd = end;
    }
    into.day(index, last);
    return true;
  }

  @Override
  boolean read(char[] chars, int from, int to, long row) {
    long day = IsoDay.epochDay(chars, from, to);
    if (day == IsoDay.NONE) {
      return refuse(CellRules.NOT_A_DATE, row, "value", new String(chars, from, to - from));
    }
    if (day < earliest || day > LATEST) {
      return refuse(CellRules.OUT_OF_RANGE, row, "value", new String(chars, from, to - from),
          "least", first.toString(), "most", LAST.toString());
    }
    into.day(index, (int) day + shift);
    return true;
  }
}
