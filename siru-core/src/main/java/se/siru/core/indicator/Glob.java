package se.siru.core.indicator;

/** Patterns of names in which {@code *} stands for any letters. */
final class Glob {
  private Glob() {}

  /** Matches without a regular expression, in one pass: where a star took too few letters, the last one takes one more. */
  static boolean matches(String glob, String name) {
    int at = 0;
    int in = 0;
    int star = -1;
    int taken = 0;
    while (in < name.length()) {
      if (at < glob.length() && glob.charAt(at) == '*') {
        star = at++;
        taken = in;
      } else if (at < glob.length() && glob.charAt(at) == name.charAt(in)) {
        at++;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++taken;
      } else {
        return false;
      }
    }
    while (at < glob.length() && glob.charAt(at) == '*') {
      at++;
    }
    return at == glob.length();
  }
}
