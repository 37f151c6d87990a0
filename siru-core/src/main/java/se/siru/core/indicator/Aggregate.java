package se.siru.core.indicator;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;
import se.siru.core.stability.Stable;

/**
 * How records, or groups of records, become one value. Only whole numbers and exact decimals are added up; a value that no record
 * states is left out and counted, never taken for 0.
 */
@Stable(since = "0.1.0")
public sealed interface Aggregate {

  /** The field whose values it is about; none of counts, functions, values of groups and code. */
  default Optional<FieldPath> field() {
    return Optional.empty();
  }

  /** How many records. */
  @Stable(since = "0.1.0")
  record Count() implements Aggregate {}

  /** The sum of a number; missing where records exist and none states it. */
  @Stable(since = "0.1.0")
  record Sum(FieldPath path) implements Aggregate {
    /** Refuses what is no number. */
    public Sum {
      requireNumber(path);
    }

    @Override
    public Optional<FieldPath> field() {
      return Optional.of(path);
    }

    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Sum sum && path.equals(sum.path);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }
  }

  /** The sum of a number over the records that state it, by how many they are; kept as a ratio. */
  @Stable(since = "0.1.0")
  record Mean(FieldPath path) implements Aggregate {
    /** Refuses what is no number. */
    public Mean {
      requireNumber(path);
    }

    @Override
    public Optional<FieldPath> field() {
      return Optional.of(path);
    }

    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Mean mean && path.equals(mean.path);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }
  }

  /** The least value of a number. */
  @Stable(since = "0.1.0")
  record Min(FieldPath path) implements Aggregate {
    /** Refuses what is no number. */
    public Min {
      requireNumber(path);
    }

    @Override
    public Optional<FieldPath> field() {
      return Optional.of(path);
    }
  }

  /** The greatest value of a number. */
  @Stable(since = "0.1.0")
  record Max(FieldPath path) implements Aggregate {
    /** Refuses what is no number. */
    public Max {
      requireNumber(path);
    }

    @Override
    public Optional<FieldPath> field() {
      return Optional.of(path);
    }
  }

  /**
   * The value below which a share of the records lies, of those that state the number: with n values in ascending order x(0) to
   * x(n−1) and h = share × (n−1), it is x(⌊h⌋) + (h − ⌊h⌋) × (x(⌊h⌋+1) − x(⌊h⌋)), exactly (definition 7 of Hyndman and Fan 1996,
   * that of spreadsheets). Share 0 is the least value, 1 the greatest, 0.5 the median.
   *
   * @param path the number
   * @param share from 0 to 1, at most six decimals
   */
  @Stable(since = "0.1.0")
  record Quantile(FieldPath path, BigDecimal share) implements Aggregate {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int MOST_DECIMALS = 6;

    /** Refuses what is no number and a share that is none; equal shares are equal however they are written. */
    public Quantile {
      requireNumber(path);
      share = share.signum() == 0 ? BigDecimal.ZERO : share.stripTrailingZeros();
      if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0 || share.scale() > MOST_DECIMALS) {
        throw new IllegalArgumentException("a share lies from 0 to 1 and has at most " + MOST_DECIMALS + " decimals, not " + share);
      }
    }

    @Override
    public Optional<FieldPath> field() {
      return Optional.of(path);
    }

    /** The median of a number. */
    public static Quantile median(FieldPath path) {
      return new Quantile(path, HALF);
    }

    /** True for the median. */
    public boolean isMedian() {
      return share.equals(HALF);
    }
  }

  /**
   * How many different codes or referred entities; of stakeholders, legal units. A dimension that goes through the same reference
   * is read on the entity counted, not on the record.
   */
  @Stable(since = "0.1.0")
  record Distinct(FieldPath path) implements Aggregate {
    /** Refuses what cannot be told apart by code or id. */
    public Distinct {
      FieldKind kind = path.last().kind();
      if (kind != FieldKind.CODE && kind != FieldKind.REFERENCE) {
        throw new IllegalArgumentException("distinct counts codes and references, and " + path + " is neither");
      }
    }

    @Override
    public Optional<FieldPath> field() {
      return Optional.of(path);
    }
  }

  /** The value of the earliest record; among records of one day the least value, so that no order of rows matters. */
  @Stable(since = "0.1.0")
  record First(FieldPath path) implements Aggregate {
    /** Refuses what is no number. */
    public First {
      requireNumber(path);
    }

    @Override
    public Optional<FieldPath> field() {
      return Optional.of(path);
    }
  }

  /**
   * The value of the latest record; among records of one day the greatest value, so that no order of rows matters.
   *
   * @param path a number; for a {@link Grouping.Band} without steps, a code
   */
  @Stable(since = "0.1.0")
  record Last(FieldPath path) implements Aggregate {
    /** Refuses what is neither number nor code. */
    public Last {
      if (path.last().kind() != FieldKind.CODE) {
        requireNumber(path);
      }
    }

    @Override
    public Optional<FieldPath> field() {
      return Optional.of(path);
    }
  }

  /**
   * How complete records are: how many of some fields they state, by how many there are to state. A record that states three of four
   * fields counts 3 of 4; kept as a ratio.
   *
   * @param paths from 1 to 32 fields, each once
   */
  @Stable(since = "0.1.0")
  record Completeness(List<FieldPath> paths) implements Aggregate {
    private static final int MOST = 32;

    /** Refuses no fields, too many, and one twice. */
    public Completeness {
      paths = List.copyOf(paths);
      if (paths.isEmpty() || paths.size() > MOST || paths.stream().distinct().count() < paths.size()) {
        throw new IllegalArgumentException("completeness is of 1 to " + MOST + " different fields, not " + paths);
      }
    }

    /** Completeness of fields of the record itself. */
    public static Completeness of(Field<?>... fields) {
      return new Completeness(Arrays.stream(fields).map(Field::path).toList());
    }
  }

  /**
   * A registered function over the selected records' values of some fields.
   *
   * @param id {@code namespace:name}
   * @param parameters by name; kept sorted
   * @param fields what the function gets of each record. A path that goes on from an earlier field is read on what that field names;
   *     a day or number must stand on the record or go on from an earlier reference by one step.
   * @param eachRecord whether records that are alike in the fields give a row each: needed where the function counts records or
   *     adds up what they state. Otherwise the function gets different rows only, which is what ties and other sets need.
   */
  @Stable(since = "0.1.0")
  record Function(String id, Map<String, String> parameters, List<FieldPath> fields, boolean eachRecord) implements Aggregate {
    /** A function over different rows. */
    public Function(String id, Map<String, String> parameters, List<FieldPath> fields) {
      this(id, parameters, fields, false);
    }

    /** Copies the components. */
    public Function {
      Objects.requireNonNull(id, "id");
      parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
      fields = List.copyOf(fields);
      for (int i = 0; i < fields.size(); i++) {
        problem(fields.subList(0, i), fields.get(i)).ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
      }
    }

    /** The same over a row for each record. */
    public Function overEachRecord() {
      return new Function(id, parameters, fields, true);
    }

    /** Why a function cannot get a field after others; empty where it can. */
    static Optional<String> problem(List<FieldPath> before, FieldPath path) {
      FieldKind kind = path.last().kind();
      if (kind == FieldKind.TEXT) {
        return Optional.of("a function gets no texts, and " + path + " is one");
      }
      List<Field<?>> over = path.fields().subList(0, path.fields().size() - 1);
      boolean isElement = kind == FieldKind.CODE || kind == FieldKind.REFERENCE;
      return isElement || over.isEmpty() || before.stream().anyMatch(each -> each.fields().equals(over))
          ? Optional.empty()
          : Optional.of(path + " needs the reference that it goes over among the fields before it");
    }
  }

  /** What the values of groups give, after a grouping: see {@link Grouping#value}. */
  @Stable(since = "0.1.0")
  record OverGroups(Fold fold) implements Aggregate {
    /** How the values of groups become one. */
    @Stable(since = "0.1.0")
    public enum Fold {
      /** Their sum. */
      SUM("sum"),
      /** Their sum by how many groups have a value; kept as a ratio. */
      MEAN("mean"),
      /** The least. */
      MIN("min"),
      /** The greatest. */
      MAX("max");

      private final String code;

      Fold(String code) {
        this.code = code;
      }

      /** The word used in files. */
      public String code() {
        return code;
      }
    }
  }

  /** An author's own accumulator. */
  @Stable(since = "0.1.0")
  record Custom(Accumulator<?> accumulator) implements Aggregate {}

  private static void requireNumber(FieldPath path) {
    if (!path.last().kind().isNumber()) {
      throw new IllegalArgumentException(path + " is no number");
    }
  }
}
