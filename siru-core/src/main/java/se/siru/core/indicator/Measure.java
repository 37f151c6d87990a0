package se.siru.core.indicator;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Condition;
import se.siru.core.model.Dimension;
import se.siru.core.model.Field;
import se.siru.core.model.FieldPath;
import se.siru.core.model.RecordType;
import se.siru.core.stability.Stable;
import se.siru.core.text.Translation;

/**
 * An indicator over the records of one type: which of them, when, in which groups, aggregated how, and distinct within which
 * scope.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class Measure extends Indicator {
  /** The rules under which a record belongs to one of several separate periods. */
  private static final Set<TimeRule.Kind> BY_DAY =
      EnumSet.of(TimeRule.Kind.EVENT, TimeRule.Kind.LAGGED, TimeRule.Kind.COHORT);

  private final RecordType over;
  private final Condition where;
  private final TimeRule when;
  private final @Nullable Grouping grouping;
  private final Aggregate aggregate;
  private final @Nullable String scope;
  private final @Nullable RequiredCoverage coverage;
  private final Map<String, Dimension> dimensions;
  private final Set<String> additive;
  private final Set<String> notAdditive;
  private final Set<String> wholeOver;

  private Measure(Builder from, RecordType over, Aggregate aggregate) {
    super(from);
    this.over = over;
    this.where = from.where;
    this.when = from.when;
    this.grouping =
        from.keys.isEmpty() ? null : new Grouping(from.keys, from.value, from.having, from.band, from.dating);
    this.aggregate = aggregate;
    this.scope = from.scope;
    this.coverage = from.coverage;
    this.dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(from.dimensions));
    this.additive = Collections.unmodifiableSet(new TreeSet<>(from.additive));
    this.notAdditive = Collections.unmodifiableSet(new TreeSet<>(from.notAdditive));
    this.wholeOver = Collections.unmodifiableSet(new TreeSet<>(from.wholeOver));
  }

  private Measure(Measure same, Translation translation) {
    super(same, translation);
    this.over = same.over;
    this.where = same.where;
    this.when = same.when;
    this.grouping = same.grouping;
    this.aggregate = same.aggregate;
    this.scope = same.scope;
    this.coverage = same.coverage;
    this.dimensions = same.dimensions;
    this.additive = same.additive;
    this.notAdditive = same.notAdditive;
    this.wholeOver = same.wholeOver;
  }

  @Override
  Measure translated(Translation translation) {
    return new Measure(this, translation);
  }

  @Override
  Range impliedRange() {
    return ImpliedRange.of(this);
  }

  /** The type of the records. */
  public RecordType over() {
    return over;
  }

  /** Which of them. */
  public Condition where() {
    return where;
  }

  /** Which of them belong to a period. */
  public TimeRule when() {
    return when;
  }

  /** How they are grouped before they are aggregated, if they are. */
  public Optional<Grouping> grouping() {
    return Optional.ofNullable(grouping);
  }

  /**
   * How they become one value. After a grouping, {@link Aggregate.Count} counts groups and {@link Aggregate.OverGroups} takes
   * their values; there is no other.
   */
  public Aggregate aggregate() {
    return aggregate;
  }

  /**
   * The level of the programme tree within which distinct counts and groups are distinct, as a code of the list
   * {@code programme-levels}; empty for the whole agency. An enterprise in two objectives counts twice at scope
   * {@code objective}. A registered function is told the node of each row and counts once within it.
   */
  public Optional<String> scope() {
    return Optional.ofNullable(scope);
  }

  /** The registers that must be complete, if it can be told only where some are. */
  public Optional<RequiredCoverage> requiredCoverage() {
    return Optional.ofNullable(coverage);
  }

  /** What dimension names mean on this measure where that differs from its record type. */
  public Map<String, Dimension> dimensions() {
    return dimensions;
  }

  /**
   * The axes ({@code time} or dimension names) along which, by the word of its author, what a function or accumulator gives adds up.
   * Where an evaluation has both the parts and the total, they are held to it.
   */
  public Set<String> additive() {
    return additive;
  }

  /** The axes ({@code time} or dimension names) that the author declared not to add up, beside those that never do. */
  public Set<String> notAdditive() {
    return notAdditive;
  }

  /**
   * The dimensions by which it is not broken down. In a formula that is, it gives the whole to each row: of all procurements, the
   * share with each clause.
   */
  public Set<String> wholeOver() {
    return wholeOver;
  }

  /**
   * Whether values may be added up along an axis: {@code time} or a dimension name. Counts and sums of events add up over
   * separate periods, and so does what code gives where its author declared it; distinct counts, means, states and cumulative values
   * never do. Over a dimension, only what each record
   * holds at most one code of adds up. Of groups, only what is read on a key does; a group whose records have several codes is in
   * each of them.
   */
  public boolean addsUpOver(String axis, @Nullable Dimension dimension) {
    boolean sums =
        aggregate instanceof Aggregate.Count
            || aggregate instanceof Aggregate.Sum
            || aggregate.equals(new Aggregate.OverGroups(Aggregate.OverGroups.Fold.SUM))
            || additive.contains(axis);
    if (!sums || notAdditive.contains(axis)) {
      return false;
    }
    if (coverage != null && dimension == null) {
      return false; // a register may be complete for a quarter and not for its year
    }
    if (dimension == null) {
      return axis.equals("time") && BY_DAY.contains(when.kind()) && (grouping == null || grouping.dating() != null);
    }
    List<Field<?>> path = dimension.path().fields();
    if (grouping != null) {
      return grouping.keys().stream()
          .map(FieldPath::fields)
          .anyMatch(key -> startsWith(path, key) && path.subList(key.size(), path.size()).stream().noneMatch(Field::many));
    }
    return path.stream().noneMatch(Field::many);
  }

  private static boolean startsWith(List<Field<?>> path, List<Field<?>> key) {
    return path.size() >= key.size() && path.subList(0, key.size()).equals(key);
  }

  /** Refuses a condition on a record that asks about days of one outside, where there is none. */
  static void requireNoOuterDays(Condition condition) {
    if (!condition.outerDays().isEmpty()) {
      throw new IllegalArgumentException("days of an outer record are asked about within whereAny alone");
    }
  }

  /** Puts a measure together; ends with one of the aggregates. Not thread-safe. */
  @Stable(since = "0.1.0")
  public static final class Builder extends Indicator.Builder<Builder> {
    private @Nullable RecordType over;
    private Condition where = Condition.always();
    private TimeRule when = TimeRule.event();
    private List<FieldPath> keys = List.of();
    private Grouping.@Nullable Value value;
    private Grouping.@Nullable Test having;
    private Grouping.@Nullable Band band;
    private Grouping.@Nullable Dating dating;
    private @Nullable Aggregate aggregate;
    private @Nullable String scope;
    private @Nullable RequiredCoverage coverage;
    private final Map<String, Dimension> dimensions = new LinkedHashMap<>();
    private final Set<String> additive = new TreeSet<>();
    private final Set<String> notAdditive = new TreeSet<>();
    private final Set<String> wholeOver = new TreeSet<>();

    Builder(String id) {
      super(id);
    }

    @Override
    Builder self() {
      return this;
    }

    /** The type of the records. */
    public Builder over(RecordType type) {
      this.over = type;
      return this;
    }

    /** Which of them; called again, both conditions must hold. */
    public Builder where(Condition condition) {
      requireNoOuterDays(condition);
      this.where = isAlways(where) ? condition : where.and(condition);
      return this;
    }

    private static boolean isAlways(Condition condition) {
      return condition instanceof Condition.AllOf && ((Condition.AllOf) condition).conditions().isEmpty();
    }

    /** Which of them belong to a period; by default, events in it. */
    public Builder when(TimeRule rule) {
      this.when = rule;
      return this;
    }

    /** Groups them by references or codes. */
    public Builder per(Field<?>... keyFields) {
      return per(Arrays.stream(keyFields).map(Field::path).toArray(FieldPath[]::new));
    }

    /** Groups them by references or codes, reached along paths. */
    public Builder per(FieldPath... keyPaths) {
      this.keys = List.of(keyPaths);
      return this;
    }

    /** The value of each group, for {@link #overGroups}. */
    public Builder of(Grouping.Value newValue) {
      this.value = newValue;
      return this;
    }

    /** What a group must pass. */
    public Builder having(Grouping.Test test) {
      this.having = test;
      return this;
    }

    /** Turns the value of a group into a code of a dimension. */
    public Builder band(Grouping.Band newBand) {
      this.band = newBand;
      return this;
    }

    /** Lets the time rule ask about groups, dated by one of their facts, and not about facts. */
    public Builder datedBy(Grouping.Dating newDating) {
      this.dating = newDating;
      return this;
    }

    /** The level of the programme tree within which things are distinct. */
    public Builder scope(String level) {
      this.scope = level;
      return this;
    }

    /** Tells it only where the register of the buyer that a record names is complete for the period. */
    public Builder requiresCoverage(Field<?> of) {
      return requiresCoverage(of, 0);
    }

    /** Tells it only where that register is complete for the period and for so many calendar months before it. */
    public Builder requiresCoverage(Field<?> of, int monthsBefore) {
      this.coverage = new RequiredCoverage(of, monthsBefore);
      return this;
    }

    /** What a dimension name means on this measure. */
    public Builder dimension(String name, Dimension meaning) {
      this.dimensions.put(name, meaning.named(name));
      return this;
    }

    /**
     * Declares that what a function or accumulator gives adds up along an axis: {@code time} or the name of a dimension. Of counts and
     * sums it is known, and of all else it is not so.
     */
    public Builder additiveOver(String axis) {
      this.additive.add(axis);
      return this;
    }

    /** Declares that values do not add up along an axis. */
    public Builder notAdditiveOver(String axis) {
      this.notAdditive.add(axis);
      return this;
    }

    /** Declares that it is not broken down by a dimension, and gives the whole to the rows of formulas that are. */
    public Builder wholeOver(String dimension) {
      this.wholeOver.add(dimension);
      return this;
    }

    /** Any aggregate. */
    public Builder aggregate(Aggregate newAggregate) {
      this.aggregate = newAggregate;
      return this;
    }

    /** How many records, or groups. */
    public Builder count() {
      return aggregate(new Aggregate.Count());
    }

    /** The sum of a number. */
    public Builder sum(Field<?> field) {
      return aggregate(new Aggregate.Sum(field.path()));
    }

    /** How many different codes or entities. */
    public Builder distinct(Field<?> field) {
      return aggregate(new Aggregate.Distinct(field.path()));
    }

    /** The sum of a number by how many records state it. */
    public Builder mean(Field<?> field) {
      return aggregate(new Aggregate.Mean(field.path()));
    }

    /** The middle value of a number: see {@link Aggregate.Quantile}. */
    public Builder median(Field<?> field) {
      return aggregate(Aggregate.Quantile.median(field.path()));
    }

    /** The sum, mean, least or greatest of the values of groups. */
    public Builder overGroups(Aggregate.OverGroups.Fold fold) {
      return aggregate(new Aggregate.OverGroups(fold));
    }

    /**
     * The finished measure.
     *
     * @throws IllegalStateException where record type or aggregate is not said, or parts do not fit together
     * @throws IllegalArgumentException where no value that it can have lies in the range declared
     */
    public Measure build() {
      if (over == null || aggregate == null) {
        throw new IllegalStateException("a measure needs a record type and an aggregate");
      }
      if (coverage != null && !coverage.of().type().equals(over.name())) {
        throw new IllegalStateException("coverage is required of a field of " + over + ", not of " + coverage.of());
      }
      boolean overGroups = aggregate instanceof Aggregate.OverGroups;
      if (keys.isEmpty() ? overGroups : !overGroups && !(aggregate instanceof Aggregate.Count)) {
        throw new IllegalStateException("after per, groups are counted or their values aggregated; without it, records are");
      }
      if (keys.isEmpty() && aggregate instanceof Aggregate.Last last && !last.path().last().kind().isNumber()) {
        throw new IllegalStateException(last.path() + " is no number; after per, a band can be made of the last code");
      }
      if (overGroups && value == null) {
        throw new IllegalStateException("an aggregate of the values of groups needs of");
      }
      if (keys.isEmpty() && (value != null || having != null || band != null || dating != null)) {
        throw new IllegalStateException("having, band and the value of a group need per");
      }
      if (!additive.isEmpty() && !(aggregate instanceof Aggregate.Function || aggregate instanceof Aggregate.Custom)) {
        throw new IllegalStateException("what adds up is declared of functions and accumulators only, and known of all else");
      }
      if (when.kind() == TimeRule.Kind.COHORT && !keys.isEmpty()) {
        if (dating == Grouping.Dating.LAST) {
          throw new IllegalStateException("a cohort is dated by the first fact of each group");
        }
        dating = Grouping.Dating.FIRST;
      }
      Measure measure = new Measure(this, over, aggregate);
      measure.range(); // refuses what holds nothing
      return measure;
    }
  }
}
