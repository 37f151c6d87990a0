package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Expression;
import se.siru.core.indicator.Formula;
import se.siru.core.text.LocalizedText;

/** Computes formulas, margin by margin: which rows each has, what its operands are there, and how many records are behind it. */
final class FormulaReader {
  private final Map<String, Series> byName;
  private final Map<String, Series> shiftedByName;
  private final Timeline timeline;
  private final List<Margin> margins;
  private final Targets targets;

  /**
   * A reader.
   *
   * @param byName the series of the operands in the periods asked for, by the names that formulas use
   * @param shiftedByName those of the operands that are needed in other periods, in those
   */
  FormulaReader(
      Map<String, Series> byName, Map<String, Series> shiftedByName, Timeline timeline, List<Margin> margins, Targets targets) {
    this.byName = byName;
    this.shiftedByName = shiftedByName;
    this.timeline = timeline;
    this.margins = margins;
    this.targets = targets;
  }

  /** The cells of a formula, shown under a code and a name. */
  Series series(Formula formula, String code, LocalizedText name, Expression expression) {
    return series(new Series(formula, code, name, timeline.own(), Absences.NO_RECORDS), expression, 0);
  }

  /** The cells of a formula in the periods that only shifted operands need. */
  Series shifted(Formula formula) {
    Series series = new Series(formula, formula.code(), formula.name(), timeline.others(), Absences.NO_RECORDS);
    return series(series, formula.expression(), timeline.asked());
  }

  private Series series(Series series, Expression expression, int first) {
    List<Use> uses = Use.of(expression);
    for (Margin margin : margins) {
      List<@Nullable Margin> own = uses.stream().<@Nullable Margin>map(use -> Wholes.of(operand(use.indicator()), margin)).toList();
      if (own.contains(margin) && !own.contains(null)) {
        read(series, expression, uses, margin, first);
      }
    }
    return series;
  }

  private Series operand(String name) {
    return Objects.requireNonNull(byName.get(name), name);
  }

  private void read(Series series, Expression expression, List<Use> uses, Margin margin, int first) {
    List<String> names = uses.stream().map(Use::indicator).distinct().toList();
    List<MarginRow[]> own = new ArrayList<>();
    names.stream().map(name -> operand(name).block(margin)).filter(Objects::nonNull).forEach(block -> own.add(block.rows()));
    Map<String, int[]> observed = new HashMap<>();
    for (String name : names) {
      Series shifted = shiftedByName.get(name);
      Series.Block block = shifted == null ? null : shifted.block(margin);
      if (block != null) {
        int[] others = others(uses.stream().filter(use -> use.indicator().equals(name)).toList(), first, series.periods().size());
        observed.put(name, IntStream.range(0, block.rows().length).filter(row -> isObserved(block, row, others)).toArray());
        own.add(rows(block, observed.get(name)));
      }
    }
    MarginRow[] rows = union(own);
    Map<String, Operand> operands = new HashMap<>();
    for (String name : names) {
      Operand.Part asked = part(operand(name), margin, rows);
      int[] shown = observed.get(name);
      Series others = shiftedByName.get(name);
      Operand.Part shifted = shown != null ? part(others, margin, rows, shown) : others == null ? null : part(others, margin, rows);
      operands.put(name, new Operand(asked, shifted, timeline.asked()));
    }
    Series.Block block = series.add(margin, rows);
    int periods = series.periods().size();
    ValueColumn values = new FormulaCells(operands, targets, timeline, margin, rows).values(expression, first, periods);
    if (series.indicator().unit().equals("percent")) {
      values.makeRatios();
    }
    block.values().copy(0, values, 0, rows.length * periods);
    series.empty().copy(0, values, rows.length * periods, periods);
    for (Use use : uses) {
      Operand operand = Objects.requireNonNull(operands.get(use.indicator()));
      for (int period = 0; period < periods; period++) {
        operand.raiseRecords(block, period, use.from(first + period, timeline));
      }
    }
  }

  /** The other periods that an operand is needed in. */
  private int[] others(List<Use> uses, int first, int periods) {
    return uses.stream()
        .flatMapToInt(use -> IntStream.range(first, first + periods).map(place -> use.from(place, timeline) - timeline.asked()))
        .filter(other -> other >= 0)
        .distinct()
        .toArray();
  }

  /** True where a row has something to tell in those periods: what further formulas need of it shows and counts nothing here. */
  private static boolean isObserved(Series.Block block, int row, int[] others) {
    return Arrays.stream(others).anyMatch(other -> block.records(row, other) > 0 || block.isMissing(row, other));
  }

  private static MarginRow[] rows(Series.Block block, int[] chosen) {
    return Arrays.stream(chosen).mapToObj(row -> block.rows()[row]).toArray(MarginRow[]::new);
  }

  private static Operand.Part part(Series series, Margin margin, MarginRow[] rows) {
    Margin own = Objects.requireNonNull(Wholes.of(series, margin));
    Series.Block block = Objects.requireNonNull(series.block(own));
    int[] places = own.equals(margin) ? places(rows, block.rows()) : Wholes.places(margin, rows, own, block.rows());
    return new Operand.Part(series, block, places);
  }

  private static Operand.Part part(@Nullable Series series, Margin margin, MarginRow[] rows, int[] chosen) {
    Series.Block block = Objects.requireNonNull(Objects.requireNonNull(series).block(margin));
    int[] places = Arrays.stream(places(rows, rows(block, chosen))).map(place -> place < 0 ? place : chosen[place]).toArray();
    return new Operand.Part(series, block, places);
  }

  /** The rows of several operands, each once; the array of the first where it holds those of all. */
  private static MarginRow[] union(List<MarginRow[]> rows) {
    MarginRow[] first = rows.get(0);
    if (rows.stream().allMatch(each -> each.length == 0 || Arrays.equals(first, each))) {
      return first;
    }
    TreeSet<MarginRow> all = new TreeSet<>();
    rows.forEach(each -> all.addAll(List.of(each)));
    return all.toArray(MarginRow[]::new);
  }

  /** Where each row stands among those of an operand, both in order; -1 where the operand does not have it. */
  private static int[] places(MarginRow[] rows, MarginRow[] own) {
    int[] places = new int[rows.length];
    int next = 0;
    for (int row = 0; row < rows.length; row++) {
      boolean isNext = next < own.length && own[next].equals(rows[row]);
      places[row] = isNext ? next++ : -1;
    }
    return places;
  }
}
