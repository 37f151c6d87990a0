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
  private int[] rows;
  private final long[][] words;
  private final int[][] chosen;
  private long[] numbers;
  private int[] from = new int[0];

  /** Scratch space for blocks of at most so many records. */
  SelectionPass(Selections.Binding bound, int room) {
    this.bound = bound;
    this.layout = bound.layout();
    this.rows = new int[room];
    this.words = new long[layout.wordCount()][room];
    this.chosen = new int[layout.fields()][room];
    this.numbers = new long[room];
  }

  /** Adds the records of a block of some atoms that belong to some time. */
  void add(Tuples tuples, RecordBlock block, int[] timeKeys, boolean[] isCounted) {
    int start = block.start();
    int size = block.size();
    for (long[] word : words) {
      Arrays.fill(word, 0, size, 0);
    }
    long[] timeWords = words[layout.word(layout.timeKey())];
    int timeShift = layout.shift(layout.timeKey());
    int[] atoms = block.atoms;
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (isCounted[atoms[i]] && timeKeys[i] != TimeReader.NEVER) {
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
      from = new int[tuples];
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
