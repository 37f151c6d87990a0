package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Schema;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** Checks within a record that need its other fields, and checks of chains of records. */
final class PortfolioChecks {
  static final int LAST_DAY = Math.toIntExact(LocalDate.of(2100, 12, 31).toEpochDay());
  private static final int FIRST_DAY_OF_FACTS = Math.toIntExact(LocalDate.of(1990, 1, 1).toEpochDay());
  static final int FIRST_DAY_OF_ENTITIES = Math.toIntExact(LocalDate.of(1600, 1, 1).toEpochDay());

  private final Schema schema;
  private final RecordReport report;

  PortfolioChecks(Schema schema, RecordReport report) {
    this.schema = schema;
    this.report = report;
  }

  /** The checks of single records; {@code days} are their days, null where none has any. */
  void check(BatchBuilder batch, int @Nullable [] days) {
    for (int i = 0; i < batch.fields.size(); i++) {
      if (batch.fields.get(i).kind() == FieldKind.DATE) {
        checkBounds(batch, i);
      } else if (batch.fields.get(i).kind() == FieldKind.CODE && days != null) {
        checkValidity(batch, i, days);
      }
    }
    checkPeriods(batch);
    if (batch.type.name().equals(Participation.TYPE.name())) {
      checkHeads(batch);
      checkRepresents(batch);
    }
  }

  private void checkBounds(BatchBuilder batch, int index) {
    int[] days = batch.daysOf(index).values;
    if (days == null) {
      return;
    }
    Field<?> field = batch.fields.get(index);
    int shift = field.role() == FieldRole.END ? 1 : 0;
    int least = batch.type.isEntity() ? FIRST_DAY_OF_ENTITIES : FIRST_DAY_OF_FACTS;
    int size = batch.size();
    int first = least + shift;
    int last = LAST_DAY + shift;
    for (int row = 0; row < size; row++) {
      int day = days[row];
      if ((day < first || day > last) && day != Column.Days.MISSING) {
        report.add(
            PortfolioRules.DATE_OUT_OF_RANGE,
            batch,
            row,
            field.name(),
            () -> new String[] {
              "value", Dates.text(day - shift), "least", Dates.text(least), "most", Dates.text(LAST_DAY)
            });
      }
    }
  }

  private void checkPeriods(BatchBuilder batch) {
    int[] starts = batch.days(FieldRole.START);
    int[] ends = batch.days(FieldRole.END);
    if (starts == null || ends == null) {
      return;
    }
    for (int row = 0; row < batch.size(); row++) {
      int start = starts[row];
      int end = ends[row];
      if (start != Column.Days.MISSING && end != Column.Days.MISSING && end <= start) {
        report.add(
            PortfolioRules.REVERSED_PERIOD,
            batch,
            row,
            "end",
            () -> new String[] {"start", Dates.text(start), "end", Dates.text(end - 1)});
      }
    }
  }

  private void checkHeads(BatchBuilder batch) {
    long[] heads = batch.longs(batch.position(Participation.HEADS)).values;
    long[] women = batch.longs(batch.position(Participation.WOMEN)).values;
    long[] men = batch.longs(batch.position(Participation.MEN)).values;
    if (heads == null) {
      return;
    }
    checkNamed(batch, heads);
    if (women == null && men == null) {
      return;
    }
    int size = batch.size();
    for (int row = 0; row < size; row++) {
      long known = stated(women, row) + stated(men, row);
      long all = heads[row];
      if (known > all) {
        report.add(
            PortfolioRules.HEADS,
            batch,
            row,
            "heads",
            () -> new String[] {"value", Long.toString(known), "field", "heads", "whole", Long.toString(all)});
      }
    }
  }

  private void checkNamed(BatchBuilder batch, long[] heads) {
    int[] persons = batch.ints(batch.position(Participation.PERSON)).values;
    for (int row = 0; persons != null && row < batch.size(); row++) {
      long all = heads[row];
      if (all > 1 && persons[row] != Column.Ints.MISSING) {
        report.add(PortfolioRules.PERSON_WITH_HEADS, batch, row, "heads", () -> new String[] {"heads", Long.toString(all)});
      }
    }
  }

  /** Whoever represents nobody names no organisation. */
  private void checkRepresents(BatchBuilder batch) {
    int[] represents = batch.ints(batch.position(Participation.REPRESENTS)).values;
    int[] organisations = batch.ints(batch.position(Participation.ORGANISATIONS)).values;
    if (represents == null || organisations == null) {
      return;
    }
    int nobody = schema.codelist(Participation.REPRESENTS).position("nobody");
    for (int row = 0; row < batch.size(); row++) {
      if (represents[row] == nobody && organisations[row] != Column.Ints.MISSING) {
        report.add(PortfolioRules.REPRESENTS_NOBODY, batch, row, Participation.REPRESENTS.name(), () -> new String[] {});
      }
    }
  }

