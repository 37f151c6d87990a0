package se.siru.indicators.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Counts of ties against those made of ties visited one by one, for networks small and so large that their nodes are shared out. */
class TieCountsTest {
  private static final List<Sharing> SHARINGS =
      List.of(
          Sharing.ALONE,
          (count, work) -> IntStream.range(0, count).forEach(at -> work.accept(count - 1 - at)),
          (count, work) -> IntStream.range(0, count).parallel().forEach(work));

  /** Groups of very different sizes, so that nodes of one group, of several, and of large groups only occur. */
  private static EdgeSelection random(long seed, int groups, int nodes, int rows) {
    Random random = new Random(seed);
    List<int[]> found = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int group = (int) (groups * random.nextDouble() * random.nextDouble());
      int node = (int) (nodes * random.nextDouble() * random.nextDouble());
      found.add(new int[] {random.nextInt(30) == 0 ? EdgeSelection.NONE : group, node, node % 7 - 1, 1 + random.nextInt(3)});
    }
    return EdgeSelection.of(found);
  }

  private static void holds(EdgeSelection selection, int largest, Sharing sharing) {
    Affiliations affiliations = Affiliations.of(selection, 2, largest);
    int[] ends = new int[affiliations.nodes()];
    int[] knownEnds = new int[affiliations.nodes()];
    long[] sums = new long[5];
    affiliations.eachTie((first, second, shared, mask) -> {
      ends[first]++;
      ends[second]++;
      sums[0]++;
      sums[1] += shared;
      sums[2] += (long) shared * (shared - 1) / 2;
      if (affiliations.attribute(first) >= 0 && affiliations.attribute(second) >= 0) {
        sums[affiliations.attribute(first) == affiliations.attribute(second) ? 3 : 4]++;
        knownEnds[first]++;
        knownEnds[second]++;
      }
    });
    TieCounts all = TieCounts.of(affiliations, sharing);
    assertArrayEquals(ends, all.ends());
    assertEquals(sums[0], all.all());
    assertEquals(sums[1], affiliations.weight());
    assertEquals(sums[2], TieCounts.circles(affiliations, sharing));
    TieCounts mixed = TieCounts.byAttribute(affiliations, sharing);
    assertArrayEquals(knownEnds, mixed.ends());
    assertEquals(sums[3], mixed.internal());
    assertEquals(sums[4], mixed.external());

    Affiliations timed = Affiliations.of(selection, Affiliations.NONE, largest, row -> (int) selection.value(row, 3));
    long[] counts = new long[4];
    timed.eachTie((first, second, shared, mask) -> counts[mask]++);
    assertArrayEquals(counts, timed.countsByTime(2, sharing));
  }

  @Property(tries = 300)
  void agreeWithTiesVisitedOneByOne(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20) int groups,
      @ForAll @IntRange(min = 1, max = 60) int nodes,
      @ForAll @IntRange(max = 200) int rows,
      @ForAll @IntRange(min = -1, max = 20) int largest) {
    holds(random(seed, groups, nodes, rows), largest, Sharing.ALONE);
  }

  @Property(tries = 4)
  void areTheSameHoweverNodesAreSharedOut(@ForAll long seed) {
    EdgeSelection selection = random(seed, 60, 2_000, 40_000);
    SHARINGS.forEach(sharing -> holds(selection, Affiliations.NONE, sharing));
  }
}
