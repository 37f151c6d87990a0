package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Expression;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.Shift;
import se.siru.core.model.Activity;
import se.siru.core.model.Periods;
import se.siru.core.model.Target;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.text.LocalizedText;

/** Formulas that are worked out for all cells at once say of each what one says that is worked out for that cell alone. */
class FormulaCellsTest {
  private static final List<Indicator> OPERANDS =
      List.of(
          Indicator.measure("t:a").code("A").direction(Indicator.Direction.UP).over(Activity.TYPE).count().build(),
          Indicator.measure("t:b").code("B").direction(Indicator.Direction.DOWN).unit("percent").over(Activity.TYPE).count().build(),
          Indicator.measure("t:c").code("C").over(Activity.TYPE).count().build());
  private static final List<TimePeriod> ASKED = Periods.quarters(2021, 2021);
  private static final Margin TOTAL = new Margin(List.of());
  private static final Margin SECTOR = new Margin(Breakdown.parse("sector").parts());
  private static final List<Margin> MARGINS = List.of(TOTAL, SECTOR);
  private static final List<String> SECTORS = List.of("1", "2", "3", "4");
  private static final Targets TARGETS = new Targets(portfolio());
  private static final RangeCheck RANGES = new RangeCheck(Catalogue.empty(), new Findings());

  private static Portfolio portfolio() {
    PortfolioBuilder builder = Portfolio.builder();
    for (TimePeriod period : Periods.quarters(2020, 2021)) {
      target(builder, "A", period, "", "12", "2");
      target(builder, "A", period, "sector=1", "-3.5", "0.25");
      target(builder, "A", period, "sector=2", "7", "7");
      target(builder, "B", period, "", "10", "80");
      target(builder, "B", period, "sector=3", "80", "10");
      target(builder, "C", period, "", "5", "0");
    }
    return builder.build();
  }

  private static void target(PortfolioBuilder builder, String of, TimePeriod in, String codes, String value, String baseline) {
    var row =
        Target.TYPE.row()
            .with(Target.INDICATOR, of)
            .with(Target.PERIOD, in.label())
            .with(Target.VALUE, new BigDecimal(value))
            .with(Target.BASELINE, new BigDecimal(baseline));
    builder.add((codes.isEmpty() ? row : row.with(Target.BREAKDOWN, codes)).build());
  }

  /** A formula and its operands, drawn at random. */
  private static final class Drawn {
    final Random random;
    final Formula formula;
    final Timeline timeline;
    final Map<String, Series> asked = new HashMap<>();
    final Map<String, Series> others = new HashMap<>();

    Drawn(long seed) {
      random = new Random(seed);
      Expression tree = new Expression.Binary(Expression.Operator.MINUS, new Expression.Reference("A"), expression(4));
      Expression shown = random.nextBoolean() ? tree : expression(4);
      formula =
          Indicator.formula("t:formula").code("F").unit(random.nextBoolean() ? "percent" : "")
              .expression(Use.of(shown).isEmpty() ? tree : shown).build();
      Catalogue catalogue = Catalogue.empty().with(Provider.application(), OPERANDS, List.of());
      timeline = Timeline.of(ASKED, List.of(formula), catalogue);
      for (Indicator operand : OPERANDS) {
        asked.put(operand.code(), series(operand, ASKED));
        if (timeline.needsOthers(operand)) {
          others.put(operand.code(), series(operand, timeline.others()));
        }
      }
    }

    private Expression expression(int depth) {
      String name = OPERANDS.get(random.nextInt(OPERANDS.size())).code();
      int kind = random.nextInt(depth == 0 ? 3 : 9);
      switch (kind) {
        case 0:
          return new Expression.Number(List.of("0", "1", "-2.5", "100", "9223372036854775807", "1E-3").stream()
              .map(BigDecimal::new).toList().get(random.nextInt(6)));
        case 1:
          return new Expression.Reference(name);
        case 2:
          return random.nextInt(3) == 0 ? new Expression.Attainment(name) : new Expression.Reference(name);
        case 3:
          return new Expression.Negate(expression(depth - 1));
        case 4:
          Shift.Kind shift = Shift.Kind.values()[random.nextInt(3)];
          return new Expression.Shifted(new Shift(shift, shift == Shift.Kind.PREVIOUS ? 1 + random.nextInt(3) : 1), expression(depth - 1));
        default:
          Expression.Operator operator = Expression.Operator.values()[random.nextInt(4)];
          return new Expression.Binary(operator, expression(depth - 1), expression(depth - 1));
      }
    }

