package se.siru.example.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Watches over XML on its way into a parser: no document type, so no entities, and no tag, comment, or text between tags
 * that is longer than a workbook has any, since a parser holds each of them in memory as a whole. UTF-8 only.
 */
final class GuardedXml extends FilterInputStream {
  /** The longest text of a cell has 32,767 characters; each may be written as an entity. */
  private static final int LONGEST_TEXT = 1 << 19;
  private static final int LONGEST_MARKUP = 1 << 16;

  /** Where in the text the next byte lies. */
  private enum State {
    TEXT, OPENED, TAG, QUOTED, DECLARED, COMMENT, CHARACTER_DATA, INSTRUCTION
  }

  private State state = State.TEXT;
  private int length;
  private int quote;
  private int before;
  private int beforeThat;

  GuardedXml(InputStream in) {
    super(in);
  }

  /** Something that no workbook holds. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int wanted) throws IOException {
    int count = super.read(into, offset, wanted);
    for (int i = offset; i < offset + count; i++) {
      see(into[i]);
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void see(int one) throws Refused {
    if (one == 0) {
      throw new Refused("a byte 0, so not UTF-8");
    }
    boolean isText = state == State.TEXT || state == State.CHARACTER_DATA;
    if (++length > (isText ? LONGEST_TEXT : LONGEST_MARKUP)) {
      throw new Refused(isText ? "a text that is too long" : "a tag or comment that is too long");
    }
    switch (state) {
      case TEXT -> {
        if (one == '<') {
          turn(State.OPENED);
        }
      }
      case OPENED -> turn(one == '!' ? State.DECLARED : one == '?' ? State.INSTRUCTION : one == '>' ? State.TEXT : State.TAG);
      case TAG -> {
        if (one == '"' || one == '\'') {
          quote = one;
          state = State.QUOTED;
        } else if (one == '>') {
          turn(State.TEXT);
        }
      }
      case QUOTED -> {
        if (one == quote) {
          state = State.TAG;
        }
      }
      case DECLARED -> declared(one);
      case COMMENT -> endsWith('-', '-', one);
      case CHARACTER_DATA -> endsWith(']', ']', one);
      case INSTRUCTION -> {
        if (before == '?' && one == '>') {
          turn(State.TEXT);
        }
      }
    }
    beforeThat = before;
    before = one;
  }

  private void declared(int one) throws Refused {
    if (before == '!' && one != '-' && one != '[') {
      throw new Refused("a document type (DOCTYPE)");
    }
    if (one == '-') {
      turn(State.COMMENT);
    } else if (one == '[') {
      turn(State.CHARACTER_DATA);
    }
  }

  private void endsWith(int first, int second, int one) {
    if (one == '>' && before == second && beforeThat == first && length > 2) {
      turn(State.TEXT);
    }
  }

  private void turn(State next) {
    state = next;
    length = 0;
  }
}
