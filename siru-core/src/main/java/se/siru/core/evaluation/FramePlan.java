package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Dimension;
import se.siru.core.model.Field;
import se.siru.core.portfolio.Portfolio;

/** What a scan keeps by one frame: counts of records, numbers, and which elements were met. */
final class FramePlan {
  private static final int BITS_OF_SCOPE = 12;

  private final Frame frame;
  private final Combos combos;
  private final Scope scope;
  private final int timeKeys;
  private final List<Frame.Number> numbers = new ArrayList<>();
  private final List<Met> met = new ArrayList<>();

  FramePlan(Frame frame, Portfolio portfolio, Calendar calendar) {
    this.frame = frame;
    this.timeKeys = calendar.timeKeys(frame.when().kind());
    int reserved = frame.scope() == null ? 0 : BITS_OF_SCOPE;
    this.combos = new Combos(frame.dimensions(), StateKey.bitsForCombos(timeKeys) - reserved);
    this.scope = Scope.of(portfolio, frame.scope(), 1 << BITS_OF_SCOPE);
  }

  /** Elements of one field of the record, or the records themselves, and the filters that ask for them. */
  static final class Met {
    private final @Nullable Field<?> field;
    private final Set<List<Dimension>> margins = new LinkedHashSet<>();
    private @Nullable MarginBits bits;
    private boolean isBound;
    private long filters;

    private Met(@Nullable Field<?> field) {
      this.field = field;
    }

    /** The field that holds the elements; null for the records themselves. */
    @Nullable Field<?> field() {
      return field;
    }

    /** One bit for every filter whose records are asked for. */
    long filters() {
      return filters;
    }

    /**
     * The bits that elements are kept by, worked out when the first batch is bound; null where they are kept by state.
     *
     * @param combos says how many combinations of codes there are, numbered from 0 on
     */
    @Nullable MarginBits bits(FramePlan frame, SetPool sets, Combos.Reader combos) {
      if (!isBound) {
        bits = frame.combos().isTrivial() ? null : MarginBits.of(frame, sets, List.copyOf(margins), combos.count(), combos.common());
        isBound = true;
      }
      return bits;
    }

    /** The bits that elements are kept by; null where they are kept by state. */
    @Nullable MarginBits bits() {
      return bits;
    }
  }

  /** The place of a number, given now where it is new. */
  int number(Frame.Number number) {
    if (!numbers.contains(number)) {
      numbers.add(number);
    }
    return numbers.indexOf(number);
  }

  /**
   * The place of the elements of a field, given now where it is new.
   *
   * @param margins the dimensions of records by which they are counted, one list a margin
   */
  int met(@Nullable Field<?> field, int filter, List<List<Dimension>> margins) {
    int place = 0;
    while (place < met.size() && met.get(place).field != field) {
      place++;
    }
    if (place == met.size()) {
      met.add(new Met(field));
    }
    met.get(place).filters |= 1L << filter;
    met.get(place).margins.addAll(margins);
    return place;
  }

  Frame frame() {
    return frame;
  }

  Combos combos() {
    return combos;
  }

  Scope scope() {
    return scope;
  }

  int timeKeys() {
    return timeKeys;
  }

  List<Frame.Number> numbers() {
    return numbers;
  }

  List<Met> met() {
    return met;
  }

  /** The key of a state. */
  long key(long combo, int inScope, int timeKey, int atom) {
    return StateKey.of(combo * scope.count() + inScope, timeKey, timeKeys, atom);
  }
}
