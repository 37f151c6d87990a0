package se.siru.core.indicator;

import java.util.function.Predicate;
import se.siru.core.model.Row;
import se.siru.core.stability.Experimental;

/**
 * Gives the code that definitions name and no file can hold; see {@link DefinitionReader#withCode}.
 *
 * <p>Implementations are thread-safe.
 */
@Experimental(since = "0.1.0")
public interface CodeSource {
  /**
   * The test of a condition that is written as code.
   *
   * @param description what the condition says about itself
   */
  Predicate<Row> condition(String description);

  /**
   * An author's accumulator.
   *
   * @param name the name that tells it apart
   */
  Accumulator<?> accumulator(String name);
}
