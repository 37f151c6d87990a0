package se.siru.core.evaluation;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Column;

/**
 * Days as slots. The first days of all periods and the days after them cut time into slots within which every period holds all
 * days or none. A record's days become one <em>time key</em>: the slot of an event, or the slots of a first and a last day.
 *
 * <p>Thread-safe.
 */
final class Calendar {
  private static final int LARGEST_TABLE = 100_000;

  private final List<TimePeriod> periods;
  private final @Nullable LocalDate tomorrow;
  private final int[] cuts;
  private final int firstDay;
  private final int @Nullable [] slotOfDay;
  private final BitSet counted;
  private final Map<Held, int[]> holding = new ConcurrentHashMap<>();

  /**
   * The slots of periods.
   *
   * @param today the day on which the portfolio describes the world: the last day of a period without an end, where a state is
   *     asked for; null where nobody said
   */
  Calendar(List<TimePeriod> periods, @Nullable LocalDate today) {
    this.periods = periods;
    this.tomorrow = today == null ? null : today.plusDays(1);
    TreeSet<Integer> days = new TreeSet<>();
    for (TimePeriod period : periods) {
      add(days, period.from());
      add(days, period.until());
    }
    add(days, tomorrow);
    this.cuts = days.stream().mapToInt(Integer::intValue).toArray();
    this.firstDay = cuts.length == 0 ? 0 : cuts[0];
    int range = cuts.length == 0 ? 0 : cuts[cuts.length - 1] - firstDay;
    this.slotOfDay = range > 0 && range <= LARGEST_TABLE ? table(range) : null;
    this.counted = new BitSet();
    counted.set(0, periods.size());
  }

  private Calendar(Calendar of, BitSet counted) {
    this.periods = of.periods;
    this.tomorrow = of.tomorrow;
    this.cuts = of.cuts;
    this.firstDay = of.firstDay;
    this.slotOfDay = of.slotOfDay;
    this.counted = counted;
  }

  /** The same slots, periods and time keys, where only some periods hold anything. The positions may not change any more. */
  Calendar only(BitSet some) {
    return new Calendar(this, some);
  }

  /** False where the period at a position is one of those that are left out. */
  boolean isCounted(int period) {
    return counted.get(period);
  }

  /** Adds the positions of the periods that are not left out. */
  void addCounted(BitSet to) {
    to.or(counted);
  }

  private static void add(TreeSet<Integer> days, @Nullable LocalDate day) {
    if (day != null) {
      days.add(Math.toIntExact(day.toEpochDay()));
    }
  }

  private int[] table(int range) {
    int[] slots = new int[range];
    int slot = 0;
    for (int i = 0; i < range; i++) {
      while (slot < cuts.length && cuts[slot] <= firstDay + i) {
        slot++;
      }
      slots[i] = slot;
    }
    return slots;
  }

  /** How many slots days may lie in. The next number stands for a day that is not known or open. */
  private int slots() {
    return cuts.length + 1;
  }

  private int none() {
    return slots();
  }

  /** The slot of a day: the number of cuts at or before it. */
  private int slot(int day) {
    if (slotOfDay != null) {
      int offset = day - firstDay;
      return offset < 0 ? 0 : offset >= slotOfDay.length ? cuts.length : slotOfDay[offset];
    }
    int slot = 0;
    while (slot < cuts.length && cuts[slot] <= day) {
      slot++;
    }
    return slot;
  }

  private static boolean isOneSlot(TimeRule.Kind rule) {
    return rule.asksForOneDay() && rule != TimeRule.Kind.RECENT;
  }

  /** How many time keys a rule may give. */
  int timeKeys(TimeRule.Kind rule) {
    return isOneSlot(rule) ? slots() + 1 : (slots() + 1) * (slots() + 1);
  }

  /** The time key of an event on a day. */
  int eventKey(int day) {
    return day == Column.Days.MISSING ? none() : slot(day);
  }

