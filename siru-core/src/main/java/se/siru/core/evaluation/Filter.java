package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Condition;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.Table;
import se.siru.core.portfolio.Units;

/**
 * Which records an indicator counts, as terms that must all hold. Indicators share terms, so each is asked once of a record,
 * however many filters it is part of.
 */
record Filter(List<Term> terms) {
  /** Longer lists of conditions are one term, so that the terms of any filter fit into a scan. */
  private static final int MOST_CONDITIONS = 32;

  Filter {
    terms = List.copyOf(terms);
  }

  /**
   * A condition, and what a record must state beside; where it does not state that, the answer is unknown.
   *
   * @param covered what the registers must be complete for, or null
   */
  static Filter of(Condition where, List<FieldPath> stated, @Nullable Covered covered) {
    List<Term> terms = new ArrayList<>();
    split(where, terms);
    if (terms.size() > MOST_CONDITIONS) {
      terms.clear();
      terms.add(new Holds(where));
    }
    for (FieldPath path : stated) {
      terms.add(new Stated(path));
    }
    if (covered != null) {
      terms.add(covered);
    }
    return new Filter(terms.stream().distinct().toList());
  }

  private static void split(Condition condition, List<Term> terms) {
    if (condition instanceof Condition.AllOf) {
      ((Condition.AllOf) condition).conditions().forEach(each -> split(each, terms));
    } else {
      terms.add(new Holds(condition));
    }
  }

  /** One of the things that must hold. */
  sealed interface Term {
    /** What it answers for every value of the one field of codes or references that it looks at; empty where it looks at anything else. */
    Optional<ElementAnswers> answers(ConditionBinder conditions, PathReader paths);

    /** The test for the rows of a batch, where there are no answers of that kind. */
    Truth.Test bind(Table table, Batch batch, ConditionBinder conditions, PathReader paths);
  }

  /** A condition holds. */
  record Holds(Condition condition) implements Term {
    @Override
    public Optional<ElementAnswers> answers(ConditionBinder conditions, PathReader paths) {
      return conditions.answers(condition);
    }

    @Override
    public Truth.Test bind(Table table, Batch batch, ConditionBinder conditions, PathReader paths) {
      return conditions.bind(condition, table, batch);
    }

    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Holds holds && condition.equals(holds.condition);
    }

    @Override
    public int hashCode() {
      return condition.hashCode();
    }
  }

  /** The register of the unit that the record names is complete; of others nobody knows. */
  record Covered(Field<?> of, Set<Integer> units) implements Term {
    Covered {
      units = Set.copyOf(units);
    }

    @Override
    public Optional<ElementAnswers> answers(ConditionBinder conditions, PathReader paths) {
      Units stakeholders = paths.units(of);
      byte[] isCovered = new byte[paths.domain(of)];
      for (int row = 0; row < isCovered.length; row++) {
        isCovered[row] = units.contains(stakeholders.unit(row)) ? Truth.TRUE : Truth.UNKNOWN;
      }
      return Optional.of(ElementAnswers.of(of, isCovered, Truth.UNKNOWN));
    }

    @Override
    public Truth.Test bind(Table table, Batch batch, ConditionBinder conditions, PathReader paths) {
      throw new IllegalStateException("it has answers");
    }
  }

  /** The record states a value. */
  record Stated(FieldPath path) implements Term {
    @Override
    public Optional<ElementAnswers> answers(ConditionBinder conditions, PathReader paths) {
      return path.last().kind() == FieldKind.CODE || path.last().kind() == FieldKind.REFERENCE
          ? Optional.of(ElementAnswers.behind(paths.behind(path), encoded -> encoded == SetPool.UNKNOWN ? Truth.UNKNOWN : Truth.TRUE))
          : Optional.empty();
    }

    @Override
    public Truth.Test bind(Table table, Batch batch, ConditionBinder conditions, PathReader paths) {
      NumberReader reader = paths.numbers(batch, path);
      return row -> reader.read(row) == Column.Longs.MISSING ? Truth.UNKNOWN : Truth.TRUE;
    }

    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Stated stated && path.equals(stated.path);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }
  }

  @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
  public boolean equals(@Nullable Object object) {
    return object instanceof Filter filter && terms.equals(filter.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }
}
