package se.siru.indicators.sroi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.siru.indicators.sroi.SroiModel.Input;

class SroiModelTest {
  private static final BigDecimal WITHIN = new BigDecimal("1e-8");

  private static BigDecimal d(String number) {
    return new BigDecimal(number);
  }

  private static void isNear(String expected, BigDecimal found) {
    assertTrue(d(expected).subtract(found).abs().compareTo(WITHIN) <= 0, () -> expected + " is not " + found);
  }

  /** Three outcomes, one of them a loss, worked by hand. */
  private static SroiModel.Builder three(boolean firstYearDiscounted) {
    return SroiModel.builder(d("0.035"), firstYearDiscounted)
        .outcome(
            ValuedOutcome.of("A", d("10"), d("1000")).deadweight(d("0.2")).displacement(d("0.1")).attribution(d("0.25"))
                .dropOff(d("0.1")).years(3))
        .outcome(ValuedOutcome.of("B", d("40"), d("12.5")).deadweight(d("0.1")).attribution(d("0.35")))
        .outcome(ValuedOutcome.of("C", d("-5"), d("100")).deadweight(d("0.05")).dropOff(d("0.05")).years(2));
  }

  private static SroiModel model() {
    return three(true).input(new Input("all", d("5000"), 0)).build();
  }

  @Test
  void theCaseThatWasWorkedByHand() {
    SroiModel model = model();
    assertEquals(
        List.of("5400", "292.5", "-475"),
        model.outcomes().stream().map(each -> each.impact().stripTrailingZeros().toPlainString()).toList());
    SroiResult result = model.compute();
    assertEquals(
        List.of("0", "5217.5", "4408.75", "4374"),
        result.years().stream().map(year -> year.value().stripTrailingZeros().toPlainString()).toList());
    isNear("13101.77549676", result.totalPresentValue());
    assertEquals("8101.775497", result.netPresentValue().setScale(6, RoundingMode.HALF_EVEN).toPlainString());
    assertEquals("2.620355099", result.ratio().orElseThrow().setScale(9, RoundingMode.HALF_EVEN).toPlainString());
    assertEquals("1.620355099", result.netRatio().orElseThrow().setScale(9, RoundingMode.HALF_EVEN).toPlainString());
  }

  @Test
  void theFirstYearMayBeLeftUndiscounted() {
    SroiResult result = three(false).input(new Input("all", d("5000"), 0)).build().compute();
    assertEquals("13560.33764", result.totalPresentValue().setScale(5, RoundingMode.HALF_EVEN).toPlainString());
    assertEquals("2.712067528", result.ratio().orElseThrow().setScale(9, RoundingMode.HALF_EVEN).toPlainString());
  }

  /** The same case as one fraction of whole numbers: values in hundredths times powers of 1000, over 1035³. */
  @Test
  void fractionsOfWholeNumbersAgreeToThirtyDigits() {
    BigInteger by = BigInteger.valueOf(1035);
    BigInteger thousand = BigInteger.valueOf(1000);
    BigInteger numerator =
        BigInteger.valueOf(521750).multiply(thousand).multiply(by.pow(2))
            .add(BigInteger.valueOf(440875).multiply(thousand.pow(2)).multiply(by))
            .add(BigInteger.valueOf(437400).multiply(thousand.pow(3)));
    BigDecimal exact = new BigDecimal(numerator).divide(new BigDecimal(by.pow(3)), new MathContext(60)).movePointLeft(2);
    assertTrue(exact.subtract(model().compute().totalPresentValue()).abs().compareTo(d("1e-28")) < 0);
  }

