package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInput;
import java.io.DataOutput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Accumulator;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Expression;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Activity;
import se.siru.core.model.Row;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;

/** Formulas that are long, deep, or whose numbers grow and grow: they are computed or say why not, and never hang. */
class HostileFormulasTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Indicator NOTHING = Indicator.measure("t:nothing").over(Activity.TYPE).count().build();

  private static Catalogue chain(int links, String first, IntFunction<String> link) {
    List<Indicator> indicators = new ArrayList<>(List.of(NOTHING));
    indicators.add(Indicator.formula("t:a0").expression(first).build());
    for (int i = 1; i <= links; i++) {
      indicators.add(Indicator.formula("t:a" + i).expression(link.apply(i)).build());
    }
    return Catalogue.empty().with(Provider.application(), indicators, List.of());
  }

  private static Results run(Catalogue catalogue, String... indicators) {
    Portfolio portfolio = Portfolio.builder().holds(Activity.TYPE).build();
    return Evaluation.of(portfolio, catalogue).indicators(indicators).run();
  }

  @Test
  void fiftyThousandNamesAreSoonSelectedInTheirOrder() {
    Catalogue catalogue = chain(50_000, "[t:nothing]", i -> "[t:nothing] + " + i);
    List<String> names = new ArrayList<>();
    for (int i = 50_000; i > 0; i--) {
      names.add("t:a" + i);
    }
    List<Indicator> selected = assertTimeoutPreemptively(SOON, () -> catalogue.select(names));
    assertEquals(names, selected.stream().map(Indicator::id).toList());
  }

  @Test
  void aNameThatIsTheIdOfOneAndTheCodeOfAnotherSelectsBoth() {
    Indicator other = Indicator.measure("t:other").code("t:nothing").over(Activity.TYPE).count().build();
    Catalogue catalogue =
        Catalogue.empty().with(Provider.application(), List.of(Indicator.measure("t:nothing").code("N").over(Activity.TYPE).count().build(), other), List.of());
    assertEquals(List.of("t:nothing", "t:other"), catalogue.select(List.of("t:nothing")).stream().map(Indicator::id).toList());
    assertEquals(List.of("t:nothing"), catalogue.select(List.of("N")).stream().map(Indicator::id).toList());
  }

  private static Value last(int links, String first, IntFunction<String> link) {
    return assertTimeoutPreemptively(SOON, () -> run(chain(links, first, link), "t:a" + links).cells().findFirst().orElseThrow().value());
  }

  @Test
  void aChainOfAHundredThousandFormulasIsComputed() {
    Value value = last(100_000, "[t:nothing] + 1", i -> "[t:a" + (i - 1) + "] + 1");
    assertEquals(Value.Quantity.of(100_001), value);
  }

  @Test
  void theRecordsBehindAChainAreFound() {
    Catalogue catalogue = chain(100_000, "[t:nothing] + 1", i -> "[t:a" + (i - 1) + "] + [t:a" + (i - 1) + "] * 0");
    Results results = run(catalogue, "t:a100000");
    RecordsBehind behind = RecordsBehind.of(results, catalogue, 1);
    assertEquals(
        List.of("t:nothing"), behind.of(results.cells().findFirst().orElseThrow()).stream().map(trail -> trail.measure().id()).toList());
  }

  @Test
  void formulasThatShareTheirOperandsAreFollowedOnceEach() {
    Catalogue catalogue = chain(60, "[t:nothing]", i -> "[t:a" + (i - 1) + "] - [t:a" + (i - 1) + "]");
    Results results = run(catalogue, "t:a60");
    assertEquals(Value.Quantity.of(0), results.cells().findFirst().orElseThrow().value());
    assertEquals(1, RecordsBehind.of(results, catalogue, 1).of(results.cells().findFirst().orElseThrow()).size());
  }

  @Test
  void theCauseOfAnAbsenceIsToldThroughManyLinksAndIsShort() {
    Value.Absent absent = (Value.Absent) last(5_000, "1 / [t:nothing]", i -> "[t:a" + (i - 1) + "] + 1");
    String note = absent.note().in("en");
    assertTrue(note.startsWith("t:a4999: ") && note.endsWith(": division by 0"), note);
    assertTrue(note.length() < 500, note);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "[t:a#] * [t:a#]",
    "1 / ([t:a#] * [t:a#])",
    "[t:a#] / ([t:a#] * [t:a#] + 1)",
    "[t:a#] * [t:a#] + 1 / [t:a#]",
    "[t:a#] * [t:a#] * [t:a#] - 0.1",
    "-([t:a#] * [t:a#] * 1.000000001)"})
  void numbersThatGrowAndGrowEndInAnAbsenceThatSaysWhy(String link) {
    Value value = last(33, "[t:nothing] + 3", i -> link.replace("#", Integer.toString(i - 1)));
    Value.Absent absent = (Value.Absent) value;
    assertEquals(Value.Reason.UNDEFINED, absent.reason());
    assertTrue(absent.note().in("en").endsWith("a number on the way has more than 1000 digits"), absent.toString());
    assertTrue(absent.note().in("sv").endsWith("ett tal på vägen har fler än 1000 siffror"), absent.toString());
  }

  @Test
  void aSumOfManyFractionsEndsToo() {
    StringBuilder sum = new StringBuilder("[t:nothing]");
    for (int i = 0; i < 499; i++) {
      sum.append(" + 1 / ").append(BigInteger.valueOf(1_000_000_007L + i * 2L));
    }
    assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) last(0, sum.toString(), i -> "")).reason());
  }

  @Property(tries = 200)
  void aPowerIsExactUpToTheLimitAndAbsentBeyond(@ForAll @IntRange(min = 2, max = 999) int base, @ForAll @IntRange(max = 12) int squarings) {
    Value value = last(squarings, "[t:nothing] + " + base, i -> "[t:a" + (i - 1) + "] * [t:a" + (i - 1) + "]");
    BigInteger power = BigInteger.valueOf(base).pow(1 << squarings);
    if (power.bitLength() <= BigInteger.TEN.pow(Rational.MOST_DIGITS).bitLength()) {
      assertEquals(new Value.Quantity(new BigDecimal(power)), value);
    } else {
      assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) value).reason());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e1001", "-1e999999999", "1e-999999999", "1e-4000"})
  void anAuthorsNumberThatIsTooLongFailsAlone(String number) {
    Indicator custom =
        Indicator.measure("t:custom").over(Activity.TYPE).aggregate(new Aggregate.Custom(new Constant(new BigDecimal(number)))).build();
    Catalogue catalogue = Catalogue.empty().with(Provider.application(), List.of(custom, NOTHING), List.of());
    Results results = assertTimeoutPreemptively(SOON, () -> run(catalogue));
    assertEquals(Value.Reason.FAILED, ((Value.Absent) results.cell("t:custom", "total").value()).reason());
    assertEquals(Value.Quantity.of(0), results.cell("t:nothing", "total").value());
  }

  /** An author's code that gives one number. */
  private static final class Constant implements Accumulator<Integer> {
    private final BigDecimal number;

    Constant(BigDecimal number) {
      this.number = number;
    }

    @Override
    public String name() {
      return "constant";
    }

    @Override
    public Integer create() {
      return 0;
    }

    @Override
    public void add(Integer state, List<? extends Row> rows) {}

    @Override
    public Integer merge(Integer first, Integer second) {
      return first;
    }

    @Override
    public void write(Integer state, DataOutput out) {}

    @Override
    public Integer read(DataInput in) {
      return 0;
    }

    @Override
    public Value finish(Integer state) {
      return new Value.Quantity(number);
    }
  }

  private static Expression deep(int levels) {
    Expression tree = new Expression.Reference("t:nothing");
    for (int i = 0; i < levels; i++) {
      tree = new Expression.Negate(tree);
    }
    return tree;
  }

  private static Expression doubled(int times) {
    Expression tree = new Expression.Reference("t:nothing");
    for (int i = 0; i < times; i++) {
      tree = new Expression.Binary(Expression.Operator.PLUS, tree, tree);
    }
    return tree;
  }

  @Test
  void aTreeThatNoTextCouldSpellIsRefusedHoweverItWasMade() {
    for (Expression tree : List.of(deep(1_000_000), doubled(40),
        new Expression.Binary(Expression.Operator.TIMES, deep(0), new Expression.Number(new BigDecimal("1e999999999"))))) {
      assertThrows(IllegalStateException.class, () -> Indicator.formula("t:x").expression(tree).build());
    }
  }

  @Test
  void noFormulaComputesWithTheAttainmentOfAll() {
    Indicator all = Indicator.formula("t:all").expression("attainment(*)").build();
    Indicator with = Indicator.formula("t:with").expression("[t:all] + 1").build();
    SiruException refused =
        assertThrows(SiruException.class, () -> Catalogue.empty().with(Provider.application(), List.of(all, with), List.of()));
    assertEquals(ErrorCode.PLUGINS, refused.code());
    assertTrue(refused.getMessage().contains("t:with computes with t:all"), refused.getMessage());
  }

  @Test
  void aPatternOfManyStarsIsSoonMatched() {
    Catalogue catalogue = Catalogue.empty().with(Provider.application(), List.of(NOTHING), List.of());
    String stars = "*".repeat(10) + "n*".repeat(40);
    assertThrows(SiruException.class, () -> assertTimeoutPreemptively(SOON, () -> catalogue.select(List.of(stars + "x"))));
    assertEquals(List.of(NOTHING), catalogue.select(List.of("t*:*no*th*g*")));
    assertEquals(List.of(NOTHING), catalogue.select(List.of("**")));
    assertThrows(SiruException.class, () -> catalogue.select(List.of("t:*nothing*g")));
  }
}
