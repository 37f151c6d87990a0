package se.siru.core.indicator;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import se.siru.core.model.Row;
import se.siru.core.model.Value;
import se.siru.core.stability.Implementable;

/**
 * An author's own way from records to a value, for what the algebra does not hold. The description is stateless; all state lies in
 * the objects that {@link #create} makes.
 *
 * <p>Laws, which the engine relies on: merging is associative and commutative, a new state is its identity, any split and order of
 * the records gives the same value, {@link #finish} changes nothing, and {@code read(write(s))} is {@code s}. No clock, no
 * randomness, no {@code double} sums.
 *
 * <p>Each state is confined to one thread at a time; the description itself must be thread-safe.
 *
 * @param <S> the state
 */
@Implementable(since = "0.1.0")
public interface Accumulator<S> {
  /** A name that tells this accumulator apart, with its parameters: part of the indicator's identity. */
  String name();

  /** A new, empty state. */
  S create();

  /** Adds a batch of records to a state. The list and its rows are valid during the call only. */
  void add(S state, List<? extends Row> rows);

  /**
   * Both states as one; may change and give back the first. The second is needed for other cells: it is neither changed
   * nor kept, and where it is given back it is not changed by the next merge either.
   */
  S merge(S first, S second);

  /** The value of a state. That of a new one is the value of all cells without records. */
  Value finish(S state);

  /** Writes a state in a format of the author's own, with a version. */
  void write(S state, DataOutput out) throws IOException;

  /** Reads what {@link #write} wrote. */
  S read(DataInput in) throws IOException;
}
