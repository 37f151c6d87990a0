package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Rule;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.IndicatorFunction.Outcome;
import se.siru.core.model.Agreement;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** What a plugin's code gives is a value that can be computed with, written and read, or its cell has failed with the reason. */
class ForeignValuesTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String TOO_LONG = "gave a number of more than 1000 digits before the decimal point or 3322 decimals";

  private static Results given(Supplier<Outcome> code) {
    return assertTimeoutPreemptively(
        SOON, () -> Agency.run(Agency.measure().build(), new Agency.Function((selection, context) -> code.get())));
  }

  private static Value value(Supplier<Value> code) {
    return given(() -> new Outcome(code.get(), 0)).cell(Agency.ID, "total").value();
  }

  private static String reason(Supplier<Outcome> code) {
    return Agency.reason(given(code));
  }

  private static Outcome outcome(Value value) {
    return new Outcome(value, 0);
  }

  @SuppressWarnings("NullAway") // a plugin is not compiled as this library is
  private static <T> T nothing() {
    return null;
  }

  @TestFactory
  Stream<DynamicTest> nullWhereverItCanStandIsAFailure() {
    Map<String, Supplier<Outcome>> faults = Map.of(
        "returned null", () -> nothing(),
        "gave null instead of a value", () -> outcome(nothing()),
        "gave null instead of a number", () -> outcome(new Value.Quantity(nothing())),
        "gave null instead of a number ", () -> outcome(new Value.Interval(BigDecimal.ONE, nothing())),
        "gave null instead of a number  ", () -> outcome(new Value.Ratio(nothing(), BigDecimal.ONE)),
        "java.lang.IllegalArgumentException: a caution is null",
            () -> new Outcome(Value.Quantity.of(1), 0, Collections.singletonList(nothing())));
    return faults.entrySet().stream()
        .map(fault -> DynamicTest.dynamicTest(fault.getKey(), () -> assertEquals(fault.getKey().strip(), reason(fault.getValue()))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberNeverBecomesOne(double none) {
    assertTrue(reason(() -> outcome(new Value.Quantity(BigDecimal.valueOf(none)))).startsWith("java.lang.NumberFormatException"));
    assertTrue(reason(() -> outcome(new Value.Quantity(new BigDecimal(none)))).startsWith("java.lang.NumberFormatException"));
  }

  @Test
  void minusNoughtIsNoughtAndNoughtHasNoDecimals() {
    assertEquals(Value.Quantity.of(0), value(() -> new Value.Quantity(BigDecimal.valueOf(-0.0))));
    assertEquals(Value.Quantity.of(0), value(() -> Agency.number("0e1000000")));
    assertEquals(Value.Quantity.of(0), value(() -> Agency.number("0e-1000000")));
    assertEquals(Value.Quantity.of(1000), value(() -> Agency.number("1e3")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e1000000", "-1e1000000", "1e-1000000", "1e2147483647", "1e-2147483647", "1e1000", "1e-3323"})
  void aNumberOfAMillionDigitsFailsAtOnceWithTheBound(String number) {
    Duration dear = assertTimeoutPreemptively(SOON, () -> {
      long start = System.nanoTime();
      assertEquals(TOO_LONG, reason(() -> outcome(Agency.number(number))));
      assertEquals(TOO_LONG, reason(() -> outcome(new Value.Ratio(BigDecimal.ONE, new BigDecimal(number)))));
      assertEquals(TOO_LONG, reason(() -> outcome(new Value.Interval(new BigDecimal(number), new BigDecimal(number)))));
      return Duration.ofNanos(System.nanoTime() - start);
    });
    assertTrue(dear.toSeconds() < 5, dear::toString);
  }

  @Test
  void aNumberWhoseDigitsAreAllWrittenOutFailsWithTheBoundToo() {
    BigInteger digits = BigInteger.ONE.shiftLeft(4_000_000); // 1.2 million digits
    assertEquals(TOO_LONG, reason(() -> outcome(new Value.Quantity(new BigDecimal(digits, 1_204_000)))));
    assertEquals(TOO_LONG, reason(() -> outcome(new Value.Quantity(new BigDecimal(digits, 0)))));
  }

  @Test
  void theLongestNumberWithinTheBoundIsExact() {
    assertEquals(Agency.number("9".repeat(1000) + "." + "9".repeat(3322)), value(() -> Agency.number("9".repeat(1000) + "." + "9".repeat(3322))));
  }

  @Test
  void anIntervalDoesNotEndBelowItsBeginning() {
    assertEquals("gave an interval that ends below its beginning", reason(() -> outcome(new Value.Interval(BigDecimal.ONE, BigDecimal.ZERO))));
  }

  @Test
  void onlyWhoeverPublishesSuppresses() {
    assertEquals(
        "called a value suppressed, which only whoever publishes decides", reason(() -> outcome(Value.Absent.of(Value.Reason.SUPPRESSED))));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE})
  void whatWasLeftOutIsACount(long unknown) {
    assertEquals("left out " + unknown + "; it is from 0 to 1000000000000", reason(() -> new Outcome(Value.Quantity.of(1), unknown)));
  }

  @TestFactory
  Stream<DynamicTest> textsAreShortAndHaveNoControlCharacters() {
    LocalizedText fine = LocalizedText.of("bra", "fine");
    Map<String, Supplier<Outcome>> faults = Map.of(
        "gave a text of 1000000 characters; at most 1000", () -> outcome(absent("x".repeat(1_000_000))),
        "gave a text with control characters", () -> outcome(absent("red\u001b[31m")),
        "gave a text with control characters ", () -> outcome(absent("half \ud800")),
        "gave a text of 1001 characters; at most 1000", () -> warned(Rule.info("a.b", LocalizedText.of("x".repeat(1001), "x"), fine)),
        "gave a text with control characters  ", () -> warned(Rule.info("a.b", fine, LocalizedText.of("a\nb", "a"))),
        "gave a text of 5000 characters; at most 100", () -> warned(Rule.info("a".repeat(5000), fine, fine)),
        "gave a text in 65 languages", () -> outcome(new Value.Absent(Value.Reason.UNDEFINED, languages(65))),
        "warned 17 times of one cell; at most 16",
            () -> new Outcome(Value.Quantity.of(1), 0, Collections.nCopies(17, Rule.info("a.b", fine, fine))));
    return faults.entrySet().stream()
        .map(fault -> DynamicTest.dynamicTest(fault.getKey(), () -> assertEquals(fault.getKey().strip(), reason(fault.getValue()))));
  }

  private static Value absent(String note) {
    return Value.Absent.of(Value.Reason.UNDEFINED, note, note);
  }

  private static LocalizedText languages(int count) {
    LocalizedText text = LocalizedText.empty();
    for (int i = 0; i < count; i++) {
      text = text.with("x-" + i, "x");
    }
    return text;
  }

  private static Outcome warned(Rule caution) {
    return new Outcome(Value.Quantity.of(1), 0, List.of(caution));
  }

  @Test
  void whatIsThrownIsToldOnOneShortLine() {
    String reason = reason(() -> { throw new IllegalStateException("two\nlines\u001b[2J " + "x".repeat(1_000_000)); });
    assertTrue(reason.startsWith("java.lang.IllegalStateException: two lines [2J xxx"), reason);
    assertTrue(reason.length() <= 301 && reason.codePoints().noneMatch(Character::isISOControl), reason);
  }

  @Test
  void whatIsThrownIsAskedForItsMessageWithinTheBudgetOnly() {
    RuntimeException talkative = new RuntimeException() {
      private static final long serialVersionUID = 1L;
      private boolean asked;

      @Override
      public String getMessage() {
        if (asked) {
          throw new IllegalStateException("asked again");
        }
        asked = true;
        return "once";
      }
    };
    assertTrue(reason(() -> { throw talkative; }).endsWith(": once"));
  }

  @Test
  void theReasonAndTheFindingAreGivenInSwedishToo() {
    Results results = given(() -> outcome(new Value.Quantity(nothing())));
    assertEquals("gav null i stället för ett tal", Agency.reason(results.cell(Agency.ID, "total"), "sv"));
    Finding finding = results.findings().stream().filter(each -> each.rule().id().equals("evaluation.code-failed")).findFirst().orElseThrow();
    assertEquals("Koden bakom agency:f fallerade: gav null i stället för ett tal", finding.message("sv"));
    assertEquals("The code behind agency:f failed: gave null instead of a number", finding.message("en"));
  }

  /** A number that becomes another after it was given. */
  private static final class Fickle extends BigDecimal {
    private static final long serialVersionUID = 1L;

    private transient boolean isTaken;

    Fickle() {
      super("3");
    }

    @Override
    public BigInteger unscaledValue() {
      return BigInteger.valueOf(isTaken ? 4 : 3);
    }

    @Override
    public String toPlainString() {
      return isTaken ? "4" : "3";
    }

    @Override
    public int signum() {
      return isTaken ? -1 : 1;
    }
  }

  @Test
  void aNumberThatItsAuthorChangesLaterIsTheOneThatWasGiven() {
    Fickle fickle = new Fickle();
    Value value = value(() -> new Value.Quantity(fickle));
    fickle.isTaken = true;
    assertEquals(Value.Quantity.of(3), value);
    assertEquals(BigDecimal.class, ((Value.Quantity) value).number().getClass());
  }

  @Test
  void aListThatItsAuthorKeepsAndChangesIsTheOneThatWasGiven() {
    List<Rule> cautions = new ArrayList<>();
    cautions.add(Rule.info("agency.note", LocalizedText.of("Obs {indicator}", "Note {indicator}"), LocalizedText.of("Se", "See")));
    Results results = given(() -> {
      Outcome outcome = new Outcome(Value.Quantity.of(1), 0, cautions);
      cautions.clear();
      return outcome;
    });
    assertTrue(results.findings().stream().anyMatch(finding -> finding.message("en").equals("Note agency:f")));
  }

  @Test
  void whatAPluginIsGivenItCannotChange() {
    List<String> changed = new ArrayList<>();
    IndicatorFunction curious = new Agency.Function((selection, context) -> {
      attempt(changed, "parameters", () -> context.parameters().put("x", "y"));
      return outcome(Value.Quantity.of(1));
    });
    Agency.run(Agency.measure().build(), curious);
    assertEquals(List.of("parameters: UnsupportedOperationException"), changed);
  }

  @Test
  void recordsThatAPluginIsGivenItCannotChange() {
    List<String> changed = new ArrayList<>();
    var portfolio = Agency.portfolio();
    List<String> before = portfolio.rows(Agreement.TYPE).map(row -> row.get(Agreement.ID) + row.get(Agreement.SUPPLIER) + row.get(Agreement.CLAUSES)).toList();
    var curious = new CountingRecords() {
      @Override
      public void add(long[] state, List<? extends se.siru.core.model.Row> rows) {
        attempt(changed, "rows", () -> rows.remove(0));
        rows.forEach(row -> row.find(Agreement.CLAUSES).ifPresent(codes -> attempt(changed, "codes", () -> codes.add("x"))));
        super.add(state, rows);
      }
    };
    Results results = Agency.run(Evaluation.of(portfolio, Agency.catalogue(List.of(Agency.measure(curious).build()))));
    assertEquals(Value.Quantity.of(Agency.AGREEMENTS), results.cell(Agency.ID, "total").value());
    assertFalse(changed.isEmpty());
    assertTrue(changed.stream().allMatch(each -> each.endsWith("UnsupportedOperationException")), changed::toString);
    assertEquals(
        before,
        portfolio.rows(Agreement.TYPE).map(row -> row.get(Agreement.ID) + row.get(Agreement.SUPPLIER) + row.get(Agreement.CLAUSES)).toList());
  }

  private static void attempt(List<String> told, String what, Runnable change) {
    try {
      change.run();
      told.add(what + ": changed");
    } catch (RuntimeException refused) {
      told.add(what + ": " + refused.getClass().getSimpleName());
    }
  }
}
