package se.siru.core.evaluation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import se.siru.core.model.Condition;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Table;

/**
 * Binds the question whether some record is about the one at hand: a join of ids within a type of records. Used while a plan is made, by
 * one thread.
 */
final class SubjectBinder {
  private final Portfolio portfolio;
  private final Map<Asked, Set<String>> known = new HashMap<>();

  SubjectBinder(Portfolio portfolio) {
    this.portfolio = portfolio;
  }

  private record Asked(Condition.Related related, String type) {}

  /** The answer for a record of a batch; one without an id has no record about it. */
  Truth.Test bind(Condition.Related related, ConditionBinder conditions, RecordType type, Batch batch) {
    Field<?> id =
        type.field(FieldRole.ID)
            .orElseThrow(() -> new IllegalArgumentException("records of " + type + " have no ids that others could name"));
    Set<String> ids = known.computeIfAbsent(new Asked(related, type.name()), asked -> ids(asked, conditions));
    Column.Texts own = (Column.Texts) batch.column(id.name());
    return row -> {
      String text = own.get(row);
      return Truth.of(text != null && ids.contains(text));
    };
  }

  /** The ids of records of a type that some record satisfying the condition is about. */
  private Set<String> ids(Asked asked, ConditionBinder conditions) {
    Table table = portfolio.table(asked.related().via().type());
    Field<?> subjectType = table.type().field(FieldRole.SUBJECT_TYPE).orElseThrow();
    Set<String> ids = new HashSet<>();
    for (Batch batch : table.batches()) {
      Truth.Test test = conditions.bind(asked.related().where(), table, batch);
      for (int row = 0; row < batch.size(); row++) {
        Row about = table.row(batch, row);
        if (test.of(row) == Truth.TRUE && asked.type().equals(about.get(subjectType))) {
          ids.add(String.valueOf(about.get(asked.related().via())));
        }
      }
    }
    return ids;
  }
}
