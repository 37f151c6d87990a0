package se.siru.core.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names by the parts of their words. It knows how many parts a text has in common with each name, and by that which names may be
 * like the text at all: none that {@link NameParts#likeness} would find is missing. Not thread-safe.
 */
final class NameIndex {
  private static final int SIZES = 3;

  private final List<NameParts> names = new ArrayList<>();
  private final Map<String, Integer> keyNumbers = new HashMap<>();
  private final List<IntList> byKey = new ArrayList<>();
  private final TreeMap<Integer, IntList> byLength = new TreeMap<>();
  private int[] shared = new int[64];
  private int[] touched = new int[64];
  /** How many keys, parts and letters each name has: read for every text, so kept where no name need be looked up. */
  private int[] sizes = new int[64 * SIZES];

  /** Numbers in rising order. */
  private static final class IntList {
    private int[] values = new int[2];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }
  }

  /** Takes what is found. */
  interface Sink {
    /**
     * A name that may be like the text.
     *
     * @param common how many keys the two have in common
     * @param isMore true where more than common parts may speak for it
     */
    void name(int number, int common, boolean isMore);
  }

  /** Adds a name; the first has the number 0. */
  void add(NameParts name) {
    int number = names.size();
    names.add(name);
    for (String key : name.keys()) {
      byKey.get(keyNumbers.computeIfAbsent(key, unseen -> {
        byKey.add(new IntList());
        return byKey.size() - 1;
      })).add(number);
    }
    byLength.computeIfAbsent(name.length(), length -> new IntList()).add(number);
    if (number >= shared.length) {
      shared = new int[shared.length * 2];
      touched = new int[shared.length];
      sizes = Arrays.copyOf(sizes, shared.length * SIZES);
    }
    sizes[number * SIZES] = name.keys().size();
    sizes[number * SIZES + 1] = name.parts();
    sizes[number * SIZES + 2] = name.length();
  }

  /**
   * Finds the names that may be like a text.
   *
   * @param leastDice names with fewer common parts, in hundredths of all, are left out where nothing else may speak for them
   * @param also names that are given in any case
   */
  void find(NameParts text, int leastDice, Set<Integer> also, Sink sink) {
    int count = 0;
    Set<Integer> always = new HashSet<>(also);
    for (String key : text.keys()) {
      Integer known = keyNumbers.get(key);
      if (known != null) {
        IntList postings = byKey.get(known);
        for (int i = 0; i < postings.size; i++) {
          int number = postings.values[i];
          if (shared[number]++ == 0) {
            touched[count++] = number;
          }
          if (key.charAt(0) == NameParts.WHOLE && Math.min(text.length(), sizes[number * SIZES + 2]) <= NameParts.MOST_INITIALS) {
            always.add(number);
          }
        }
      }
    }
    if (text.mayLoseAllParts()) {
      for (IntList near : byLength.subMap(text.length() - text.mostEdits(), true, text.length() + text.mostEdits(), true).values()) {
        for (int i = 0; i < near.size; i++) {
          always.add(near.values[i]);
        }
      }
    }
    for (int number : always) {
      sink.name(number, shared[number], true);
    }
    int keys = text.keys().size();
    for (int i = 0; i < count; i++) {
      int number = touched[i];
      int common = shared[number];
      boolean isMore = mayHold(text, number) || mayMisspell(text, number);
      boolean isNear = 2 * NameParts.PERCENT * common >= leastDice * (keys + sizes[number * SIZES]);
      if ((isMore || isNear) && (always.isEmpty() || !always.contains(number))) {
        sink.name(number, common, isMore);
      }
    }
    for (int i = 0; i < count; i++) {
      shared[touched[i]] = 0;
    }
  }

  /** False where neither has all words of the other. */
  private boolean mayHold(NameParts text, int number) {
    return shared[number] >= Math.min(text.parts(), sizes[number * SIZES + 1]);
  }

  /** False where the name is not the text misspelt: an edit changes few parts, and at most two letters. */
  private boolean mayMisspell(NameParts text, int number) {
    int parts = Math.max(text.parts(), sizes[number * SIZES + 1]);
    int length = sizes[number * SIZES + 2];
    int most = NameParts.mostEdits(Math.max(text.length(), length));
    return shared[number] >= parts - NameParts.PARTS_OF_AN_EDIT * most
        && Math.abs(text.length() - length) <= most
        && text.otherLetters(names.get(number)) <= 2 * most;
  }
}
