package se.siru.indicators.network;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.IndicatorFunction.Selection;

/**
 * One network and what figures need of it: each is made when a figure first asks for it, and all figures of one selection share it.
 *
 * <p>Confined to one thread.
 */
final class NetworkForm {
  private final Affiliations affiliations;
  private final Sharing sharing;
  private @Nullable TieCounts counts;
  private @Nullable Optional<TieGraph> graph;
  private @Nullable Optional<ShortestPaths> paths;
  private @Nullable Optional<Closure> closure;

  private NetworkForm(Affiliations affiliations, Sharing sharing) {
    this.affiliations = affiliations;
    this.sharing = sharing;
  }

  /** The network of a selection of group and node, with the limits that a definition states. */
  static NetworkForm of(Selection selection, IndicatorFunction.Context context) {
    int largest = NetworkFunction.largestGroup(context);
    return selection.derived(
        NetworkForm.class, largest, rows -> new NetworkForm(Affiliations.of(rows, Affiliations.NONE, largest), context::each));
  }

  Affiliations affiliations() {
    return affiliations;
  }

  /** How many ties there are, and how many each node has; not to be changed. */
  TieCounts counts() {
    TieCounts known = counts;
    if (known == null) {
      known = TieCounts.of(affiliations, sharing);
      counts = known;
    }
    return known;
  }

  /** To how many others each node has a tie; not to be changed. */
  int[] degrees() {
    return counts().ends();
  }

  /** How many pairs of groups all pairs of nodes share together. */
  long circles() {
    return TieCounts.circles(affiliations, sharing);
  }

  /** The ties, kept; empty where there are too many. */
  Optional<TieGraph> graph() {
    graph = known(graph, () -> TieGraph.of(affiliations, degrees()));
    return graph;
  }

  /** The shortest paths; empty where the network is too large. */
  Optional<ShortestPaths> paths() {
    paths = known(paths, () -> graph().flatMap(ShortestPaths::of));
    return paths;
  }

  /** How ties close; empty where the network is too large. */
  Optional<Closure> closure() {
    closure = known(closure, () -> graph().flatMap(Closure::of));
    return closure;
  }

  private static <T> Optional<T> known(@Nullable Optional<T> known, Supplier<Optional<T>> make) {
    return known == null ? make.get() : known;
  }
}
