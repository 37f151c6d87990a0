package se.siru.core.model;

import java.util.List;

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
    if (of(parts) >= DEEPEST) {
      throw new IllegalArgumentException("conditions lie more than " + DEEPEST + " deep in each other");
    }
  }

  private static int of(List<Condition> parts) {
    return parts.stream().mapToInt(part -> 1 + of(part.parts())).max().orElse(0);
  }
}
