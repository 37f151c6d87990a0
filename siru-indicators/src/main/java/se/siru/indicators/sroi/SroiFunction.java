package se.siru.indicators.sroi;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;

/**
 * Figures of a calculation of social return from its lines, each record a line, so that two that are equal count twice. The fields are, in
 * this order, whom or what the line is about, quantity, proxy value, deadweight, displacement, attribution, drop-off, duration, input and the year
 * of the input. The parameters {@code discount-rate} and {@code first-year-discounted} must be stated. A line that lacks something is left out and counted as unknown: 0
 * is written where nothing would have happened anyway. Drop-off may be left out of an outcome of one year, and the year of an input
 * that was made at the beginning.
 */
enum SroiFunction implements IndicatorFunction {
  TOTAL("siru:sroi-total-present-value", result -> Optional.of(new Value.Quantity(result.totalPresentValue()))),
  NET("siru:sroi-net-present-value", result -> Optional.of(new Value.Quantity(result.netPresentValue()))),
  RATIO("siru:sroi-ratio", result -> ratio(result, result.totalPresentValue())),
  NET_RATIO("siru:sroi-net-ratio", result -> ratio(result, result.netPresentValue()));

  private static final int INPUT = 8;
  private static final int INPUT_YEAR = 9;

  private final String id;
  private final Function<SroiResult, Optional<Value>> figure;

  SroiFunction(String id, Function<SroiResult, Optional<Value>> figure) {
    this.id = id;
    this.figure = figure;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Outcome apply(Selection selection, Context context) {
    selection.requireEachRecord();
    boolean isFirst = isTrue(stated(context, "first-year-discounted"));
    SroiModel.Builder model = SroiModel.builder(new BigDecimal(stated(context, "discount-rate")), isFirst);
    long unknown = 0;
    for (int row = 0; row < selection.size(); row++) {
      unknown += add(model, selection, row) ? 0 : 1;
    }
    if (selection.size() == unknown) {
      return new Outcome(Value.Absent.of(Value.Reason.UNDEFINED, "inga fullständiga rader", "no complete lines"), unknown);
    }
    Value value =
        figure.apply(model.build().compute())
            .orElse(Value.Absent.of(Value.Reason.UNDEFINED, "ingenting har satsats", "nothing was put in"));
    return new Outcome(value, unknown);
  }

  /** Adds a line, whether of an outcome or of an input, unless something of it is missing. */
  private static boolean add(SroiModel.Builder model, Selection selection, int row) {
    if (isKnown(selection, row, INPUT)) {
      int year = isKnown(selection, row, INPUT_YEAR) ? selection.number(row, INPUT_YEAR).intValueExact() : 0;
      model.input(new SroiModel.Input("line " + row, selection.number(row, INPUT), year));
      return true;
    }
    StatedOutcome stated =
        new StatedOutcome(
            parameter -> {
              int field = 1 + StatedOutcome.ASSUMPTIONS.indexOf(parameter);
              return isKnown(selection, row, field) ? selection.number(row, field) : null;
            });
    Optional<ValuedOutcome> outcome = stated.named("line " + row);
    outcome.ifPresent(model::outcome);
    return outcome.isPresent();
  }

  private static boolean isKnown(Selection selection, int row, int field) {
    return selection.value(row, field) != Selection.UNKNOWN;
  }

  private static Optional<Value> ratio(SroiResult result, BigDecimal value) {
    BigDecimal inputs = result.presentInputs();
    return inputs.signum() == 0 ? Optional.empty() : Optional.of(new Value.Ratio(value, inputs));
  }

  private static String stated(Context context, String parameter) {
    String value = context.parameters().get(parameter);
    if (value == null) {
      throw new IllegalArgumentException("the parameter " + parameter + " is missing");
    }
    return value;
  }

  private static boolean isTrue(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("true or false, not '" + text + "'");
    }
    return text.equals("true");
  }
}
