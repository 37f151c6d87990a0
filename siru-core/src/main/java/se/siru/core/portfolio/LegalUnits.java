package se.siru.core.portfolio;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For each id of a type, by number, the id that stands for its unit: from the beginning, and from days on which that changes. */
final class LegalUnits {
  private static final int[] NONE = {};

  private final int[] today;
  private final Map<Integer, Timeline> changing = new HashMap<>();

  /** Days in rising order, and the unit before the first of them and from each of them on. */
  private record Timeline(int[] days, int[] units) {}

  private LegalUnits(int[] today) {
    this.today = today;
  }

  /** Every id as its own unit. */
  static LegalUnits apart(IdDictionary ids) {
    int[] units = new int[ids.size()];
    for (int i = 0; i < units.length; i++) {
      units[i] = i;
    }
    return new LegalUnits(units);
  }

  /** Says the unit of an id, the same on all days. */
  void set(int ordinal, int unit) {
    today[ordinal] = unit;
  }

  /** Says the units of an id before the first of some days and from each of them on. */
  void set(int ordinal, int[] days, int[] units) {
    today[ordinal] = units[days.length];
    changing.put(ordinal, new Timeline(days, units));
  }

  /** True where no unit changes from one day to another. */
  boolean areConstant() {
    return changing.isEmpty();
  }

  /** The days on which the unit of an id changes. */
  int[] days(int ordinal) {
    Timeline line = changing.get(ordinal);
    return line == null ? NONE : line.days();
  }

  /** The unit of a version by its first day, which is missing where it is valid from the beginning. */
  int unit(int ordinal, int day) {
    @Nullable Timeline line = changing.isEmpty() ? null : changing.get(ordinal);
    if (line == null) {
      return today[ordinal];
    }
    int at = 0;
    while (at < line.days().length && day != Column.Days.MISSING && line.days()[at] <= day) {
      at++;
    }
    return line.units()[at];
  }
}
