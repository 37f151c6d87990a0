package se.siru.cli;

/** What a run ends with. */
final class ExitCode {
  /** All went well. */
  static final int DONE = 0;
  /** Findings of severity error, rejected rows, or a verification that failed. */
  static final int FOUND = 1;
  /** Wrong usage, or input that cannot be read. */
  static final int USAGE = 2;
  /** A fault of the program itself. */
  static final int FAULT = 3;

  private ExitCode() {}
}
