package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import se.siru.core.indicator.Accumulator;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Agreement;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;

/** The plugin of an agency that does not exist, whose code tests write, beside a count that must stand whatever that code does. */
final class Agency {
  static final Provider PROVIDER = new Provider("agency", "1", "agency.jar");
  static final Measure COUNT = Indicator.measure("t:count").over(Agreement.TYPE).count().build();
  static final String ID = "agency:f";
  static final int AGREEMENTS = 6;

  private static final List<String> BASES = List.of("procurement", "grant");

  private Agency() {}

  /** Six agreements: four of one legal basis and two of another, one a month. */
  static Portfolio portfolio() {
    var portfolio = Portfolio.builder();
    portfolio.add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build());
    for (int i = 0; i < AGREEMENTS; i++) {
      portfolio.add(Stakeholder.TYPE.row("s" + i).build());
      portfolio.add(
          Agreement.TYPE.row("a" + i).with(Agreement.SUPPLIER, "s" + i).with(Agreement.LEGAL_BASIS, BASES.get(i % 3 / 2))
              .with(Agreement.SIGNED, LocalDate.of(2024, 1 + i, 15)).build());
    }
    return portfolio.build();
  }

  /** A function of the agency's. */
  record Function(BiFunction<IndicatorFunction.Selection, IndicatorFunction.Context, Outcome> code) implements IndicatorFunction {
    static Function giving(Value value) {
      return new Function((selection, context) -> new Outcome(value, 0));
    }

    @Override
    public String id() {
      return ID;
    }

    @Override
    public Outcome apply(Selection selection, Context context) {
      return code.apply(selection, context);
    }
  }

  static Value.Quantity number(String number) {
    return new Value.Quantity(new BigDecimal(number));
  }

  /** A measure by the agency's function. */
  static Measure.Builder measure() {
    return Indicator.measure(ID).over(Agreement.TYPE).aggregate(new Aggregate.Function(ID, Map.of(), List.of(Agreement.SUPPLIER.path())));
  }

  /** A measure by the agency's accumulator. */
  static Measure.Builder measure(Accumulator<?> accumulator) {
    return Indicator.measure(ID).over(Agreement.TYPE).aggregate(new Aggregate.Custom(accumulator));
  }

  static Catalogue catalogue(List<Indicator> indicators, IndicatorFunction... functions) {
    return Catalogue.empty().with(Provider.application(), List.of(COUNT), List.of()).with(PROVIDER, indicators, List.of(functions));
  }

  /** The results, in which the count stands. */
  static Results run(Evaluation evaluation) {
    Results results = evaluation.run();
    counts(results).forEach(cell -> assertEquals(Value.Quantity.of(cell.records()), cell.value()));
    return results;
  }

  private static Stream<Cell> counts(Results results) {
    return results.cells().filter(cell -> cell.indicator().id().equals(COUNT.id()));
  }

  static Results run(Measure measure, IndicatorFunction... functions) {
    return run(Evaluation.of(portfolio(), catalogue(List.of(measure), functions)));
  }

  /** Why the total of the agency's indicator has failed. */
  static String reason(Results results) {
    return reason(results.cell(ID, results.periods().get(0).label()));
  }

  static String reason(Cell cell) {
    return reason(cell, "en");
  }

  static String reason(Cell cell, String language) {
    Value.Absent absent = (Value.Absent) cell.value();
    assertEquals(Value.Reason.FAILED, absent.reason());
    return absent.note().in(language);
  }
}
