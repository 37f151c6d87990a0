package se.siru.indicators.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static se.siru.indicators.network.NetworkFunction.BETWEENNESS_CENTRALISATION;
import static se.siru.indicators.network.NetworkFunction.COMPONENTS;
import static se.siru.indicators.network.NetworkFunction.DEGREE_CENTRALISATION;
import static se.siru.indicators.network.NetworkFunction.DENSITY;
import static se.siru.indicators.network.NetworkFunction.DIAMETER;
import static se.siru.indicators.network.NetworkFunction.GREATEST_DEGREE;
import static se.siru.indicators.network.NetworkFunction.LARGEST_COMPONENT;
import static se.siru.indicators.network.NetworkFunction.MEAN_DISTANCE;
import static se.siru.indicators.network.NetworkFunction.TIED_NODES;
import static se.siru.indicators.network.NetworkFunction.TIES;
import static se.siru.indicators.network.NetworkFunction.TIE_WEIGHT;
import static se.siru.indicators.network.NetworkFunction.TRANSITIVITY;
import static se.siru.indicators.network.NetworkFunction.TWO_MODE_DENSITY;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.IndicatorFunction.Selection;
import se.siru.core.model.Value;

/** Three networks of the literature against figures that others published or computed with networkx 3.6.1. */
class NetworkOracleTest {
  private static final double SIX_DECIMALS = 5e-7;

  private static double figure(IndicatorFunction function, Selection selection) {
    Value value = function.apply(selection, AskedOf.NOTHING).value();
    return value instanceof Value.Quantity quantity
        ? quantity.number().doubleValue()
        : ((Value.Ratio) value).numerator().doubleValue() / ((Value.Ratio) value).denominator().doubleValue();
  }

  private static Value value(IndicatorFunction function, Selection selection) {
    return function.apply(selection, AskedOf.NOTHING).value();
  }

  private static Value ratio(long numerator, long denominator) {
    return new Value.Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
  }

  private static TieGraph graph(Selection selection) {
    Affiliations affiliations = Affiliations.of(selection, Affiliations.NONE, Affiliations.NONE);
    return TieGraph.of(affiliations, TieCounts.of(affiliations, Sharing.ALONE).ends()).orElseThrow();
  }

  @Test
  void zacharysKarateClub() throws IOException {
    Selection karate = NetworkData.zachary();
    assertEquals(78, figure(TIES, karate));
    assertEquals(0.139037, figure(DENSITY, karate), SIX_DECIMALS);
    assertEquals(0.255682, figure(TRANSITIVITY, karate), SIX_DECIMALS);
    assertEquals(0.570638, figure(NetworkFunction.MEAN_CLUSTERING, karate), SIX_DECIMALS);
    assertEquals(0.399621, figure(DEGREE_CENTRALISATION, karate), SIX_DECIMALS);
    assertEquals(1, figure(COMPONENTS, karate));
    Closure closure = Closure.of(graph(karate)).orElseThrow();
    assertEquals(45, closure.triangles());
    ShortestPaths paths = ShortestPaths.of(graph(karate)).orElseThrow();
    assertEquals(0.437635, normalised(paths, 0, 34), SIX_DECIMALS);
  }

  /** Betweenness out of the pairs of other nodes. */
  private static double normalised(ShortestPaths paths, int node, int nodes) {
    return paths.betweenness(node).doubleValue() / ((nodes - 1) * (nodes - 2) / 2.0);
  }

  @Test
  void padgettsFlorentineMarriages() throws IOException {
    Map<String, Integer> names = new HashMap<>();
    Selection marriages = NetworkData.padgett(names);
    assertEquals(15, names.size());
    assertEquals(20, figure(TIES, marriages));
    assertEquals(ratio(40, 210), value(DENSITY, marriages));
    assertEquals(0.190476, figure(DENSITY, marriages), SIX_DECIMALS);
    assertEquals(0.274725, figure(DEGREE_CENTRALISATION, marriages), SIX_DECIMALS);
    assertEquals(0.436813, figure(BETWEENNESS_CENTRALISATION, marriages), SIX_DECIMALS);
    ShortestPaths paths = ShortestPaths.of(graph(marriages)).orElseThrow();
    assertEquals(0.521978, normalised(paths, names.get("Medici"), 15), SIX_DECIMALS);
    assertEquals(0.254579, normalised(paths, names.get("Guadagni"), 15), SIX_DECIMALS);
    assertEquals(0.212454, normalised(paths, names.get("Albizzi"), 15), SIX_DECIMALS);
    assertEquals(new BigDecimal("47.500000"), paths.betweenness(names.get("Medici")));
    Closure closure = Closure.of(graph(marriages)).orElseThrow();
    assertEquals(0.209877, closure.constraint(names.get("Medici")).doubleValue(), SIX_DECIMALS);
  }

  @Test
  void theWomenOfDavis() throws IOException {
    Selection women = NetworkData.davis(true);
    assertEquals(ratio(89, 18 * 14), value(TWO_MODE_DENSITY, women));
    assertEquals(0.353175, figure(TWO_MODE_DENSITY, women), SIX_DECIMALS);
    assertEquals(139, figure(TIES, women));
    assertEquals(322, figure(TIE_WEIGHT, women));
    assertEquals(0.908497, figure(DENSITY, women), SIX_DECIMALS);
    assertEquals(18, figure(TIED_NODES, women));
    assertEquals(17, figure(GREATEST_DEGREE, women));
    assertEquals(18, figure(LARGEST_COMPONENT, women));
    assertEquals(0.928396, figure(TRANSITIVITY, women), SIX_DECIMALS);
    assertEquals(0.467764, figure(NetworkFunction.TWO_MODE_CLUSTERING, women), SIX_DECIMALS);
    assertEquals(0.102941, figure(DEGREE_CENTRALISATION, women), SIX_DECIMALS);
    assertEquals(2, figure(DIAMETER, women));
    assertEquals(1.091503, figure(MEAN_DISTANCE, women), SIX_DECIMALS);
  }

  @Test
  void theEventsOfDavis() throws IOException {
    Selection events = NetworkData.davis(false);
    assertEquals(ratio(89, 18 * 14), value(TWO_MODE_DENSITY, events));
    assertEquals(66, figure(TIES, events));
    assertEquals(214, figure(TIE_WEIGHT, events));
    assertEquals(0.725275, figure(DENSITY, events), SIX_DECIMALS);
    assertEquals(13, figure(GREATEST_DEGREE, events));
    assertEquals(0.831081, figure(TRANSITIVITY, events), SIX_DECIMALS);
    assertEquals(0.320513, figure(DEGREE_CENTRALISATION, events), SIX_DECIMALS);
    assertEquals(1.274725, figure(MEAN_DISTANCE, events), SIX_DECIMALS);
    Affiliations attended = Affiliations.of(events, Affiliations.NONE, Affiliations.NONE);
    assertEquals(
        List.of(3, 3, 3, 3, 4, 4, 5, 6, 6, 8, 8, 10, 12, 14),
        IntStream.range(0, attended.nodes()).map(attended::groupsOf).sorted().boxed().toList());
    ShortestPaths paths = ShortestPaths.of(graph(events)).orElseThrow();
    BigDecimal greatest = BigDecimal.ZERO;
    for (int event = 0; event < 14; event++) {
      greatest = greatest.max(paths.betweenness(event));
    }
    assertEquals(new BigDecimal("6.250000"), greatest);
  }
}