  private static long stated(long @Nullable [] values, int row) {
    return values == null || values[row] == Column.Longs.MISSING ? 0 : values[row];
  }

  private void checkValidity(BatchBuilder batch, int index, int[] days) {
    GrowingInts column = batch.ints(index);
    int[] values = column.values;
    if (values == null) {
      return;
    }
    Field<?> field = batch.fields.get(index);
    Codelist list = schema.codelist(field);
    if (list.codes().stream().allMatch(code -> code.from() == null && code.until() == null)) {
      return;
    }
    for (int row = 0; row < batch.size(); row++) {
      int value = values[row];
      if (days[row] == Column.Days.MISSING || value == Column.Ints.MISSING) {
        continue;
      }
      int count = value >= 0 ? 1 : column.sets.size(-2 - value);
      for (int i = 0; i < count; i++) {
        checkCode(batch, row, list, value >= 0 ? value : column.sets.element(-2 - value, i), days[row], field);
      }
    }
  }

  private void checkCode(BatchBuilder batch, int row, Codelist list, int position, int day, Field<?> field) {
    Code code = list.at(position);
    if ((code.from() != null && day < code.from().toEpochDay())
        || (code.until() != null && day >= code.until().toEpochDay())) {
      report.add(
          PortfolioRules.CODE_NOT_VALID,
          batch,
          row,
          field.name(),
          () -> new String[] {"value", code.code(), "codelist", list.id(), "date", Dates.text(day)});
    }
  }

  /** Reports records that a chain of references to their own type leads back to; references must be resolved. */
  void checkChains(BatchBuilder batch) {
    for (int i = 0; i < batch.fields.size(); i++) {
      Field<?> field = batch.fields.get(i);
      if (batch.type.name().equals(field.target()) && !field.many() && batch.ints(i).values != null) {
        checkChain(batch, field, batch.ints(i).values(batch.capacity()));
      }
    }
  }

  private void checkChain(BatchBuilder batch, Field<?> field, int[] next) {
    int[] seenFrom = new int[batch.size()];
    for (int start = 0; start < batch.size(); start++) {
      int at = start;
      while (at >= 0 && seenFrom[at] == 0) {
        seenFrom[at] = start + 1;
        at = next[at];
      }
      if (at >= 0 && seenFrom[at] == start + 1) {
        int entry = at;
        report.add(
            PortfolioRules.CYCLE,
            batch,
            entry,
            field.name(),
            () -> new String[] {"field", field.name(), "chain", chain(batch, next, entry)});
      }
    }
  }

  private static String chain(BatchBuilder batch, int[] next, int entry) {
    List<String> ids = new ArrayList<>();
    int at = entry;
    do {
      ids.add(String.valueOf(batch.id(at)));
      at = next[at];
    } while (at != entry);
    ids.add(String.valueOf(batch.id(entry)));
    return String.join(" → ", ids);
  }

  /** Reports programme nodes below a node of the same or a lower level. */
  void checkLevels(BatchBuilder programme) {
    int[] levels = programme.ints(programme.position(ProgrammeNode.LEVEL)).values;
    int[] parents = programme.ints(programme.position(ProgrammeNode.PARENT)).values;
    if (levels == null || parents == null) {
      return;
    }
    Codelist list = schema.codelist(ProgrammeNode.LEVEL);
    for (int row = 0; row < programme.size(); row++) {
      int child = row;
      int parent = parents[row];
      if (parent >= 0 && parent != row && levels[row] >= 0 && levels[parent] >= 0
          && !isAbove(list, levels[parent], levels[row])) {
        report.add(
            PortfolioRules.PARENT_LEVEL,
            programme,
            row,
            ProgrammeNode.PARENT.name(),
            () -> new String[] {
              "value", String.valueOf(programme.id(child)),
              "level", list.at(levels[child]).code(),
              "parent", String.valueOf(programme.id(parent)),
              "parent-level", list.at(levels[parent]).code()
            });
      }
    }
  }

  /** Levels stand in their order in the list; one that is added below another one of the list lies right below it. */
  private static boolean isAbove(Codelist list, int upper, int lower) {
    int upperRoot = root(list, upper);
    int lowerRoot = root(list, lower);
    return upperRoot == lowerRoot ? upper != lower && list.isWithin(lower, upper) : upperRoot < lowerRoot;
  }

  private static int root(Codelist list, int position) {
    int at = position;
    while (list.parent(at) >= 0) {
      at = list.parent(at);
    }
    return at;
  }
}
