package se.siru.example.xlsx;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;

/** A text of a workbook, put together of its runs. How it is pronounced is no part of it. */
final class RichText {
  /** The longest text that a cell holds. */
  static final int LONGEST = 32_767;

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private RichText() {}

  /** Reads from the beginning of {@code si} or {@code is} to its end. */
  static String read(Part part) throws BadWorkbook {
    StringBuilder text = new StringBuilder();
    int outside = part.depth() - 1;
    int pronounced = 0;
    int written = 0;
    while (part.depth() > outside) {
      int event = part.next();
      boolean begins = event == XMLStreamConstants.START_ELEMENT;
      if (begins || event == XMLStreamConstants.END_ELEMENT) {
        pronounced += part.element().equals("rPh") ? begins ? 1 : -1 : 0;
        written += part.element().equals("t") ? begins ? 1 : -1 : 0;
      } else if (written > 0 && pronounced == 0
          && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE)) {
        add(part, text);
      }
    }
    return unescaped(text);
  }

  /** Adds the text at hand, as long as a cell can hold it. */
  static void add(Part part, StringBuilder text) throws BadWorkbook {
    part.text(text);
    if (text.length() > LONGEST * 7) { // _xHHHH_
      throw part.workbook().damaged(part.name(), "a text that is too long");
    }
  }

  /** Characters that XML cannot hold are written {@code _x000D_}, and an underscore before such a thing {@code _x005F_}. */
  static String unescaped(StringBuilder text) {
    if (text.indexOf("_x") < 0) {
      return text.toString();
    }
    return ESCAPED.matcher(text).replaceAll(RichText::character);
  }

  /** True where what begins at a place would be read as an escaped character. */
  static boolean isEscape(String text, int at) {
    return text.startsWith("_x", at) && ESCAPED.matcher(text).region(at, text.length()).lookingAt();
  }

  private static String character(MatchResult escaped) {
    return Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escaped.group(1), 16)));
  }
}