  @Test
  void theExampleOfTheGuide() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "how-to", "social-return.md"));
    StringBuilder ratios = new StringBuilder("from");
    for (boolean firstYear : List.of(true, false)) {
      SroiModel guide =
          SroiModel.builder(d("0.035"), firstYear)
              .outcome(
                  ValuedOutcome.of("work", d("10"), d("1000")).deadweight(d("0.2")).displacement(d("0.1"))
                      .attribution(d("0.25")).dropOff(d("0.1")).years(3))
              .input(new Input("grant", d("5000"), 0))
              .build();
      ratios.append(firstYear ? " " : " to ").append(guide.compute().ratio().orElseThrow().setScale(2, RoundingMode.HALF_EVEN));
    }
    assertTrue(page.contains(ratios), ratios::toString);
  }

  @Test
  void costsOfLaterYearsAreDiscountedLikeTheValuesOfThoseYears() {
    SroiResult late = three(true).input(new Input("start", d("2000"), 0)).input(new Input("later", d("1035"), 1)).build().compute();
    isNear("3000", late.presentInputs());
    SroiResult undiscounted = three(false).input(new Input("later", d("1035"), 1)).build().compute();
    isNear("1035", undiscounted.presentInputs());
    SroiResult afterwards = SroiModel.builder(d("0.5"), true).input(new Input("late", d("9"), 2)).build().compute();
    isNear("4", afterwards.presentInputs());
    assertEquals(0, afterwards.ratio().orElseThrow().signum());
  }

  @Test
  void withoutInputsThereIsNoRatio() {
    SroiResult result = three(true).build().compute();
    assertTrue(result.ratio().isEmpty() && result.netRatio().isEmpty());
  }

  @Test
  void theTornadoHasTheWidestBarFirstAndTheBaseInEach() {
    List<SroiSensitivity.Bar> bars =
        SroiSensitivity.of(model())
            .varyDiscountRate(d("0.01"), d("0.06"))
            .vary("A", SroiParameter.DEADWEIGHT, d("0.1"), d("0.4"))
            .vary("B", SroiParameter.PROXY, d("10"), d("20"))
            .vary("A", SroiParameter.DURATION, d("1"), d("5"))
            .tornado();
    assertEquals(
        List.of("A DURATION", "A DEADWEIGHT", " DISCOUNT_RATE", "B PROXY"),
        bars.stream().map(bar -> bar.range().outcome() + " " + bar.range().parameter()).toList());
    bars.forEach(bar -> assertEquals(model().compute().netPresentValue(), bar.base().netPresentValue()));
    SroiSensitivity.Bar deadweight = bars.get(1);
    assertTrue(deadweight.low().netPresentValue().compareTo(deadweight.high().netPresentValue()) > 0, "more deadweight is worth less");
    // Impact of A is 6075 at 0.1 and 4050 at 0.4; 2025 of difference times (1 + 0.9/1.035 + 0.81/1.035²)/1.035.
    isNear("5137.25651352", deadweight.swing());
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    ValuedOutcome outcome = ValuedOutcome.of("A", d("1"), d("1"));
    assertThrows(IllegalArgumentException.class, () -> outcome.deadweight(d("1.01")));
    assertThrows(IllegalArgumentException.class, () -> outcome.attribution(d("-0.01")));
    assertThrows(IllegalArgumentException.class, () -> outcome.years(0));
    assertThrows(IllegalArgumentException.class, () -> outcome.with(SroiParameter.DURATION, d("1.5")));
    assertThrows(IllegalArgumentException.class, () -> outcome.with(SroiParameter.DISCOUNT_RATE, d("0.1")));
    assertThrows(IllegalArgumentException.class, () -> SroiModel.builder(d("3.5"), true).build());
    assertThrows(IllegalArgumentException.class, () -> new Input("x", d("-1"), 0));
    assertThrows(IllegalArgumentException.class, () -> SroiModel.builder(d("0"), true).outcome(outcome).outcome(outcome));
    SroiSensitivity sensitivity = SroiSensitivity.of(model());
    assertThrows(IllegalArgumentException.class, () -> sensitivity.vary("D", SroiParameter.PROXY, d("1"), d("2")));
    assertThrows(IllegalArgumentException.class, () -> sensitivity.vary("A", SroiParameter.DEADWEIGHT, d("0.3"), d("0.4")));
    assertThrows(IllegalArgumentException.class, () -> sensitivity.vary("A", SroiParameter.DEADWEIGHT, d("0.1"), d("1.4")));
  }

  private static SroiModel small(int quantity, int lost, int dropOff, int years, int rate, boolean firstYear) {
    return SroiModel.builder(BigDecimal.valueOf(rate, 2), firstYear)
        .outcome(
            ValuedOutcome.of("o", BigDecimal.valueOf(quantity), d("100")).deadweight(BigDecimal.valueOf(lost, 2))
                .dropOff(BigDecimal.valueOf(dropOff, 2)).years(years))
        .input(new Input("i", d("1000"), 0))
        .build();
  }

  @Property
  void withoutARateNothingIsDiscounted(
      @ForAll @IntRange(min = -50, max = 50) int quantity, @ForAll @IntRange(max = 100) int lost,
      @ForAll @IntRange(max = 100) int dropOff, @ForAll @IntRange(min = 1, max = 10) int years, @ForAll boolean firstYear) {
    SroiResult result = small(quantity, lost, dropOff, years, 0, firstYear).compute();
    BigDecimal sum = result.years().stream().map(SroiResult.Year::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, sum.compareTo(result.totalPresentValue()));
  }

  @Property
  void discountingTheFirstYearTakesOneMoreYearOffAllOfThem(
      @ForAll @IntRange(min = 1, max = 50) int quantity, @ForAll @IntRange(max = 99) int lost,
      @ForAll @IntRange(min = 1, max = 10) int years, @ForAll @IntRange(max = 20) int rate) {
    BigDecimal with = small(quantity, lost, 10, years, rate, true).compute().totalPresentValue();
    BigDecimal without = small(quantity, lost, 10, years, rate, false).compute().totalPresentValue();
    BigDecimal difference = with.multiply(BigDecimal.ONE.add(BigDecimal.valueOf(rate, 2))).subtract(without).abs();
    assertTrue(difference.compareTo(d("1e-20")) < 0, difference::toString);
  }

  @Property
  void moreDeadweightDropOffOrRateIsNeverWorthMore(
      @ForAll @IntRange(min = 1, max = 50) int quantity, @ForAll @IntRange(max = 50) int share,
      @ForAll @IntRange(min = 1, max = 50) int more, @ForAll @IntRange(min = 1, max = 10) int years) {
    BigDecimal base = small(quantity, share, share, years, share, true).compute().totalPresentValue();
    assertTrue(small(quantity, share + more, share, years, share, true).compute().totalPresentValue().compareTo(base) <= 0);
    assertTrue(small(quantity, share, share + more, years, share, true).compute().totalPresentValue().compareTo(base) <= 0);
    assertTrue(small(quantity, share, share, years, share + more, true).compute().totalPresentValue().compareTo(base) <= 0);
    assertTrue(small(quantity, share, share, years + 1, share, true).compute().totalPresentValue().compareTo(base) >= 0);
  }

  @Property
  void theNetRatioIsTheRatioLessOne(@ForAll @IntRange(min = -50, max = 50) int quantity, @ForAll @IntRange(max = 20) int rate) {
    SroiResult result = small(quantity, 20, 10, 4, rate, true).compute();
    BigDecimal difference = result.ratio().orElseThrow().subtract(BigDecimal.ONE).subtract(result.netRatio().orElseThrow());
    assertTrue(difference.abs().compareTo(d("1e-30")) < 0, difference::toString);
  }
}
