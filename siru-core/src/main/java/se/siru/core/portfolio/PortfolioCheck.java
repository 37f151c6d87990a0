package se.siru.core.portfolio;

import se.siru.core.finding.Findings;
import se.siru.core.model.RecordType;
import se.siru.core.stability.Implementable;

/**
 * What a portfolio is held to beside this library's own rules, where those find no error. A finding of severity error refuses the
 * portfolio; its place is that of a record ({@link SourcedRow#origin}), so that an import knows the row. A host may bring one of its own;
 * the rules of plugins are one.
 *
 * <p>The same portfolio gives the same findings. Thread-safe.
 */
@FunctionalInterface
@Implementable(since = "0.1.0")
public interface PortfolioCheck {
  /** Tells what is wrong. */
  void check(Portfolio portfolio, Findings findings);

  /**
   * False only where the check never asks for records of a type, so that they need not be kept for it. A type of which it is true is
   * never evaluated while it is read; where that is support, neither is the attendance that some of it follows from.
   */
  default boolean reads(RecordType type) {
    return true;
  }

  /** Nothing beside the library's own rules. */
  static PortfolioCheck none() {
    return NoCheck.NONE;
  }
}
