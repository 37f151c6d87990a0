package se.siru.indicators.communication;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;
import se.siru.indicators.communication.AuditedPractices.Answer;
import se.siru.indicators.communication.AuditedPractices.Practice;

/**
 * Figures of what organisations do (P) and what they tell of (C), over pairs of organisation and practice. A pair of which it is not known
 * whether it belongs to the numerator or denominator is left out of both and counted as unknown. Fields, in this order: organisation,
 * practice, practised, communicated, day, channel.
 */
enum CommunicationFunction implements IndicatorFunction {
  /** |P∩C| / |P|. */
  RATIO("siru:communication-ratio", Practice::isPractised, pair -> pair.isCommunicated() ? 1 : 0, CommunicationFunction::mayBePractised),
  /** The mean of |P∩C| / |P| of each organisation with P. */
  MEAN("siru:communication-ratio-mean", Practice::isPractised, pair -> pair.isCommunicated() ? 1 : 0, CommunicationFunction::mayBePractised),
  /** |P∖C| / |P|. */
  HUSHED("siru:green-hushing", Practice::isPractised, pair -> pair.isCommunicated() ? 0 : 1, CommunicationFunction::mayBePractised),
  /** |C∖P| / |C|. */
  OVERCLAIMED("siru:over-claim", Practice::isCommunicated, pair -> pair.isPractised() ? 0 : 1, CommunicationFunction::mayBeCommunicated),
  /** (|C∖P| − |P∖C|) / |P∪C|. */
  GAP(
      "siru:communication-gap",
      pair -> pair.isPractised() || pair.isCommunicated(),
      pair -> (pair.isCommunicated() ? 1 : 0) - (pair.isPractised() ? 1 : 0),
      pair -> true);

  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

  private final String id;
  private final Predicate<Practice> isCounted;
  private final ToLongFunction<Practice> weight;
  private final Predicate<Practice> matters;

  /**
   * A figure.
   *
   * @param isCounted whether a pair of which everything is known belongs to the denominator
   * @param weight what it adds to the numerator then
   * @param matters whether a pair of which something is not known might belong to the denominator
   */
  CommunicationFunction(
      String id, Predicate<Practice> isCounted, ToLongFunction<Practice> weight, Predicate<Practice> matters) {
    this.id = id;
    this.isCounted = isCounted;
    this.weight = weight;
    this.matters = matters;
  }

  private static boolean mayBePractised(Practice pair) {
    return pair.practised() != Answer.NO;
  }

  private static boolean mayBeCommunicated(Practice pair) {
    return pair.communicated() != Answer.NO;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Outcome apply(Selection selection, Context context) {
    BigDecimal numerator = BigDecimal.ZERO;
    long denominator = 0;
    long unknown = 0;
    for (Collection<Practice> own : new AuditedPractices(selection).byOrganisation()) {
      long part = 0;
      long whole = 0;
      for (Practice pair : own) {
        if (!pair.isKnown()) {
          unknown += matters.test(pair) ? 1 : 0;
        } else if (isCounted.test(pair)) {
          part += weight.applyAsLong(pair);
          whole++;
        }
      }
      if (this == MEAN && whole > 0) {
        numerator = numerator.add(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL128));
        denominator++;
      } else {
        numerator = numerator.add(BigDecimal.valueOf(part));
        denominator += whole;
      }
    }
    Value value =
        denominator == 0
            ? Value.Absent.of(Value.Reason.UNDEFINED, "inga arbetssätt att räkna med", "no practices to count with")
            : new Value.Ratio(numerator.round(SHOWN), BigDecimal.valueOf(denominator));
    return new Outcome(value, unknown);
  }
}
