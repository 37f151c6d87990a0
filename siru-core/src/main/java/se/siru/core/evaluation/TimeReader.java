package se.siru.core.evaluation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Lag;
import se.siru.core.model.RecordType;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;

/** The time keys of the rows of a batch under one rule, and the day by which a record is earlier or later than others. */
final class TimeReader {
  /** The row belongs to no period: it has no day, or is a version of an entity where another version stands for it. */
  static final int NEVER = -1;

  private final Calendar calendar;
  private final TimeRule rule;
  private final int @Nullable [] asked;
  private final Column.@Nullable Days from;
  private final int shift;
  private final Column.@Nullable Days until;
  private final @Nullable Versions versions;
  private final EntityDays.@Nullable Reader within;

  private TimeReader(
      Calendar calendar,
      TimeRule rule,
      int @Nullable [] asked,
      Column.@Nullable Days from,
      int shift,
      Column.@Nullable Days until,
      @Nullable Versions versions,
      EntityDays.@Nullable Reader within) {
    this.calendar = calendar;
    this.rule = rule;
    this.asked = asked;
    this.from = from;
    this.shift = shift;
    this.until = until;
    this.versions = versions;
    this.within = within;
  }

  static TimeReader bind(Scan scan, TimeRule rule, Batch batch) {
    Calendar calendar = scan.calendar();
    RecordType type = scan.table().type();
    Versions versions = scan.versions();
    if (rule.kind().asksForOneDay()) {
      Optional<Field<?>> date =
          rule.date() != null
              ? Optional.of(rule.date())
              : rule.kind() == TimeRule.Kind.COHORT
                  ? type.field(FieldRole.START).or(() -> type.field(FieldRole.DATE))
                  : type.field(FieldRole.DATE).or(() -> type.field(FieldRole.START));
      Column.Days days = days(batch, date);
      int shift = date.filter(field -> field.role() == FieldRole.END).isPresent() ? 1 : 0; // as people state last days
      return new TimeReader(calendar, rule, asked(rule, days, shift), days, shift, null, versions, null);
    }
    return new TimeReader(
        calendar,
        rule,
        null,
        days(batch, type.field(FieldRole.START)),
        0,
        days(batch, type.field(FieldRole.END)),
        versions,
        rule.within() == null ? null : scan.within(rule.within()).bind(batch));
  }

  private static Column.@Nullable Days days(Batch batch, Optional<Field<?>> field) {
    return field.map(f -> (Column.Days) batch.column(f.name())).orElse(null);
  }

  /** The days that must lie in the period, a lag after those of the records; null where these must. */
  private static int @Nullable [] asked(TimeRule rule, Column.@Nullable Days days, int shift) {
    if (days == null || rule.lag().equals(Lag.NONE)) {
      return null;
    }
    int[] asked = new int[days.size()];
    Arrays.setAll(asked, row -> asked(rule, day(days, shift, row)));
    return asked;
  }

  private static int day(Column.@Nullable Days days, int shift, int row) {
    int day = days == null ? Column.Days.MISSING : days.value(row);
    return day == Column.Days.MISSING ? day : day - shift;
  }

  /** The time key of a record or group of a day. */
  static int key(Calendar calendar, TimeRule rule, int day) {
    return key(calendar, rule, day, asked(rule, day));
  }

  private static int key(Calendar calendar, TimeRule rule, int day, int asked) {
    return rule.kind() == TimeRule.Kind.RECENT ? calendar.recentKey(day, asked) : calendar.eventKey(asked);
  }

  /** The day that must lie in the period, of a record or group of a day; of what is recent, the day from which it no longer is. */
  private static int asked(TimeRule rule, int day) {
    return day == Column.Days.MISSING || rule.lag().equals(Lag.NONE)
        ? day
        : Math.toIntExact(rule.lag().after(LocalDate.ofEpochDay(day)).toEpochDay());
  }

  /** Puts the time key of each record of a block, or {@link #NEVER}, in its place. */
  void read(int[] keys, RecordBlock block) {
    int size = block.size();
    int start = block.start();
    Column.Days days = from;
    if (versions == null && rule.kind().asksForOneDay() && rule.kind() != TimeRule.Kind.RECENT && days != null) {
      if (asked == null) {
        calendar.eventKeys(block.values(days), 0, shift, keys, size);
      } else {
        calendar.eventKeys(asked, start, 0, keys, size);
      }
      return;
    }
    for (int i = 0; i < size; i++) {
      keys[i] = read(start + i);
    }
  }

  private int read(int row) {
    int first = day(row);
    if (rule.kind().asksForOneDay()) {
      return versions != null && !versions.validOn(row, first)
          ? NEVER
          : key(calendar, rule, first, asked == null ? first : asked[row]);
    }
    int last = day(until, 0, row);
    if (versions != null) {
      first = later(first, versions.from(row));
      last = earlier(last, versions.until(row));
    }
    if (within != null) {
      first = later(first, within.from(row));
      last = earlier(last, within.until(row));
    }
    boolean isNever =
        (versions != null || within != null) && first != Column.Days.MISSING && last != Column.Days.MISSING && first >= last;
    return isNever ? NEVER : calendar.spanKey(rule.kind(), first, last);
  }

  private static int later(int day, int other) {
    return Math.max(day, other); // a missing first day is the least number there is
  }

  private static int earlier(int day, int other) {
    return day == Column.Days.MISSING ? other : other == Column.Days.MISSING ? day : Math.min(day, other);
  }

  /** The day by which records are ordered; {@link Column.Days#MISSING} sorts first. */
  int day(int row) {
    return day(from, shift, row);
  }
}
