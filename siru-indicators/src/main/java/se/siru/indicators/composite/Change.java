package se.siru.indicators.composite;

import java.util.OptionalDouble;
import se.siru.core.stability.Experimental;
import se.siru.core.text.LocalizedText;

/**
 * What a step did to one value, or could not do.
 *
 * @param step the word of the step, or {@code aggregate}
 * @param unit the unit
 * @param variable the indicator or aggregate; all indicators where it is empty
 * @param before the number before; empty where it was missing or there was none
 * @param after the number after; empty where it is missing
 * @param reason why
 */
@Experimental(since = "0.1.0")
public record Change(String step, String unit, String variable, OptionalDouble before, OptionalDouble after, Reason reason) {

  /** Why a value changed or could not be computed. */
  @Experimental(since = "0.1.0")
  public enum Reason {
    /** Divided by its denominator. */
    DENOMINATED("delat med nämnaren", "divided by its denominator"),
    /** The denominator is missing or 0. */
    NO_DENOMINATOR("nämnaren saknas eller är 0", "the denominator is missing or 0"),
    /** A figure of other units stands in. */
    IMPUTED("ersatt med andra enheters värde", "a figure of other units stands in"),
    /** No other unit has a number. */
    NOT_IMPUTED("inga andra enheter har något värde", "no other unit has a number"),
    /** The unit has too few numbers and is left out. */
    SCREENED_OUT("för få värden är kända, enheten utelämnas", "too few numbers are known, the unit is left out"),
    /** Put on the next number within. */
    WINSORISED("ytterlighet dragen till närmaste värde innanför", "outermost number put on the next within"),
    /** Its logarithm stands in. */
    LOGGED("logaritmerat", "the logarithm stands in"),
    /** The logarithm is still as skewed as before. */
    STILL_SKEWED("logaritmerat men fortfarande skevt", "the logarithm stands in, and is still skewed"),
    /** Put on a scale. */
    NORMALISED("lagt på skalan", "put on the scale"),
    /** The scale is undefined, as where all numbers are equal. */
    NO_SCALE("skalan är inte definierad", "the scale is undefined"),
    /** Too little of the weight is known, or the mean is undefined. */
    NOT_AGGREGATED(
        "för lite av vikten är känd, eller medelvärdet är inte definierat",
        "too little of the weight is known, or the mean is undefined");

    private final LocalizedText text;

    Reason(String swedish, String english) {
      this.text = LocalizedText.of(swedish, english);
    }

    /** The reason in words. */
    public LocalizedText text() {
      return text;
    }
  }

  static Change of(String step, String unit, String variable, double before, double after, Reason reason) {
    return new Change(step, unit, variable, optional(before), optional(after), reason);
  }

  private static OptionalDouble optional(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
