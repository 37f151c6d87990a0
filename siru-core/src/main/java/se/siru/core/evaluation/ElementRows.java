package se.siru.core.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.siru.core.primitive.LongIndex;

/**
 * Which elements were met when, by which filters, and in which rows of the margins that are asked for: a row of bits for each element, time
 * key and set of filters. It grows with what is met, not with records; merging is <em>or</em>.
 *
 * <p>Where rows would take more than {@value #MOST} words, further records are left to {@link Elements}.
 */
final class ElementRows {
  private static final int PAGE_BITS = 5;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int[] NO_PAGE = new int[PAGE];
  private static final int[] NONE = {};
  private static final int FIRST = 16;

  /** 64 MiB. */
  private static final int MOST = 1 << 23;

  private int words;
  private final int domain;
  private final long wanted;
  private final LongIndex masks = new LongIndex();
  private final LongIndex classes = new LongIndex();
  private final LongIndex timeKeys = new LongIndex();
  private int[][] classOfAtom = new int[4][];
  private int[][][] pages = new int[4][][];
  /** The class and the element of each row. */
  private int[] numbers = new int[FIRST];
  private int[] elements = new int[FIRST];
  private long[] bits;
  private int size;

  /**
   * Nothing met yet.
   *
   * @param words how many words a row has
   * @param domain how many elements there may be
   * @param wanted one bit for every filter that asks
   */
  ElementRows(int words, int domain, long wanted) {
    this.words = words;
    this.domain = domain;
    this.wanted = wanted;
    this.bits = new long[FIRST * words];
  }

  /**
   * Adds the chosen records of a block. Often many that follow each other name one element, whose row is then looked for once.
   *
   * @param keys their time keys
   * @param margins the bits of their combinations
   * @param elements what each of them names
   * @param isAsked for each atom whether some filter asks
   * @param rest takes what has no room
   */
  void add(
      RecordBlock block,
      int[] keys,
      MarginBits.OfCombos margins,
      int[] elements,
      Atoms atoms,
      boolean[] isAsked,
      ElementSets sets,
      Elements rest) {
    int[] states = block.states;
    int[] atomOf = block.atoms;
    int[] combos = block.combos;
    int[] chosen = block.chosen;
    int count = block.counted();
    int each = margins.each();
    int[] direct = margins.direct();
    int lastKey = TimeReader.NEVER;
    int[] ofAtom = NONE;
    int perRow = words;
    int lastNumber = -1;
    int lastElement = -1;
    long[] into = bits;
    int base = 0;
    for (int i = 0; i < count; i++) {
      int at = chosen[i];
      int atom = atomOf[at];
      if (!isAsked[atom]) {
        continue;
      }
      int key = keys[at];
      if (key != lastKey) {
        int known = timeKeys.find(key);
        ofAtom = known < 0 ? NONE : classOfAtom[known];
        lastKey = key;
      }
      int number = atom < ofAtom.length ? ofAtom[atom] - 1 : -1;
      if (number < 0) {
        number = number(key, atom, atoms);
        lastKey = TimeReader.NEVER;
      }
      int element = elements[at];
      int combo = combos[i];
      int place = combo * each;
      if (element < 0 || place >= direct.length || direct[place] < 0) {
        addSeveral(number, margins.marks(combo), element, states[i], sets, rest);
        into = bits;
        continue;
      }
      if (element != lastElement || number != lastNumber) {
        int row = pages[number][element >>> PAGE_BITS][element & PAGE - 1];
        row = row > 0 ? row : row(number, element, MOST);
        if (row == 0) {
          rest.add(states[i], element);
          continue;
        }
        lastElement = element;
        lastNumber = number;
        into = bits;
        base = (row - 1) * perRow;
      }
      for (int end = place + each; place < end; place++) {
        int bit = direct[place];
        into[base + (bit >>> 6)] |= 1L << bit;
      }
    }
  }

  private void addSeveral(int number, long @Nullable [] own, int named, int state, ElementSets sets, Elements rest) {
    int count = sets.count(named);
    for (int e = 0; e < count; e++) {
      int element = sets.element(named, e);
      int row = own == null ? 0 : row(number, element, MOST);
      if (own == null || row == 0) {
        rest.add(state, element);
      } else {
        mark((row - 1) * words, own);
      }
    }
  }

  /** Sets bits in a row, given as words and what is set in them. */
  private void mark(int base, long[] own) {
    for (int mark = 0; mark < own.length; mark += 2) {
      bits[base + (int) own[mark]] |= own[mark + 1];
    }
  }

