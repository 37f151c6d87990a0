package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Condition;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Support;
import se.siru.core.portfolio.WhyKept;
import se.siru.core.stability.Experimental;

/**
 * What an indicator needs of the pass over the records, and thereby what it costs.
 *
 * <p>Immutable and thread-safe.
 *
 * @param state what is kept of the records that it counts
 * @param records the types of records that it counts or asks about, those of its operands included; each with the reasons why its records
 *     are kept themselves. Without a reason, a record can be evaluated when it is read, and let go of. Nothing where a formula asks for the
 *     targets of a portfolio.
 */
@Experimental(since = "0.1.0")
public record PassNeeds(State state, Map<RecordType, Set<WhyKept>> records) {
  /** Copies the types and reasons. */
  public PassNeeds {
    Map<RecordType, Set<WhyKept>> copies = new LinkedHashMap<>();
    records.forEach((type, why) -> copies.put(type, Set.copyOf(why)));
    records = Collections.unmodifiableMap(copies);
  }

  /** What a state holds, by what it grows with. Constants may be added. */
  @Experimental(since = "0.1.0")
  public enum State {
    /** Counts, one for each combination of answers to conditions, time and codes that records have. */
    COUNTS,
    /** The same, and beside each a number: a sum, or the least, greatest, first or last value. */
    NUMBERS,
    /** Counts; where several rows are one thing (versions, branches), what {@link #ELEMENTS} are. */
    UNITS,
    /** Bits for each code or entity that was met. */
    ELEMENTS,
    /** An entry for each group. */
    GROUPS,
    /** A count for each different value. */
    VALUES,
    /** Tuples of the records' values, each different one once or with how many records it is of. */
    TUPLES,
    /** What code of an author keeps. */
    CODE,
    /** Nothing: a formula is computed from the cells of its operands. */
    OPERANDS;

    static State of(Indicator indicator) {
      if (!(indicator instanceof Measure measure)) {
        return OPERANDS;
      }
      Aggregate aggregate = measure.aggregate();
      if (measure.grouping().isPresent()) {
        return GROUPS;
      }
      if (aggregate instanceof Aggregate.Count) {
        return measure.over().isEntity() ? UNITS : COUNTS;
      }
      if (aggregate instanceof Aggregate.Completeness) {
        return COUNTS;
      }
      if (aggregate instanceof Aggregate.Distinct) {
        return ELEMENTS;
      }
      if (aggregate instanceof Aggregate.Quantile) {
        return VALUES;
      }
      if (aggregate instanceof Aggregate.Function) {
        return TUPLES;
      }
      return aggregate instanceof Aggregate.Custom ? CODE : NUMBERS;
    }
  }

  /** What an indicator of a catalogue needs of records of a schema. */
  public static PassNeeds of(Indicator indicator, Catalogue catalogue, Schema schema) {
    Map<RecordType, Set<WhyKept>> records = new LinkedHashMap<>();
    for (Indicator each : catalogue.withOperands(List.of(indicator))) {
      if (each instanceof Measure measure) {
        for (RecordType type : types(measure, schema)) {
          Set<WhyKept> why = records.computeIfAbsent(type, key -> EnumSet.noneOf(WhyKept.class));
          why.addAll(WhyKept.ofType(type));
          why.addAll(again(type, measure, catalogue));
        }
      }
    }
    return new PassNeeds(State.of(indicator), records);
  }

  /** True where every record it counts or asks about can be evaluated when it is read. */
  public boolean keepsNoRecords() {
    return records.values().stream().allMatch(Set::isEmpty);
  }

  /** The type counted, and behind it those asked about. */
  private static List<RecordType> types(Measure measure, Schema schema) {
    Set<String> asked = new TreeSet<>();
    Nested.conditions(measure).flatMap(Nested::in).flatMap(Nested::related).forEach(related -> asked.add(related.via().type()));
    List<RecordType> types = new ArrayList<>(List.of(schema.type(measure.over().name())));
    asked.stream().filter(name -> !name.equals(measure.over().name())).map(schema::type).forEach(types::add);
    return types;
  }

  /** Why a measure needs records of a type again when each was looked at once, alone. */
  static Set<WhyKept> again(RecordType type, Measure measure, Catalogue catalogue) {
    EnumSet<WhyKept> why = EnumSet.noneOf(WhyKept.class);
    if (measure.over().name().equals(type.name())) {
      if (Author.isOfOthers(measure, catalogue)) {
        why.add(WhyKept.CODE_OF_OTHERS);
      }
      if (asks(measure, condition -> !condition.outerDays().isEmpty())) { // they are looked up for each record then, batch by batch
        why.add(WhyKept.COMPARED_DAYS);
      }
      if (asks(measure, condition -> Nested.relates(condition, Support.TYPE))) {
        why.add(WhyKept.ASKS_FOR_SUPPORT);
      }
    }
    if (asks(measure, condition -> Nested.relates(condition, type))) {
      why.add(WhyKept.RELATED);
    }
    return why;
  }

  private static boolean asks(Measure measure, Predicate<Condition> kind) {
    return Nested.conditions(measure).flatMap(Nested::in).anyMatch(kind);
  }
}
