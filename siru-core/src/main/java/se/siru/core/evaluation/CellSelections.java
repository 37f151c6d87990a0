package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Schema;

/**
 * The selections of all cells of one margin. They depend on the records selected and on the codes of the margin, and not on the function
 * that gets them: measures of the same fields and conditions share them.
 */
final class CellSelections {
  private final List<Selections.Tuple> sorted;
  private final Selections selections;
  private final Schema schema;
  private final Calendar calendar;
  /** By the codes of a row, the selections of its periods. */
  private final Map<List<Integer>, SortedSelection[]> ofRow = new LinkedHashMap<>();
  private final SortedSelection nothing;
  private long size;

  private CellSelections(List<Selections.Tuple> sorted, Selections selections, Schema schema, Calendar calendar) {
    this.sorted = sorted;
    this.selections = selections;
    this.schema = schema;
    this.calendar = calendar;
    this.nothing = selection(List.of());
  }

  /**
   * The selections of a margin.
   *
   * @param sorted all tuples, in ascending order of their values
   */
  static CellSelections of(
      List<Selections.Tuple> sorted, Selections selections, Schema schema, Calendar calendar, Expansion expansion) {
    CellSelections made = new CellSelections(sorted, selections, schema, calendar);
    made.distribute(expansion);
    return made;
  }

  /** The tuples of an index in ascending order of their values. */
  static List<Selections.Tuple> sorted(Tuples tuples, Selections selections) {
    List<Selections.Tuple> all = new ArrayList<>(tuples.size());
    int[] tuple = new int[tuples.width()];
    for (int t = 0; t < tuples.size(); t++) {
      tuples.copy(t, tuple);
      all.add(selections.tuple(tuple, tuples.count(t)));
    }
    all.sort(Comparator.comparing(Selections.Tuple::values, Arrays::compare));
    return all;
  }

  /** Cells get their rows in the order of all, so that none is sorted by itself. */
  private void distribute(Expansion expansion) {
    TimeRule.Kind rule = selections.frame().when().kind();
    Map<List<Integer>, List<List<long[]>>> found = new LinkedHashMap<>();
    int[] codes = new int[expansion.rows().width()];
    for (Selections.Tuple tuple : sorted) {
      for (int row : expansion.of(tuple.combo()).numbers()) {
        expansion.rows().copy(row, codes);
        List<List<long[]>> periods = found.computeIfAbsent(key(codes), key -> emptyPeriods());
        for (int period : calendar.periodsOf(rule, tuple.timeKey())) {
          add(periods.get(period), tuple);
        }
      }
    }
    found.forEach((row, periods) -> {
      SortedSelection[] ofPeriod =
          periods.stream().map(this::selection).toArray(SortedSelection[]::new);
      Arrays.stream(ofPeriod).forEach(selection -> size += selection.size());
      ofRow.put(row, ofPeriod);
    });
  }

  private List<List<long[]>> emptyPeriods() {
    List<List<long[]>> periods = new ArrayList<>();
    for (int period = 0; period < calendar.periods().size(); period++) {
      periods.add(new ArrayList<>());
    }
    return periods;
  }

  private SortedSelection selection(List<long[]> rows) {
    return new SortedSelection(rows, selections.fields(), schema, selections.eachRecord());
  }

  private void add(List<long[]> rows, Selections.Tuple tuple) {
    if (selections.eachRecord()) {
      rows.addAll(Collections.nCopies(tuple.count(), tuple.values()));
    } else if (rows.isEmpty() || !Arrays.equals(rows.get(rows.size() - 1), tuple.values())) {
      rows.add(tuple.values());
    }
  }

  private static List<Integer> key(int[] codes) {
    return Arrays.stream(codes).boxed().toList();
  }

  /** Gives a table the rows in which something was selected. */
  void addRows(CellTable table) {
    for (List<Integer> row : ofRow.keySet()) {
      table.row(row.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  /** The selection of a cell, by the codes of its row. */
  SortedSelection of(int[] codes, int period) {
    SortedSelection[] periods = ofRow.get(key(codes));
    return periods == null ? nothing : periods[period];
  }

  /** How many rows all selections have together. */
  long size() {
    return size;
  }
}
