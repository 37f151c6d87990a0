package se.siru.core.indicator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * What a number is a number of, as far as it is known: a product of units with exponents, of which some are counts of things and others
 * amounts. A share has none.
 *
 * @param counts things that are counted, each with its exponent, such as persons 1, activities -1
 * @param amounts what is measured or paid
 * @param known false where an operand does not state its unit, so that nothing can be said
 * @param bare true for a number that is written in the formula, which fits any unit
 */
record Unit(Map<String, Integer> counts, Map<String, Integer> amounts, boolean known, boolean bare) {
  /** The currency of the portfolio. */
  static final String CURRENCY = "currency";

  /** A ratio that is shown times 100. */
  static final String PERCENT = "percent";

  /** A ratio or figure that has no unit. */
  static final String INDEX = "index";

  /** What nobody states. */
  static final Unit UNKNOWN = new Unit(Map.of(), Map.of(), false, false);

  /** A number in the formula. */
  static final Unit BARE = new Unit(Map.of(), Map.of(), true, true);

  /** A ratio of like to like. */
  static final Unit SHARE = new Unit(Map.of(), Map.of(), true, false);

  Unit {
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    amounts = Collections.unmodifiableMap(new TreeMap<>(amounts));
  }

  /** So many things of a kind. */
  static Unit count(String of) {
    return new Unit(Map.of(of, 1), Map.of(), true, false);
  }

  /** So much of something. */
  static Unit amount(String of) {
    return new Unit(Map.of(), Map.of(of, 1), true, false);
  }

  /** True where units are the same, however they came about. */
  boolean isLike(Unit other) {
    return counts.equals(other.counts) && amounts.equals(other.amounts);
  }

  /** True for so many things of one kind. */
  boolean isCount() {
    return known && amounts.isEmpty() && counts.size() == 1 && counts.containsValue(1);
  }

  /** True for a number of pairs of different things, or of more that belong together, such as each organisation with each tie. */
  boolean isOfPairs() {
    return known && amounts.isEmpty() && counts.size() > 1 && counts.values().stream().allMatch(exponent -> exponent > 0);
  }

  /** True where no amount is left in it: a ratio of numbers of things is a share of some kind, an amount by a number is none. */
  boolean isOfCounts() {
    return amounts.isEmpty();
  }

  /** The exponent of a unit; 0 where it is not in it. */
  int exponent(String unit) {
    return counts.getOrDefault(unit, 0) + amounts.getOrDefault(unit, 0);
  }

  /** True where all amounts but one cancel each other out. */
  boolean isOneOf(String unit) {
    return exponent(unit) == 1 && amounts.keySet().stream().allMatch(unit::equals);
  }

  Unit times(Unit other) {
    return combined(other, 1);
  }

  Unit by(Unit other) {
    return combined(other, -1);
  }

  private Unit combined(Unit other, int sign) {
    if (!known || !other.known) {
      return UNKNOWN;
    }
    return new Unit(added(counts, other.counts, sign), added(amounts, other.amounts, sign), true, bare && other.bare);
  }

  private static Map<String, Integer> added(Map<String, Integer> to, Map<String, Integer> more, int sign) {
    Map<String, Integer> sum = new TreeMap<>(to);
    more.forEach((unit, exponent) -> sum.merge(unit, sign * exponent, Integer::sum));
    sum.values().removeIf(exponent -> exponent == 0);
    return sum;
  }

  /** As people write it: {@code currency / persons}; 1 for a share. */
  @Override
  public String toString() {
    String above = product(exponent -> exponent > 0);
    String below = product(exponent -> exponent < 0);
    return (above.isEmpty() ? "1" : above) + (below.isEmpty() ? "" : " / " + below);
  }

  private String product(IntPredicate side) {
    List<String> factors = new ArrayList<>();
    for (Map<String, Integer> part : List.of(amounts, counts)) {
      part.forEach((unit, exponent) -> {
        if (side.test(exponent)) {
          factors.addAll(Collections.nCopies(Math.min(Math.abs(exponent), 3), unit));
        }
      });
    }
    return String.join(" · ", factors);
  }
}
