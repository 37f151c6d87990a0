package se.siru.core.primitive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IntArrayIndexTest {

  @Property(tries = 300)
  void keepsEachArrayOnceUnderTheNumberOfItsFirstOccurrence(
      @ForAll @Size(max = 300) List<@Size(max = 4) Set<@IntRange(max = 6) Integer>> added) {
    IntArrayIndex arrays = new IntArrayIndex();
    List<List<Integer>> different = new ArrayList<>();
    for (Set<Integer> each : added) {
      List<Integer> elements = List.copyOf(new TreeSet<>(each));
      if (!different.contains(elements)) {
        different.add(elements);
      }
      int[] longer = IntStream.concat(elements.stream().mapToInt(Integer::intValue), IntStream.of(7)).toArray();
      assertEquals(different.indexOf(elements), arrays.add(longer, elements.size()));
    }
    arrays.seal();
    assertEquals(different.size(), arrays.size());
    for (int number = 0; number < arrays.size(); number++) {
      assertArrayEquals(different.get(number).stream().mapToInt(Integer::intValue).toArray(), arrays.array(number));
    }
  }

  /** More arrays whose hashes lead to one place than are looked for side by side. */
  @Test
  void findsArraysWhoseHashesLeadToOnePlace() {
    List<int[]> alike = alike(40);
    IntArrayIndex arrays = new IntArrayIndex();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < alike.size(); i++) {
        assertEquals(i, arrays.add(alike.get(i), 2));
      }
    }
    assertEquals(alike.size(), arrays.size());
  }

  /** Pairs whose hash ends alike, as far as a table of so many looks at it. */
  private static List<int[]> alike(int count) {
    List<int[]> found = new ArrayList<>();
    for (int first = 0; found.size() < count; first++) {
      int[] pair = {first, first + 1};
      if ((IntArrayIndex.hash(pair, 2) & 127) == 5) {
        found.add(pair);
      }
    }
    assertEquals(count, found.stream().map(Arrays::toString).distinct().count());
    return found;
  }
}
