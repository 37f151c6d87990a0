package se.siru.core.intake;

import java.util.Arrays;

/**
 * Texts seen before, found by their characters alone, each with a number: what makes the second occurrence of a code or an id
 * cheap. Holds a bounded number of texts and looks at a bounded number of places, so hostile input only loses the speed.
 */
final class Symbols {
  /** No number: the text was not seen or not kept. */
  static final int UNSEEN = -1;

  private static final int MOST = 1 << 18;
  private static final int FURTHEST = 16;
  private static final int LONGEST = 256;
  private static final int MOST_CHARS = 1 << 24;

  // a slot is four neighbours, which the processor fetches at once: hash, number, start and length; length 0 is free
  private static final int SLOT = 4;
  private static final int NUMBER = 1;
  private static final int START = 2;
  private static final int LENGTH = 3;

  private static final int FIRST_SLOTS = 64 * SLOT;
  private static final int FIRST_CHARS = 1024;

  /** Of nobody's texts: most readers of fields come across none that has to be kept. */
  private static final int[] NO_SLOTS = new int[SLOT];

  private int[] slots = NO_SLOTS;
  private char[] texts = {};
  private int used;
  private int size;

  private static int hash(char[] chars, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + chars[i];
    }
    return hash * 0x9E3779B9;
  }

  /** The number of a text, or {@link #UNSEEN}. */
  int find(char[] chars, int from, int to) {
    int hash = hash(chars, from, to);
    int mask = slots.length / SLOT - 1;
    for (int probe = 0; probe < FURTHEST; probe++) {
      int slot = ((hash >>> 12) + probe & mask) * SLOT;
      int length = slots[slot + LENGTH];
      if (length == 0) {
        return UNSEEN;
      }
      if (slots[slot] == hash && length == to - from) {
        int start = slots[slot + START];
        if (Arrays.equals(texts, start, start + length, chars, from, to)) {
          return slots[slot + NUMBER];
        }
      }
    }
    return UNSEEN;
  }

  /** Keeps a text that {@link #find} did not find, where there is room for it; the number is not negative. */
  void keep(char[] chars, int from, int to, int number) {
    int length = to - from;
    if (size >= MOST || length == 0 || length > LONGEST || used + length > MOST_CHARS) {
      return;
    }
    if ((size + 1) * 2 > slots.length / SLOT) {
      grow();
    }
    if (used + length > texts.length) {
      texts = Arrays.copyOf(texts, Math.max(FIRST_CHARS, texts.length * 2));
    }
    if (put(hash(chars, from, to), number, used, length)) {
      System.arraycopy(chars, from, texts, used, length);
      used += length;
      size++;
    }
  }

  private boolean put(int hash, int number, int start, int length) {
    int mask = slots.length / SLOT - 1;
    for (int probe = 0; probe < FURTHEST; probe++) {
      int slot = ((hash >>> 12) + probe & mask) * SLOT;
      if (slots[slot + LENGTH] == 0) {
        slots[slot] = hash;
        slots[slot + NUMBER] = number;
        slots[slot + START] = start;
        slots[slot + LENGTH] = length;
        return true;
      }
    }
    return false;
  }

  private void grow() {
    int[] old = slots;
    slots = new int[Math.max(FIRST_SLOTS, old.length * 2)];
    for (int slot = 0; slot < old.length; slot += SLOT) {
      if (old[slot + LENGTH] > 0) {
        put(old[slot], old[slot + NUMBER], old[slot + START], old[slot + LENGTH]);
      }
    }
  }
}
