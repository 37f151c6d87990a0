package se.siru.core.lexical;

/**
 * How many edits turn one text into another: insert, delete or replace a character, or swap two neighbours; nothing
 * between swapped neighbours is edited (optimal string alignment).
 */
public final class EditDistance {
  private EditDistance() {}

  /** The distance, or {@code most + 1} where it is greater than {@code most}. */
  public static int atMost(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return most + 1;
    }
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    int leastOfLast = 0;
    for (int i = 1; i <= one.length(); i++) {
      // Farther from the diagonal than the bound, everything is beyond it.
      int from = Math.max(1, i - most);
      int to = Math.min(other.length(), (int) Math.min((long) i + most, Integer.MAX_VALUE));
      row[from - 1] = from == 1 ? i : most + 1;
      if (to < other.length()) {
        row[to + 1] = most + 1;
      }
      int leastOfRow = row[from - 1];
      for (int j = from; j <= to; j++) {
        char a = one.charAt(i - 1);
        char b = other.charAt(j - 1);
        int least = Math.min(last[j - 1] + (a == b ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
        if (i > 1 && j > 1 && a == other.charAt(j - 2) && b == one.charAt(i - 2)) {
          least = Math.min(least, beforeLast[j - 2] + 1);
        }
        row[j] = least;
        leastOfRow = Math.min(leastOfRow, least);
      }
      // A swap reaches back over one row, so two rows beyond the bound are needed to give up.
      if (leastOfRow > most && leastOfLast > most) {
        return most + 1;
      }
      leastOfLast = leastOfRow;
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return Math.min(last[other.length()], most + 1);
  }
}
