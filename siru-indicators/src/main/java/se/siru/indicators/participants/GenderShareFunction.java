package se.siru.indicators.participants;

import java.math.BigDecimal;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;

/**
 * The heads of one {@link Figure}, the parameter {@code count}, by all heads; every record counts, be it of the same person. The fields
 * are the person, the person's gender, heads, women and men. The definition must ask for each record.
 */
final class GenderShareFunction implements IndicatorFunction {
  @Override
  public String id() {
    return "siru:gender-share";
  }

  @Override
  public Outcome apply(Selection selection, Context context) {
    selection.requireEachRecord();
    Figure figure = Figure.of(context.parameters().getOrDefault("count", Figure.ALL.word()));
    Heads heads = Heads.NONE;
    for (int row = 0; row < selection.size(); row++) {
      heads = heads.plus(Heads.ofRecord(selection, row));
    }
    Value value =
        heads.all() == 0
            ? Value.Absent.of(Value.Reason.UNDEFINED, "ingen deltog", "nobody attended")
            : new Value.Ratio(BigDecimal.valueOf(figure.of(heads)), BigDecimal.valueOf(heads.all()));
    return new Outcome(value, 0);
  }
}
