package se.siru.core.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The states of batches; and of what they keep otherwise than by frames those of every two of them together, of every two of these, up to all.
 * Nothing is ever subtracted: exchanging one of n states merges again the log n that it is part of. What is kept by frames has time keys: of that,
 * nothing is kept together, since all that is needed after a change is what has the time keys that it touched. Confined to one thread.
 *
 * @param <K> what a state is known by
 */
final class StateTree<K> {
  private static final int ROOT = 1;

  private final Map<K, Integer> leaves = new HashMap<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private final BitSet stale = new BitSet();
  private List<Plans.@Nullable State> nodes = new ArrayList<>();
  private int capacity;

  StateTree() {
    grow();
  }

  /** Twice as many leaves, the first half of them as before: below node i lie 2i and 2i + 1. */
  private void grow() {
    int before = capacity;
    capacity = Math.max(2, before * 2);
    List<Plans.@Nullable State> grown = new ArrayList<>();
    for (int node = 0; node < 2 * capacity; node++) {
      grown.add(null);
    }
    for (int leaf = 0; leaf < before; leaf++) {
      grown.set(capacity + leaf, nodes.get(before + leaf));
      markAbove(leaf);
    }
    nodes = grown;
    for (int leaf = before; leaf < capacity; leaf++) {
      free.addLast(leaf);
    }
  }

  private void markAbove(int leaf) {
    for (int node = (capacity + leaf) / 2; node >= ROOT; node /= 2) {
      stale.set(node);
    }
  }

  boolean holds(K key) {
    return leaves.containsKey(key);
  }

  Plans.State get(K key) {
    Plans.State state = nodes.get(capacity + leaves.get(key));
    if (state == null) {
      throw new IllegalStateException("no state of " + key);
    }
    return state;
  }

  void put(K key, Plans.State state) {
    if (free.isEmpty()) {
      grow();
    }
    int leaf = free.removeFirst();
    leaves.put(key, leaf);
    set(leaf, state);
  }

  /** Forgets all states but those of some keys, and gives them. */
  List<Plans.State> retain(Set<K> keys) {
    List<K> gone = leaves.keySet().stream().filter(key -> !keys.contains(key)).toList();
    List<Plans.State> states = gone.stream().map(this::get).toList();
    for (K key : gone) {
      int leaf = leaves.remove(key);
      free.addFirst(leaf);
      set(leaf, null);
    }
    return states;
  }

  private void set(int leaf, Plans.@Nullable State state) {
    nodes.set(capacity + leaf, state);
    markAbove(leaf);
  }

  /** The states of all. */
  List<Plans.State> each() {
    return nodes.subList(capacity, 2 * capacity).stream().filter(Objects::nonNull).toList();
  }

  /** What all together keep otherwise than by frames, or null where there is no state. */
  Plans.@Nullable State others(Plans plans) {
    for (int node = stale.length() - 1; node >= ROOT; node = stale.previousSetBit(node - 1)) {
      Plans.State first = nodes.get(2 * node);
      Plans.State second = nodes.get(2 * node + 1);
      nodes.set(node, first == null ? second : second == null ? first : plans.othersOf(first, second));
    }
    stale.clear();
    return nodes.get(ROOT);
  }
}
