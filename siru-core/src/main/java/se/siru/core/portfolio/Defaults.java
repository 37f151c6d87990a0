package se.siru.core.portfolio;

import org.jspecify.annotations.Nullable;
import se.siru.core.model.Activity;
import se.siru.core.model.Assessment;
import se.siru.core.model.CostLine;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Participation;
import se.siru.core.model.RecordType;
import se.siru.core.model.ReportingPeriod;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;

/** Fills what a record may leave out because it follows from the rest. */
final class Defaults {
  private final Schema schema;
  private final EntityIndex programme;
  private final Star.Operations operations;

  Defaults(Schema schema, EntityIndex programme, Star.Operations operations) {
    this.schema = schema;
    this.programme = programme;
    this.operations = operations;
  }

  /** The only operation where a record names no node; how many name none. */
  int fillNodes(BatchBuilder batch, int @Nullable [] days) {
    int field = batch.position(FieldRole.NODE);
    if (field < 0 || operations.count() == 0 || batch.size() == 0) {
      return 0;
    }
    int[] nodes = batch.ints(field).values(batch.capacity());
    int size = batch.size();
    int always = operations.count() == 1 ? programme.rowOnAnyDay(operations.only()) : Column.Ints.MISSING;
    int without = 0;
    for (int row = 0; row < size; row++) {
      if (nodes[row] == Column.Ints.MISSING) {
        without++;
        nodes[row] = always;
      }
    }
    if (operations.count() == 1 && always < 0) {
      fillNodesByDay(nodes, size, days);
    }
    return without;
  }

  /** The version of the only operation that is valid on the day of a record which names no node. */
  private void fillNodesByDay(int[] nodes, int size, int @Nullable [] days) {
    for (int row = 0; row < size; row++) {
      if (nodes[row] == Column.Ints.MISSING) {
        nodes[row] = programme.row(operations.only(), days == null ? Column.Days.MISSING : days[row]);
      }
    }
  }

  void fillStakeholders(BatchBuilder batch) {
    fillCode(batch, Stakeholder.KIND, "organisation");
  }

  /** Date, status, role and heads of participations whose references are not resolved yet. */
  void fillParticipations(BatchBuilder batch, Star star) {
    fillCode(batch, Participation.STATUS, "attended");
    fillCode(batch, Participation.ROLE, "participant");
    fillDates(batch, star);
    fillHeads(batch, Participation.HEADS);
  }

  /** One head where a record states no number. */
  static void fillHeads(BatchBuilder batch, Field<Long> field) {
    if (batch.size() > 0) {
      long[] heads = batch.longs(batch.position(field)).values(batch.capacity());
      int size = batch.size();
      for (int row = 0; row < size; row++) {
        if (heads[row] == Column.Longs.MISSING) {
          heads[row] = 1;
        }
      }
    }
  }

  /** One answer where a record states an answer, or that the respondent does not know, and no number. */
  static void fillAnswers(BatchBuilder batch) {
    long[] values = batch.longs(batch.position(Assessment.VALUE)).values;
    int[] dontKnow = batch.ints(batch.position(Assessment.DONT_KNOW)).values;
    if (batch.size() == 0 || (values == null && dontKnow == null)) {
      return;
    }
    long[] answers = batch.longs(batch.position(Assessment.ANSWERS)).values(batch.capacity());
    for (int row = 0; row < batch.size(); row++) {
      boolean answered =
          (values != null && values[row] != Column.Longs.MISSING)
              || (dontKnow != null && dontKnow[row] != Column.Ints.MISSING);
      answers[row] = answered && answers[row] == Column.Longs.MISSING ? 1 : answers[row];
    }
  }

  private static void fillDates(BatchBuilder batch, Star star) {
    fillDates(batch, Participation.ACTIVITY, Participation.DATE, star, Activity.TYPE, Activity.START, 0);
  }

  /** The last day of the reporting period where a cost states no day of its own; of several versions, of the newest. */
  static void fillCostDates(BatchBuilder batch, Star star) {
    fillDates(batch, CostLine.PERIOD, CostLine.DATE, star, ReportingPeriod.TYPE, ReportingPeriod.END, -1);
  }

  private static void fillDates(
      BatchBuilder batch, Field<?> reference, Field<?> date, Star star, RecordType target, Field<?> day, int shift) {
    int[] named = batch.ints(batch.position(reference)).values;
    if (named == null) {
      return;
    }
    EntityIndex index = star.index(target.name());
    int[] days = ((Column.Days) star.entities(target.name()).column(day.name())).values();
    int[] dates = batch.daysOf(batch.position(date)).values(batch.capacity());
    int size = batch.size();
    for (int row = 0; row < size; row++) {
      if (dates[row] == Column.Days.MISSING && named[row] >= 0 && index.holds(named[row])) {
        int found = days[index.row(named[row], Column.Days.MISSING)];
        dates[row] = found == Column.Days.MISSING ? found : found + shift;
      }
    }
  }

  private void fillCode(BatchBuilder batch, Field<?> field, String code) {
    int position = schema.vocabulary().find(String.valueOf(field.codelist())).map(list -> list.position(code)).orElse(-1);
    if (position < 0 || batch.size() == 0) {
      return;
    }
    int[] values = batch.ints(batch.position(field)).values(batch.capacity());
    int size = batch.size();
    for (int row = 0; row < size; row++) {
      if (values[row] == Column.Ints.MISSING) {
        values[row] = position;
      }
    }
  }
}
