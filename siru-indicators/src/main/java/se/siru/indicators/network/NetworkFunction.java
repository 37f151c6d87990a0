package se.siru.indicators.network;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Function;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;

/**
 * Functions of the form of a network. The fields are, in this order, what ties nodes together, and the node; a node without ties is one
 * of the nodes. The parameter {@code largest-group} says how many nodes a group may have to give ties (absent: any number); {@code
 * ties} names the tie rule for the reader.
 */
enum NetworkFunction implements IndicatorFunction {
  /** How many ties there are. */
  TIES("siru:tie-count", network -> Value.Quantity.of(network.counts().all())),

  /** How many groups tied nodes share, added up over all ties. */
  TIE_WEIGHT("siru:tie-weight", network -> Value.Quantity.of(network.affiliations().weight())),

  /** How many nodes have a tie. */
  TIED_NODES("siru:tied-nodes", network -> Value.Quantity.of(count(network.degrees(), degree -> degree > 0))),

  /** To how many others the node with most ties has one. */
  GREATEST_DEGREE("siru:greatest-degree", network -> Value.Quantity.of(greatest(network.degrees()))),

  /** How many sets of nodes there are that are linked with each other and with no others; lone nodes make none. */
  COMPONENTS("siru:components", network -> Value.Quantity.of(count(componentSizes(network.affiliations()), size -> size > 1))),

  /** How many nodes the largest component has; 0 without ties. */
  LARGEST_COMPONENT("siru:largest-component", NetworkFunction::largestComponent),

  /** 2m / (n (n − 1)): ties out of all pairs of nodes. */
  DENSITY("siru:density", NetworkFunction::density),

  /** Memberships out of all pairs of a node and a group. */
  TWO_MODE_DENSITY(
      "siru:two-mode-density",
      network ->
          Ratios.of(
              network.affiliations().memberships(),
              (long) network.affiliations().nodes() * network.affiliations().groups(),
              Undefined.NO_GROUPS)),

  /** Robins and Alexander 2004: of the paths of three memberships between a node and a group, how many are closed by a fourth. */
  TWO_MODE_CLUSTERING("siru:two-mode-clustering", NetworkFunction::twoModeClustering),

  /** Freeman 1978: how much the ties gather at one node; 1 for a star. */
  DEGREE_CENTRALISATION("siru:degree-centralisation", NetworkFunction::degreeCentralisation),

  /** Freeman 1978: how much the shortest paths gather at one node; 1 for a star. */
  BETWEENNESS_CENTRALISATION("siru:betweenness-centralisation", withPaths(NetworkFunction::betweennessCentralisation)),

  /** The greatest number of ties between two nodes of the largest component. */
  DIAMETER(
      "siru:diameter",
      withPaths((network, paths) -> paths.pairsInLargest() == 0 ? Undefined.NO_TIES : Value.Quantity.of(paths.diameter()))),

  /** The mean number of ties between two nodes of the largest component. */
  MEAN_DISTANCE(
      "siru:mean-distance",
      withPaths((network, paths) -> Ratios.of(paths.lengthsInLargest(), paths.pairsInLargest(), Undefined.NO_TIES))),

  /** Three times the triangles out of the pairs of ties that meet. */
  TRANSITIVITY(
      "siru:transitivity",
      withClosure((network, closure) -> Ratios.of(3 * closure.triangles(), closure.triples(), Undefined.NO_TRIPLES))),

  /** Watts and Strogatz 1998: the mean, over all nodes, of how many pairs of a node's neighbours have a tie. */
  MEAN_CLUSTERING("siru:mean-clustering", withClosure(NetworkFunction::meanClustering)),

  /** Burt 1992: the mean constraint of the nodes that have ties. */
  MEAN_CONSTRAINT("siru:mean-constraint", withClosure(NetworkFunction::meanConstraint));

  private static final String LARGEST_GROUP = "largest-group";

  private final String id;
  private final Function<NetworkForm, Value> value;

  NetworkFunction(String id, Function<NetworkForm, Value> value) {
    this.id = id;
    this.value = value;
  }