    private Series series(Indicator indicator, List<TimePeriod> periods) {
      Series series = new Series(indicator, indicator.code(), indicator.name(), periods, value());
      for (Margin margin : MARGINS) {
        List<MarginRow> rows = new ArrayList<>();
        if (margin.equals(TOTAL)) {
          rows.add(MarginRow.TOTAL);
        }
        for (int sector = 0; sector < SECTORS.size() && margin.equals(SECTOR); sector++) {
          if (random.nextInt(3) > 0) {
            rows.add(MarginRow.of(SECTOR, List.of(SECTORS.get(sector)), List.of(sector)));
          }
        }
        Series.Block block = series.add(margin, rows.toArray(MarginRow[]::new));
        for (int row = 0; row < rows.size(); row++) {
          for (int period = 0; period < periods.size(); period++) {
            block.set(row, period, value(), random.nextInt(9), random.nextInt(3));
          }
        }
      }
      return series;
    }

    private Value value() {
      switch (random.nextInt(12)) {
        case 0:
          return Absences.NO_RECORDS;
        case 1:
          return Value.Quantity.of(random.nextBoolean() ? Long.MAX_VALUE - random.nextInt(3) : Long.MIN_VALUE + random.nextInt(3));
        case 2:
          return new Value.Ratio(BigDecimal.valueOf(random.nextInt(9) - 4), BigDecimal.valueOf(1 + random.nextInt(6)));
        case 3:
          return new Value.Quantity(BigDecimal.valueOf(random.nextInt(999), 2));
        case 4:
          return new Value.Interval(BigDecimal.ONE, BigDecimal.TEN);
        case 5:
          return new Value.Quantity(new BigDecimal("1e" + random.nextInt(700)));
        case 6:
          return Value.Absent.of(Value.Reason.MISSING);
        default:
          return Value.Quantity.of(random.nextInt(7) - 2);
      }
    }
  }

  @Property(tries = 3_000)
  void allCellsAreWhatEachIsByItself(@ForAll long seed) {
    Drawn drawn = new Drawn(seed);
    FormulaReader reader = new FormulaReader(drawn.asked, drawn.others, drawn.timeline, MARGINS, TARGETS, RANGES);
    Series found = reader.series(drawn.formula, "F", LocalizedText.empty(), drawn.formula.expression());
    for (Margin margin : MARGINS) {
      Series.Block block = found.block(margin);
      assertEquals(rows(drawn, margin), Arrays.asList(block.rows()));
      for (int period = 0; period < ASKED.size(); period++) {
        for (int row = 0; row < block.rows().length; row++) {
          String cell = drawn.formula.expression() + " " + margin + " " + block.rows()[row].codes() + " " + period;
          assertEquals(shown(drawn, margin, block.rows()[row], period), block.value(row, period), cell);
          assertEquals(records(drawn, margin, block.rows()[row], period, true), block.records(row, period), cell);
          assertEquals(records(drawn, margin, block.rows()[row], period, false), block.unknown(row, period), cell);
        }
      }
    }
  }

  private static Value shown(Drawn drawn, Margin margin, MarginRow row, int period) {
    PlainFormula.World world = new PlainFormula.World() {
      @Override
      public Indicator indicator(String name) {
        return drawn.asked.get(name).indicator();
      }

      @Override
      public Value value(String name, TimePeriod in) {
        int place = drawn.timeline.place(in);
        Series series = place < 0 ? null : (place < ASKED.size() ? drawn.asked : drawn.others).get(name);
        if (series == null) {
          return Absences.NOT_SHIFTED;
        }
        int own = place < ASKED.size() ? place : place - ASKED.size();
        int at = row(margin, row, series);
        return at < 0 ? series.empty().value(own) : series.block(margin).value(at, own);
      }

      @Override
      public Optional<Targets.Goal> goal(String name, TimePeriod in) {
        return Optional.ofNullable(TARGETS.find(indicator(name), in, margin, row));
      }
    };
    return new PlainFormula(world).shown(drawn.formula.expression(), drawn.timeline.period(period), drawn.formula.unit());
  }