  /** The class of a time key and an atom, remembered for the next record. */
  private int number(int key, int atom, Atoms atoms) {
    int time = timeKeys.add(key);
    if (time == classOfAtom.length) {
      classOfAtom = Arrays.copyOf(classOfAtom, time * 2);
    }
    int[] ofAtom = classOfAtom[time] == null ? NONE : classOfAtom[time];
    if (atom >= ofAtom.length) {
      ofAtom = Arrays.copyOf(ofAtom, Math.max(4, atom * 2));
    }
    classOfAtom[time] = ofAtom;
    int number = number(key, atoms.trueBits(atom) & wanted);
    ofAtom[atom] = number + 1;
    return number;
  }

  /** The class of a time key and a set of filters. */
  private int number(int key, long filters) {
    int number = classes.add((long) key << Integer.SIZE | masks.add(filters));
    if (number >= pages.length) {
      pages = Arrays.copyOf(pages, number * 2);
    }
    if (pages[number] == null) {
      pages[number] = new int[(domain >>> PAGE_BITS) + 1][];
      Arrays.fill(pages[number], NO_PAGE);
    }
    return number;
  }

  /** The number after that of a row, given now where it is new; 0 where there is no room. */
  private int row(int number, int element, int most) {
    int[][] own = pages[number];
    int page = element >>> PAGE_BITS;
    int row = own[page][element & PAGE - 1];
    if (row > 0) {
      return row;
    }
    int needed = Math.multiplyExact(size + 1, words);
    if (needed > most) {
      return 0;
    }
    if (needed > bits.length) {
      bits = Arrays.copyOf(bits, Math.max(needed, bits.length + bits.length / 2));
    }
    if (own[page] == NO_PAGE) {
      own[page] = new int[PAGE];
    }
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
      elements = Arrays.copyOf(elements, size * 2);
    }
    numbers[size] = number;
    elements[size] = element;
    own[page][element & PAGE - 1] = ++size;
    return size;
  }

  /** Adds what another part met, as far as it is asked for. */
  void merge(ElementRows other, AskedKeys asked) {
    widen(other.words);
    int[] translated = new int[other.classes()];
    Arrays.setAll(translated, number -> asked.has(other.timeKey(number)) ? number(other.timeKey(number), other.filters(number)) : -1);
    for (int row = 0; row < other.size; row++) {
      int number = translated[other.numbers[row]];
      if (number >= 0) {
        or(number, other.elements[row], other, row);
      }
    }
  }

  /** The same rows for somebody who goes on from them. */
  ElementRows copy() {
    ElementRows same = new ElementRows(words, domain, wanted);
    for (int number = 0; number < classes.size(); number++) {
      same.number(timeKey(number), filters(number));
      for (int page = 0; page < pages[number].length; page++) {
        int[] own = pages[number][page];
        same.pages[number][page] = own == NO_PAGE ? NO_PAGE : own.clone();
      }
    }
    same.numbers = numbers.clone();
    same.elements = elements.clone();
    same.bits = bits.clone();
    same.size = size;
    return same;
  }

  /** Gives rows so many words at least. */
  void widen(int least) {
    if (least > words) {
      long[] wider = new long[Math.multiplyExact(size + 1, least)];
      for (int row = 0; row < size; row++) {
        System.arraycopy(bits, row * words, wider, row * least, words);
      }
      bits = wider;
      words = least;
    }
  }

  /** Adds one element with some bits, in any number of rows. */
  void add(int timeKey, long filters, int element, long[] own) {
    mark((row(number(timeKey, filters & wanted), element, Integer.MAX_VALUE) - 1) * words, own);
  }

  private void or(int number, int element, ElementRows other, int row) {
    int into = (row(number, element, Integer.MAX_VALUE) - 1) * words;
    for (int word = 0; word < other.words; word++) {
      bits[into + word] |= other.bits[row * other.words + word];
    }
  }

  /** One bit for every filter that asks. */
  long wanted() {
    return wanted;
  }

  /** How many rows there are. */
  int size() {
    return size;
  }

  /** How many classes of time key and filters there are. */
  int classes() {
    return classes.size();
  }

  int timeKey(int number) {
    return (int) (classes.key(number) >>> Integer.SIZE);
  }

  /** One bit for every filter that asks for the rows of a class. */
  long filters(int number) {
    return masks.key((int) classes.key(number));
  }

  /** The class of a row. */
  int number(int row) {
    return numbers[row];
  }

  /** The element of a row. */
  int element(int row) {
    return elements[row];
  }

  /** How many elements there may be. */
  int domain() {
    return domain;
  }

  /** How many words a row has. */
  int words() {
    return words;
  }

  /** All bits: those of one row after those of another; not to be changed. */
  long[] bits() {
    return bits;
  }
}
