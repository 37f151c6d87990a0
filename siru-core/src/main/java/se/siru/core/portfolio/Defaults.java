package se.siru.core.portfolio;

import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Activity;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.vocabulary.Codelist;

/** Fills what a record may leave out because it follows from the rest. */
final class Defaults {
  private final Schema schema;
  private final Report report;
  private final Map<String, EntityTables.Entities> entities;
  private int operations;
  private int onlyOperation = Column.Ints.MISSING;

  Defaults(Schema schema, Report report, Map<String, EntityTables.Entities> entities) {
    this.schema = schema;
    this.report = report;
    this.entities = entities;
    findOperations();
  }

  private void findOperations() {
    EntityTables.Entities programme = entities.get(ProgrammeNode.TYPE.name());
    if (programme == null) {
      return;
    }
    int[] levels = programme.batch.ints(programme.batch.position(ProgrammeNode.LEVEL)).values;
    if (levels == null) {
      return;
    }
    Codelist list = schema.codelist(ProgrammeNode.LEVEL);
    int operation = list.position("operation");
    TreeSet<String> ids = new TreeSet<>();
    for (int row = 0; row < programme.batch.size(); row++) {
      String id = programme.batch.id(row);
      if (id != null && levels[row] >= 0 && list.isWithin(levels[row], operation)) {
        ids.add(id);
      }
    }
    operations = ids.size();
    if (operations == 1) {
      onlyOperation = programme.index.ids().find(ids.first());
    }
  }

  /** The only operation where a record names no node; a note where there are several. */
  void fillNodes(BatchBuilder batch, int @Nullable [] days) {
    int field = batch.position(FieldRole.NODE);
    EntityTables.Entities programme = entities.get(ProgrammeNode.TYPE.name());
    if (field < 0 || programme == null || operations == 0 || batch.size() == 0) {
      return;
    }
    int[] nodes = batch.ints(field).values(batch.capacity());
    int without = 0;
    for (int row = 0; row < batch.size(); row++) {
      if (nodes[row] == Column.Ints.MISSING) {
        without++;
        if (operations == 1) {
          nodes[row] = programme.index.row(onlyOperation, days == null ? Column.Days.MISSING : days[row]);
        }
      }
    }
    if (operations > 1 && without > 0 && !batch.type.isEntity()) {
      report.add(
          PortfolioRules.NODE_NOT_STATED,
          se.siru.core.finding.Origin.of(batch.provenance().source()),
          "count", Integer.toString(without), "operations", Integer.toString(operations));
    }
  }

  void fillStakeholders(BatchBuilder batch) {
    fillCode(batch, Stakeholder.KIND, "organisation");
  }

  /** Date, status, role and heads of participations whose references are not resolved yet. */
  void fillParticipations(BatchBuilder batch) {
    fillCode(batch, Participation.STATUS, "attended");
    fillCode(batch, Participation.ROLE, "participant");
    fillDates(batch);
    if (batch.size() > 0) {
      long[] heads = batch.longs(batch.position(Participation.HEADS)).values(batch.capacity());
      for (int row = 0; row < batch.size(); row++) {
        heads[row] = heads[row] == Column.Longs.MISSING ? 1 : heads[row];
      }
    }
  }

  private void fillDates(BatchBuilder batch) {
    EntityTables.Entities activities = entities.get(Activity.TYPE.name());
    int[] activity = batch.ints(batch.position(Participation.ACTIVITY)).values;
    int[] starts = activities == null ? null : activities.batch.days(FieldRole.START);
    if (activities == null || activity == null || starts == null) {
      return;
    }
    int[] dates = batch.days(batch.position(Participation.DATE)).values(batch.capacity());
    for (int row = 0; row < batch.size(); row++) {
      if (dates[row] == Column.Days.MISSING && activity[row] >= 0 && activities.index.holds(activity[row])) {
        dates[row] = starts[activities.index.row(activity[row], Column.Days.MISSING)];
      }
    }
  }

  private void fillCode(BatchBuilder batch, Field<?> field, String code) {
    int position = schema.vocabulary().find(String.valueOf(field.codelist())).map(list -> list.position(code)).orElse(-1);
    if (position < 0 || batch.size() == 0) {
      return;
    }
    int[] values = batch.ints(batch.position(field)).values(batch.capacity());
    for (int row = 0; row < batch.size(); row++) {
      values[row] = values[row] == Column.Ints.MISSING ? position : values[row];
    }
  }
}
