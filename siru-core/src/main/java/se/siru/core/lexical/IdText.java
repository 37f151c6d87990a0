package se.siru.core.lexical;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says what texts can be ids and codes, for files, documents and programs alike. Two ids that look alike are to be alike: an id
 * holds nothing that cannot be seen (Unicode UAX #31 and UTS #39 keep the same characters out of identifiers), no blank but the
 * ordinary one and that not at its ends, and no semicolon, which parts the values of a cell.
 *
 * <p>A text is compared after normalization to NFC, which is up to the caller and changes none of this.
 */
public final class IdText {
  /** The most UTF-16 units. */
  public static final int LONGEST = 256;

  /** What parts the values of a cell. */
  public static final char SEPARATOR = ';';

  private IdText() {}

  /** What keeps a text from being an id. */
  public enum Kind {
    /** It is too long. */
    LENGTH,
    /** It holds a control character or half a surrogate pair. */
    CONTROL,
    /** It holds a character that cannot be seen, or a blank that is not the ordinary one. */
    INVISIBLE,
    /** It is empty, has a blank at an end, or a semicolon. */
    SHAPE
  }

  /**
   * What keeps a text from being an id.
   *
   * @param character the character as {@code U+200B}; empty where it is not about one
   */
  public record Fault(Kind kind, String character) {
    private static final Fault LENGTH = new Fault(Kind.LENGTH, "");
    private static final Fault SHAPE = new Fault(Kind.SHAPE, "");
  }

  /** What keeps a text from being an id; null where nothing does. */
  public static @Nullable Fault fault(String text) {
    int length = text.length();
    if (length > LONGEST) {
      return Fault.LENGTH;
    }
    boolean shaped = length > 0 && text.charAt(0) != ' ' && text.charAt(length - 1) != ' ';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == SEPARATOR) {
        shaped = false;
      } else if (c < ' ' || c >= 0x7F) {
        int point = text.codePointAt(i);
        Kind kind = kind(point);
        if (kind != null) {
          return new Fault(kind, String.format(Locale.ROOT, "U+%04X", point));
        }
        i += Character.charCount(point) - 1;
      }
    }
    return shaped ? null : Fault.SHAPE;
  }

  /** A text without what no id may hold: other blanks and control characters become ordinary blanks, the rest goes. */
  public static String visible(String text) {
    StringBuilder visible = null;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int next = i + Character.charCount(point);
      Kind kind = point >= ' ' && point < 0x7F ? null : kind(point);
      if (kind != null && visible == null) {
        visible = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (visible != null && kind == null) {
        visible.appendCodePoint(point);
      } else if (visible != null && (kind == Kind.CONTROL || Character.isSpaceChar(point))) {
        visible.append(' ');
      }
      i = next;
    }
    return visible == null ? text : visible.toString();
  }

  private static @Nullable Kind kind(int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL:
      case Character.SURROGATE:
        return Kind.CONTROL;
      case Character.FORMAT:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
        return Kind.INVISIBLE;
      case Character.SPACE_SEPARATOR:
        return point == ' ' ? null : Kind.INVISIBLE;
      default:
        return isIgnorable(point) ? Kind.INVISIBLE : null;
    }
  }

  /** What Unicode calls default ignorable beside the format characters, and the empty pattern of Braille. */
  private static boolean isIgnorable(int point) {
    return point == 0x034F
        || point >= 0x115F && point <= 0x1160
        || point >= 0x17B4 && point <= 0x17B5
        || point >= 0x180B && point <= 0x180F
        || point >= 0x2060 && point <= 0x206F
        || point == 0x2800
        || point == 0x3164
        || point >= 0xFE00 && point <= 0xFE0F
        || point == 0xFFA0
        || point >= 0xFFF0 && point <= 0xFFF8
        || point >= 0x1D173 && point <= 0x1D17A
        || point >= 0xE0000 && point <= 0xE0FFF;
  }
}
