package se.siru.core.conformance;

import java.util.Objects;
import se.siru.core.stability.Experimental;

/**
 * Whether a case was answered rightly.
 *
 * @param outcome whether it was
 * @param expected what was expected; empty where the answer is right
 * @param found what was answered instead; empty where the answer is right
 */
@Experimental(since = "0.1.0")
public record Verdict(Outcome outcome, String expected, String found) {
  /** The ways in which a case may end. */
  @Experimental(since = "0.1.0")
  public enum Outcome {
    /** Every expected cell is as it should be. */
    PASSED,
    /** A cell is another, or there is none. */
    FAILED,
    /** The system says that it cannot be asked such a thing. */
    NOT_SUPPORTED
  }

  /** Checks the components. */
  public Verdict {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(found, "found");
  }

  static Verdict passed() {
    return new Verdict(Outcome.PASSED, "", "");
  }

  static Verdict failed(String expected, String found) {
    return new Verdict(Outcome.FAILED, expected, found);
  }

  static Verdict notSupported() {
    return new Verdict(Outcome.NOT_SUPPORTED, "", "");
  }
}
