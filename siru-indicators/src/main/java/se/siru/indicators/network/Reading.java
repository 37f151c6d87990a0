package se.siru.indicators.network;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;

/** Has the engine select ties of a period and of the time before it, by the same rules as for every figure, and reads them. */
final class Reading<T> implements IndicatorFunction {
  private static final String ID = "siru:kept-changes";

  private final BiFunction<Selection, Context, T> reader;
  private @Nullable T read;

  private Reading(BiFunction<Selection, Context, T> reader) {
    this.reader = reader;
  }

  /**
   * What a reader makes of the ties of a portfolio; nothing where the portfolio has no records that ties arise from. The fields are group,
   * node, the days of the rule, and the node's sector.
   */
  static <T> Optional<T> of(Portfolio portfolio, TieRule rule, TimePeriod period, BiFunction<Selection, Context, T> reader) {
    Reading<T> reading = new Reading<>(reader);
    Catalogue catalogue =
        Catalogue.empty()
            .with(
                Provider.application(), List.of(rule.change(ID, reading, Stakeholder.SECTOR).build()), List.of(reading));
    Evaluation.of(portfolio, catalogue).indicators(ID).periods(List.of(period)).run();
    return Optional.ofNullable(reading.read);
  }

  /** The place of the node's sector among the fields. */
  static int sector(TieRule rule) {
    return 2 + rule.days().size();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Outcome apply(Selection selection, Context context) {
    read = reader.apply(selection, context);
    return new Outcome(Value.Quantity.of(0), 0);
  }
}
