package se.siru.core.intake;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Texts seen before, found by their characters alone, each with a number: what makes the second occurrence of a code or an id
 * cheap. Holds a bounded number of texts and looks at a bounded number of places, so hostile input only loses the speed.
 */
final class Symbols {
  private static final int MOST = 1 << 18;
  private static final int FURTHEST = 16;
  private static final int LONGEST = 256;

  private @Nullable String[] texts = new String[64];
  private int[] hashes = new int[64];
  private int[] values = new int[64];
  private int size;

  private static int hash(char[] chars, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + chars[i];
    }
    return hash * 0x9E3779B9;
  }

  /** The place of a text, or -1 where it was not seen or not kept. */
  int find(char[] chars, int from, int to) {
    int hash = hash(chars, from, to);
    int mask = texts.length - 1;
    for (int probe = 0; probe < FURTHEST; probe++) {
      int place = (hash >>> 12) + probe & mask;
      String text = texts[place];
      if (text == null) {
        return -1;
      }
      if (hashes[place] == hash && same(text, chars, from, to)) {
        return place;
      }
    }
    return -1;
  }

  private static boolean same(String text, char[] chars, int from, int to) {
    if (text.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i - from) != chars[i]) {
        return false;
      }
    }
    return true;
  }

  /** The text at a place that {@link #find} gave. */
  String text(int place) {
    return Objects.requireNonNull(texts[place]);
  }

  /** The number of the text at a place that {@link #find} gave. */
  int value(int place) {
    return values[place];
  }

  /** Keeps a text that {@link #find} did not find, where there is room for it. */
  void keep(String text, int value) {
    if (size >= MOST || text.length() > LONGEST) {
      return;
    }
    if (size * 2 >= texts.length) {
      grow();
    }
    char[] chars = text.toCharArray();
    if (put(text, hash(chars, 0, chars.length), value)) {
      size++;
    }
  }

  private boolean put(String text, int hash, int value) {
    int mask = texts.length - 1;
    for (int probe = 0; probe < FURTHEST; probe++) {
      int place = (hash >>> 12) + probe & mask;
      if (texts[place] == null) {
        texts[place] = text;
        hashes[place] = hash;
        values[place] = value;
        return true;
      }
    }
    return false;
  }

  private void grow() {
    @Nullable String[] oldTexts = texts;
    int[] oldHashes = hashes;
    int[] oldValues = values;
    texts = new String[oldTexts.length * 2];
    hashes = new int[texts.length];
    values = new int[texts.length];
    for (int i = 0; i < oldTexts.length; i++) {
      String text = oldTexts[i];
      if (text != null) {
        put(text, oldHashes[i], oldValues[i]);
      }
    }
  }
}
