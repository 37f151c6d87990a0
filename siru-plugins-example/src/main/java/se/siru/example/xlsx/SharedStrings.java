package se.siru.example.xlsx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The texts of a workbook by their numbers, in little memory. */
final class SharedStrings {
  private static final int MOST = 500_000;
  private static final int MOST_BYTES = 16 << 20;

  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int count;

  private SharedStrings() {}

  /** Reads a part; a workbook without texts has none. */
  static SharedStrings read(WorkbookPackage workbook, String part) throws IOException, BadWorkbook {
    SharedStrings made = new SharedStrings();
    if (part.isEmpty()) {
      return made;
    }
    try (Part texts = Part.open(workbook, part)) {
      while (texts.nextElement()) {
        if (texts.element().equals("si")) {
          made.add(texts);
        }
      }
    }
    return made;
  }

  private void add(Part part) throws BadWorkbook {
    byte[] text = RichText.read(part).getBytes(StandardCharsets.UTF_8);
    int start = end();
    if (count == MOST || start + text.length > MOST_BYTES) {
      throw new BadWorkbook(XlsxRules.TOO_LARGE, part.workbook().file(),
          "part", part.name(), "most", count == MOST ? Integer.toString(MOST) : Integer.toString(MOST_BYTES >> 20),
          "unit", count == MOST ? "si" : "MB");
    }
    if (start + text.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(MOST_BYTES, Math.max(start + text.length, bytes.length * 2)));
    }
    System.arraycopy(text, 0, bytes, start, text.length);
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, Math.min(MOST, count * 2));
    }
    ends[count++] = start + text.length;
  }

  private int end() {
    return count == 0 ? 0 : ends[count - 1];
  }

  int count() {
    return count;
  }

  String text(int number) {
    int from = number == 0 ? 0 : ends[number - 1];
    return new String(bytes, from, ends[number] - from, StandardCharsets.UTF_8);
  }
}
