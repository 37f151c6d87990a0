package se.siru.core.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Condition;
import se.siru.core.model.FieldPath;
import se.siru.core.text.LocalizedText;

/**
 * Records grouped by keys before the outer aggregate: each group gets a value, may have to pass a test, and may be banded into a
 * code.
 *
 * @param keys references or codes; a record without one of them belongs to no group and is counted as unknown
 * @param value the value of a group, which {@link Aggregate.OverGroups} takes; null where groups are only counted
 * @param having what a group must pass, or null
 * @param band the code that a group gets, as a dimension, or null
 * @param dating which of its facts dates a group where the time rule asks about groups; null where it asks about facts
 */
public record Grouping(
    List<FieldPath> keys, @Nullable Inner value, @Nullable Test having, @Nullable Band band, @Nullable Dating dating) {

  /** Copies the keys. */
  public Grouping {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a grouping needs a key");
    }
  }

  /**
   * The value of one group: count, sum, distinct, least, greatest or last of the group's records that satisfy a condition.
   *
   * @param aggregate how the group's records become one value
   * @param where which of the group's records
   */
  public record Inner(Aggregate aggregate, Condition where) {
    /** Refuses aggregates that have no meaning inside a group. */
    public Inner {
      Objects.requireNonNull(where, "where");
      if (aggregate instanceof Aggregate.Mean
          || aggregate instanceof Aggregate.Quantile
          || aggregate instanceof Aggregate.Completeness
          || aggregate instanceof Aggregate.Function
          || aggregate instanceof Aggregate.OverGroups
          || aggregate instanceof Aggregate.Custom) {
        throw new IllegalArgumentException(aggregate + " inside a group");
      }
    }

    /** How many records the group has. */
    public static Inner count() {
      return new Inner(new Aggregate.Count(), Condition.always());
    }

    /** The sum of a number over the group. */
    public static Inner sum(FieldPath path) {
      return new Inner(new Aggregate.Sum(path), Condition.always());
    }

    /** How many different codes or entities the group has. */
    public static Inner distinct(FieldPath path) {
      return new Inner(new Aggregate.Distinct(path), Condition.always());
    }

    /** The latest value of a code in the group. */
    public static Inner last(FieldPath path) {
      return new Inner(new Aggregate.Last(path), Condition.always());
    }

    /** The same over the group's records that satisfy a condition. */
    public Inner where(Condition condition) {
      return new Inner(aggregate, condition);
    }

    /** True where the value of a group is at least a number. */
    public Test atLeast(String number) {
      return new Test.AtLeast(this, new BigDecimal(number));
    }
  }

  /** What a group must pass. A test of "at least 0" passes every group, so that a threshold of 0 excludes nobody. */
  public sealed interface Test {
    /** The group's value is at least a number; a missing sum counts as 0. */
    record AtLeast(Inner inner, BigDecimal number) implements Test {}

    /** All tests pass. */
    record All(List<Test> tests) implements Test {
      /** Copies the tests. */
      public All {
        tests = List.copyOf(tests);
      }
    }

    /** At least one test passes. */
    record Any(List<Test> tests) implements Test {
      /** Copies the tests. */
      public Any {
        tests = List.copyOf(tests);
      }
    }

    /** The test does not pass. */
    record Not(Test test) implements Test {}
  }

  /**
   * Turns the value of a group into a code by which results may be broken down.
   *
   * @param dimension the name of the dimension
   * @param label what people read for the dimension; may be empty
   * @param inner the value
   * @param steps bands in ascending order of their least value, for numbers; empty where the value is a code itself
   */
  public record Band(String dimension, LocalizedText label, Inner inner, List<Step> steps) {
    /** A band whose dimension has no label. */
    public Band(String dimension, Inner inner, List<Step> steps) {
      this(dimension, LocalizedText.empty(), inner, steps);
    }

    /** Checks the components. */
    public Band {
      steps = List.copyOf(steps);
      boolean code = inner.aggregate() instanceof Aggregate.Last;
      if (code != steps.isEmpty()) {
        throw new IllegalArgumentException("bands need steps for numbers, and none for codes");
      }
      for (int i = 1; i < steps.size(); i++) {
        if (steps.get(i - 1).atLeast().compareTo(steps.get(i).atLeast()) >= 0) {
          throw new IllegalArgumentException("steps are not ascending");
        }
      }
    }

    /** The same with what people read for the dimension. */
    public Band labelled(LocalizedText newLabel) {
      return new Band(dimension, newLabel, inner, steps);
    }

    /** True where the other makes the same codes of the same values, whatever people read for them. */
    public boolean sorts(Band other) {
      return inner.equals(other.inner) && thresholds().equals(other.thresholds());
    }

    private List<String> thresholds() {
      return steps.stream().map(step -> step.code() + " " + step.atLeast().stripTrailingZeros().toPlainString()).toList();
    }

    /**
     * One band: values from its least up to the next band's.
     *
     * @param code the code of the band
     * @param label what people read
     * @param atLeast its least value, inclusive
     */
    public record Step(String code, LocalizedText label, BigDecimal atLeast) {}
  }

  /** Which fact dates a group. */
  public enum Dating {
    /** Its first fact. */
    FIRST("first"),
    /** Its last fact. */
    LAST("last");

    private final String code;

    Dating(String code) {
      this.code = code;
    }

    /** The word used in files. */
    public String code() {
      return code;
    }
  }
}
