package se.siru.core.portfolio;

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

class IntSetsTest {

  @Property(tries = 300)
  void keepsEachSetOnceUnderTheNumberOfItsFirstOccurrence(
      @ForAll @Size(max = 300) List<@Size(max = 4) Set<@IntRange(max = 6) Integer>> added) {
    IntSets sets = new IntSets();
    List<List<Integer>> different = new ArrayList<>();
    for (Set<Integer> each : added) {
      List<Integer> elements = List.copyOf(new TreeSet<>(each));
      if (!different.contains(elements)) {
        different.add(elements);
      }
      assertEquals(different.indexOf(elements), sets.index(elements.stream().mapToInt(Integer::intValue).toArray()));
    }
    sets.seal();
    assertEquals(different.size(), sets.count());
    for (int set = 0; set < sets.count(); set++) {
      int own = set;
      int[] elements = IntStream.range(0, sets.size(set)).map(at -> sets.element(own, at)).toArray();
      assertArrayEquals(different.get(set).stream().mapToInt(Integer::intValue).toArray(), elements);
    }
  }

  /** More sets whose hashes lead to one place than are looked for side by side. */
  @Test
  void findsSetsWhoseHashesLeadToOnePlace() {
    List<int[]> alike = alike(40);
    IntSets sets = new IntSets();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < alike.size(); i++) {
        assertEquals(i, sets.index(alike.get(i)));
      }
    }
    assertEquals(alike.size(), sets.count());
  }

  /** Pairs whose hash ends alike, as far as a table of so many sets looks at it. */
  private static List<int[]> alike(int count) {
    List<int[]> found = new ArrayList<>();
    for (int first = 0; found.size() < count; first++) {
      int[] pair = {first, first + 1};
      if ((IntSets.hash(pair) & 127) == 5) {
        found.add(pair);
      }
    }
    assertEquals(count, found.stream().map(Arrays::toString).distinct().count());
    return found;
  }
}
