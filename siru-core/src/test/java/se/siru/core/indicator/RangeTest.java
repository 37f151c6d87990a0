package se.siru.core.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.finding.Findings;
import se.siru.core.model.Activity;
import se.siru.core.model.CostLine;
import se.siru.core.model.Schema;
import se.siru.core.model.Support;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** What an indicator's values lie within: declared, or proved by how it is put together. */
class RangeTest {
  private static final Measure HELD = Indicator.measure("t:held").over(Activity.TYPE).where(Activity.STATUS.is("held")).count().build();
  private static final Measure ALL = Indicator.measure("t:all").over(Activity.TYPE).count().build();
  private static final Measure COSTS = Indicator.measure("t:costs").over(CostLine.TYPE).sum(CostLine.OUTCOME).build();
  private static final Measure CODE =
      Indicator.measure("t:code").over(Activity.TYPE).aggregate(new Aggregate.Function("t:f", Map.of(), List.of(Activity.KIND.path()))).build();

  private static Range of(String expression, String unit) {
    Formula formula = Indicator.formula("t:formula").unit(unit).expression(expression).build();
    return Catalogue.empty().with(Provider.application(), List.of(HELD, ALL, COSTS, CODE, formula), List.of()).range(formula);
  }

  @Test
  void aCountIsNeverNegativeAndNobodyNeedSaySo() {
    assertEquals(Range.NOT_NEGATIVE, ALL.range());
    assertEquals(Range.NOT_NEGATIVE, Indicator.measure("t:d").over(Support.TYPE).distinct(Support.RECIPIENT).build().range());
    assertEquals(Range.NOT_NEGATIVE, Indicator.measure("t:s").over(Support.TYPE).sum(Support.HOURS).build().range());
    assertEquals(Range.between(0, 5), Indicator.measure("t:c").range(Range.between(-5, 5)).over(Support.TYPE).count().build().range());
  }

  @Test
  void costsMayBeCorrectedAndCodeMayGiveAnything() {
    assertEquals(Range.ANY, COSTS.range());
    assertEquals(Range.ANY, CODE.range());
  }

  @Test
  void aDifferenceOfValuesOfGroupsHasNoBounds() {
    Grouping.Inner hours = Grouping.Inner.sum(Support.HOURS.path());
    for (Grouping.Operation operation : Grouping.Operation.values()) {
      Measure measure = Indicator.measure("t:g").over(Support.TYPE).per(Support.RECIPIENT)
          .of(new Grouping.Combined(operation, hours, hours)).overGroups(Aggregate.OverGroups.Fold.SUM).build();
      assertEquals(operation == Grouping.Operation.PLUS ? Range.NOT_NEGATIVE : Range.ANY, measure.range());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "[t:held] / [t:all], 1",
    "[t:all] / [t:all], 1",
    "[t:held] / ([t:held] + [t:all]), 1",
    "1 - [t:held] / [t:all], 1",
    "0.5 * ([t:held] / [t:all]), 1",
    "[t:all] / [t:held], ",
    "2 * [t:held] / [t:all], ",
    "previous([t:held]) / [t:all], ",
    "yearToDate([t:held]), "})
  void theShareOfSomeRecordsAmongTheSameRecordsIsAShare(String expression, String most) {
    assertEquals(new Range(BigDecimal.ZERO, most == null ? null : new BigDecimal(most)), of(expression, "index"));
    assertEquals(new Range(BigDecimal.ZERO, most == null ? null : new BigDecimal("100")), of(expression, "percent"));
  }

  @ParameterizedTest
  @CsvSource({"[t:held] - [t:all]", "-[t:all]", "[t:costs] / [t:all]", "[t:code] / [t:all]", "[t:all] / previous([t:all]) - 1", "attainment([t:all])"})
  void differencesGrowthAndWhatCodeGivesHaveNoBounds(String expression) {
    assertEquals(Range.ANY, of(expression, "percent"));
  }

