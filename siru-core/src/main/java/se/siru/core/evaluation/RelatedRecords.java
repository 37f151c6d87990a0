package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Condition;
import se.siru.core.model.Field;
import se.siru.core.model.FieldPath;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Table;
import se.siru.core.portfolio.Units;

/**
 * Binds the question whether some related record satisfies a condition. Where that does not depend on the record at hand, the answer is
 * worked out once for every unit referred to. Where it asks about a day of the record at hand, it is worked out for every record, before
 * the records are counted.
 */
final class RelatedRecords {
  private final Portfolio portfolio;
  private final ConditionBinder conditions;
  private final PathReader paths;

  RelatedRecords(Portfolio portfolio, ConditionBinder conditions, PathReader paths) {
    this.portfolio = portfolio;
    this.conditions = conditions;
    this.paths = paths;
  }

  /** The test for the rows of a batch, where {@link #answers(Condition.Related)} has none. */
  Truth.Test bind(Condition.Related related, Batch batch) {
    Units units = units(related);
    if (!related.where().outerDays().isEmpty()) {
      byte[] answers = new OfDays(related, batch, units).answers();
      return row -> answers[row];
    }
    boolean[] isRelated = isRelated(related, units);
    return row -> Truth.of(isRelated[units.unit(row)]);
  }

  /** The test for the rows of a batch, where {@link #answers(Condition.Several)} has none. */
  Truth.Test bind(Condition.Several several) {
    Units units = units(several.related());
    boolean[] haveSeveral = haveSeveral(several, units);
    return row -> Truth.of(haveSeveral[units.unit(row)]);
  }

  /** The answers where the units are those that a record refers to, and do not depend on its days; empty otherwise. */
  Optional<ElementAnswers> answers(Condition.Related related) {
    return related.of() == null || !related.where().outerDays().isEmpty()
        ? Optional.empty()
        : Optional.of(ofUnits(isRelated(related, units(related)), related.of(), units(related)));
  }

  /** The answers where the units are those that a record refers to; empty otherwise. */
  Optional<ElementAnswers> answers(Condition.Several several) {
    Condition.Related related = several.related();
    return related.of() == null
        ? Optional.empty()
        : Optional.of(ofUnits(haveSeveral(several, units(related)), related.of(), units(related)));
  }

  private Units units(Condition.Related related) {
    return portfolio.units(Objects.requireNonNull(related.via().target()));
  }

  private ElementAnswers ofUnits(boolean[] isRelated, FieldPath of, Units units) {
    SetPool sets = paths.sets();
    return ElementAnswers.behind(
        paths.behind(of), encoded ->
            encoded == SetPool.UNKNOWN
                ? Truth.UNKNOWN
                : Truth.of(
                    Arrays.stream(sets.elements(encoded), 0, sets.count(encoded)).anyMatch(each -> isRelated[units.unit(each)])));
  }

  private boolean[] isRelated(Condition.Related related, Units units) {
    boolean[] isRelated = new boolean[units.count()];
    forEach(related, units, (batch, row, unit) -> isRelated[unit] = true);
    return isRelated;
  }

  private boolean[] haveSeveral(Condition.Several several, Units units) {
    FieldPath path = several.different().path();
    Units unitsOfPath = Groups.units(portfolio, path);
    SetPool sets = paths.sets();
    Map<Integer, Set<Integer>> found = new HashMap<>();
    forEach(several.related(), units, (batch, row, unit) -> {
      int encoded = paths.reader(batch, path).read(row);
      for (int i = 0; i < sets.count(encoded); i++) {
        int element = sets.element(encoded, i);
        found.computeIfAbsent(unit, each -> new HashSet<>()).add(unitsOfPath == null ? element : unitsOfPath.unit(element));
      }
    });
    boolean[] haveSeveral = new boolean[units.count()];
    found.forEach((unit, elements) -> haveSeveral[unit] = elements.size() >= several.different().atLeast());
    return haveSeveral;
  }

  /** A related record that satisfies its condition, and a unit that it refers to. */
  private interface Taker {
    void take(Batch batch, int row, int unit);
  }

  private void forEach(Condition.Related related, Units units, Taker taker) {
    Table table = portfolio.table(related.via().type());
    for (Batch batch : table.batches()) {
      Truth.Test test = conditions.bind(related.where(), table, batch);
      Column.Ints column = (Column.Ints) batch.column(related.via().name());
      for (int row = 0; row < batch.size(); row++) {
        if (test.of(row) == Truth.TRUE) {
          for (int i = 0; i < column.count(row); i++) {
            taker.take(batch, row, units.unit(column.element(row, i)));
          }
        }
      }
    }
  }

  /** The answers for each record of a batch where they depend on its days. */
  private final class OfDays {
    private final Batch batch;
    private final Units units;
    private final @Nullable ElementReader of;
    private final List<DayReader> days;
    private final OuterRow outer;
    private final List<Truth.Test> tests = new ArrayList<>();
    private final int[] last;
    private int[] before = new int[16];
    private int[] places = new int[32];
    private int size;

    OfDays(Condition.Related related, Batch batch, Units units) {
      this.batch = batch;
      this.units = units;
      this.of = related.of() == null ? null : paths.reader(batch, related.of());
      this.days = related.where().outerDays().stream().map(day -> conditions.days(batch, day)).toList();
      this.outer = new OuterRow(batch);
      this.last = new int[units.count()];
      Arrays.fill(last, -1);
      Field<?> via = related.via();
      Table table = portfolio.table(via.type());
      for (Batch each : table.batches()) {
        tests.add(conditions.bind(related.where(), table, each, outer));
        Column.Ints column = (Column.Ints) each.column(via.name());
        for (int row = 0; row < each.size(); row++) {
          for (int i = 0; i < column.count(row); i++) {
            add(units.unit(column.element(row, i)), row);
          }
        }
      }
    }

    /** Puts a related record before those that its unit already has. */
    private void add(int unit, int row) {
      if (size == before.length) {
        before = Arrays.copyOf(before, size * 2);
        places = Arrays.copyOf(places, size * 4);
      }
      before[size] = last[unit];
      places[2 * size] = tests.size() - 1;
      places[2 * size + 1] = row;
      last[unit] = size++;
    }

    byte[] answers() {
      byte[] answers = new byte[batch.size()];
      for (int row = 0; row < answers.length; row++) {
        answers[row] = answer(row);
      }
      return answers;
    }

    private byte answer(int row) {
      outer.moveTo(row);
      byte answer = Truth.FALSE;
      if (of == null) {
        answer = ofUnit(units.unit(row));
      } else {
        int encoded = of.read(row);
        if (encoded == SetPool.UNKNOWN) {
          return Truth.UNKNOWN;
        }
        for (int i = 0; i < paths.sets().count(encoded); i++) {
          answer = (byte) Math.max(answer, ofUnit(units.unit(paths.sets().element(encoded, i))));
        }
      }
      return answer == Truth.UNKNOWN && days.stream().allMatch(day -> day.read(row) != Column.Days.MISSING) ? Truth.FALSE : answer;
    }

    private byte ofUnit(int unit) {
      byte greatest = Truth.FALSE;
      for (int at = last[unit]; at >= 0 && greatest != Truth.TRUE; at = before[at]) {
        greatest = (byte) Math.max(greatest, tests.get(places[2 * at]).of(places[2 * at + 1]));
      }
      return greatest;
    }
  }
}
