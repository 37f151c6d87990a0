package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Activity;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.CoveredPart;
import se.siru.core.portfolio.Portfolio;

/** A shifted operand is the operand's own value in the shifted period, asked for or not. */
class ShiftedOperandsTest {
  private static final String[] LENGTHS = {"year", "half", "quarter", "month"};

  private static Results run(Portfolio portfolio, String periods, String... formulas) {
    List<Indicator> own =
        IntStream.range(0, formulas.length)
            .<Indicator>mapToObj(i -> Indicator.formula("t:f" + i).expression(formulas[i]).build())
            .toList();
    Catalogue catalogue = Samples.CATALOGUE.with(new Provider("test", "1", "test"), own, List.of());
    return Evaluation.of(portfolio, catalogue).indicators("t:*").periods(Periods.parse(periods)).by("sector").run();
  }

  private static List<String> values(Results results, String indicator) {
    return results.cells()
        .filter(cell -> cell.indicator().id().equals(indicator))
        .map(cell -> cell.period() + " " + cell.codes() + " " + cell.value() + " " + cell.records() + " " + cell.unknown())
        .toList();
  }

  @Property(tries = 40)
  void previousIsWhatThePreviousPeriodSays(@ForAll long seed, @ForAll @IntRange(max = 3) int length, @ForAll @IntRange(min = 1, max = 5) int n) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    TimePeriod period = Periods.parse("2022/" + LENGTHS[length]).get(new Random(seed).nextInt(new int[] {1, 2, 4, 12}[length]));
    TimePeriod earlier = Periods.earlier(period, n).orElseThrow();
    for (String operand : List.of("t:rows", "t:organisations", "t:supported", "t:median", "t:share", "t:known")) {
      Value shifted = run(portfolio, period.label(), "previous([" + operand + "], " + n + ")").cell("t:f0", period.label()).value();
      Value direct = run(portfolio, earlier.label()).cell(operand, earlier.label()).value();
      if (direct instanceof Value.Absent) {
        assertEquals(((Value.Absent) direct).reason(), ((Value.Absent) shifted).reason(), operand);
      } else {
        assertEquals(number(direct), number(shifted), operand + " " + earlier);
      }
    }
  }

  private static double number(Value value) {
    return value instanceof Value.Quantity
        ? ((Value.Quantity) value).number().doubleValue()
        : ((Value.Ratio) value).numerator().doubleValue() / ((Value.Ratio) value).denominator().doubleValue();
  }

  @Property(tries = 40)
  void twoShiftsBackAreOneByTheirSum(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int a, @ForAll @IntRange(min = 1, max = 6) int b) {
    String periods = "2022/" + LENGTHS[(int) Math.floorMod(seed, 4L)];
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Results results =
        run(
            portfolio,
            periods,
            "previous(previous([t:rows], " + b + "), " + a + ") + 0",
            "previous([t:rows], " + (a + b) + ") + 0",
            "previous([t:f3], " + a + ")",
            "previous([t:rows], " + b + ") + 0");
    assertEquals(values(results, "t:f1"), values(results, "t:f0"));
    Results alone = run(portfolio, periods, "previous(previous([t:rows], " + b + "), " + a + ") + 0");
    assertEquals(values(results, "t:f0"), values(alone, "t:f0"));
    // A formula shows the rows of its operands, and t:f3 has rows of its own in the periods asked for.
    for (Cell cell : results.cells().filter(each -> each.code().equals("t:f2")).toList()) {
      String[] codes = cell.codes().entrySet().stream().map(Object::toString).toArray(String[]::new);
      Value direct = results.find("t:f1", cell.period().label(), codes).map(Cell::value).orElse(Value.Quantity.of(0));
      assertEquals(direct, cell.value(), cell::toString);
    }
  }

  @Property(tries = 40)
  void theYearToDateIsTheSumOfItsPeriodsWhereThatIsLegal(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Assume.that(portfolio.holds(Participation.TYPE));
    Results results = run(portfolio, "2022/quarter", "yearToDate([t:rows])", "samePeriodLastYear(yearToDate([t:rows]))");
    Results before = run(portfolio, "2021/quarter");
    long sum = 0;
    long sumBefore = 0;
    for (int quarter = 1; quarter <= 4; quarter++) {
      sum += (long) number(results.cell("t:rows", "2022-Q" + quarter).value());
      sumBefore += (long) number(before.cell("t:rows", "2021-Q" + quarter).value());
      assertEquals(sum, (long) number(results.cell("t:f0", "2022-Q" + quarter).value()));
      assertEquals(sumBefore, (long) number(results.cell("t:f1", "2022-Q" + quarter).value()));
    }
  }

  @Property(tries = 30)
  void shiftsChangeNoOtherNumberAndNotTheOrderOfDefinitions(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Results with = run(portfolio, "2022/half", "[t:rows] - previous([t:rows])", "previous([t:f0]) * 2");
    Results without = run(portfolio, "2022/half");
    for (Indicator indicator : Samples.INDICATORS) {
      assertEquals(values(without, indicator.id()), values(with, indicator.id()));
    }
    List<Indicator> reversed =
        new ArrayList<>(
            List.of(
                Indicator.formula("t:f1").expression("previous([t:f0]) * 2").build(),
                Indicator.formula("t:f0").expression("[t:rows] - previous([t:rows])").build()));
    Results other =
        Evaluation.of(portfolio, Samples.CATALOGUE.with(new Provider("test", "1", "test"), reversed, List.of()))
            .indicators("t:f1").periods(Periods.parse("2022/half")).by("sector").run();
    assertEquals(values(with, "t:f1"), values(other, "t:f1"));
  }

  @Property(tries = 20)
  void evaluationInPartsShiftsAsTheWholeDoes(@ForAll long seed) {
    Indicator formula = Indicator.formula("t:f0").expression("[t:rows] - previous([t:rows])").build();
    Catalogue catalogue = Samples.CATALOGUE.with(new Provider("test", "1", "test"), List.of(formula), List.of());
    Evaluation evaluation =
        Evaluation.of(new RandomPortfolio(seed).portfolio(), catalogue).indicators("t:f0").periods(Periods.parse("2022/quarter"));
    EvaluationInParts parts = evaluation.inParts();
    Results inParts = parts.results(List.of(parts.part(0, 7), parts.part(7, Integer.MAX_VALUE)));
    assertEquals(values(evaluation.run(), "t:f0"), values(inParts, "t:f0"));
  }

  @Test
  void allTimeAndOtherStretchesOfDaysAreNotApplicableAndSayWhy() {
    Results results =
        run(new RandomPortfolio(1).portfolio(), "total,2022-02-01/2022-05-01,2022-01-02/2023-01-02",
            "previous([t:rows])", "yearToDate([t:rows])", "samePeriodLastYear([t:rows])");
    for (TimePeriod period : results.periods()) {
      for (String formula : List.of("t:f0", "t:f1", "t:f2")) {
        Value.Absent absent = (Value.Absent) results.cell(formula, period.label()).value();
        assertEquals(Value.Reason.NOT_APPLICABLE, absent.reason());
        assertEquals("only calendar years, half-years, quarters and months have a period before them", absent.note().in("en"));
      }
    }
  }

  @Test
  void aShiftToDaysThatTheRecordsDoNotCoverIsMissingInEveryRow() {
    Portfolio portfolio =
        Portfolio.builder()
            .covers(Participation.TYPE, new CoveredPart(LocalDate.of(2022, 1, 1), null, Set.of()))
            .add(Activity.TYPE.row("a").with(Activity.START, LocalDate.of(2022, 2, 1)).build())
            .add(
                Participation.TYPE.row()
                    .with(Participation.ACTIVITY, "a").with(Participation.DATE, LocalDate.of(2022, 2, 1)).build())
            .build();
    Results results = run(portfolio, "2022-Q1", "[t:rows] - previous([t:rows])");
    results.cells().filter(cell -> cell.code().equals("t:f0")).forEach(
        cell -> assertEquals(Value.Reason.MISSING, ((Value.Absent) cell.value()).reason(), cell::toString));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-Q1, 1, 2021-Q4", "2022-01, 13, 2020-12", "2022-H1, 1, 2021-H2", "2022, 3, 2019", "2022-04-01/2022-07-01, 1, 2022-Q1",
    "2022-01-01/2022-07-01, 2, 2021-H1"
  })
  void periodsOfTheCalendarAreKnownByTheirDays(String period, int steps, String earlier) {
    assertEquals(earlier, Periods.earlier(Periods.parse(period).get(0), steps).orElseThrow().label());
  }

  @Test
  void theYearToDateHasTheNameOfTheCalendarWhereThereIsOne() {
    assertEquals("2022-Q1", Periods.yearToDate(Periods.parse("2022-03").get(0)).orElseThrow().label());
    assertEquals("2022-H1", Periods.yearToDate(Periods.parse("2022-Q2").get(0)).orElseThrow().label());
    assertEquals("2022-01-01/2022-10-01", Periods.yearToDate(Periods.parse("2022-Q3").get(0)).orElseThrow().label());
    assertEquals("2022", Periods.yearToDate(Periods.parse("2022-12").get(0)).orElseThrow().label());
  }

  @Test
  void shiftsThatNeedMorePeriodsThanThereMayBeAreRefused() {
    SiruException refused =
        assertThrows(
            SiruException.class,
            () -> run(new RandomPortfolio(1).portfolio(), "1990..2080/month", "previous([t:rows], 1200) + previous([t:rows], 1100)"));
    assertEquals(ErrorCode.MISUSE, refused.code());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "previous(A, 0) | Character 13 of the formula: '0' is no number of periods.",
    "previous(A, B) | Character 13 of the formula: 'B' is no number of periods.",
    "yearToDate(A, 2) | Character 13 of the formula: ')' is missing.",
    "previous() | Character 10 of the formula: a name or a number is missing here."
  })
  void mistakesInShiftsAreToldWithTheirPlace(String text, String message) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Indicator.formula("t:f").expression(text));
    assertEquals(message, refused.getMessage().substring(0, Math.min(message.length(), refused.getMessage().length())));
  }
}
