package se.siru.indicators.composite;

import java.util.Objects;
import java.util.Optional;
import se.siru.core.stability.Experimental;

/** A step of a composite index between the raw numbers and their aggregation. An index states its steps in their order. */
@Experimental(since = "0.1.0")
public sealed interface Step {
  /** The word used in files and logs. */
  String code();

  /** Divides every indicator that names a denominator by it; where the denominator is missing or 0 the result is missing. */
  @Experimental(since = "0.1.0")
  record Denominate() implements Step {
    @Override
    public String code() {
      return "denominate";
    }
  }

  /**
   * Puts a figure of other units in place of a missing number. Where no other unit has a number, it stays missing.
   *
   * @param by mean or median of the known numbers
   * @param grouping of the units of the same group only, by this way of grouping; empty is of all units
   */
  @Experimental(since = "0.1.0")
  record Impute(By by, Optional<String> grouping) implements Step {
    /** Checks the components. */
    public Impute {
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(grouping, "grouping");
    }

    /** What stands in for a missing number. */
    @Experimental(since = "0.1.0")
    public enum By {
      /** The mean. */
      MEAN,
      /** The median. */
      MEDIAN
    }

    @Override
    public String code() {
      return "impute";
    }
  }

  /**
   * Leaves out units of which too little is known. After an imputation nearly everything is known, so that it stands before.
   *
   * @param available the least share of the indicators that must be known, 0 to 1
   */
  @Experimental(since = "0.1.0")
  record Screen(double available) implements Step {
    /** Refuses what is no share. */
    public Screen {
      if (!(available >= 0 && available <= 1)) {
        throw new IllegalArgumentException("no share: " + available);
      }
    }

    @Override
    public String code() {
      return "screen";
    }
  }

  /**
   * Draws in the outermost numbers of indicators whose |skewness| and excess kurtosis (both of type 2) reach two thresholds. One
   * number after the other is put on the next within, on the side to which the indicator is skewed, until one of the two is below
   * its threshold. Where the permitted numbers do not suffice, all of them are put back and the indicator becomes
   * ln(x − min + range/100), or −ln(max − x + range/100) where it is skewed to the left.
   *
   * @param skewness the threshold of |skewness|; 2 is usual
   * @param kurtosis the threshold of kurtosis; 3.5 is usual
   * @param most how many numbers of an indicator may be drawn in; 5 is usual
   */
  @Experimental(since = "0.1.0")
  record Treat(double skewness, double kurtosis, int most) implements Step {
    /** Refuses thresholds that are no numbers, and fewer than no numbers. */
    public Treat {
      if (!(skewness >= 0) || !Double.isFinite(kurtosis) || !Double.isFinite(skewness) || most < 0) {
        throw new IllegalArgumentException("no thresholds: " + skewness + ", " + kurtosis + ", " + most);
      }
    }

    /** The usual thresholds: 2, 3.5 and 5 numbers. */
    public static Treat usual() {
      return new Treat(2, 3.5, 5);
    }

    @Override
    public String code() {
      return "treat";
    }
  }

  /**
   * Puts all indicators on scales on which more is better.
   *
   * @param unlessOwn how, for indicators without a normalisation of their own
   */
  @Experimental(since = "0.1.0")
  record Normalise(Normalisation unlessOwn) implements Step {
    /** Checks the component. */
    public Normalise {
      Objects.requireNonNull(unlessOwn, "unlessOwn");
    }

    @Override
    public String code() {
      return "normalise";
    }
  }
}
