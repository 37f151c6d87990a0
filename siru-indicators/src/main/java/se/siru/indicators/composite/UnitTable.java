package se.siru.indicators.composite;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import se.siru.core.stability.Experimental;

/**
 * Numbers of units (such as counties), a column a variable, and groups of the units. A number that nobody stated is missing, which
 * is never 0. Units are held in order of their ids, so that no order of input changes a last digit.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class UnitTable {
  private final List<String> units;
  private final Map<String, double[]> variables;
  private final Map<String, Map<String, String>> groups;

  UnitTable(List<String> units, Map<String, double[]> variables, Map<String, Map<String, String>> groups) {
    this.units = units;
    this.variables = variables;
    this.groups = groups;
  }

  /** Starts a table. */
  public static Builder builder() {
    return new Builder();
  }

  /** The ids of the units, sorted. */
  public List<String> units() {
    return units;
  }

  /** The names of the variables, in the order in which they came. */
  public Set<String> variables() {
    return Collections.unmodifiableSet(variables.keySet());
  }

  /**
   * A number; empty where it is missing.
   *
   * @throws IllegalArgumentException where there is no such unit or variable
   */
  public OptionalDouble value(String unit, String variable) {
    int at = Collections.binarySearch(units, unit);
    if (at < 0) {
      throw new IllegalArgumentException("no unit '" + unit + "'");
    }
    double value = column(variable)[at];
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The group of a unit by one way of grouping; empty where nobody said. */
  public Optional<String> group(String unit, String grouping) {
    return Optional.ofNullable(groups.getOrDefault(grouping, Map.of()).get(unit));
  }

  boolean has(String variable) {
    return variables.containsKey(variable);
  }

  /** The numbers of a variable by unit, NaN where missing; not to be changed. */
  double[] column(String variable) {
    double[] column = variables.get(variable);
    if (column == null) {
      throw new IllegalArgumentException("no variable '" + variable + "'");
    }
    return column;
  }

  /** This table with the given columns in place of those of the same name, or beside the others. */
  UnitTable with(Map<String, double[]> changed) {
    Map<String, double[]> all = new LinkedHashMap<>(variables);
    all.putAll(changed);
    return new UnitTable(units, all, groups);
  }

  /** This table with those units only for which {@code kept} is true. */
  UnitTable only(boolean[] kept) {
    int[] rows = IntStream.range(0, units.size()).filter(row -> kept[row]).toArray();
    Map<String, double[]> fewer = new LinkedHashMap<>();
    variables.forEach((name, column) -> fewer.put(name, Arrays.stream(rows).mapToDouble(row -> column[row]).toArray()));
    return new UnitTable(Arrays.stream(rows).mapToObj(units::get).toList(), fewer, groups);
  }

  /** Collects a table. Not thread-safe. */
  @Experimental(since = "0.1.0")
  public static final class Builder {
    private final TreeMap<String, Map<String, Double>> rows = new TreeMap<>();
    private final Set<String> variables = new LinkedHashSet<>();
    private final Map<String, Map<String, String>> groups = new TreeMap<>();

    private Builder() {}

    /** Names a unit, also one of which no number is known. */
    public Builder unit(String unit) {
      rows.computeIfAbsent(Objects.requireNonNull(unit, "unit"), id -> new TreeMap<>());
      return this;
    }

    /** Names a variable, also one of which no number is known. */
    public Builder variable(String variable) {
      variables.add(Objects.requireNonNull(variable, "variable"));
      return this;
    }

    /**
     * A number of a unit.
     *
     * @throws IllegalArgumentException where it is no finite number, or the unit has another for the variable
     */
    public Builder value(String unit, String variable, double value) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(variable + " of " + unit + " is " + value + "; leave out what is missing");
      }
      unit(unit).variable(variable);
      if (rows.get(unit).putIfAbsent(variable, value) != null) {
        throw new IllegalArgumentException(variable + " of " + unit + " is given twice");
      }
      return this;
    }

    /** The group of a unit by one way of grouping, for example {@code group("SWE", "continent", "Europe")}. */
    public Builder group(String unit, String grouping, String group) {
      unit(unit);
      groups.computeIfAbsent(grouping, g -> new TreeMap<>()).put(unit, Objects.requireNonNull(group, "group"));
      return this;
    }

    /** The table. */
    public UnitTable build() {
      Map<String, double[]> columns = new LinkedHashMap<>();
      for (String variable : variables) {
        columns.put(
            variable, rows.values().stream().mapToDouble(row -> row.getOrDefault(variable, Double.NaN)).toArray());
      }
      Map<String, Map<String, String>> copied = new TreeMap<>();
      groups.forEach((grouping, of) -> copied.put(grouping, Map.copyOf(of)));
      return new UnitTable(List.copyOf(rows.keySet()), columns, copied);
    }
  }
}
