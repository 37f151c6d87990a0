package se.siru.core.indicator;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;

/**
 * How records, or groups of records, become one value. Only whole numbers and exact decimals are added up; a value that no record
 * states is left out and counted, never taken for 0.
 */
public sealed interface Aggregate {

  /** How many records. */
  record Count() implements Aggregate {}

  /** The sum of a number; missing where records exist and none states it. */
  record Sum(FieldPath path) implements Aggregate {
    /** Refuses what is no number. */
    public Sum {
      requireNumber(path);
    }
  }

  /** The sum of a number over the records that state it, by how many they are; kept as a ratio. */
  record Mean(FieldPath path) implements Aggregate {
    /** Refuses what is no number. */
    public Mean {
      requireNumber(path);
    }
  }

  /** The least value of a number. */
  record Min(FieldPath path) implements Aggregate {
    /** Refuses what is no number. */
    public Min {
      requireNumber(path);
    }
  }

  /** The greatest value of a number. */
  record Max(FieldPath path) implements Aggregate {
    /** Refuses what is no number. */
    public Max {
      requireNumber(path);
    }
  }

  /**
   * How many different codes or referred entities; of stakeholders, legal units. A dimension that goes through the same reference
   * is read on the entity counted, not on the record.
   */
  record Distinct(FieldPath path) implements Aggregate {
    /** Refuses what cannot be told apart by code or id. */
    public Distinct {
      FieldKind kind = path.last().kind();
      if (kind != FieldKind.CODE && kind != FieldKind.REFERENCE) {
        throw new IllegalArgumentException("distinct counts codes and references, and " + path + " is neither");
      }
    }
  }

  /** The value of the latest record; among records of one day the greatest value, so that no order of rows matters. */
  record Last(FieldPath path) implements Aggregate {}

  /**
   * A registered function over the selected records' values of some fields.
   *
   * @param id {@code namespace:name}
   * @param parameters by name; kept sorted
   * @param fields codes or references whose values the function gets, as whole numbers
   */
  record Function(String id, Map<String, String> parameters, List<FieldPath> fields) implements Aggregate {
    /** Copies the components. */
    public Function {
      Objects.requireNonNull(id, "id");
      parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
      fields = List.copyOf(fields);
    }
  }

  /** What the values of groups give, after a grouping: see {@link Grouping#value}. */
  record OverGroups(Fold fold) implements Aggregate {
    /** How the values of groups become one. */
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
  record Custom(Accumulator<?> accumulator) implements Aggregate {}

  private static void requireNumber(FieldPath path) {
    FieldKind kind = path.last().kind();
    if (kind != FieldKind.INTEGER && kind != FieldKind.DECIMAL && kind != FieldKind.MONEY) {
      throw new IllegalArgumentException(path + " is no number");
    }
  }
}
