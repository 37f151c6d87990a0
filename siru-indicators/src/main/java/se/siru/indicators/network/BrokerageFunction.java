package se.siru.indicators.network;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;

/**
 * How much of all brokerage nodes of a role do: their betweenness by that of all nodes. The fields are, in this order, what ties nodes
 * together, the node, and its role there; a node has the role where one of its rows states it. The parameter {@code role} names the
 * role; the others are those of {@link NetworkFunction}.
 */
final class BrokerageFunction implements IndicatorFunction {
  static final String ID = "siru:brokerage-of-role";
  private static final int ROLE = 2;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Outcome apply(Selection selection, Context context) {
    NetworkForm network = NetworkForm.of(selection, context);
    Affiliations affiliations = network.affiliations();
    boolean[] isChosen = new boolean[affiliations.nodes()];
    boolean[] isKnown = new boolean[affiliations.nodes()];
    for (int row = 0; row < selection.size(); row++) {
      int node = affiliations.indexOf(selection.value(row, 1));
      if (node >= 0 && selection.value(row, ROLE) != Selection.UNKNOWN) {
        isKnown[node] = true;
        isChosen[node] |= selection.code(row, ROLE).equals(context.parameters().get("role"));
      }
    }
    long chosen = count(isChosen);
    long unknown = isKnown.length - count(isKnown);
    if (chosen == 0) {
      boolean anyRole = unknown < isKnown.length || isKnown.length == 0;
      return new Outcome(anyRole ? Undefined.NOBODY_IN_ROLE : Undefined.NO_ROLES, unknown);
    }
    return new Outcome(value(network, isChosen), unknown);
  }

  private static long count(boolean[] nodes) {
    return IntStream.range(0, nodes.length).filter(node -> nodes[node]).count();
  }

  private static Value value(NetworkForm network, boolean[] chosen) {
    return network.paths()
        .map(
            found ->
                Ratios.of(
                    found.betweenness(chosen), BigDecimal.valueOf(found.allBetween()), Undefined.NOBODY_BETWEEN))
        .orElse(Undefined.TOO_LARGE);
  }
}
