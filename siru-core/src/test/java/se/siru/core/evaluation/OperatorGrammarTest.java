package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Activity;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;

/** Random arithmetic, written with as few brackets as school allows, against fractions of whole numbers. */
class OperatorGrammarTest {
  private static final Indicator ZERO = Indicator.measure("t:zero").over(Activity.TYPE).count().build();
  private static final Portfolio EMPTY = Portfolio.builder().holds(Activity.TYPE).build();
  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int LEAF = 3;

  /** A written expression, how tightly it binds, and what it is worth as a fraction; null over 0. */
  private record Written(String text, int binds, @Nullable BigInteger numerator, BigInteger denominator) {
    String inside(int least) {
      return binds < least ? "(" + text + ")" : text;
    }
  }

  private static Written random(Random random, int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      BigDecimal number = BigDecimal.valueOf(random.nextInt(400), random.nextInt(3));
      return new Written(number.toPlainString(), LEAF, number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }
    Written left = random(random, depth - 1);
    if (random.nextInt(6) == 0) {
      return new Written("-" + left.inside(PRODUCT), PRODUCT, left.numerator == null ? null : left.numerator.negate(), left.denominator);
    }
    return binary("+-*/".charAt(random.nextInt(4)), left, random(random, depth - 1));
  }

  /** As {@link #random}, a level in a level, now on the left and now on the right. */
  private static Written deep(Random random, int levels) {
    Written written = random(random, 0);
    for (int i = 0; i < levels; i++) {
      Written other = random(random, 0);
      switch (random.nextInt(4)) {
        case 0 -> written = binary("+-*/".charAt(random.nextInt(4)), written, other);
        case 1 -> written = binary("+-*/".charAt(random.nextInt(4)), other, written);
        case 2 -> written = new Written("( " + written.text + ")", LEAF, written.numerator, written.denominator);
        default -> written = new Written("-" + written.inside(PRODUCT), PRODUCT,
            written.numerator == null ? null : written.numerator.negate(), written.denominator);
      }
    }
    return written;
  }

  /** Brackets stand only on the right of a minus or a division, and around sums in products. */
  private static Written binary(char operator, Written left, Written right) {
    int own = operator == '+' || operator == '-' ? SUM : PRODUCT;
    boolean isStrict = operator == '-' || operator == '/';
    String text = left.inside(own) + " " + operator + " " + right.inside(isStrict ? own + 1 : own);
    BigInteger a = left.numerator;
    BigInteger c = right.numerator;
    if (a == null || c == null || operator == '/' && c.signum() == 0) {
      return new Written(text, own, null, BigInteger.ONE);
    }
    BigInteger b = left.denominator;
    BigInteger d = right.denominator;
    return switch (operator) {
      case '+' -> new Written(text, own, a.multiply(d).add(c.multiply(b)), b.multiply(d));
      case '-' -> new Written(text, own, a.multiply(d).subtract(c.multiply(b)), b.multiply(d));
      case '*' -> new Written(text, own, a.multiply(c), b.multiply(d));
      default -> new Written(text, own, a.multiply(d), b.multiply(c));
    };
  }

  @Property(tries = 500)
  void aFormulaIsWorthWhatSchoolSays(@ForAll long seed) {
    assertWorth(random(new Random(seed), 6));
  }

  @Property(tries = 300)
  void soIsOneOfFiftyLevelsWithSignsAndBracketsThatAreNotNeeded(@ForAll long seed) {
    assertWorth(deep(new Random(seed), 50));
  }

  /** What a widely used parser gets wrong, and what is not there is refused where it stands. */
  @ParameterizedTest
  @CsvSource({"10 - 3 + 2, 9", "5 / 20 * 100, 25", "2 - 3 - 4, -5", "48 / 4 / 3, 4", "2 + 3 * 4 - 5, 9", "-2 * -3, 6", "--4, 4", "7 - -2, 9", "6 / -3 + 1, -1",
      "(1 + 2) * (3 - 5), -6", "0.1 + 0.2, 0.3", "1 / 3 * 3, 1"})
  void whatOthersGetWrong(String text, BigDecimal expected) {
    assertWorth(new Written(text, SUM, expected.unscaledValue(), BigInteger.TEN.pow(expected.scale())));
  }

  @ParameterizedTest
  @CsvSource({"4 ^ 0.5, 3", "9 % 2, 3", "2 ** 3, 4", "1e3, 2"})
  void operatorsThatAreNotThereAreRefusedWhereTheyStand(String text, int character) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Indicator.formula("t:formula").expression(text + " + [t:zero]"));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("Character " + character + " "), refused::getMessage);
  }

  private static void assertWorth(Written written) {
    Indicator formula = Indicator.formula("t:formula").expression(written.text + " + [t:zero]").build();
    Catalogue catalogue = Catalogue.empty().with(Provider.application(), List.of(ZERO, formula), List.of());
    Value value = Evaluation.of(EMPTY, catalogue).indicators("t:formula").run().cell("t:formula", "total").value();
    if (written.numerator == null) {
      assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) value).reason(), written.text);
      return;
    }
    BigDecimal numerator = value instanceof Value.Ratio ratio ? ratio.numerator() : ((Value.Quantity) value).number();
    BigDecimal denominator = value instanceof Value.Ratio ratio ? ratio.denominator() : BigDecimal.ONE;
    BigDecimal expected = new BigDecimal(written.numerator).multiply(denominator);
    assertEquals(0, expected.compareTo(new BigDecimal(written.denominator).multiply(numerator)), () -> written.text + " is not " + value);
  }
}
