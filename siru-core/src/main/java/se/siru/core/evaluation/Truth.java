package se.siru.core.evaluation;

import java.util.List;

/** The three answers to a condition, ordered so that <em>and</em> is the least and <em>or</em> the greatest (Kleene). */
final class Truth {
  static final byte FALSE = 0;
  static final byte UNKNOWN = 1;
  static final byte TRUE = 2;

  private Truth() {}

  static byte of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** A condition bound to the rows of one batch. */
  interface Test {
    byte of(int row);
  }

  static Test not(Test test) {
    return row -> (byte) (TRUE - test.of(row));
  }

  static Test all(List<Test> tests) {
    Test[] each = tests.toArray(Test[]::new);
    return row -> {
      byte least = TRUE;
      for (int i = 0; i < each.length && least != FALSE; i++) {
        least = (byte) Math.min(least, each[i].of(row));
      }
      return least;
    };
  }

  static Test any(List<Test> tests) {
    Test[] each = tests.toArray(Test[]::new);
    return row -> {
      byte greatest = FALSE;
      for (int i = 0; i < each.length && greatest != TRUE; i++) {
        greatest = (byte) Math.max(greatest, each[i].of(row));
      }
      return greatest;
    };
  }
}
