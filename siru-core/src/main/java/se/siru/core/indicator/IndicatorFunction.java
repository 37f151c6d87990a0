package se.siru.core.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;

/**
 * A function that needs all selected records at once, such as a network figure or a survival curve. It is registered under an id
 * and used by {@link Aggregate.Function}.
 *
 * <p>Stateless and thread-safe; the same selection and context give the same outcome.
 */
public interface IndicatorFunction {
  /** {@code namespace:name}. */
  String id();

  /** The value for one cell. */
  Outcome apply(Selection selection, Context context);

  /**
   * The selected records' values of the declared fields: different rows only, in ascending order, whatever the order of the
   * records was. Records that should count one by one therefore need a field that tells them apart.
   */
  interface Selection {
    /** A field that a record does not state; it sorts first. */
    long UNKNOWN = Long.MIN_VALUE;

    /** How many different rows there are. */
    int size();

    /**
     * The value of a field: the position of a code in its list, the number of a legal unit or entity, the days since 1970-01-01 of
     * a date (of an inclusive last day, the day after), a number in its smallest step, or {@link #UNKNOWN}. A field with many
     * values gives a row for each.
     */
    long value(int row, int field);

    /** The number of a field in its own unit; it must be a number and known. */
    BigDecimal number(int row, int field);

    /** The code of a field; it must be one and known. */
    String code(int row, int field);

    /**
     * Something made of this selection alone, such as a network, which functions over the same selection share: it is made when one
     * first asks for it. A selection that keeps nothing makes it each time.
     *
     * @param key with the type, what tells it from other things made of a selection; has {@code equals} and {@code hashCode}
     * @param make makes it; what it gives is not changed afterwards
     */
    default <T> T derived(Class<T> type, Object key, Function<Selection, T> make) {
      return make.apply(this);
    }
  }

  /** What a function may know beside the records. SIRU implements it; it may grow. */
  interface Context {
    /** The parameters of the definition, by name. */
    Map<String, String> parameters();

    /** The period of the cell. */
    TimePeriod period();

    /** The day on which the portfolio describes the world, where somebody said so. */
    Optional<LocalDate> recordedAt();
  }

  /**
   * What a function found.
   *
   * @param value the value
   * @param unknown how many things were left out because an attribute of theirs is unknown
   */
  record Outcome(Value value, long unknown) {}
}