  private static List<MarginRow> rows(Drawn drawn, Margin margin) {
    TreeSet<MarginRow> rows = new TreeSet<>();
    for (Use use : Use.of(drawn.formula.expression())) {
      rows.addAll(Arrays.asList(drawn.asked.get(use.indicator()).block(margin).rows()));
      rows.addAll(othersOf(drawn, use.indicator(), margin));
    }
    return List.copyOf(rows);
  }

  /** Where a row of a formula is in a series; -1 where it does not have it. */
  private static int row(Margin margin, MarginRow row, Series series) {
    return Arrays.asList(series.block(margin).rows()).indexOf(row);
  }

  /** The rows of an operand in other periods, as far as the formula reaches those and rows tell something there. */
  private static List<MarginRow> othersOf(Drawn drawn, String name, Margin margin) {
    List<MarginRow> rows = new ArrayList<>();
    for (Use use : Use.of(drawn.formula.expression())) {
      for (int period = 0; period < ASKED.size() && use.indicator().equals(name) && drawn.others.containsKey(name); period++) {
        int place = use.from(period, drawn.timeline) - ASKED.size();
        Series.Block block = drawn.others.get(name).block(margin);
        for (int row = 0; row < block.rows().length && place >= 0; row++) {
          boolean isMissing = block.value(row, place) instanceof Value.Absent absent && absent.reason() == Value.Reason.MISSING;
          if (block.records(row, place) > 0 || isMissing) {
            rows.add(block.rows()[row]);
          }
        }
      }
    }
    return rows;
  }

  private static long records(Drawn drawn, Margin margin, MarginRow row, int period, boolean known) {
    long most = 0;
    for (Use use : Use.of(drawn.formula.expression())) {
      int place = use.from(period, drawn.timeline);
      Series series = place < 0 ? null : (place < ASKED.size() ? drawn.asked : drawn.others).get(use.indicator());
      int at = series == null ? -1 : row(margin, row, series);
      if (at >= 0) {
        int own = place < ASKED.size() ? place : place - ASKED.size();
        most = Math.max(most, known ? series.block(margin).records(at, own) : series.block(margin).unknown(at, own));
      }
    }
    return most;
  }

  /** The property above is of use only if formulas are drawn that shift, divide, grow and miss something. */
  @Test
  void formulasOfAllKindsAreDrawn() {
    TreeSet<String> met = new TreeSet<>();
    for (long seed = 0; seed < 500; seed++) {
      Drawn drawn = new Drawn(seed);
      FormulaReader reader = new FormulaReader(drawn.asked, drawn.others, drawn.timeline, MARGINS, TARGETS, RANGES);
      Series found = reader.series(drawn.formula, "F", LocalizedText.empty(), drawn.formula.expression());
      new CellList(List.of(found)).forEach(cell -> met.add(kind(cell.value())));
      met.add(drawn.others.isEmpty() ? "unshifted" : "shifted");
    }
    assertTrue(met.containsAll(List.of(
        "quantity", "ratio", "great", "shifted", "unshifted", "NO_TARGET", "DIVISION_BY_ZERO", "TOO_LONG", "NOT_SHIFTED", "operand")), met.toString());
  }

  private static String kind(Value value) {
    if (value instanceof Value.Absent absent) {
      return absent == Absences.NO_TARGET ? "NO_TARGET"
          : absent == Absences.DIVISION_BY_ZERO ? "DIVISION_BY_ZERO"
          : absent == Absences.TOO_LONG ? "TOO_LONG"
          : absent == Absences.NOT_SHIFTED ? "NOT_SHIFTED" : "operand";
    }
    if (value instanceof Value.Quantity quantity) {
      return quantity.number().precision() > 20 ? "great" : "quantity";
    }
    return "ratio";
  }
}
