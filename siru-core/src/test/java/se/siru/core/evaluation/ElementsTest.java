package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Bits and pairs against a plain set. */
class ElementsTest {
  private static final int STATES = 7;

  private static List<Long> pairs(Elements elements) {
    Elements.Pairs pairs = elements.pairs();
    List<Long> found = new ArrayList<>();
    for (int i = 0; i < pairs.elements().length; i++) {
      if (i > 0) {
        assertEquals(true, pairs.elements()[i - 1] <= pairs.elements()[i], "elements ascend");
      }
      found.add((long) pairs.elements()[i] << 32 | pairs.states()[i]);
    }
    assertEquals(found.size(), new TreeSet<>(found).size(), "no pair comes twice");
    return found.stream().sorted().toList();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void hasEachPairOfElementAndStateOnceWhateverWasAddedInWhateverOrder(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int domain,
      @ForAll @IntRange(max = 60_000) int count,
      @ForAll boolean dense) {
    Random random = new Random(seed);
    Elements elements = new Elements(domain, dense);
    TreeSet<Long> expected = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      int state = random.nextInt(STATES);
      int element = random.nextInt(domain);
      elements.add(state, element);
      expected.add((long) element << 32 | state);
      if (i == count / 2) {
        pairs(elements); // asked for in between, it goes on
      }
    }
    assertEquals(List.copyOf(expected), pairs(elements));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void partsMergeIntoTheWholeWithTheirStatesTranslated(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int domain, @ForAll boolean dense) {
    Random random = new Random(seed);
    Elements whole = new Elements(domain, dense);
    Elements first = new Elements(domain, dense);
    Elements second = new Elements(domain, dense);
    int[] translated = IntStream.range(0, STATES).map(state -> STATES - 1 - state).toArray();
    for (int i = 0; i < 500; i++) {
      int state = random.nextInt(STATES);
      int element = random.nextInt(domain);
      whole.add(state, element);
      if (random.nextBoolean()) {
        first.add(state, element);
      } else {
        second.add(translated[state], element);
      }
    }
    first.merge(second, translated);
    assertEquals(pairs(whole), pairs(first));
  }
}
