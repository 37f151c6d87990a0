package se.siru.indicators.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.siru.core.export.CsvTable;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.IndicatorFunction.Selection;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.stability.Experimental;

/**
 * The new ties of a period (SI-N09) by the sectors of the two organisations. A tie is a pair, so its sectors are one, too, and no order
 * of theirs means anything. With those of organisations without one known sector, the pairs add up to all new ties.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class NewTies {
  private final TieRule rule;
  private final TimePeriod period;
  private final List<Pair> pairs;
  private final long unknown;

  private NewTies(TieRule rule, TimePeriod period, List<Pair> pairs, long unknown) {
    this.rule = rule;
    this.period = period;
    this.pairs = List.copyOf(pairs);
    this.unknown = unknown;
  }

  /**
   * New ties between organisations of two sectors, or of one.
   *
   * @param first the code of the sector that comes first in its list
   * @param second that of the other
   */
  @Experimental(since = "0.1.0")
  public record Pair(String first, String second, long ties) {}

  /** The new ties of a portfolio by one rule in one period. */
  public static NewTies of(Portfolio portfolio, TieRule rule, TimePeriod period) {
    return Reading.of(portfolio, rule, period, (selection, context) -> of(rule, selection, context))
        .orElseGet(() -> new NewTies(rule, period, List.of(), 0));
  }

  private static NewTies of(TieRule rule, Selection selection, IndicatorFunction.Context context) {
    int sector = Reading.sector(rule);
    Map<Integer, String> codes = new TreeMap<>();
    for (int row = 0; row < selection.size(); row++) {
      if (selection.value(row, sector) != Selection.UNKNOWN) {
        codes.putIfAbsent((int) selection.value(row, sector), selection.code(row, sector));
      }
    }
    Affiliations affiliations =
        Affiliations.of(
            selection,
            sector,
            NetworkFunction.largestGroup(context),
            ChangeFunction.times(selection, context, ChangeFunction.allBefore(context.period())));
    int sectors = codes.keySet().stream().mapToInt(code -> code + 1).max().orElse(0);
    long[][] counts = new long[sectors][sectors];
    long[] unknown = new long[1];
    affiliations.eachTie(
        (one, other, shared, mask) -> {
          int first = Math.min(affiliations.attribute(one), affiliations.attribute(other));
          int second = Math.max(affiliations.attribute(one), affiliations.attribute(other));
          if (mask == ChangeFunction.NOW && first < 0) {
            unknown[0]++;
          } else if (mask == ChangeFunction.NOW) {
            counts[first][second]++;
          }
        });
    List<Pair> pairs = new ArrayList<>();
    codes.forEach((first, code) ->
        codes.forEach((second, other) -> {
          if (counts[first][second] > 0) {
            pairs.add(new Pair(code, other, counts[first][second]));
          }
        }));
    return new NewTies(rule, context.period(), pairs, unknown[0]);
  }

  /** The rule of the ties. */
  public TieRule rule() {
    return rule;
  }

  /** Pairs of sectors with new ties, in the order of the sectors' list. */
  public List<Pair> pairs() {
    return pairs;
  }

  /** New ties of which an end has no known sector, or several. */
  public long unknown() {
    return unknown;
  }

  /** Writes the pairs as CSV, each with rule and period; ties without two known sectors come last, as {@code unknown}. */
  public void write(OutputStream out) throws IOException {
    CsvTable table = new CsvTable(out, List.of("ties", "period", "sector", "other-sector", "new-ties"));
    for (Pair pair : pairs) {
      table.row(rule.word(), period.label(), pair.first(), pair.second(), pair.ties());
    }
    if (unknown > 0) {
      table.row(rule.word(), period.label(), "unknown", "", unknown);
    }
    table.flush();
  }
}