  @Test
  void aShareOfRecordsOfAnotherKindIsProvedToBeNone() {
    Measure later = Indicator.measure("t:later").over(Activity.TYPE).where(Activity.STATUS.is("held")).when(TimeRule.cumulative()).count().build();
    Measure scoped = Indicator.measure("t:scoped").over(Activity.TYPE).where(Activity.STATUS.is("held")).wholeOver("kind").count().build();
    for (Measure other : List.of(later, scoped)) {
      Formula share = Indicator.formula("t:share").expression("[" + other.id() + "] / [t:all]").build();
      Catalogue catalogue = Catalogue.empty().with(Provider.application(), List.of(ALL, other, share), List.of());
      assertEquals(Range.NOT_NEGATIVE, catalogue.range(share));
    }
  }

  @Test
  void whatNoValueCanMeetIsRefusedWhenItIsBuilt() {
    Measure.Builder below = Indicator.measure("t:m").range(new Range(null, new BigDecimal("-1"))).over(Support.TYPE).count();
    assertTrue(assertThrows(IllegalArgumentException.class, below::build).getMessage().contains("at least 0"));
    assertThrows(IllegalArgumentException.class, () -> Range.between(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Range(new BigDecimal("1e1000000"), null));
    assertThrows(IllegalArgumentException.class, () -> new Range(new BigDecimal("1e-1000000"), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e1000000", "1e-999999999"})
  void noNumberOfADefinitionIsSoLongThatItCannotBeWritten(String number) {
    assertThrows(IllegalArgumentException.class, () -> Support.HOURS.atLeast(number));
    assertThrows(IllegalArgumentException.class, () -> Support.HOURS.below(number));
    assertThrows(IllegalArgumentException.class, () -> Grouping.Inner.count().atLeast(number));
    assertThrows(IllegalArgumentException.class, () -> new Grouping.Band.Step("x", LocalizedText.empty(), new BigDecimal(number)));
  }

  @ParameterizedTest
  @CsvSource({
    "{}, a range has a least or a greatest value",
    "{\"at-least\": 1; \"at-most\": 0}, a range from 1 to 0 holds nothing",
    "{\"at-most\": -1}, 'the values lie at least 0, so the range cannot be at most -1'",
    "{\"atleast\": 1}, at-least"})
  void aMistakeInAFileIsToldWithItsPlace(String range, String told) {
    String json = "{\"id\": \"t:m\", \"range\": " + range.replace(';', ',') + ", \"over\": \"support\", \"aggregate\": \"count\"}";
    Findings findings = new Findings();
    assertEquals(List.of(), DefinitionReader.over(Schema.standard()).read(json, "own.json", findings));
    String all = findings.list().toString() + findings.list().stream().map(finding -> finding.message("en") + finding.help("en")).toList();
    assertTrue(all.contains(told), all);
  }

  @Property
  void aRatioIsHeldToItsQuotientWithoutDividing(
      @ForAll @IntRange(min = -300, max = 300) int numerator, @ForAll @IntRange(min = -7, max = 7) int denominator,
      @ForAll @IntRange(min = -3, max = 3) int least, @ForAll @IntRange(max = 4) int width) {
    if (denominator != 0) {
      Value ratio = new Value.Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
      Range range = Range.between(least, least + width);
      double quotient = (double) numerator / denominator; // exact enough: no quotient of such numbers lies within 1/7 of a bound but on it
      assertEquals(quotient >= least && quotient <= least + width, range.contains(ratio, ""));
      assertEquals(quotient * 100 >= least && numerator * 100 * Integer.signum(denominator) <= (least + width) * Math.abs(denominator),
          range.contains(ratio, "percent"));
    }
  }

  @Test
  void allOfAnIntervalLiesWithinAndWhatHasNoNumberLiesEverywhere() {
    Range share = Range.between(0, 1);
    assertTrue(share.contains(new Value.Interval(BigDecimal.ZERO, BigDecimal.ONE), ""));
    assertFalse(share.contains(new Value.Interval(BigDecimal.ZERO, BigDecimal.TEN), ""));
    assertTrue(share.contains(Value.Absent.of(Value.Reason.MISSING), ""));
  }

  @Test
  void equalBoundsAreEqualHoweverTheyAreWritten() {
    assertEquals(Range.between(0, 100), new Range(new BigDecimal("0.00"), new BigDecimal("1E+2")));
    assertEquals("from 0 to 100", new Range(new BigDecimal("0.00"), new BigDecimal("1E+2")).words().in("en"));
    assertEquals("högst 2.5", new Range(null, new BigDecimal("2.50")).words().in("sv"));
  }
}
