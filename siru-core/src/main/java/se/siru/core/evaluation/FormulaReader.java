package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
  private final RangeCheck ranges;
  private final Map<Series, Made> made = new IdentityHashMap<>();

  /**
   * A reader.
   *
   * @param byName the series of the operands in the periods asked for, by the names that formulas use
   * @param shiftedByName those of the operands that are needed in other periods, in those
   * @param ranges what values of operands are held to
   */
  FormulaReader(
      Map<String, Series> byName,
      Map<String, Series> shiftedByName,
      Timeline timeline,
      List<Margin> margins,
      Targets targets,
      RangeCheck ranges) {
    this.byName = byName;
    this.shiftedByName = shiftedByName;
    this.timeline = timeline;
    this.margins = margins;
    this.targets = targets;
    this.ranges = ranges;
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
    Made of = new Made(expression, Use.of(expression), first);
    made.put(series, of);
    for (Margin margin : margins) {
      List<@Nullable Margin> own = of.uses().stream().<@Nullable Margin>map(use -> Wholes.of(operand(use.indicator()), margin)).toList();
      if (own.contains(margin) && !own.contains(null)) {
        series.add(margin, block(series, of, margin, rows(of, margin, series.periods().size())));
      }
    }
    return series;
  }

  /** Of what a series is made, and which period on the timeline is its first. */
  private record Made(Expression expression, List<Use> uses, int first) {
    List<String> names() {
      return uses.stream().map(Use::indicator).distinct().toList();
    }
  }

  private Series operand(String name) {
    return Objects.requireNonNull(byName.get(name), name);
  }

  /** The rows that operands have where they are needed. */
  private MarginRow[] rows(Made of, Margin margin, int periods) {
    List<MarginRow[]> own = new ArrayList<>();
    of.names().stream().map(name -> operand(name).block(margin)).filter(Objects::nonNull).forEach(block -> own.add(block.rows()));
    for (String name : of.names()) {
      Series shifted = shiftedByName.get(name);
      Series.Block block = shifted == null ? null : shifted.block(margin);
      if (block != null) {
        int[] others = others(of.uses().stream().filter(use -> use.indicator().equals(name)).toList(), of.first(), periods);
        own.add(
            IntStream.range(0, block.rows().length)
                .filter(row -> isObserved(block, row, others)).mapToObj(row -> block.rows()[row]).toArray(MarginRow[]::new));
      }
    }
    return union(own);
  }

  /** The cells of some rows. */
  private Series.Block block(Series series, Made of, Margin margin, MarginRow[] rows) {
    Map<String, Operand> operands = new HashMap<>();
    for (String name : of.names()) {
      Series others = shiftedByName.get(name);
      operands.put(name, new Operand(part(operand(name), margin, rows), others == null ? null : part(others, margin, rows), timeline.asked()));
    }
    Series.Block block = new Series.Block(rows, series.empty());
    int periods = series.periods().size();
    ValueColumn values = new FormulaCells(operands, targets, timeline, margin, rows).values(of.expression(), of.first(), periods);
    if (series.indicator().unit().equals("percent")) {
      values.makeRatios();
    }
    block.values().copy(0, values, 0, values.size());
    for (Use use : of.uses()) {
      Operand operand = Objects.requireNonNull(operands.get(use.indicator()));
      for (int period = 0; period < periods; period++) {
        operand.raiseRecords(block, period, use.from(of.first() + period, timeline));
      }
    }
    return block;
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

  /**
   * A series by the rows of a formula. What a formula is in rows that it does not show depends on the row, since its own operands may have
   * more: it is worked out. Of a measure it is the same for all.
   */
  private Operand.Part part(Series series, Margin margin, MarginRow[] rows) {
    Margin own = Objects.requireNonNull(Wholes.of(series, margin));
    Series.Block block = Objects.requireNonNull(series.block(own));
    int[] places = own.equals(margin) ? places(rows, block.rows()) : Wholes.places(margin, rows, own, block.rows());
    Made of = made.get(series);
    if (of == null || Arrays.stream(places).allMatch(place -> place >= 0)) {
      return new Operand.Part(series, block, places, block.hasUnseen() ? Wholes.codes(margin, rows, own) : List.of());
    }
    Series.Block all = block(series, of, margin, rows);
    ranges.holdUnseen(series.indicator(), all.values());
    return new Operand.Part(series, all, IntStream.range(0, rows.length).toArray(), List.of());
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
      while (next < own.length && own[next].compareTo(rows[row]) < 0) {
        next++;
      }
      boolean isNext = next < own.length && own[next].equals(rows[row]);
      places[row] = isNext ? next++ : -1;
    }
    return places;
  }
}
