package se.siru.core.portfolio;

/** How many insertions, deletions and replacements of characters turn one text into another. */
final class EditDistance {
  private EditDistance() {}

  /** The distance, or {@code most + 1} where it is greater than {@code most}. */
  static int atMost(String one, String other, int most) {
    int[] above = new int[other.length() + 1];
    int[] here = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      here[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        here[j] = Math.min(replaced, 1 + Math.min(above[j], here[j - 1]));
        least = Math.min(least, here[j]);
      }
      if (least > most) {
        return most + 1;
      }
      int[] swap = above;
      above = here;
      here = swap;
    }
    return Math.min(above[other.length()], most + 1);
  }
}
