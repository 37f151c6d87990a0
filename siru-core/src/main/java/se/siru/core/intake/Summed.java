package se.siru.core.intake;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number of a record that is added up over several rows, exactly. Where each of its parts has a key, a key counts once, however
 * many rows state it.
 */
final class Summed {
  private final Map<String, BigDecimal> byKey = new HashMap<>();
  private BigDecimal sum;

  /**
   * The number of one row.
   *
   * @param key what it is the number of; null where every row counts
   */
  Summed(BigDecimal number, @Nullable String key) {
    this.sum = number;
    if (key != null) {
      byKey.put(key, number);
    }
  }

  /** True where the two state different numbers for one key. */
  boolean contradicts(Summed other) {
    return other.byKey.entrySet().stream().anyMatch(one -> {
      BigDecimal mine = byKey.get(one.getKey());
      return mine != null && mine.compareTo(one.getValue()) != 0;
    });
  }

  /** Takes over what the other has and this does not. */
  void add(Summed other) {
    if (other.byKey.isEmpty()) {
      sum = sum.add(other.sum);
    }
    other.byKey.forEach((key, number) -> {
      if (byKey.putIfAbsent(key, number) == null) {
        sum = sum.add(number);
      }
    });
  }

  /** The sum as our own files write it. */
  String cell() {
    return sum.signum() == 0 ? "0" : sum.stripTrailingZeros().toPlainString();
  }
}
