package se.siru.core.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import se.siru.core.finding.Rule;
import se.siru.core.finding.Severity;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.stability.Implementable;
import se.siru.core.stability.Provided;
import se.siru.core.stability.Stable;

/**
 * A function that needs all selected records at once, such as a network figure or a survival curve. It is registered under an id
 * and used by {@link Aggregate.Function}.
 *
 * <p>Stateless and thread-safe; the same selection and context give the same outcome.
 */
@Implementable(since = "0.1.0")
public interface IndicatorFunction {
  /** {@code namespace:name}. */
  String id();

  /**
   * The value for one cell. Of no rows, a function is asked once for each period, where there may be cells without records: what it gives then
   * is the value of all of them. That it warns or leaves things out there is not told.
   */
  Outcome apply(Selection selection, Context context);

  /**
   * The selected records' values of the declared fields, in ascending order, whatever the order of the records was. As a rule
   * they are different rows only, which is what sets and ties need: records that are alike in all fields are one row. A definition
   * of a function that counts records or adds up what they state asks for {@linkplain Aggregate.Function#eachRecord a row for each
   * record}; then so many equal rows follow each other as there are such records.
   */
  @Provided(since = "0.1.0")
  interface Selection {
    /** A field that a record does not state; it sorts first. */
    long UNKNOWN = Long.MIN_VALUE;

    /** How many rows there are. */
    int size();

    /**
     * For functions that count records: refuses different rows only, so that such a cell fails with the reason and is not wrong.
     *
     * @throws IllegalArgumentException where the definition does not ask for a row for each record
     */
    default void requireEachRecord() {}

    /**
     * The value of a field: the position of a code in its list, the number of a legal unit or entity, the days since 1970-01-01 of
     * a date (of an inclusive last day, the day after), a number in its smallest step, or {@link #UNKNOWN}. A field with many
     * values gives a row for each, also where there is a row for each record.
     */
    long value(int row, int field);

    /** The number of a field in its own unit; it must be a number and known. */
    BigDecimal number(int row, int field);

    /** The code of a field; it must be one and known. */
    String code(int row, int field);

    /** True where the code of a field is the given one or below it in its list; it must be one and known. */
    default boolean isWithin(int row, int field, String code) {
      return code(row, field).equals(code);
    }

    /**
     * Within which node of the programme tree the things of a row are distinct, as a number: the node at the level that {@link
     * Measure#scope} names, above the record's own. 0 for the whole agency, and for records below no node of that level.
     */
    default long scope(int row) {
      return 0;
    }

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
  @Provided(since = "0.1.0")
  interface Context {
    /** The parameters of the definition, by name. */
    Map<String, String> parameters();

    /** The period of the cell. */
    TimePeriod period();

    /** The day on which the portfolio describes the world, where somebody said so. */
    Optional<LocalDate> recordedAt();

    /**
     * Does each of so many things once, in any order and perhaps on several threads of the evaluation; all are done when this returns.
     * No two may write to the same, and the outcome must not depend on their order. Code of third parties gets one thread.
     *
     * @param work is given each number from 0 up to {@code count}
     */
    default void each(int count, IntConsumer work) {
      for (int at = 0; at < count; at++) {
        work.accept(at);
      }
    }

    /**
     * The first day of which nothing is known: the end of the period or the day after {@link #recordedAt}, whichever is earlier; empty
     * where neither is known.
     */
    default Optional<LocalDate> unseenFrom() {
      return Stream.concat(Optional.ofNullable(period().until()).stream(), recordedAt().map(day -> day.plusDays(1)).stream())
          .min(LocalDate::compareTo);
    }
  }

  /**
   * What a function found.
   *
   * @param value the value; each number of it has at most 1,000 digits before the decimal point and 3,322 decimals, which is as far
   *     as is computed exactly, and a note at most 1,000 characters and no control character
   * @param unknown how many things were left out because an attribute of theirs is unknown, at least 0
   * @param cautions what a reader of the value must be warned of or told, as notes beside the results, at most 16; placeholders {@code
   *     {indicator}} and {@code {cell}} of a rule say where
   */
  @Stable(since = "0.1.0")
  record Outcome(Value value, long unknown, List<Rule> cautions) {
    /** Copies the cautions; a value that is shown is no error. */
    public Outcome {
      if (cautions.stream().anyMatch(Objects::isNull)) {
        throw new IllegalArgumentException("a caution is null");
      }
      cautions = List.copyOf(cautions);
      if (cautions.stream().anyMatch(rule -> rule.severity() == Severity.ERROR)) {
        throw new IllegalArgumentException("a caution is no error: " + cautions);
      }
    }

    /** Without a caution. */
    public Outcome(Value value, long unknown) {
      this(value, unknown, List.of());
    }
  }
}
