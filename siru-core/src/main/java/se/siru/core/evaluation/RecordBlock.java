package se.siru.core.evaluation;

import java.util.HashMap;
import java.util.Map;
import se.siru.core.indicator.TimeRule;

/** What a worker knows of the records it is reading: a few thousand at a time, so that it stays in the processor's cache. */
final class RecordBlock {
  /** The most records of a block. */
  static final int SIZE = 2_048;

  final int[] atoms = new int[SIZE];
  /** One bit for every filter that holds. */
  final long[] trueBits = new long[SIZE];
  /** The state of each record in the frame that is looked at, or {@link #NONE}. */
  final int[] states = new int[SIZE];
  private final Map<TimeRule, int[]> timeKeys = new HashMap<>();
  private int start;
  private int size;

  /** No state: the record is of no interest to any filter. */
  static final int NONE = -1;

  /** Goes on to other records. */
  void begin(int from, int until) {
    start = from;
    size = until - from;
  }

  /** The row of the first record. */
  int start() {
    return start;
  }

  /** How many records there are. */
  int size() {
    return size;
  }

  /** The time key of each record under a rule, to be read or written. */
  int[] timeKeys(TimeRule rule) {
    return timeKeys.computeIfAbsent(rule, r -> new int[SIZE]);
  }
}
