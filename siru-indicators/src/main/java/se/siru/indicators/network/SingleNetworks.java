package se.siru.indicators.network;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.siru.core.export.CsvTable;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.IndicatorFunction.Selection;
import se.siru.core.model.Network;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Units;
import se.siru.core.stability.Experimental;

/**
 * Each network by itself, in one period. In a network all members have ties with each other, by the rule {@link TieRule#NETWORK}; what
 * tells networks apart is who is in them, how far their ties cross sectors, and how many of them are new there.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class SingleNetworks {
  private static final int SCALE = 6;

  private final TimePeriod period;
  private final List<Figures> networks;

  private SingleNetworks(TimePeriod period, List<Figures> networks) {
    this.period = period;
    this.networks = List.copyOf(networks);
  }

  /**
   * A network.
   *
   * @param id its id
   * @param name its newest name; empty where it has none
   * @param organisations members in the period, as legal units
   * @param ties pairs of them
   * @param newTies pairs of which not both were members at some time before the period
   * @param external pairs of two sectors
   * @param internal pairs of one sector
   * @param unknown members without one known sector, whose pairs are neither
   */
  @Experimental(since = "0.1.0")
  public record Figures(
      String id, String name, long organisations, long ties, long newTies, long external, long internal, long unknown) {}

  /** The networks of a portfolio that have a member in a period, in order of their ids. */
  public static SingleNetworks of(Portfolio portfolio, TimePeriod period) {
    List<Figures> all =
        Reading.of(portfolio, TieRule.NETWORK, period, (selection, context) -> read(portfolio, selection, context))
            .orElse(List.of());
    return new SingleNetworks(period, all);
  }

  /** A member: when, and of which sector. */
  private static final class Member {
    private int mask;
    private int sector = Affiliations.UNKNOWN;
  }

  private static List<Figures> read(Portfolio portfolio, Selection selection, IndicatorFunction.Context context) {
    Affiliations.Times times = ChangeFunction.times(selection, context, ChangeFunction.allBefore(context.period()));
    int sector = Reading.sector(TieRule.NETWORK);
    Map<Long, Map<Long, Member>> members = new TreeMap<>();
    for (int row = 0; row < selection.size(); row++) {
      if (selection.value(row, 1) != Selection.UNKNOWN) {
        Member member =
            members.computeIfAbsent(selection.value(row, 0), key -> new TreeMap<>())
                .computeIfAbsent(selection.value(row, 1), key -> new Member());
        member.mask |= times.mask(row);
        long stated = selection.value(row, sector);
        member.sector = Affiliations.both(member.sector, stated == Selection.UNKNOWN ? Affiliations.UNKNOWN : (int) stated);
      }
    }
    Units units = portfolio.units(Network.TYPE.name());
    List<Figures> figures = new ArrayList<>();
    members.forEach((group, of) -> {
      List<Member> now = of.values().stream().filter(member -> (member.mask & ChangeFunction.NOW) != 0).toList();
      if (!now.isEmpty()) {
        figures.add(figures(portfolio, units.id(group.intValue()), now));
      }
    });
    figures.sort(Comparator.comparing(Figures::id));
    return figures;
  }

  private static Figures figures(Portfolio portfolio, String id, List<Member> now) {
    Map<Integer, Long> sectors = new TreeMap<>();
    now.stream().filter(member -> member.sector >= 0).forEach(member -> sectors.merge(member.sector, 1L, Long::sum));
    long known = sectors.values().stream().mapToLong(Long::longValue).sum();
    long internal = sectors.values().stream().mapToLong(SingleNetworks::pairs).sum();
    long before = now.stream().filter(member -> (member.mask & ChangeFunction.THEN) != 0).count();
    String name = portfolio.find(Network.TYPE, id).flatMap(row -> row.find(Network.NAME)).orElse("");
    return new Figures(
        id, name, now.size(), pairs(now.size()), pairs(now.size()) - pairs(before), pairs(known) - internal, internal,
        now.size() - known);
  }

  private static long pairs(long members) {
    return members * (members - 1) / 2;
  }

  /** The networks, in order of their ids. */
  public List<Figures> networks() {
    return networks;
  }

  /**
   * Writes the networks as CSV, each with rule and period. The column {@code e-i-index} is (external − internal) / (external +
   * internal), to six decimals, and empty without such ties.
   */
  public void write(OutputStream out) throws IOException {
    CsvTable table =
        new CsvTable(
            out,
            List.of(
                "ties", "period", "network", "name", "organisations", "pairs", "new-ties", "external", "internal", "e-i-index",
                "unknown"));
    for (Figures each : networks) {
      table.row(
          TieRule.NETWORK.word(), period.label(), each.id(), each.name(), each.organisations(), each.ties(), each.newTies(),
          each.external(), each.internal(), index(each), each.unknown());
    }
    table.flush();
  }

  private static Object index(Figures of) {
    long all = of.external() + of.internal();
    return all == 0
        ? ""
        : BigDecimal.valueOf(of.external() - of.internal())
            .divide(BigDecimal.valueOf(all), SCALE, RoundingMode.HALF_EVEN).stripTrailingZeros();
  }
}
