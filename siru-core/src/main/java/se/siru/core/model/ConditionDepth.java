package se.siru.core.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps conditions from lying deeper in each other than any that a document can hold, so that whoever walks through one comes back.
 * It is asked whenever a condition is made of others, so that it never goes deeper itself.
 */
final class ConditionDepth {
  private static final int DEEPEST = 64;

  private ConditionDepth() {}

  /**
   * Refuses what is too deep.
   *
   * @throws IllegalArgumentException where a condition made of these would be more than 64 deep
   */
  static void check(List<Condition> parts) {
    if (of(parts.stream()) >= DEEPEST) {
      throw new IllegalArgumentException("conditions lie more than " + DEEPEST + " deep in each other");
    }
  }

  private static int of(Stream<Condition> parts) {
    return parts.mapToInt(part -> 1 + of(partsOf(part))).max().orElse(0);
  }

  private static Stream<Condition> partsOf(Condition condition) {
    if (condition instanceof Condition.AllOf all) {
      return all.conditions().stream();
    }
    if (condition instanceof Condition.AnyOf any) {
      return any.conditions().stream();
    }
    if (condition instanceof Condition.Not not) {
      return Stream.of(not.condition());
    }
    if (condition instanceof Condition.Related related) {
      return Stream.of(related.where());
    }
    return condition instanceof Condition.Several several ? Stream.of(several.related()) : Stream.empty();
  }
}