  /** A figure of a network, and of what was found about its ties. */
  private interface Figure<F> {
    Value of(NetworkForm network, F found);
  }

  /** A test of a whole number. */
  private interface Test {
    boolean passes(int number);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Outcome apply(Selection selection, Context context) {
    return new Outcome(value.apply(NetworkForm.of(selection, context)), 0);
  }

  /** How many nodes a group may have to give ties, as the definition says. */
  static int largestGroup(IndicatorFunction.Context context) {
    String stated = context.parameters().get(LARGEST_GROUP);
    return stated == null ? Affiliations.NONE : Integer.parseInt(stated);
  }

  private static Function<NetworkForm, Value> withPaths(Figure<ShortestPaths> figure) {
    return network -> network.paths().map(paths -> figure.of(network, paths)).orElse(Undefined.TOO_LARGE);
  }

  private static Function<NetworkForm, Value> withClosure(Figure<Closure> figure) {
    return network -> network.closure().map(closure -> figure.of(network, closure)).orElse(Undefined.TOO_LARGE);
  }

  private static long count(int[] numbers, Test test) {
    return Arrays.stream(numbers).filter(test::passes).count();
  }

  private static int greatest(int[] numbers) {
    return Arrays.stream(numbers).max().orElse(0);
  }

  /** The size of each component at its smallest node, 0 at the others. */
  private static int[] componentSizes(Affiliations affiliations) {
    int[] sizes = new int[affiliations.nodes()];
    for (int root : Components.of(affiliations)) {
      sizes[root]++;
    }
    return sizes;
  }

  private static Value largestComponent(NetworkForm network) {
    int size = greatest(componentSizes(network.affiliations()));
    return Value.Quantity.of(size > 1 ? size : 0);
  }

  private static Value density(NetworkForm network) {
    long nodes = network.affiliations().nodes();
    return Ratios.of(2 * network.counts().all(), nodes * (nodes - 1), Undefined.NO_PAIRS);
  }

  /** A circle of four memberships, of two nodes and two groups, closes four paths of three. */
  private static Value twoModeClustering(NetworkForm network) {
    Affiliations affiliations = network.affiliations();
    BigInteger paths = BigInteger.ZERO;
    for (int node = 0; node < affiliations.nodes(); node++) {
      paths = paths.add(BigInteger.valueOf(affiliations.pathsOfThree(node)));
    }
    return Ratios.of(BigDecimal.valueOf(4).multiply(BigDecimal.valueOf(network.circles())), new BigDecimal(paths), Undefined.NO_TRIPLES);
  }

  private static Value degreeCentralisation(NetworkForm network) {
    int[] degrees = network.degrees();
    long nodes = degrees.length;
    return nodes < 3
        ? Undefined.TOO_FEW
        : Ratios.of(nodes * greatest(degrees) - 2 * network.counts().all(), (nodes - 1) * (nodes - 2), Undefined.TOO_FEW);
  }

  private static Value betweennessCentralisation(NetworkForm network, ShortestPaths paths) {
    long nodes = network.affiliations().nodes();
    return nodes < 3
        ? Undefined.TOO_FEW
        : Ratios.of(
            paths.shortfall(), BigDecimal.valueOf((nodes - 1) * ((nodes - 1) * (nodes - 2) / 2)), Undefined.TOO_FEW);
  }

  private static Value meanClustering(NetworkForm network, Closure closure) {
    BigDecimal sum = BigDecimal.ZERO;
    int nodes = network.degrees().length;
    for (int node = 0; node < nodes; node++) {
      sum = sum.add(closure.clustering(node));
    }
    return Ratios.of(sum, BigDecimal.valueOf(nodes), Undefined.NO_TIES);
  }

  private static Value meanConstraint(NetworkForm network, Closure closure) {
    BigDecimal sum = BigDecimal.ZERO;
    long tied = 0;
    int[] degrees = network.degrees();
    for (int node = 0; node < degrees.length; node++) {
      if (degrees[node] > 0) {
        sum = sum.add(closure.constraint(node));
        tied++;
      }
    }
    return Ratios.of(sum, BigDecimal.valueOf(tied), Undefined.NO_TIES);
  }
}
