package se.siru.core.intake;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Origin;

/**
 * A number of a record that is added up over several rows, exactly. Where each of its parts has a key, a key counts once, however
 * many rows state it.
 */
final class Summed {
  private final Map<String, Part> byKey = new HashMap<>();
  private BigDecimal sum;

  /** What one row states. */
  record Part(BigDecimal number, Origin row) {}

  /**
   * The number of one row.
   *
   * @param key what it is the number of; null where every row counts
   */
  Summed(BigDecimal number, @Nullable String key, Origin row) {
    this.sum = number;
    if (key != null) {
      byKey.put(key, new Part(number, row));
    }
  }

  /** What this states for a key for which the other states a different number; empty where the two agree. */
  Optional<Part> contradicting(Summed other) {
    return byKey.entrySet().stream()
        .filter(one -> {
          Part theirs = other.byKey.get(one.getKey());
          return theirs != null && theirs.number().compareTo(one.getValue().number()) != 0;
        })
        .map(Map.Entry::getValue)
        .min(Comparator.comparing(Part::row));
  }

  /** Takes over what the other has and this does not. */
  void add(Summed other) {
    if (other.byKey.isEmpty()) {
      sum = sum.add(other.sum);
    }
    other.byKey.forEach((key, part) -> {
      if (byKey.putIfAbsent(key, part) == null) {
        sum = sum.add(part.number());
      }
    });
  }

  /** The sum as our own files write it. */
  String cell() {
    return cell(sum);
  }

  /** A number as our own files write it. */
  static String cell(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
