package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Periods;

/** Rows of bits against a plain set of what was met. */
class ElementRowsTest {
  private static final int COMBOS = 9;
  private static final long[] TERMS = {1, 2, 3};
  private static final Calendar CALENDAR = new Calendar(Periods.parse("2021/quarter"), null);

  private final SetPool sets = new SetPool();
  private final Set<String> expected = new TreeSet<>();
  private final Set<String> rest = new TreeSet<>();

  private static @Nullable int[][] bits(int words, Random random) {
    @Nullable int[][] bits = new int[COMBOS][];
    for (int combo = 1; combo < COMBOS; combo++) { // the first has no room
      bits[combo] = new int[] {random.nextInt(words * Long.SIZE), random.nextInt(words * Long.SIZE)};
    }
    return bits;
  }

  /** Adds random records, and notes what each of them says. */
  private void add(ElementRows rows, Elements byState, @Nullable int[][] ofCombos, int domain, long wanted, Random random) {
    Atoms atoms = new Atoms(TERMS);
    RecordBlock block = new RecordBlock(RecordBlock.SIZE);
    int size = random.nextInt(RecordBlock.SIZE);
    block.begin(0, size);
    int[] keys = new int[size];
    int[] elements = new int[size];
    for (int i = 0; i < size; i++) {
      keys[i] = random.nextInt(6) - 1; // some belong to no period
      block.atoms[i] = atoms.ofAnswers(random.nextInt(4), 0);
      int one = random.nextInt(domain);
      elements[i] = random.nextInt(4) > 0 ? one : sets.encode(new int[] {one, random.nextInt(domain), random.nextInt(domain)});
    }
    block.choose(keys);
    for (int i = 0; i < block.counted(); i++) {
      block.combos[i] = random.nextInt(COMBOS);
      block.states[i] = random.nextInt(5);
      int at = block.chosen[i];
      long filters = atoms.trueBits(block.atoms[at]) & wanted;
      if (filters != 0) {
        for (int e = 0; e < sets.count(elements[at]); e++) {
          int element = sets.element(elements[at], e);
          int[] own = ofCombos[block.combos[i]];
          if (own == null) {
            rest.add(element + " " + block.states[i]);
          } else {
            for (int bit : own) {
              expected.add(keys[at] + " " + filters + " " + element + " " + bit);
            }
          }
        }
      }
    }
    @Nullable long[][] marks = Arrays.stream(ofCombos).map(own -> own == null ? null : MarginBits.marks(own, own.length)).toArray(long[][]::new);
    rows.add(block, keys, ofCombos(ofCombos, marks, random.nextInt(COMBOS)), elements, atoms, atoms.anyOf(wanted), sets, byState);
  }

  /** The first so many combinations have their bits in one array, where they have as many. */
  private static MarginBits.OfCombos ofCombos(@Nullable int[][] bits, @Nullable long[][] marks, int count) {
    int[] direct = new int[2 * count];
    for (int combo = 0; combo < count; combo++) {
      int[] own = bits[combo];
      boolean isDirect = own != null && combo % 3 > 0;
      direct[2 * combo] = isDirect ? own[0] : MarginBits.OfCombos.MORE;
      direct[2 * combo + 1] = isDirect ? own[1] : MarginBits.OfCombos.MORE;
    }
    return new MarginBits.OfCombos(2, direct, marks);
  }

  private static Set<String> met(ElementRows rows, int domain) {
    Set<String> met = new TreeSet<>();
    boolean[] all = new boolean[rows.classes()];
    Arrays.fill(all, true);
    SortedRows sorted = SortedRows.of(rows, all);
    for (int element = 0; element < domain; element++) {
      for (int at = sorted.starts()[element]; at < sorted.starts()[element + 1]; at++) {
        int number = sorted.numbers()[at];
        for (int bit = 0; bit < rows.words() * Long.SIZE; bit++) {
          if ((rows.bits()[sorted.rows()[at] * rows.words() + (bit >>> 6)] >>> bit & 1) != 0) {
            met.add(rows.timeKey(number) + " " + rows.filters(number) + " " + element + " " + bit);
          }
        }
      }
    }
    return met;
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void partsTogetherHoldWhatRecordsNameAndLeaveTheRestToPairs(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 500) int domain, @ForAll @IntRange(min = 1, max = 3) int words) {
    Random random = new Random(seed);
    expected.clear();
    rest.clear();
    @Nullable int[][] ofCombos = bits(words, random);
    long wanted = 5;
    ElementRows whole = new ElementRows(words, domain, wanted);
    ElementRows some = new ElementRows(words, domain, wanted);
    BitSet first = new BitSet();
    first.set(0);
    AskedKeys asked = new AskedKeys(TimeRule.Kind.EVENT, CALENDAR, first);
    Elements byState = new Elements(domain, false);
    for (int part = 0; part < 3; part++) {
      ElementRows rows = new ElementRows(words, domain, wanted);
      add(rows, byState, ofCombos, domain, wanted, random);
      whole.merge(rows, AskedKeys.all(TimeRule.Kind.EVENT, CALENDAR));
      some.merge(rows, asked);
    }
    assertEquals(expected, met(whole, domain));
    expected.removeIf(bit -> !asked.has(Integer.parseInt(bit.split(" ")[0])));
    assertEquals(expected, met(some, domain));
    Set<String> pairs = new TreeSet<>();
    Elements.Pairs found = byState.pairs();
    for (int i = 0; i < found.elements().length; i++) {
      pairs.add(found.elements()[i] + " " + found.states()[i]);
    }
    assertEquals(rest, pairs);
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void eachBitIsCountedInAsManyRowsAsHaveIt(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int words, @ForAll @IntRange(max = 800) int count) {
    Random random = new Random(seed);
    long[] rows = random.longs((long) words * count).map(row -> random.nextBoolean() ? row : row & random.nextLong()).toArray();
    int[] counts = new int[words * Long.SIZE + 1];
    BitCounts first = new BitCounts(words);
    BitCounts second = new BitCounts(words);
    for (int row = 0; row < count; row++) {
      (random.nextInt(4) > 0 ? first : second).add(rows, row * words);
      counts[words * Long.SIZE]++;
      for (int bit = 0; bit < words * Long.SIZE; bit++) {
        counts[bit] += (int) (rows[row * words + (bit >>> 6)] >>> bit & 1);
      }
    }
    first.add(second);
    assertArrayEquals(counts, first.counts());
  }
}
