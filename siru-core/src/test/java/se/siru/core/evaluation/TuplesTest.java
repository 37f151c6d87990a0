package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TuplesTest {
  /** However records are split among parts, the merged tuples are the different ones, in order, each with its number of records. */
  @Property(tries = 100)
  void areTheDifferentOnesWithTheirCounts(
      @ForAll @IntRange(max = 4_000) int records,
      @ForAll @IntRange(min = 1, max = 3) int words,
      @ForAll @IntRange(min = 1, max = 5) int parts,
      @ForAll boolean counted,
      @ForAll long seed) {
    Random random = new Random(seed);
    Map<List<Long>, Long> expected = new TreeMap<>((a, b) -> Arrays.compareUnsigned(array(a), array(b)));
    List<Tuples> states = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      states.add(new Tuples(words, counted));
    }
    for (int record = 0; record < records; record++) {
      long[][] packed = new long[words][1];
      List<Long> tuple = new ArrayList<>();
      for (int word = 0; word < words; word++) {
        packed[word][0] = random.nextInt(12) - 2L;
        tuple.add(packed[word][0]);
      }
      states.get(random.nextInt(parts)).add(packed, 1);
      expected.merge(tuple, 1L, Long::sum);
    }
    Tuples all = states.get(0);
    all.sort();
    states.subList(1, parts).forEach(all::merge);
    all.sort();
    assertEquals(expected.size(), all.size());
    int at = 0;
    for (Map.Entry<List<Long>, Long> tuple : expected.entrySet()) {
      int from = at * all.stride();
      assertEquals(tuple.getKey(), Arrays.stream(all.entries(), from, from + words).boxed().toList());
      assertEquals(counted ? tuple.getValue() : 1, all.count(at++));
    }
  }

  private static long[] array(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  @Example
  void takeTheSpaceOfDifferentOnesAndNotOfRecords() {
    Tuples tuples = new Tuples(1, true);
    long[][] packed = new long[1][1_000];
    for (int block = 0; block < 2_000; block++) {
      for (int i = 0; i < 1_000; i++) {
        packed[0][i] = i % 100;
      }
      tuples.add(packed, 1_000);
    }
    assertTrue(tuples.entries().length < 500_000, tuples.entries().length + " words");
    tuples.sort();
    assertEquals(100, tuples.size());
    assertEquals(20_000, tuples.count(7));
  }
}
