package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Rule;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.lexical.IllegalCharacters;
import se.siru.core.model.Value;
import se.siru.core.text.Excerpt;
import se.siru.core.text.LocalizedText;

/**
 * What the code of an author gave, once it is known to be a value that can be computed with, written and read. The numbers are the
 * engine's own afterwards: a plugin may give a subclass of {@link BigDecimal} that it changes later.
 *
 * <p>All of this asks objects that the author made, and so runs under the {@link Guard} like his code.
 */
final class ForeignValue {
  /** More cells' worth of things than any portfolio holds; sums of as many cells as there may be have room in a {@code long}. */
  private static final long MOST_UNKNOWN = 1_000_000_000_000L;

  private static final int MOST_CAUTIONS = 16;
  private static final int MOST_LANGUAGES = 64;
  private static final int LONGEST_NAME = 100;

  /** A number of as many bits has more digits than a number may have before and after its decimal point. */
  private static final int MOST_BITS = 4 * (Rational.MOST_DIGITS + Rational.MOST_DECIMALS);

  private ForeignValue() {}

  /** What an author gave is none; the message is for people. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LocalizedText why;

    Refused(String swedish, String english) {
      super(english, null, false, false);
      this.why = LocalizedText.of(swedish, english);
    }

    LocalizedText why() {
      return why;
    }
  }

  /**
   * What a function found, null where it gave null.
   *
   * @throws Refused where it is none
   */
  static IndicatorFunction.@Nullable Outcome of(IndicatorFunction.@Nullable Outcome outcome) {
    if (outcome == null) {
      return null;
    }
    if (outcome.unknown() < 0 || outcome.unknown() > MOST_UNKNOWN) {
      throw new Refused(
          "lämnade " + outcome.unknown() + " utanför; det är från 0 till " + MOST_UNKNOWN,
          "left out " + outcome.unknown() + "; it is from 0 to " + MOST_UNKNOWN);
    }
    List<Rule> cautions = outcome.cautions();
    if (cautions.size() > MOST_CAUTIONS) {
      throw new Refused(
          "varnade " + cautions.size() + " gånger för en cell; högst " + MOST_CAUTIONS,
          "warned " + cautions.size() + " times of one cell; at most " + MOST_CAUTIONS);
    }
    for (Rule caution : cautions) {
      requireShort(caution.id(), LONGEST_NAME);
      require(caution.message());
      require(caution.help());
    }
    return new IndicatorFunction.Outcome(of(outcome.value()), outcome.unknown(), cautions);
  }

  /**
   * A value with numbers of the engine's own.
   *
   * @throws Refused where it is null, or is or holds what no value can
   */
  static Value of(@Nullable Value value) {
    if (value instanceof Value.Quantity quantity) {
      return new Value.Quantity(number(quantity.number()));
    }
    if (value instanceof Value.Ratio ratio) {
      return new Value.Ratio(number(ratio.numerator()), number(ratio.denominator()));
    }
    if (value instanceof Value.Interval interval) {
      BigDecimal least = number(interval.least());
      BigDecimal most = number(interval.most());
      if (least.compareTo(most) > 0) {
        throw new Refused("gav ett intervall som slutar före sin början", "gave an interval that ends below its beginning");
      }
      return new Value.Interval(least, most);
    }
    if (value instanceof Value.Absent absent) {
      if (absent.reason() == Value.Reason.SUPPRESSED) {
        throw new Refused(
            "kallade ett värde skyddat, vilket bara den som publicerar avgör", "called a value suppressed, which only whoever publishes decides");
      }
      require(absent.note());
      return absent;
    }
    throw new Refused("gav null i stället för ett värde", "gave null instead of a value");
  }

  /** Plain, bounded, and 0 without decimals. Not a number and infinity are no {@link BigDecimal}: making one of them throws. */
  private static BigDecimal number(@Nullable BigDecimal given) {
    if (given == null) {
      throw new Refused("gav null i stället för ett tal", "gave null instead of a number");
    }
    int scale = given.scale();
    BigInteger digits = given.unscaledValue();
    if (digits.bitLength() > MOST_BITS) { // before anything raises a power of ten
      throw tooLong();
    }
    BigDecimal number = new BigDecimal(new BigInteger(digits.toByteArray()), scale);
    if (number.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (Rational.isTooLong(number)) {
      throw tooLong();
    }
    return scale < 0 ? number.setScale(0) : number;
  }

  private static Refused tooLong() {
    return new Refused(
        "gav ett tal med fler än " + Rational.MOST_DIGITS + " siffror före kommat eller " + Rational.MOST_DECIMALS + " decimaler",
        "gave a number of more than " + Rational.MOST_DIGITS + " digits before the decimal point or " + Rational.MOST_DECIMALS + " decimals");
  }

  private static void require(LocalizedText text) {
    Map<String, String> wordings = text.asMap();
    if (wordings.size() > MOST_LANGUAGES) {
      throw new Refused("gav en text på " + wordings.size() + " språk", "gave a text in " + wordings.size() + " languages");
    }
    wordings.forEach((language, wording) -> {
      requireShort(language, LONGEST_NAME);
      requireShort(wording, Excerpt.OF_MESSAGE);
    });
  }

  private static void requireShort(String text, int most) {
    if (text.length() > most) {
      throw new Refused(
          "gav en text med " + text.length() + " tecken; högst " + most, "gave a text of " + text.length() + " characters; at most " + most);
    }
    if (IllegalCharacters.first(text, false) >= 0) {
      throw new Refused("gav en text med styrtecken", "gave a text with control characters");
    }
  }
}