  /** The time keys of events on days; {@code shift} is what the days are moved back by. */
  void eventKeys(int[] days, int from, int shift, int[] keys, int size) {
    int[] slots = slotOfDay;
    if (slots == null) {
      for (int i = 0; i < size; i++) {
        int day = days[from + i];
        keys[i] = eventKey(day == Column.Days.MISSING ? day : day - shift);
      }
      return;
    }
    int first = firstDay + shift;
    int none = none();
    int after = cuts.length;
    for (int i = 0; i < size; i++) {
      int day = days[from + i];
      int offset = day - first;
      keys[i] = day == Column.Days.MISSING ? none : day < first ? 0 : offset >= slots.length ? after : slots[offset];
    }
  }

  /** The time key of an event on a day that is too old from another day on. */
  int recentKey(int day, int oldFrom) {
    return day == Column.Days.MISSING ? undated(TimeRule.Kind.RECENT) : slot(day) * (slots() + 1) + slot(oldFrom);
  }

  private int undated(TimeRule.Kind rule) {
    return rule == TimeRule.Kind.RECENT ? none() * (slots() + 1) + none() : none();
  }

  /** The time key of a record that lasts, half-open; a missing day is open. */
  int spanKey(TimeRule.Kind rule, int from, int until) {
    int first = from == Column.Days.MISSING ? 0 : slot(from);
    boolean isOpen = until == Column.Days.MISSING || rule == TimeRule.Kind.BEGUN;
    int last = isOpen ? none() : slot(rule == TimeRule.Kind.DURING ? until - 1 : until);
    return first * (slots() + 1) + last;
  }

  /** True where the time key is that of an event without a day. */
  boolean isUndated(TimeRule.Kind rule, int timeKey) {
    return rule.asksForOneDay() && timeKey == undated(rule);
  }

  /** True where a period, by its position, holds the records of a time key. */
  boolean holds(TimeRule.Kind rule, int period, int timeKey) {
    if (!isCounted(period)) {
      return false;
    }
    TimePeriod asked = periods.get(period);
    int from = asked.from() == null ? 0 : slot(asked.from());
    int until = asked.until() == null ? slots() : slot(asked.until());
    if (isUndated(rule, timeKey)) {
      return asked.isTotal();
    }
    if (isOneSlot(rule)) {
      return timeKey < until && (rule == TimeRule.Kind.CUMULATIVE || timeKey >= from);
    }
    int first = timeKey / (slots() + 1);
    int last = timeKey % (slots() + 1);
    if (rule == TimeRule.Kind.RECENT && asked.until() == null && tomorrow == null) {
      return true;
    }
    if ((rule == TimeRule.Kind.STATE || rule == TimeRule.Kind.RECENT) && asked.until() == null) {
      return tomorrow == null ? last == none() : first < slot(tomorrow) && last >= slot(tomorrow);
    }
    boolean begins = first < until || asked.until() == null;
    return begins && (rule == TimeRule.Kind.BEGUN || last >= (rule == TimeRule.Kind.DURING ? from : until));
  }

  private int slot(LocalDate day) {
    return slot(Math.toIntExact(day.toEpochDay()));
  }

  /** The periods, as asked for. */
  List<TimePeriod> periods() {
    return periods;
  }

  private record Held(TimeRule.Kind rule, int timeKey) {
    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Held held && rule == held.rule && timeKey == held.timeKey;
    }

    @Override
    public int hashCode() {
      return 31 * rule.hashCode() + timeKey;
    }
  }

  /** The positions of the periods that hold a time key; worked out for keys that occur, of which there are few. */
  int[] periodsOf(TimeRule.Kind rule, int timeKey) {
    return holding.computeIfAbsent(
        new Held(rule, timeKey),
        held -> IntStream.range(0, periods.size()).filter(period -> holds(rule, period, timeKey)).toArray());
  }
}
