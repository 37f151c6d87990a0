package se.siru.core.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The states of batches. Nothing is ever subtracted when one is exchanged. What they keep by frames has time keys: where a change touched few, the
 * states of all batches are walked for these. Where it touched most, and for what has no time keys, the states of every two of them are kept
 * together, of every two of these, up to all: exchanging one of n states joins again the log n that it is part of. Confined to one thread.
 *
 * @param <K> what a state is known by
 */
final class StateTree<K> {
  private static final int ROOT = 1;

  private final Map<K, Integer> leaves = new HashMap<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private final List<Plans.@Nullable State> states = new ArrayList<>();
  private final Joined frames = new Joined();
  private final Joined others = new Joined();
  private boolean wasAsked;

  /** States that are joined: below node i lie 2i and 2i + 1, and behind the nodes lie the leaves. Nodes are made when they are asked for. */
  private final class Joined {
    private final List<Plans.@Nullable State> nodes = new ArrayList<>();
    private final BitSet stale = new BitSet();

    /** Nodes for twice as many leaves, the first half of them as before. */
    void grow() {
      nodes.clear();
      nodes.addAll(Collections.nCopies(states.size(), null));
      stale.set(ROOT, states.size());
    }

    void exchange(int leaf) {
      for (int node = (states.size() + leaf) / 2; node >= ROOT; node /= 2) {
        stale.set(node);
        nodes.set(node, null);
      }
    }

    Plans.@Nullable State all(BinaryOperator<Plans.State> join) {
      for (int node = stale.length() - 1; node >= ROOT; node = stale.previousSetBit(node - 1)) {
        Plans.State first = at(2 * node);
        Plans.State second = at(2 * node + 1);
        nodes.set(node, first == null ? second : second == null ? first : join.apply(first, second));
      }
      stale.clear();
      return nodes.get(ROOT);
    }

    private Plans.@Nullable State at(int place) {
      return place < states.size() ? nodes.get(place) : states.get(place - states.size());
    }
  }

  StateTree() {
    grow();
  }

  private void grow() {
    int before = states.size();
    states.addAll(Collections.nCopies(Math.max(2, before), null));
    frames.grow();
    others.grow();
    for (int leaf = before; leaf < states.size(); leaf++) {
      free.addLast(leaf);
    }
  }

  boolean holds(K key) {
    return leaves.containsKey(key);
  }

  Plans.State get(K key) {
    Plans.State state = states.get(leaves.get(key));
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
    List<Plans.State> found = gone.stream().map(this::get).toList();
    for (K key : gone) {
      int leaf = leaves.remove(key);
      free.addFirst(leaf);
      set(leaf, null);
    }
    return found;
  }

  private void set(int leaf, Plans.@Nullable State state) {
    states.set(leaf, state);
    frames.exchange(leaf);
    others.exchange(leaf);
  }

  /**
   * The state of all together, as far as cells are counted anew; null where there is none. At first all cells are, and most often never again: that
   * needs no joined states.
   */
  Plans.@Nullable State all(Plans plans, KeptCells cells) {
    boolean isWalked = !wasAsked || !plans.countsMost(cells);
    wasAsked = true;
    Plans.State byFrames =
        isWalked ? plans.together(states.stream().filter(Objects::nonNull).toList(), cells) : frames.all(plans::framesOf);
    Plans.State rest = others.all(plans::othersOf);
    return byFrames == null || rest == null ? null : plans.with(byFrames, rest);
  }
}
