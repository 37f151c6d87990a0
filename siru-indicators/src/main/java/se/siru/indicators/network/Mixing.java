package se.siru.indicators.network;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** How many ties stay within an attribute of their nodes and how many cross it; nodes without one known attribute are left out. */
final class Mixing {
  private final long external;
  private final long internal;
  private final long possibleExternal;
  private final long possibleInternal;
  private final BigInteger squaredEnds;
  private final long unknown;

  private Mixing(
      long external, long internal, long possibleExternal, long possibleInternal, BigInteger squaredEnds, long unknown) {
    this.external = external;
    this.internal = internal;
    this.possibleExternal = possibleExternal;
    this.possibleInternal = possibleInternal;
    this.squaredEnds = squaredEnds;
    this.unknown = unknown;
  }

  /** The mixing of a network whose nodes have attributes. */
  static Mixing of(Affiliations affiliations, Sharing sharing) {
    TieCounts ties = TieCounts.byAttribute(affiliations, sharing);
    Map<Integer, Long> sizes = new TreeMap<>();
    Map<Integer, Long> endsOf = new TreeMap<>();
    for (int node = 0; node < affiliations.nodes(); node++) {
      int attribute = affiliations.attribute(node);
      if (attribute >= 0) {
        sizes.merge(attribute, 1L, Long::sum);
        endsOf.merge(attribute, (long) ties.ends()[node], Long::sum);
      }
    }
    long known = sizes.values().stream().mapToLong(Long::longValue).sum();
    long possibleInternal = sizes.values().stream().mapToLong(Mixing::pairsOf).sum();
    BigInteger squaredEnds =
        endsOf.values().stream().map(BigInteger::valueOf).map(end -> end.multiply(end)).reduce(BigInteger.ZERO, BigInteger::add);
    return new Mixing(
        ties.external(), ties.internal(), pairsOf(known) - possibleInternal, possibleInternal, squaredEnds, affiliations.nodes() - known);
  }

  private static long pairsOf(long nodes) {
    return nodes * (nodes - 1) / 2;
  }

  /** Ties between nodes of different attributes. */
  long external() {
    return external;
  }

  /** Ties between nodes of one attribute. */
  long internal() {
    return internal;
  }

  /** All ties between nodes of known attribute. */
  long all() {
    return external + internal;
  }

  /** Pairs of nodes of different attributes. */
  long possibleExternal() {
    return possibleExternal;
  }

  /** Pairs of nodes of one attribute. */
  long possibleInternal() {
    return possibleInternal;
  }

  /** The ends of ties at each attribute, squared and added up. */
  BigInteger squaredEnds() {
    return squaredEnds;
  }

  /** Nodes left out because they have no attribute, or several. */
  long unknown() {
    return unknown;
  }
}
