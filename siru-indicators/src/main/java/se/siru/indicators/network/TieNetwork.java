package se.siru.indicators.network;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.export.CsvTable;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Units;
import se.siru.core.stability.Experimental;

/**
 * The organisations of a portfolio and the ties between them, by one rule and in one period: what the figures of networks are about,
 * for programs that draw networks. Persons are never among them, and names are those of organisations; still they are records and no
 * results, so only those who hold the records may see them.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class TieNetwork {
  private static final int KIND = 2;
  private static final String ORGANISATION = "organisation";

  private final TieRule rule;
  private final TimePeriod period;
  private final Affiliations affiliations;
  private final int[] order;
  private final List<Node> nodes;

  private TieNetwork(TieRule rule, TimePeriod period, Affiliations affiliations, int[] order, List<Node> nodes) {
    this.rule = rule;
    this.period = period;
    this.affiliations = affiliations;
    this.order = order;
    this.nodes = nodes;
  }

  /**
   * An organisation.
   *
   * @param id the id that stands for the legal unit
   * @param name its newest name; empty where it has none
   * @param sector the code of its newest sector; empty where that is unknown
   * @param groups in how many initiatives, networks or activities it is
   * @param ties to how many others it has a tie
   * @param component the place of its component among all: the first has most organisations; 0 without ties
   * @param betweenness between how many pairs of others it lies, to {@value ShortestPaths#SCALE} decimals; null where the network is
   *     too large
   * @param constraint its constraint by Burt, to {@value Closure#SCALE} decimals; null without ties and where the network is too large
   */
  @Experimental(since = "0.1.0")
  public record Node(
      String id,
      String name,
      String sector,
      int groups,
      int ties,
      int component,
      @Nullable BigDecimal betweenness,
      @Nullable BigDecimal constraint) {}

  /**
   * A tie.
   *
   * @param first the organisation whose id comes first
   * @param second the other
   * @param shared how many initiatives, networks or activities they share
   */
  @Experimental(since = "0.1.0")
  public record Tie(Node first, Node second, int shared) {}

  /** Keeps the affiliations that the engine selects, by the same rules as for every figure. */
  private static final class Keeping implements IndicatorFunction {
    private Affiliations kept = Affiliations.none();

    @Override
    public String id() {
      return "siru:keep-affiliations";
    }

    @Override
    public Outcome apply(Selection selection, Context context) {
      kept =
          Affiliations.of(
              selection,
              KIND,
              NetworkFunction.largestGroup(context),
              row -> isOrganisation(selection, row) ? 1 : 0);
      return new Outcome(Value.Quantity.of(0), 0);
    }

    private static boolean isOrganisation(Selection selection, int row) {
      return selection.value(row, KIND) != Selection.UNKNOWN && selection.code(row, KIND).equals(ORGANISATION);
    }
  }

  /** The network of a portfolio; one without the records that ties arise from has no nodes. */
  public static TieNetwork of(Portfolio portfolio, TieRule rule, TimePeriod period) {
    Keeping keeping = new Keeping();
    Catalogue catalogue =
        Catalogue.empty()
            .with(
                Provider.application(),
                List.of(rule.measure("siru:kept-affiliations", keeping, Map.of(), Stakeholder.KIND).build()),
                List.of(keeping));
    Evaluation.of(portfolio, catalogue).indicators("siru:kept-affiliations").periods(List.of(period)).run();
    return of(portfolio, rule, period, keeping.kept);
  }

  private static TieNetwork of(Portfolio portfolio, TieRule rule, TimePeriod period, Affiliations affiliations) {
    Units units = portfolio.units(Stakeholder.TYPE.name());
    String[] ids = new String[affiliations.nodes()];
    Arrays.setAll(ids, node -> units.id((int) affiliations.number(node)));
    int[] order =
        IntStream.range(0, ids.length).filter(node -> affiliations.groupsOf(node) > 0).boxed()
            .sorted(Comparator.comparing(node -> ids[node])).mapToInt(Integer::intValue).toArray();
    int[] degrees = TieCounts.of(affiliations, Sharing.ALONE).ends();
    int[] components = ranks(Components.of(affiliations), degrees, order);
    Optional<TieGraph> graph = TieGraph.of(affiliations, degrees);
    Optional<ShortestPaths> paths = graph.flatMap(ShortestPaths::of);
    Optional<Closure> closure = graph.flatMap(Closure::of);
    List<Node> nodes = new ArrayList<>();
    for (int node : order) {
      Optional<Row> newest = portfolio.find(Stakeholder.TYPE, ids[node]);
      nodes.add(
          new Node(
              ids[node],
              newest.flatMap(row -> row.find(Stakeholder.NAME)).orElse(""),
              newest.flatMap(row -> row.find(Stakeholder.SECTOR)).orElse(""),
              affiliations.groupsOf(node),
              degrees[node],
              components[node],
              paths.map(found -> found.betweenness(node)).orElse(null),
              degrees[node] == 0 ? null : closure.map(found -> found.constraint(node)).orElse(null)));
    }
    return new TieNetwork(rule, period, affiliations, order, List.copyOf(nodes));
  }

  /** The place of each node's component by size, then by the first id in it; 0 for nodes without ties. */
  private static int[] ranks(int[] roots, int[] degrees, int[] order) {
    Map<Integer, Integer> sizes = new LinkedHashMap<>();
    for (int node : order) {
      if (degrees[node] > 0) {
        sizes.merge(roots[node], 1, Integer::sum);
      }
    }
    List<Integer> bySize = new ArrayList<>(sizes.keySet());
    bySize.sort(Comparator.comparing(sizes::get, Comparator.reverseOrder()));
    int[] rankOfRoot = new int[roots.length];
    for (int rank = 0; rank < bySize.size(); rank++) {
      rankOfRoot[bySize.get(rank)] = rank + 1;
    }
    int[] ranks = new int[roots.length];
    Arrays.setAll(ranks, node -> rankOfRoot[roots[node]]);
    return ranks;
  }

  /** The rule of the ties. */
  public TieRule rule() {
    return rule;
  }

  /** The period. */
  public TimePeriod period() {
    return period;
  }

  /** The organisations that are part of something in the period, in order of their ids. */
  public List<Node> nodes() {
    return nodes;
  }

  /** Takes a tie. */
  @Experimental(since = "0.1.0")
  public interface TieTaker {
    /** Takes the next tie. */
    void take(Tie tie) throws IOException;
  }

  /** Gives all ties one by one, in order of the ids of both organisations; they are never all in memory. */
  public void eachTie(TieTaker taker) throws IOException {
    int[] places = new int[affiliations.nodes()];
    for (int place = 0; place < order.length; place++) {
      places[order[place]] = place;
    }
    Affiliations.Walk walk = affiliations.new Walk();
    List<Tie> ofOne = new ArrayList<>();
    for (int place = 0; place < order.length; place++) {
      Node first = nodes.get(place);
      int here = place;
      walk.from(
          order[place],
          false,
          (node, second, shared, mask) -> {
            if (places[second] > here) {
              ofOne.add(new Tie(first, nodes.get(places[second]), shared));
            }
          });
      ofOne.sort(Comparator.comparing(tie -> tie.second().id()));
      for (Tie tie : ofOne) {
        taker.take(tie);
      }
      ofOne.clear();
    }
  }

  /**
   * Writes the organisations as CSV with the columns {@code Id} and {@code Label}, by which Gephi and the like know them, and more.
   */
  public void writeNodes(OutputStream out) throws IOException {
    CsvTable table =
        new CsvTable(out, List.of("Id", "Label", "sector", "groups", "ties", "component", "betweenness", "constraint"));
    for (Node node : nodes) {
      table.row(
          node.id(), node.name(), node.sector(), node.groups(), node.ties(), node.component(), orEmpty(node.betweenness()),
          orEmpty(node.constraint()));
    }
    table.flush();
  }

  private static Object orEmpty(@Nullable BigDecimal number) {
    return number == null ? "" : number;
  }

  /** Writes the ties as CSV with the columns {@code Source}, {@code Target}, {@code Type} and {@code Weight}, and rule and period. */
  public void writeTies(OutputStream out) throws IOException {
    CsvTable table = new CsvTable(out, List.of("Source", "Target", "Type", "Weight", "ties", "period"));
    eachTie(
        tie -> table.row(tie.first().id(), tie.second().id(), "Undirected", tie.shared(), rule.word(), period.label()));
    table.flush();
  }
}
