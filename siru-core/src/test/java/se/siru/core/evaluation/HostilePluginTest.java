package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.siru.core.finding.Rule;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction.Outcome;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.Range;
import se.siru.core.model.Periods;
import se.siru.core.model.Row;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** Whatever mixture of rubbish a plugin gives: the run ends, others' numbers stand, and each cell is a sound value or a failure. */
class HostilePluginTest {
  private static final Range RANGE = Range.between(-5, 50);
  private static final List<String> NUMBERS =
      List.of("0", "0.0", "-0", "3", "-6", "140", "1e999999999", "1e-999999999", "0e-2000000", "2.50", "1e999", "1e3", "NaN", "Infinity", "");

  /** A plugin that gives anything, and the same again for the same seed. */
  private static final class Rubbish {
    private final Random random;

    Rubbish(long seed) {
      this.random = new Random(seed);
    }

    BigDecimal number() {
      String number = NUMBERS.get(random.nextInt(NUMBERS.size()));
      return number.isEmpty() ? nothing() : new BigDecimal(number);
    }

    Value value() {
      switch (random.nextInt(9)) {
        case 0:
          return nothing();
        case 1:
          return new Value.Ratio(number(), number());
        case 2:
          return new Value.Interval(number(), number());
        case 3:
          return Value.Absent.of(Value.Reason.values()[random.nextInt(Value.Reason.values().length)], text(), text());
        case 4:
          throw new IllegalStateException(text());
        default:
          return new Value.Quantity(number());
      }
    }

    private String text() {
      return List.of("x", "a\u0000b", "x".repeat(100_000), "\ud800", "").get(random.nextInt(5));
    }

    Outcome outcome() {
      LocalizedText text = LocalizedText.of(text(), text());
      List<Rule> cautions = random.nextInt(4) == 0 ? List.of(Rule.warning("agency.rule", text, text)) : List.of();
      return random.nextInt(8) == 0 ? nothing() : new Outcome(value(), random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(3), cautions);
    }
  }

  @SuppressWarnings("NullAway") // a plugin is not compiled as this library is
  private static <T> T nothing() {
    return null;
  }

  @Property(tries = 300)
  void everyCellIsASoundValueOrAFailure(@ForAll long seed, @ForAll boolean verified) {
    Rubbish rubbish = new Rubbish(seed);
    Measure byFunction = Agency.measure().unit(seed % 2 == 0 ? "percent" : "").range(RANGE).additiveOver("legal-basis").build();
    Measure byAccumulator = Indicator.measure("agency:a").over(byFunction.over()).range(RANGE)
        .aggregate(new Aggregate.Custom(accumulator(rubbish))).build();
    Catalogue catalogue = Catalogue.empty()
        .with(Provider.application(), List.of(Agency.COUNT), List.of())
        .with(Agency.PROVIDER, List.of(byFunction, byAccumulator), List.of(new Agency.Function((selection, context) -> rubbish.outcome())));
    Evaluation evaluation = Evaluation.of(Agency.portfolio(), catalogue).periods(Periods.parse("2024,2024/half")).by("legal-basis");
    Results results = Agency.run(verified ? evaluation.verifyDeterminism() : evaluation);
    assertEquals(Value.Quantity.of(6), results.cell(Agency.COUNT.id(), "2024").value());
    results.cells().filter(cell -> !cell.indicator().id().equals(Agency.COUNT.id())).forEach(HostilePluginTest::requireSound);
    results.findings().forEach(finding -> assertTrue(finding.message("sv").length() < 5_000));
  }

  private static CountingRecords accumulator(Rubbish rubbish) {
    return new CountingRecords() {
      @Override
      public long[] create() {
        return rubbish.random.nextInt(30) == 0 ? nothing() : super.create();
      }

      @Override
      public void add(long[] state, List<? extends Row> rows) {
        super.add(state, rows);
        if (rubbish.random.nextInt(30) == 0) {
          rows.clear();
        }
      }

      @Override
      public long[] merge(long[] first, long[] second) {
        return rubbish.random.nextInt(10) == 0 ? second : super.merge(first, second);
      }

      @Override
      public Value finish(long[] state) {
        return rubbish.random.nextInt(10) == 0 ? rubbish.value() : super.finish(state);
      }
    };
  }

  private static void requireSound(Cell cell) {
    assertTrue(RANGE.contains(cell.value(), cell.indicator().unit()), cell::toString);
    assertTrue(cell.unknown() >= 0, cell::toString);
    cell.number().ifPresent(number -> assertTrue(number.toPlainString().length() < 5_000));
    if (cell.value() instanceof Value.Absent absent) {
      assertTrue(absent.reason() != Value.Reason.SUPPRESSED, cell::toString);
      absent.note().asMap().values().forEach(note ->
          assertTrue(note.length() <= 2_000 && note.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE), note));
    }
  }
}
