package se.siru.indicators.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.model.Periods;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;

/** Ties that last and ties that are new, against sets of pairs. Days in the rows are 0 to 3 from the epoch. */
class ChangeFunctionTest {
  private static final int NONE = EdgeSelection.NONE;

  private static TimePeriod days(int from, int until) {
    return TimePeriod.of(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(until));
  }

  private static Value value(ChangeFunction function, List<int[]> rows, TimePeriod period, boolean isSpan) {
    Map<String, String> parameters = isSpan ? Map.of("days", "span") : Map.of();
    return function.apply(EdgeSelection.of(rows), new AskedOf(parameters, period, Optional.empty())).value();
  }

  private static Value ratio(long numerator, long denominator) {
    return new Value.Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
  }

  @ParameterizedTest
  @CsvSource({
    "2022,2021-01-01/2022-01-01", "2022-Q1,2021-10-01/2022-01-01", "2022-H2,2022-01-01/2022-07-01",
    "2022-03,2022-02-01/2022-03-01", "2022-01-10/2022-01-20,2021-12-31/2022-01-10"})
  void thePeriodBeforeIsEquallyLong(String period, String before) {
    assertEquals(before, ChangeFunction.previous(Periods.parse(period).get(0)).orElseThrow().label());
  }

  @Test
  void allTimeHasNothingBeforeIt() {
    List<int[]> rows = List.of(new int[] {0, 1, 0}, new int[] {0, 2, NONE});
    Value.Absent absent = (Value.Absent) value(ChangeFunction.PERSISTENCE, rows, TimePeriod.TOTAL, false);
    assertEquals(Value.Reason.UNDEFINED, absent.reason());
    assertEquals(Value.Quantity.of(1), value(ChangeFunction.NEW_TIES, rows, TimePeriod.TOTAL, false));
  }

  @Test
  void membersWithoutAFirstDayHaveBeenThereAlways() {
    List<int[]> rows = List.of(new int[] {0, 1, NONE, NONE}, new int[] {0, 2, NONE, NONE}, new int[] {0, 3, 2, NONE});
    assertEquals(Value.Quantity.of(2), value(ChangeFunction.NEW_TIES, rows, days(2, 4), true));
    assertEquals(ratio(1, 3), value(ChangeFunction.PERSISTENCE, rows, days(2, 4), true));
    assertEquals(Value.Quantity.of(0), value(ChangeFunction.NEW_TIES, rows, days(4, 6), true));
    assertEquals(ratio(3, 3), value(ChangeFunction.PERSISTENCE, rows, days(4, 6), true));
  }

  @Test
  void tiesThatEndAreLostAndWhereNoneWereBeforeNothingCouldLast() {
    List<int[]> rows = List.of(new int[] {0, 1, 0, 2}, new int[] {0, 2, 0, 2});
    assertEquals(ratio(0, 1), value(ChangeFunction.PERSISTENCE, rows, days(2, 4), true));
    assertTrue(value(ChangeFunction.PERSISTENCE, rows, days(0, 2), true) instanceof Value.Absent);
    assertTrue(value(ChangeFunction.PERSISTENCE, rows, days(4, 6), true) instanceof Value.Absent);
  }

  @Property
  void changesAreThoseOfSetsOfPairs(@ForAll long seed, @ForAll @IntRange(max = 60) int size, @ForAll boolean isSpan) {
    List<int[]> rows = RandomRows.of(seed, size, isSpan ? 4 : 3);
    // The last day of a span may lie before its first here, which is no day at all; portfolios refuse it.
    rows.removeIf(row -> isSpan && row[3] <= row[2]);
    Set<Set<Integer>> then = pairs(rows, 1, 2, isSpan);
    Set<Set<Integer>> earlier = pairs(rows, Integer.MIN_VALUE, 2, isSpan);
    Set<Set<Integer>> now = pairs(rows, 2, 3, isSpan);
    Set<Set<Integer>> either = new HashSet<>(then);
    either.addAll(now);
    long both = now.stream().filter(then::contains).count();
    Value persistence = value(ChangeFunction.PERSISTENCE, rows, days(2, 3), isSpan);
    if (then.isEmpty()) {
      assertTrue(persistence instanceof Value.Absent);
    } else {
      assertEquals(ratio(both, either.size()), persistence);
    }
    assertEquals(
        Value.Quantity.of(now.stream().filter(pair -> !earlier.contains(pair)).count()),
        value(ChangeFunction.NEW_TIES, rows, days(2, 3), isSpan));
  }

  private static Set<Set<Integer>> pairs(List<int[]> rows, int from, int until, boolean isSpan) {
    List<int[]> inTime =
        rows.stream().filter(row -> row[2] < until && (isSpan ? row[3] : row[2] + 1) > from).toList();
    int[][] shared = RandomRows.shared(inTime);
    Set<Set<Integer>> pairs = new HashSet<>();
    for (int a = 0; a < shared.length; a++) {
      for (int b = a + 1; b < shared.length; b++) {
        if (shared[a][b] > 0) {
          pairs.add(Set.of(a, b));
        }
      }
    }
    return pairs;
  }

  @Property
  void namesOrderAndRepetitionsDoNotMatter(@ForAll long seed, @ForAll @IntRange(max = 60) int size) {
    List<int[]> rows = RandomRows.of(seed, size, 3);
    for (ChangeFunction function : ChangeFunction.values()) {
      assertEquals(
          value(function, rows, days(2, 4), false), value(function, RandomRows.renamed(rows, seed), days(2, 4), false));
    }
  }
}
