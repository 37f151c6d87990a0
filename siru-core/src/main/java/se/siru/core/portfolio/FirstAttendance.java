package se.siru.core.portfolio;

import java.util.Arrays;
import java.util.stream.LongStream;
import se.siru.core.primitive.LongIndex;

/**
 * For each activity and legal unit the first attendance, which decides what the support that follows says: the day, the version of the
 * recipient and the node. Where several fall on that day, it is the one whose activity, recipient and node come first, so that neither
 * the order of the source matters nor who saw which part of it. It grows with support and not with attendance.
 *
 * <p>Not thread-safe.
 */
final class FirstAttendance implements DerivedSupport.Attended {
  /** The day of attendance that states none: after all others. */
  static final int UNDATED = Integer.MAX_VALUE;

  private static final int FIRST_CAPACITY = 32;

  private final LongIndex pairs = new LongIndex();
  private int[] days = new int[FIRST_CAPACITY];
  private int[] activities = new int[FIRST_CAPACITY];
  private int[] recipients = new int[FIRST_CAPACITY];
  private int[] nodes = new int[FIRST_CAPACITY];

  @Override
  public void take(long pair, int row, int day, int activity, int recipient, int node) {
    int known = pairs.size();
    int at = pairs.add(pair);
    if (at == days.length) {
      grow();
    }
    if (at == known || isBefore(at, day, activity, recipient, node)) {
      days[at] = day;
      activities[at] = activity;
      recipients[at] = recipient;
      nodes[at] = node;
    }
  }

  private void grow() {
    int capacity = days.length * 2;
    days = Arrays.copyOf(days, capacity);
    activities = Arrays.copyOf(activities, capacity);
    recipients = Arrays.copyOf(recipients, capacity);
    nodes = Arrays.copyOf(nodes, capacity);
  }

  private boolean isBefore(int at, int day, int activity, int recipient, int node) {
    if (day != days[at]) {
      return day < days[at];
    }
    if (activity != activities[at]) {
      return activity < activities[at];
    }
    return recipient != recipients[at] ? recipient < recipients[at] : node < nodes[at];
  }

  /** Takes what another saw. */
  void merge(FirstAttendance other) {
    for (int at = 0; at < other.pairs.size(); at++) {
      take(other.pairs.key(at), 0, other.days[at], other.activities[at], other.recipients[at], other.nodes[at]);
    }
  }

  /**
   * The pairs in the order of activities and units, as numbers to ask about.
   *
   * @param without the keys of those that are left out, as {@link DerivedSupport#pair} gives them
   */
  int[] inOrder(LongIndex without) {
    return LongStream.of(pairs.sortedKeys()).filter(key -> without.find(key) < 0).mapToInt(pairs::find).toArray();
  }

  /** The day of the first attendance of a pair, or {@link #UNDATED}. */
  int day(int pair) {
    return days[pair];
  }

  /** The row of the version of the activity. */
  int activity(int pair) {
    return activities[pair];
  }

  /** The row of the version of the unit. */
  int recipient(int pair) {
    return recipients[pair];
  }

  /** The row of the node, or {@link Column.Ints#MISSING}. */
  int node(int pair) {
    return nodes[pair];
  }
}
