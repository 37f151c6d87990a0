package se.siru.core.evaluation;

import java.util.Arrays;

/**
 * Makes tuples of the records of a block, field by field: flat loops over arrays, since every selected record runs through them. A
 * record of several elements becomes several tuples; a field that goes on from another is read on the element at hand, so that an
 * organisation never gets the sector of another that the same record names.
 *
 * <p>Confined to one thread.
 */
final class SelectionPass {
  private final Selections.Binding bound;
  private final TupleLayout layout;
  private int[] rows = new int[RecordBlock.SIZE];
  private final long[][] words;
  private final int[][] chosen;
  private long[] numbers = new long[RecordBlock.SIZE];
  private int[] from = new int[0];

  SelectionPass(Selections.Binding bound) {
    this.bound = bound;
    this.layout = bound.layout();
    this.words = new long[layout.wordCount()][RecordBlock.SIZE];
    this.chosen = new int[layout.fields()][RecordBlock.SIZE];
  }

  /** Adds the records of a block that a filter, given by its bit, holds for and that belong to some time. */
  void add(Tuples tuples, RecordBlock block, int[] timeKeys, long bit) {
    int start = block.start();
    int size = block.size();
    for (long[] word : words) {
      Arrays.fill(word, 0, size, 0);
    }
    long[] timeWords = words[layout.word(layout.timeKey())];
    int timeShift = layout.shift(layout.timeKey());
    int count = 0;
    for (int i = 0; i < size; i++) {
      if ((block.trueBits[i] & bit) != 0 && timeKeys[i] != TimeReader.NEVER) {
        timeWords[count] |= (long) timeKeys[i] << timeShift;
        rows[count++] = start + i;
      }
    }
    if (count == 0) {
      return;
    }
    addPlaces(count);
    for (int field = 0; field < chosen.length; field++) {
      count = bound.fields()[field].hasElements() ? addElements(field, count) : addNumbers(field, count);
    }
    tuples.add(words, count);
  }

  private void addPlaces(int count) {
    long[] scopeWords = words[layout.word(layout.scope())];
    int scopeShift = layout.shift(layout.scope());
    long[] comboWords = words[layout.word(layout.combo())];
    int comboShift = layout.shift(layout.combo());
    for (int i = 0; i < count; i++) {
      scopeWords[i] |= (long) bound.scopes().read(rows[i]) << scopeShift;
      comboWords[i] |= bound.combos().read(rows[i]) << comboShift;
    }
  }

  private int addNumbers(int field, int count) {
    long offset = layout.offset(field);
    bound.fields()[field].numbers(rows, chosen, count, offset, numbers);
    long[] into = words[layout.word(field)];
    int shift = layout.shift(field);
    for (int i = 0; i < count; i++) {
      into[i] |= (numbers[i] - offset) << shift;
    }
    return count;
  }

  private int addElements(int field, int count) {
    SelectedField bind = bound.fields()[field];
    int tuples = bind.elements(rows, chosen, count, chosen[field]) ? spread(field, count) : count;
    long[] into = words[layout.word(field)];
    int shift = layout.shift(field);
    int[] elements = chosen[field];
    for (int i = 0; i < tuples; i++) {
      into[i] |= (long) (bind.shown(elements[i]) - SetPool.UNKNOWN) << shift;
    }
    return tuples;
  }

  /** Makes as many tuples of each as it has elements in a field; what is known of it already is repeated. */
  private int spread(int field, int count) {
    SetPool sets = bound.sets();
    int[] encoded = Arrays.copyOf(chosen[field], count);
    int tuples = 0;
    for (int i = 0; i < count; i++) {
      tuples += Math.max(1, sets.count(encoded[i]));
    }
    makeRoom(tuples);
    int at = 0;
    for (int i = 0; i < count; i++) {
      int elements = sets.count(encoded[i]);
      for (int e = 0; e < Math.max(1, elements); e++) {
        chosen[field][at] = elements == 0 ? SetPool.UNKNOWN : sets.element(encoded[i], e);
        from[at++] = i;
      }
    }
    for (int i = tuples - 1; i >= 0; i--) {
      rows[i] = rows[from[i]];
      for (long[] word : words) {
        word[i] = word[from[i]];
      }
      for (int before = 0; before < field; before++) {
        chosen[before][i] = chosen[before][from[i]];
      }
    }
    return tuples;
  }

  private void makeRoom(int tuples) {
    if (tuples > from.length) {
      from = new int[Math.max(tuples, RecordBlock.SIZE)];
    }
    if (tuples > rows.length) {
      int room = Math.max(tuples, rows.length * 2);
      rows = Arrays.copyOf(rows, room);
      numbers = Arrays.copyOf(numbers, room);
      for (int word = 0; word < words.length; word++) {
        words[word] = Arrays.copyOf(words[word], room);
      }
      for (int field = 0; field < chosen.length; field++) {
        chosen[field] = Arrays.copyOf(chosen[field], room);
      }
    }
  }
}
