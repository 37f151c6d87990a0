package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.siru.core.portfolio.Units;
import se.siru.core.primitive.ByteWords;
import se.siru.core.primitive.TupleIndex;

/**
 * Counts units that were met as bits over all elements, where all dimensions are those of the elements: for each period and filter the
 * elements are put together and counted by class, once for all margins. A unit of which several elements were met counts once in the rows of
 * all of them.
 *
 * <p>Periods may be counted at the same time.
 */
final class BitUnits {
  private final States states;
  private final Atoms atoms;
  private final @Nullable long[][] bits;
  private final @Nullable Units units;
  private final SetPool sets;
  private final Calendar calendar;
  private final long filters;
  private final Classes classes;
  private final Map<Object, Rows> asked = new LinkedHashMap<>();

  /**
   * Units that are not counted yet.
   *
   * @param bits for each state the elements met, or null
   * @param units the units of the elements, or null where each is its own
   * @param filters one bit for every filter that asks
   * @param classes gives the classes of the elements by all codes that are asked for
   */
  BitUnits(
      States states,
      Atoms atoms,
      @Nullable long[][] bits,
      @Nullable Units units,
      SetPool sets,
      Calendar calendar,
      long filters,
      Classes classes) {
    this.states = states;
    this.atoms = atoms;
    this.bits = bits;
    this.units = units;
    this.sets = sets;
    this.calendar = calendar;
    this.filters = filters;
    this.classes = classes;
  }

  /** Where classes come from. */
  interface Classes {
    ElementClasses of(List<int[]> codes);
  }

  /**
   * Asks for a margin.
   *
   * @param codes for each part the code of every element, encoded
   */
  void ask(Object margin, List<int[]> codes) {
    asked.computeIfAbsent(margin, key -> new Rows(codes));
  }

  /** The counts of a margin that was asked for. */
  UnitCounts counts(Object margin) {
    return Objects.requireNonNull(asked.get(margin));
  }

  /** What has to run, each once, when all margins were asked for: a period each. */
  List<Runnable> tasks() {
    List<Runnable> tasks = new ArrayList<>();
    IntStream.range(0, calendar.periods().size()).filter(calendar::isCounted).forEach(period -> tasks.add(() -> new Pass(ready()).count(period)));
    return tasks;
  }

  /** The classes of the elements; the rows of margins are worked out when they are first needed. */
  private synchronized ElementClasses ready() {
    ElementClasses found = classes.of(asked.values().stream().flatMap(rows -> rows.codes.stream()).toList());
    asked.values().forEach(rows -> rows.find(found));
    return found;
  }

  /** One period. */
  private final class Pass {
    private final ElementClasses of;
    private final long[] any;
    private final int[] ofClass;
    private final int[] shared;
    private final int[] group;

    Pass(ElementClasses of) {
      this.of = of;
      this.any = new long[of.isShared().length];
      this.ofClass = new int[of.count()];
      this.shared = new int[of.ofElement().length];
      this.group = new int[of.ofElement().length];
    }

    void count(int period) {
      for (long left = filters; left != 0; left &= left - 1) {
        int filter = Long.numberOfTrailingZeros(left);
        if (gather(period, filter)) {
          Arrays.fill(ofClass, 0);
          int place = filter * calendar.periods().size() + period;
          countShared(countAlone(), place);
          asked.values().forEach(rows -> rows.add(ofClass, place));
        }
      }
    }

    /** Puts together the elements that a filter asks for; false where there are none. */
    private boolean gather(int period, int filter) {
      long[] into = any;
      boolean found = false;
      for (int state = 0; state < Math.min(bits.length, states.size()); state++) {
        long[] own = bits[state];
        if (own != null
            && (atoms.trueBits(states.atom(state)) >>> filter & 1) != 0
            && Arrays.binarySearch(states.periods(state), period) >= 0) {
          if (!found) {
            Arrays.fill(into, 0);
            found = true;
          }
          for (int word = 0; word < own.length; word++) {
            into[word] |= own[word];
          }
        }
      }
      return found;
    }

    /** Counts elements that are the only one of their unit, and lists the others; how many these are. */
    private int countAlone() {
      long[] met = any;
      long[] withOthers = of.isShared();
      int[] classOf = of.ofElement();
      int[] counts = ofClass;
      int[] others = shared;
      int count = 0;
      for (int word = 0; word < met.length; word++) {
        int base = word << 6;
        for (long left = met[word] & ~withOthers[word]; left != 0; left &= left - 1) {
          counts[classOf[base + ByteWords.placeOfBit(left & -left)]]++;
        }
        for (long left = met[word] & withOthers[word]; left != 0; left &= left - 1) {
          others[count++] = base + ByteWords.placeOfBit(left & -left);
        }
      }
      return count;
    }

    /** Counts the units of elements that follow each other. */
    private void countShared(int count, int place) {
      Units own = units;
      int until;
      for (int from = 0; own != null && from < count; from = until) {
        int unit = own.unit(shared[from]);
        int different = 0;
        for (until = from; until < count && own.unit(shared[until]) == unit; until++) {
          int number = of.ofElement()[shared[until]];
          if (different == 0 || group[different - 1] != number) {
            group[different++] = number;
          }
        }
        if (different == 1) {
          ofClass[group[0]]++;
        } else {
          for (Rows rows : asked.values()) {
            rows.addUnit(group, different, place);
          }
        }
      }
    }
  }

  /** The rows of one margin. */
  private final class Rows implements UnitCounts {
    private final List<int[]> codes;
    private final TupleIndex rows;
    /** By filter and period, and then by row. */
    private final int[][] counted = new int[Long.SIZE * calendar.periods().size()][];
    private int @Nullable [][] ofClass;

    Rows(List<int[]> codes) {
      this.codes = codes;
      this.rows = new TupleIndex(codes.size());
    }

    void find(ElementClasses of) {
      if (ofClass == null) {
        ofClass = of.rows(codes, sets, rows);
      }
    }

    private int[][] ofClasses() {
      return Objects.requireNonNull(ofClass);
    }

    private int[] counted(int place) {
      if (counted[place] == null) {
        counted[place] = new int[rows.size()];
      }
      return counted[place];
    }

    /** Adds units of which one element was met, or several of one class. */
    void add(int[] counts, int place) {
      int[] into = counted(place);
      int[][] own = ofClasses();
      for (int number = 0; number < counts.length; number++) {
        if (counts[number] > 0) {
          for (int row : own[number]) {
            into[row] += counts[number];
          }
        }
      }
    }

    /** Adds a unit whose elements are of several classes to the rows of all of them. */
    void addUnit(int[] numbers, int count, int place) {
      int[] into = counted(place);
      for (int i = 0; i < count; i++) {
        for (int row : ofClasses()[numbers[i]]) {
          if (!isRowOf(numbers, i, row)) {
            into[row]++;
          }
        }
      }
    }

    /** True where one of the first classes has a row. */
    private boolean isRowOf(int[] numbers, int count, int row) {
      for (int i = 0; i < count; i++) {
        for (int each : ofClasses()[numbers[i]]) {
          if (each == row) {
            return true;
          }
        }
      }
      return false;
    }

    @Override
    public TupleIndex rows() {
      return rows;
    }

    @Override
    public long @Nullable [] counts(int filter) {
      int periods = calendar.periods().size();
      long[] found = new long[rows.size() * periods];
      for (int period = 0; period < periods; period++) {
        int[] own = counted[filter * periods + period];
        for (int row = 0; own != null && row < own.length; row++) {
          found[row * periods + period] = own[row];
        }
      }
      return found;
    }
  }
}
