package se.siru.core.finding;

import se.siru.core.stability.Stable;

/** How serious a finding is. Only {@link #ERROR} refuses a portfolio. */
@Stable(since = "0.1.0")
public enum Severity {
  /** The input is not accepted. */
  ERROR,
  /** The input is accepted; somebody should look. */
  WARNING,
  /** Nothing is wrong; the reader should know. */
  INFO
}
