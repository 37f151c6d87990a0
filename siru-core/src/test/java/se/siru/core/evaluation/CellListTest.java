package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.Activity;
import se.siru.core.model.Periods;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;

class CellListTest {
  private static final List<TimePeriod> PERIODS = Periods.quarters(2021, 2021);
  private static final List<Margin> MARGINS =
      List.of(new Margin(List.of()), new Margin(Breakdown.parse("sector").parts()), new Margin(Breakdown.parse("county").parts()));

  private static Series series(String name, Random random) {
    Indicator indicator = Indicator.measure("t:" + name).code(name.toUpperCase(Locale.ROOT)).over(Activity.TYPE).count().build();
    Series series = new Series(indicator, indicator.code(), indicator.name(), PERIODS, Absences.NO_RECORDS);
    for (Margin margin : MARGINS) {
      MarginRow[] rows = new MarginRow[random.nextInt(4)];
      for (int row = 0; row < rows.length; row++) {
        List<String> codes = margin.parts().stream().map(part -> "").toList();
        int number = row;
        rows[row] = MarginRow.of(margin, codes.stream().map(code -> "c" + number).toList(), codes.stream().map(code -> number).toList());
      }
      Series.Block block = series.add(margin, margin.parts().isEmpty() && rows.length > 0 ? new MarginRow[] {MarginRow.TOTAL} : rows);
      for (int row = 0; row < block.rows().length; row++) {
        for (int period = 0; period < PERIODS.size(); period++) {
          block.set(row, period, Value.Quantity.of(random.nextInt()), random.nextInt(100), random.nextInt(10));
        }
      }
    }
    return series;
  }

  private static List<Series> some(long seed) {
    Random random = new Random(seed);
    List<Series> series = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      series.add(series("s" + i, random));
    }
    return series;
  }

  private static List<String> texts(Iterable<Cell> cells) {
    List<String> texts = new ArrayList<>();
    cells.forEach(cell -> texts.add(cell + " " + cell.records() + " " + cell.unknown() + " " + cell.number()));
    return texts;
  }

  @Property(tries = 300)
  void cellsComeByPeriodsThenMarginsThenRowsAndAreTheSameEachTime(@ForAll long seed) {
    List<Series> series = some(seed);
    List<String> expected = new ArrayList<>();
    for (Series each : series) {
      for (int period = 0; period < PERIODS.size(); period++) {
        for (Margin margin : MARGINS) {
          Series.Block block = each.block(margin);
          for (int row = 0; row < block.rows().length; row++) {
            Value value = block.value(row, period);
            expected.add(each.code() + " " + PERIODS.get(period) + " " + block.rows()[row].byDimension() + " = " + value + " "
                + block.records(row, period) + " " + block.unknown(row, period) + " Optional[" + ((Value.Quantity) value).number() + "]");
          }
        }
      }
    }
    CellList cells = new CellList(series);
    assertEquals(expected, texts(cells));
    assertEquals(expected, texts(cells));
    assertEquals(expected, texts(cells.stream().parallel().toList()));
    assertThrows(IndexOutOfBoundsException.class, () -> cells.get(cells.size()));
  }

  @Property(tries = 300)
  void readingsOfOneCellAreEqualAndNoOtherCellIs(@ForAll long seed) {
    CellList cells = new CellList(some(seed));
    assertEquals(List.copyOf(cells), List.copyOf(cells));
    assertEquals(cells.size(), new HashSet<>(cells).size());
    assertEquals(cells.size(), Stream.concat(cells.stream(), cells.stream()).distinct().count());
  }

  @Property(tries = 300)
  void everyCellIsFoundByCodeAndById(@ForAll long seed) {
    CellList cells = new CellList(some(seed));
    CellIndex index = new CellIndex(cells);
    for (Cell cell : cells) {
      for (String name : List.of(cell.code(), cell.indicator().id())) {
        assertEquals(cell.toString(), String.valueOf(index.find(name, cell.period().label(), cell.codes())));
        assertNull(index.find(name, "2020-Q1", cell.codes()));
        assertNull(index.find(name, cell.period().label(), Map.of("sector", "no such code")));
      }
      assertNull(index.find("no such indicator", cell.period().label(), cell.codes()));
    }
  }

  @Test
  void theCodeOfAnIndicatorGoesBeforeTheIdOfAnother() {
    Indicator byId = Indicator.measure("t:x").code("Y").over(Activity.TYPE).count().build();
    Indicator byCode = Indicator.measure("t:z").code("t:x").over(Activity.TYPE).count().build();
    List<Series> series = new ArrayList<>();
    for (Indicator each : List.of(byId, byCode)) {
      Series own = new Series(each, each.code(), each.name(), PERIODS, Absences.NO_RECORDS);
      own.add(MARGINS.get(0), new MarginRow[] {MarginRow.TOTAL}).fill(Value.Quantity.of(1));
      series.add(own);
    }
    CellIndex index = new CellIndex(new CellList(series));
    assertEquals("t:z", index.find("t:x", "2021-Q1", Map.of()).indicator().id());
    assertEquals("t:x", index.find("Y", "2021-Q1", Map.of()).indicator().id());
  }
}
