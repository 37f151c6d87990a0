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
  private static final int FIRST_YEAR = FIRST_OF_ENTITIES.getYear();
  private static final int LAST_YEAR = LAST.getYear();
  private static final int[] MONTHS = months();
  private static final int NONE = Integer.MIN_VALUE;

  private final LocalDate first;
  private final long earliest;
  private final int shift;

  DayCell(Target target) {
    super(target);
    this.first = target.type().isEntity() ? FIRST_OF_ENTITIES : FIRST_OF_FACTS;
    this.earliest = first.toEpochDay();
    this.shift = field.role() == FieldRole.END ? 1 : 0;
  }

  @Override
  void filled(ByteRows rows, int column, int at, int first) {
    byte[] bytes = rows.bytes();
    long[] words = rows.words();
    int[] from = rows.from();
    int[] to = rows.to();
    int[] days = into.days(index);
    int fields = rows.columns();
    int count = rows.count();
    int cell = first * fields + column;
    long lastBegin = -1; // no text in UTF-8, while zeros are some
    long lastEnd = -1;
    int last = 0;
    for (int row = first; row < count; row++) {
      int start = from[cell];
      int length = to[cell] - start;
      cell += fields;
      if (length == LENGTH) {
        long begin = ByteWords.load(words, start);
        long end = ByteWords.load(words, start + LENGTH - Long.BYTES);
        if (begin != lastBegin || end != lastEnd) { // days of facts come in runs more often than not
          int day = day(bytes, start);
          if (day == NONE) {
            rows.leave(row, column);
            continue;
          }
          last = day;
          lastBegin = begin;
          lastEnd = end;
        }
        days[at + row] = last;
      } else if (length != 0) {
        rows.leave(row, column);
      }
    }
  }

  /** The day that stands somewhere, shifted; {@link #NONE} where it is none or too far. */
  private int day(byte[] utf8, int from) {
    int year = digits(utf8, from) * 100 + digits(utf8, from + 2);
    int month = digits(utf8, from + 5);
    int day = digits(utf8, from + 8);
    if (utf8[from + 4] != '-' || utf8[from + 7] != '-' || year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) {
      return NONE;
    }
    int start = MONTHS[(year - FIRST_YEAR) * 12 + month - 1] + day - 1;
    return day >= 1 && start < MONTHS[(year - FIRST_YEAR) * 12 + month] && start >= earliest ? start + shift : NONE;
  }

  /** The number that two digits make; one that puts years, months and days out of their bounds where they are none. */
  private static int digits(byte[] utf8, int at) {
    int tens = utf8[at] - '0';
    int ones = utf8[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -10_000 : tens * 10 + ones;
  }

  /** The first days of the months of all years that a file may state, and of the one after. */
  private static int[] months() {
    int[] months = new int[(LAST_YEAR + 1 - FIRST_YEAR) * 12 + 1];
    int at = 0;
    for (int year = FIRST_YEAR; year <= LAST_YEAR + 1; year++) {
      for (int month = 1; month <= 12 && at < months.length; month++) {
        months[at++] = (int) IsoDay.epochDay(year, month, 1);
      }
    }
    return months;
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
