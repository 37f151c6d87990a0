package se.siru.core.indicator;

import java.util.Map;
import se.siru.core.model.Value;

/**
 * A function that needs all selected records at once, such as a network figure. It is registered under an id and used by
 * {@link Aggregate.Function}.
 *
 * <p>Stateless and thread-safe; the same selection gives the same outcome.
 */
public interface IndicatorFunction {
  /** {@code namespace:name}. */
  String id();

  /** The value for one cell. */
  Outcome apply(Selection selection, Map<String, String> parameters);

  /**
   * The selected records' values of the declared fields: different rows only, in ascending order, whatever the order of the
   * records was.
   */
  interface Selection {
    /** A field that a record does not state. */
    int UNKNOWN = -1;

    /** How many different rows there are. */
    int size();

    /**
     * The value of a field: the position of a code in its list, the number of a legal unit or entity, or {@link #UNKNOWN}. A
     * field with many values gives a row for each.
     */
    int value(int row, int field);
  }

  /**
   * What a function found.
   *
   * @param value the value
   * @param unknown how many things were left out because an attribute of theirs is unknown
   */
  record Outcome(Value value, long unknown) {}
}
