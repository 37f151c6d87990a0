package se.siru.example.xlsx;

/** Addresses of cells: the letters of a column, and a row. */
final class CellAddress {
  static final int MOST_ROWS = 1_048_576;
  static final int MOST_COLUMNS = 16_384;
  /** For what is no address of a cell. */
  static final long NONE = -1;

  private CellAddress() {}

  /** Row times the number of columns, plus the column, both zero-based; {@link #NONE} where a sheet has no such cell. */
  static long parse(String address) {
    int column = 0;
    int at = 0;
    while (at < address.length() && at < 3 && address.charAt(at) >= 'A' && address.charAt(at) <= 'Z') {
      column = column * 26 + address.charAt(at++) - 'A' + 1;
    }
    int row = 0;
    int digits = at;
    while (digits < address.length() && digits < at + 7 && address.charAt(digits) >= '0' && address.charAt(digits) <= '9') {
      row = row * 10 + address.charAt(digits++) - '0';
    }
    boolean good = column > 0 && column <= MOST_COLUMNS && row > 0 && row <= MOST_ROWS && digits == address.length();
    return good ? (row - 1L) * MOST_COLUMNS + column - 1 : NONE;
  }

  /** The letters of a zero-based column. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
