package se.siru.cli.examples;

import java.util.ArrayList;
import java.util.List;

/**
 * A source of numbers that look random and are the same on every machine and Java version: SplitMix64 with integer
 * arithmetic only. Every part of the example throws its own dice, so that a change in one part leaves the others as
 * they are.
 */
final class Dice {
  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** The dice of one part of the data. */
  static Dice of(long seed, String part) {
    Dice dice = new Dice(seed);
    part.chars().forEach(c -> dice.state = dice.next() ^ c);
    return dice;
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** 0 to {@code bound} - 1. The bias of the remainder is below 1 in 2^32, which no reader of an example sees. */
  int below(int bound) {
    return (int) Math.floorMod(next(), (long) bound);
  }

  /** {@code least} to {@code most}, both included. */
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /** True in {@code percent} of 100 throws. */
  boolean chance(int percent) {
    return below(100) < percent;
  }

  <T> T pick(List<T> from) {
    return from.get(below(from.size()));
  }

  /** An index, each as likely as its weight; the weights are not all 0. */
  int weighted(List<Integer> weights) {
    int at = below(weights.stream().mapToInt(Integer::intValue).sum());
    for (int i = 0; ; i++) {
      at -= weights.get(i);
      if (at < 0) {
        return i;
      }
    }
  }

  /** Up to {@code count} different elements, each as likely as its weight; elements of weight 0 are never taken. */
  <T> List<T> sample(List<T> from, List<Integer> weights, int count) {
    List<Integer> left = new ArrayList<>(weights);
    List<T> taken = new ArrayList<>();
    while (taken.size() < count && left.stream().anyMatch(w -> w > 0)) {
      int i = weighted(left);
      left.set(i, 0);
      taken.add(from.get(i));
    }
    return taken;
  }

  /** Up to {@code count} different elements, all equally likely. */
  <T> List<T> sample(List<T> from, int count) {
    return sample(from, from.stream().map(element -> 1).toList(), count);
  }
}
