package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.model.Condition;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.Table;

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

  /** A condition, and what a record must state beside; where it does not state that, the answer is unknown. */
  static Filter of(Condition where, List<FieldPath> stated) {
    List<Term> terms = new ArrayList<>();
    split(where, terms);
    if (terms.size() > MOST_CONDITIONS) {
      terms.clear();
      terms.add(new Holds(where));
    }
    for (FieldPath path : stated) {
      terms.add(new Stated(path));
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
    Truth.Test bind(Table table, Batch batch, ConditionBinder conditions, PathReader paths);
  }

  /** A condition holds. */
  record Holds(Condition condition) implements Term {
    @Override
    public Truth.Test bind(Table table, Batch batch, ConditionBinder conditions, PathReader paths) {
      return conditions.bind(condition, table, batch);
    }
  }

  /** The record states a value. */
  record Stated(FieldPath path) implements Term {
    @Override
    public Truth.Test bind(Table table, Batch batch, ConditionBinder conditions, PathReader paths) {
      if (path.last().kind() == FieldKind.CODE || path.last().kind() == FieldKind.REFERENCE) {
        Column.Ints column = (Column.Ints) batch.column(path.first().name());
        return ElementTest.stated(column, paths.reader(batch, path), paths.domain(path.first()));
      }
      NumberReader reader = paths.numbers(batch, path);
      return row -> reader.read(row) == Column.Longs.MISSING ? Truth.UNKNOWN : Truth.TRUE;
    }
  }
}
