package se.siru.indicators.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random rows of group, node and more, and the ties between their nodes as a matrix. */
final class RandomRows {
  static final int NODES = 12;
  private static final int GROUPS = 8;

  private RandomRows() {}

  /** Rows of up to 12 nodes in up to 8 groups; further fields are up to 3. */
  static List<int[]> of(long seed, int size, int fields) {
    Random random = new Random(seed);
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int[] row = new int[fields];
      row[0] = random.nextInt(GROUPS);
      row[1] = random.nextInt(NODES);
      for (int field = 2; field < fields; field++) {
        row[field] = random.nextInt(4);
      }
      rows.add(row);
    }
    return rows;
  }

  /** The same rows under other names of groups and nodes, in another order, some of them twice. */
  static List<int[]> renamed(List<int[]> rows, long seed) {
    Random random = new Random(seed);
    List<Integer> names = new ArrayList<>();
    for (int name = 0; name < NODES; name++) {
      names.add(name);
    }
    Collections.shuffle(names, random);
    List<int[]> renamed = new ArrayList<>();
    for (int[] row : rows) {
      int[] other = row.clone();
      other[0] = names.get(row[0]);
      other[1] = 7 * names.get(row[1]);
      renamed.add(other);
      if (random.nextBoolean()) {
        renamed.add(other.clone());
      }
    }
    Collections.shuffle(renamed, random);
    return renamed;
  }

  /** How many groups each two nodes share. */
  static int[][] shared(List<int[]> rows) {
    int[][] shared = new int[NODES][NODES];
    for (int group = 0; group < GROUPS; group++) {
      boolean[] isMember = new boolean[NODES];
      for (int[] row : rows) {
        isMember[row[1]] |= row[0] == group;
      }
      for (int a = 0; a < NODES; a++) {
        for (int b = 0; b < NODES; b++) {
          shared[a][b] += a != b && isMember[a] && isMember[b] ? 1 : 0;
        }
      }
    }
    return shared;
  }

  /** Which nodes a row names. */
  static boolean[] present(List<int[]> rows) {
    boolean[] present = new boolean[NODES];
    rows.forEach(row -> present[row[1]] = true);
    return present;
  }
}
