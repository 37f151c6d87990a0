package se.siru.core.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which elements (codes, or rows of an entity table) were met in which state. Few states over all elements are kept as bits. Many
 * small ones are kept as a list of pairs that is sorted, and rid of repetitions, whenever it has grown by half: adding to a list
 * costs far less than finding a place in a table that fits in no cache.
 */
final class Elements {
  private static final int FIRST = 1 << 8;
  private static final int SMALLEST = 1 << 14;

  private final int domain;
  private final boolean dense;
  private @Nullable long[][] bits = {};
  private int[] elements;
  private int[] states;
  private int size;
  private int sorted;
  private int nextSort;

  /**
   * No elements.
   *
   * @param domain how many elements there may be
   * @param dense true where there will be few states, each with many elements
   */
  Elements(int domain, boolean dense) {
    this.domain = domain;
    this.dense = dense;
    this.elements = new int[0];
    this.states = new int[0];
    this.nextSort = Math.max(SMALLEST, domain);
  }

  void add(int state, int element) {
    if (dense) {
      bits(state)[element >>> 6] |= 1L << element;
    } else if (size == 0 || elements[size - 1] != element || states[size - 1] != state) {
      if (size == elements.length) {
        makeRoom();
      }
      elements[size] = element;
      states[size++] = state;
    }
  }

  /**
   * Adds what the chosen records of a block name.
   *
   * @param found for each record what it names
   * @param isAsked for each atom whether some filter asks
   */
  void add(RecordBlock block, int[] found, boolean[] isAsked, ElementSets sets) {
    int[] ofRecord = block.states;
    int[] atoms = block.atoms;
    int[] chosen = block.chosen;
    int records = block.counted();
    for (int i = 0; i < records; i++) {
      int at = chosen[i];
      if (!isAsked[atoms[at]]) {
        continue;
      }
      int state = ofRecord[i];
      int element = found[at];
      if (element < 0) {
        for (int e = 0; e < sets.count(element); e++) {
          add(state, sets.element(element, e));
        }
      } else if (dense) {
        long[] into = state < bits.length ? bits[state] : null;
        into = into == null ? bits(state) : into;
        into[element >>> 6] |= 1L << element;
      } else {
        add(state, element);
      }
    }
  }

  /** True where nothing was met. */
  boolean isEmpty() {
    return size == 0 && bits.length == 0;
  }

  /** For each state the elements met as bits, or null, where they are kept as bits; not to be changed. */
  @Nullable long[][] bits() {
    return bits;
  }

  /** How many elements there may be. */
  int domain() {
    return domain;
  }

  private long[] bits(int state) {
    if (state >= bits.length) {
      bits = Arrays.copyOf(bits, Math.max(4, state * 2));
    }
    long[] ofState = bits[state];
    if (ofState == null) {
      ofState = new long[(domain >>> 6) + 1];
      bits[state] = ofState;
    }
    return ofState;
  }

  private void makeRoom() {
    if (size >= nextSort) {
      sort();
      nextSort = Math.max(nextSort, size + size / 2);
    }
    if (size >= elements.length / 2) {
      elements = Arrays.copyOf(elements, Math.max(FIRST, elements.length * 2));
      states = Arrays.copyOf(states, elements.length);
    }
  }

  /** Adds what another part met; {@code translated} gives for each of its states the number here, negative where it is left out. */
  void merge(Elements other, int[] translated) {
    for (int state = 0; state < other.bits.length; state++) {
      long[] from = other.bits[state];
      if (from != null && translated[state] >= 0) {
        long[] into = bits(translated[state]);
        for (int word = 0; word < into.length; word++) {
          into[word] |= from[word];
        }
      }
    }
    for (int i = 0; i < other.size; i++) {
      int state = translated[other.states[i]];
      if (state >= 0) {
        add(state, other.elements[i]);
      }
    }
  }

  /** All pairs of element and state, each once, elements in ascending order. */
  Pairs pairs() {
    if (dense) {
      return fromBits();
    }
    if (sorted < size) {
      sort();
    }
    elements = Arrays.copyOf(elements, size);
    states = Arrays.copyOf(states, size);
    return new Pairs(elements, states);
  }

  /** Writes the elements of states in a given order. */
  void write(StateWriter out, int[] order) {
    Pairs pairs = pairs();
    int[] ends = new int[order.length + 1];
    for (int state : pairs.states) {
      ends[state + 1]++;
    }
    for (int state = 0; state < order.length; state++) {
      ends[state + 1] += ends[state];
    }
    int[] byState = new int[pairs.elements.length];
    for (int i = 0; i < byState.length; i++) {
      byState[ends[pairs.states[i]]++] = pairs.elements[i];
    }
    for (int state : order) {
      out.ascending(byState, state == 0 ? 0 : ends[state - 1], ends[state]);
    }
  }

  /** Reads the elements of the first states. */
  void read(StateReader in, int states) {
    for (int state = 0; state < states; state++) {
      for (int element : in.ascending(domain)) {
        add(state, element);
      }
    }
  }

  /** Pairs in two arrays of one length. */
  record Pairs(int[] elements, int[] states) {
    /** The same pairs with elements in ascending order and none twice; {@code domain} is how many elements there may be. */
    static Pairs sorted(int[] elements, int[] states, int size, int domain) {
      int kept = sort(elements, states, size, domain);
      return new Pairs(Arrays.copyOf(elements, kept), Arrays.copyOf(states, kept));
    }

    /** Puts pairs in the order of their elements where they lie, each once; how many there are. */
    private static int sort(int[] elements, int[] states, int size, int domain) {
      int[] starts = new int[domain + 1];
      int most = -1;
      for (int i = 0; i < size; i++) {
        starts[elements[i] + 1]++;
        most = Math.max(most, states[i]);
      }
      for (int element = 0; element < domain; element++) {
        starts[element + 1] += starts[element];
      }
      int[] byElement = new int[size];
      for (int i = 0; i < size; i++) {
        byElement[starts[elements[i]]++] = states[i];
      }
      int[] lastElement = new int[most + 1];
      int kept = 0;
      int at = 0;
      for (int element = 0; element < domain; element++) {
        for (; at < starts[element]; at++) {
          int state = byElement[at];
          if (lastElement[state] != element + 1) {
            lastElement[state] = element + 1;
            elements[kept] = element;
            states[kept++] = state;
          }
        }
      }
      return kept;
    }
  }

  private void sort() {
    size = Pairs.sort(elements, states, size, domain);
    sorted = size;
  }

  private Pairs fromBits() {
    int count = 0;
    for (long[] ofState : bits) {
      if (ofState != null) {
        for (long word : ofState) {
          count += Long.bitCount(word);
        }
      }
    }
    int[] found = new int[count];
    int[] ofFound = new int[count];
    int at = 0;
    for (int state = 0; state < bits.length; state++) {
      long[] ofState = bits[state];
      if (ofState != null) {
        for (int word = 0; word < ofState.length; word++) {
          for (long left = ofState[word]; left != 0; left &= left - 1) {
            found[at] = (word << 6) + Long.numberOfTrailingZeros(left);
            ofFound[at++] = state;
          }
        }
      }
    }
    return Pairs.sorted(found, ofFound, count, domain);
  }
}
