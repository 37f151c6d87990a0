package se.siru.indicators.network;

import java.math.BigDecimal;
import java.util.function.Function;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;

/**
 * Functions of ties and an attribute of their nodes. The fields are, in this order, what ties nodes together, the node, and its
 * attribute. All are exact ratios of whole numbers. No parameter is read; one may name the tie rule for the reader.
 */
enum MixingFunction implements IndicatorFunction {
  /** (E − I) / (E + I): −1 where all ties stay within an attribute, 1 where all cross. */
  E_I_INDEX("siru:e-i-index", ties -> ratio(ties.external() - ties.internal(), ties.all(), Why.NO_TIES)),

  /** What the index would be if every pair had a tie: how far the mere sizes of the groups go. */
  E_I_EXPECTED(
      "siru:e-i-expected",
      ties ->
          ratio(
              ties.possibleExternal() - ties.possibleInternal(),
              ties.possibleExternal() + ties.possibleInternal(),
              Why.NO_PAIRS)),

  /** The index on a scale whose ends, −1 and 1, this many ties could reach among these nodes. */
  E_I_RESCALED("siru:e-i-rescaled", MixingFunction::rescaled),

  /** E / (E + I): the share of ties that cross the attribute. */
  CROSS_TIE_SHARE("siru:cross-tie-share", ties -> ratio(ties.external(), ties.all(), Why.NO_TIES));

  private final String id;
  private final Function<Ties, Value> value;

  MixingFunction(String id, Function<Ties, Value> value) {
    this.id = id;
    this.value = value;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Outcome apply(Selection selection, Context context) {
    Ties ties = Ties.of(selection);
    return new Outcome(value.apply(ties), ties.unknown());
  }

  private static Value rescaled(Ties ties) {
    long all = ties.all();
    if (all == 0) {
      return Why.NO_TIES;
    }
    // Least and greatest numerator that this many ties can have; the denominator is the number of ties throughout.
    long least = ties.possibleInternal() <= all ? all - 2 * ties.possibleInternal() : -all;
    long greatest = ties.possibleExternal() <= all ? 2 * ties.possibleExternal() - all : all;
    long range = greatest - least;
    return ratio(2 * (ties.external() - ties.internal() - least) - range, range, Why.ONE_VALUE);
  }

  private static Value ratio(long numerator, long denominator, Value otherwise) {
    return denominator == 0
        ? otherwise
        : new Value.Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
  }

  /** Why a figure is undefined; a class of its own, since the constants above are made first. */
  private static final class Why {
    static final Value NO_TIES = Value.Absent.of(Value.Reason.UNDEFINED, "inga relationer", "no ties");
    static final Value NO_PAIRS = Value.Absent.of(Value.Reason.UNDEFINED, "inga par av aktörer", "no pairs of nodes");
    static final Value ONE_VALUE =
        Value.Absent.of(Value.Reason.UNDEFINED, "bara ett värde är möjligt", "only one value is possible");
  }
}
