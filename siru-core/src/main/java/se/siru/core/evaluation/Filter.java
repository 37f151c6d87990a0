package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.model.Condition;
import se.siru.core.model.FieldKind;
import se.siru.core.model.Path;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.Table;

/**
 * Which records an indicator counts: a condition, and what a record must state beside. Where it does not state that, the answer is
 * unknown.
 */
record Filter(Condition where, List<Path> stated) {
  Filter {
    stated = List.copyOf(stated);
  }

  Truth.Test bind(Table table, Batch batch, ConditionBinder conditions, PathReader paths) {
    List<Truth.Test> tests = new ArrayList<>();
    tests.add(conditions.bind(where, table, batch));
    for (Path path : stated) {
      if (path.last().kind() == FieldKind.CODE || path.last().kind() == FieldKind.REFERENCE) {
        ElementReader reader = paths.reader(batch, path);
        tests.add(row -> reader.read(row) == SetPool.UNKNOWN ? Truth.UNKNOWN : Truth.TRUE);
      } else {
        PathReader.NumberReader reader = paths.numbers(batch, path);
        tests.add(row -> reader.read(row) == Column.Longs.MISSING ? Truth.UNKNOWN : Truth.TRUE);
      }
    }
    return Truth.all(tests);
  }
}
