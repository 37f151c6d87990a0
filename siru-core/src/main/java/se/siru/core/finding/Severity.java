package se.siru.core.finding;

/** How serious a finding is. Only {@link #ERROR} refuses a portfolio. */
public enum Severity {
  /** The input is not accepted. */
  ERROR,
  /** The input is accepted; somebody should look. */
  WARNING,
  /** Nothing is wrong; the reader should know. */
  INFO
}
