package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Range;
import se.siru.core.model.Value;

class ValueColumnTest {
  @Provide
  Arbitrary<Value> value() {
    Arbitrary<BigDecimal> edges = Arbitraries.of(
        BigDecimal.ZERO,
        new BigDecimal("0.00"),
        BigDecimal.valueOf(Long.MAX_VALUE),
        BigDecimal.valueOf(Long.MIN_VALUE),
        BigDecimal.valueOf(Long.MIN_VALUE, 18),
        new BigDecimal("1e30"),
        new BigDecimal("1e-19"),
        new BigDecimal("-1e-18"),
        new BigDecimal("999999999999999999"),
        new BigDecimal("1000000000000000000"));
    Arbitrary<BigDecimal> any = Combinators.combine(Arbitraries.bigIntegers(), Arbitraries.integers().between(-40, 40))
        .as((digits, scale) -> new BigDecimal(digits, scale));
    Arbitrary<BigDecimal> small = Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 4))
        .as((digits, scale) -> BigDecimal.valueOf(digits, scale));
    Arbitrary<BigDecimal> number = Arbitraries.oneOf(edges, any, small);
    return Arbitraries.oneOf(
        number.map(Value.Quantity::new),
        Combinators.combine(number, number.filter(below -> below.signum() != 0)).as(Value.Ratio::new),
        Combinators.combine(number, number).as(Value.Interval::new),
        Arbitraries.of(Absences.NO_RECORDS, Absences.TOO_LONG, Value.Absent.of(Value.Reason.MISSING)));
  }

  @Property
  void whatIsSetIsWhatIsRead(@ForAll @Size(max = 20) List<@From("value") Value> values) {
    ValueColumn column = new ValueColumn(values.size());
    for (int cell = 0; cell < values.size(); cell++) {
      assertFalse(column.isSet(cell));
      column.set(cell, values.get(cell));
    }
    column.grow(values.size() + 3);
    for (int cell = 0; cell < values.size(); cell++) {
      assertSays(values.get(cell), column, cell);
    }
    assertNull(column.value(values.size()));
  }

  private static void assertSays(Value value, ValueColumn column, int cell) {
    assertTrue(column.isSet(cell));
    assertEquals(value, column.value(cell));
    assertEquals(value instanceof Value.Absent ? value : null, column.absent(cell));
    assertEquals(value instanceof Value.Ratio, column.isRatio(cell));
    if (column.isWhole(cell)) {
      assertEquals(value, Value.Quantity.of(column.digits(cell)));
    }
    if (column.isWholeRatio(cell)) {
      assertEquals(value, new Value.Ratio(BigDecimal.valueOf(column.digits(cell)), BigDecimal.valueOf(column.denominator(cell))));
    }
  }

  /** Each cell is set several times, to values of any kinds, and has the last. */
  @Property
  void theLastValueOfACellStands(
      @ForAll @Size(max = 30) List<@From("value") Value> values, @ForAll @IntRange(min = 1, max = 4) int cells) {
    ValueColumn column = new ValueColumn(cells);
    List<Value> last = new ArrayList<>(Collections.nCopies(cells, null));
    for (int i = 0; i < values.size(); i++) {
      column.set(i % cells, values.get(i));
      last.set(i % cells, values.get(i));
    }
    for (int cell = 0; cell < cells; cell++) {
      assertEquals(last.get(cell), column.value(cell));
    }
  }

  @Property
  void copiesSayTheSame(
      @ForAll @Size(min = 1, max = 20) List<@From("value") Value> values,
      @ForAll @IntRange(min = 0, max = 5) int into,
      @ForAll @IntRange(min = 0, max = 20) int first) {
    ValueColumn from = new ValueColumn(values.size());
    for (int cell = 0; cell < values.size(); cell++) {
      from.set(cell, values.get(cell));
    }
    int start = Math.min(first, values.size());
    ValueColumn copy = new ValueColumn(values.size() + 5);
    copy.fill(Value.Quantity.of(7));
    copy.copy(into, from, start, values.size() - start);
    for (int cell = 0; cell < copy.size(); cell++) {
      boolean isCopied = cell >= into && cell < into + values.size() - start;
      assertSays(isCopied ? values.get(start + cell - into) : Value.Quantity.of(7), copy, cell);
    }
  }

  @Property
  void decimalsBecomeRatiosOverOne(@ForAll("value") Value value) {
    ValueColumn column = new ValueColumn(1);
    column.set(0, value);
    column.makeRatios();
    assertSays(value instanceof Value.Quantity even ? new Value.Ratio(even.number(), BigDecimal.ONE) : value, column, 0);
  }

  @Property
  void digitsOfAnyScaleAreADecimal(@ForAll long digits, @ForAll @IntRange(min = -30, max = 30) int scale, @ForAll long denominator) {
    ValueColumn column = new ValueColumn(2);
    column.set(0, digits, scale);
    assertSays(new Value.Quantity(BigDecimal.valueOf(digits, scale)), column, 0);
    if (denominator != 0) {
      column.setRatio(1, digits, scale, denominator);
      assertSays(new Value.Ratio(BigDecimal.valueOf(digits, scale), BigDecimal.valueOf(denominator)), column, 1);
    }
  }

  @Test
  void aRatioOverZeroIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ValueColumn(1).setRatio(0, 1, 0, 0));
  }

  @Property
  void boundsAreWhatTheRangeSays(
      @ForAll("value") Value value, @ForAll("bound") BigDecimal least, @ForAll("bound") BigDecimal most, @ForAll boolean percent) {
    Range range = new Range(least, most == null || least == null ? most : least.max(most));
    ValueColumn column = new ValueColumn(1);
    column.set(0, value);
    String unit = percent ? "percent" : "";
    assertEquals(range.contains(value, unit), new RangeCheck.Bounds(range, unit).hold(column, 0));
  }

  @Property
  void boundsOfSmallRatiosAreWhatTheRangeSays(
      @ForAll @IntRange(min = -300, max = 300) int above,
      @ForAll @IntRange(min = -3, max = 3) int below,
      @ForAll @IntRange(min = -200, max = 200) int least,
      @ForAll @IntRange(min = 0, max = 200) int width,
      @ForAll boolean percent) {
    Range range = Range.between(least, least + width);
    ValueColumn column = new ValueColumn(2);
    column.set(0, above);
    column.setRatio(1, above, 0, below == 0 ? 1_000_000 : below);
    RangeCheck.Bounds bounds = new RangeCheck.Bounds(range, percent ? "percent" : "");
    assertEquals(range.contains(column.known(0), percent ? "percent" : ""), bounds.hold(column, 0));
    assertEquals(range.contains(column.known(1), percent ? "percent" : ""), bounds.hold(column, 1));
  }

  @Provide
  Arbitrary<BigDecimal> bound() {
    return Arbitraries.of("0", "100", "-5", "0.5", "-0.25", "999999999", "1000000000", "99999999999999999999")
        .map(BigDecimal::new)
        .injectNull(0.2);
  }
}
