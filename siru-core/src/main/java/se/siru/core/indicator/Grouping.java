package se.siru.core.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Condition;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;
import se.siru.core.stability.Provided;
import se.siru.core.stability.Stable;
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
@Provided(since = "0.1.0")
public record Grouping(
    List<FieldPath> keys, @Nullable Value value, @Nullable Test having, @Nullable Band band, @Nullable Dating dating) {

  /** Copies the keys; refuses a value that is no number. */
  public Grouping {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a grouping needs a key");
    }
    if (value instanceof Inner inner) {
      inner.requireNumber();
    }
  }

  /** All values of groups that are asked about: for the value of a group, its band and what it must pass. */
  public List<Inner> inners() {
    List<Inner> all = new ArrayList<>();
    if (value != null) {
      all.addAll(value.inners());
    }
    if (band != null) {
      all.add(band.inner());
    }
    if (having != null) {
      collect(having, all);
    }
    return all;
  }

  private static void collect(Test test, List<Inner> all) {
    if (test instanceof Test.AtLeast least) {
      all.add(least.inner());
    } else if (test instanceof Test.All every) {
      every.tests().forEach(each -> collect(each, all));
    } else if (test instanceof Test.Any any) {
      any.tests().forEach(each -> collect(each, all));
    } else {
      collect(((Test.Not) test).test(), all);
    }
  }

  /** The value of one group, which {@link Aggregate.OverGroups} takes. */
  @Stable(since = "0.1.0")
  public sealed interface Value {
    /** What is folded of the group's records for it. */
    List<Inner> inners();
  }

  /**
   * Two values of one group put together, of numbers with as many decimals: posts after and before, persons named and persons counted.
   *
   * @param operation how
   * @param first the one
   * @param second the other
   */
  @Stable(since = "0.1.0")
  public record Combined(Operation operation, Inner first, Inner second) implements Value {
    /** Refuses values that are no numbers, or not in the same unit. */
    public Combined {
      if (!Inner.unit(first.aggregate()).equals(Inner.unit(second.aggregate()))) {
        throw new IllegalArgumentException("values of a group that are not in the same unit: " + first + ", " + second);
      }
    }

    @Override
    public List<Inner> inners() {
      return List.of(first, second);
    }
  }

  /** How two values of a group are put together. */
  @Stable(since = "0.1.0")
  public enum Operation {
    /** Their sum; where the group has one of them alone, that one. */
    PLUS("plus"),
    /** Their difference; the group has no value where it lacks one of them. */
    MINUS("minus");

    private final String code;

    Operation(String code) {
      this.code = code;
    }

    /** The word used in files. */
    public String code() {
      return code;
    }
  }

  /**
   * The value of one group: count, sum, distinct, least, greatest, first or last of the group's records that satisfy a condition.
   *
   * @param aggregate how the group's records become one value
   * @param where which of the group's records
   */
  @Stable(since = "0.1.0")
  public record Inner(Aggregate aggregate, Condition where) implements Value {
    /** Refuses aggregates that have no meaning inside a group, and days of a record outside. */
    public Inner {
      Objects.requireNonNull(where, "where");
      Measure.requireNoOuterDays(where);
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

    /** The latest value of a number in the group; of a code for a {@link Band} without steps. */
    public static Inner last(FieldPath path) {
      return new Inner(new Aggregate.Last(path), Condition.always());
    }

    /** The earliest value of a number in the group. */
    public static Inner first(FieldPath path) {
      return new Inner(new Aggregate.First(path), Condition.always());
    }

    @Override
    public List<Inner> inners() {
      return List.of(this);
    }

    /** This value and another; see {@link Operation#PLUS}. */
    public Value plus(Inner other) {
      return new Combined(Operation.PLUS, this, other);
    }

    /** This value less another; see {@link Operation#MINUS}. */
    public Value minus(Inner other) {
      return new Combined(Operation.MINUS, this, other);
    }

    /** What an aggregate is measured in: values in the same unit can be put together. */
    private static List<Object> unit(Aggregate aggregate) {
      FieldPath path = aggregate.field().orElse(null);
      if (path == null || aggregate instanceof Aggregate.Distinct) {
        return List.of(FieldKind.INTEGER, 0);
      }
      FieldKind kind = path.last().kind();
      if (!kind.isNumber()) {
        throw new IllegalArgumentException(path + " is no number");
      }
      return List.of(kind == FieldKind.MONEY ? kind : FieldKind.INTEGER, path.last().scale());
    }

    /** This value, where it is a number: what is counted, added up or compared must be one. Only a band may be made of a code. */
    Inner requireNumber() {
      unit(aggregate);
      return this;
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
  @Stable(since = "0.1.0")
  public sealed interface Test {
    /** The group's value is at least a number; a missing sum counts as 0. */
    @Stable(since = "0.1.0")
    record AtLeast(Inner inner, BigDecimal number) implements Test {
      /** Refuses a number that nobody could write out, and a value that is no number. */
      public AtLeast {
        inner.requireNumber();
        ExpressionParser.requireShort(number);
      }
    }

    /** All tests pass. */
    @Stable(since = "0.1.0")
    record All(List<Test> tests) implements Test {
      /** Copies the tests. */
      public All {
        tests = List.copyOf(tests);
      }
    }

    /** At least one test passes. */
    @Stable(since = "0.1.0")
    record Any(List<Test> tests) implements Test {
      /** Copies the tests. */
      public Any {
        tests = List.copyOf(tests);
      }
    }

    /** The test does not pass. */
    @Stable(since = "0.1.0")
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
  @Stable(since = "0.1.0")
  public record Band(String dimension, LocalizedText label, Inner inner, List<Step> steps) {
    /** A band whose dimension has no label. */
    public Band(String dimension, Inner inner, List<Step> steps) {
      this(dimension, LocalizedText.empty(), inner, steps);
    }

    /** Checks the components. */
    public Band {
      steps = List.copyOf(steps);
      boolean code = inner.aggregate() instanceof Aggregate.Last last && last.path().last().kind() == FieldKind.CODE;
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
    @Stable(since = "0.1.0")
    public record Step(String code, LocalizedText label, BigDecimal atLeast) {
      /** Refuses a number that nobody could write out. */
      public Step {
        ExpressionParser.requireShort(atLeast);
      }
    }
  }

  /** Which fact dates a group. */
  @Stable(since = "0.1.0")
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
