package se.siru.indicators.network;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;

/**
 * Functions of ties and an attribute of their nodes. The fields are, in this order, what ties nodes together, the node, and its
 * attribute. All are exact ratios of whole numbers. The parameters are those of {@link NetworkFunction}.
 */
enum MixingFunction implements IndicatorFunction {
  /** (E − I) / (E + I): −1 where all ties stay within an attribute, 1 where all cross. */
  E_I_INDEX("siru:e-i-index", ties -> Ratios.of(ties.external() - ties.internal(), ties.all(), Undefined.NO_TIES)),

  /** What the index would be if every pair had a tie: how far the mere sizes of the groups go. */
  E_I_EXPECTED(
      "siru:e-i-expected",
      ties ->
          Ratios.of(
              ties.possibleExternal() - ties.possibleInternal(),
              ties.possibleExternal() + ties.possibleInternal(),
              Undefined.NO_PAIRS)),

  /** The index on a scale whose ends, −1 and 1, this many ties could reach among these nodes. */
  E_I_RESCALED("siru:e-i-rescaled", MixingFunction::rescaled),

  /** E: the ties that cross the attribute. */
  CROSS_TIES("siru:cross-tie-count", ties -> Value.Quantity.of(ties.external())),

  /** E / (E + I): the share of ties that cross the attribute. */
  CROSS_TIE_SHARE("siru:cross-tie-share", ties -> Ratios.of(ties.external(), ties.all(), Undefined.NO_TIES)),

  /** Newman's r: 1 where all ties stay within an attribute, 0 where they fall as by chance. */
  ASSORTATIVITY("siru:attribute-assortativity", ties -> excess(ties, true)),

  /** Newman's Q of the division by the attribute: how much more of all ties stay within it than by chance. */
  MODULARITY("siru:modularity", ties -> excess(ties, false));

  private final String id;
  private final Function<Mixing, Value> value;

  MixingFunction(String id, Function<Mixing, Value> value) {
    this.id = id;
    this.value = value;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Outcome apply(Selection selection, Context context) {
    int largest = NetworkFunction.largestGroup(context);
    Mixing ties = selection.derived(Mixing.class, largest, rows -> Mixing.of(Affiliations.of(rows, 2, largest), context::each));
    return new Outcome(value.apply(ties), ties.unknown());
  }

  private static Value rescaled(Mixing ties) {
    long all = ties.all();
    if (all == 0) {
      return Undefined.NO_TIES;
    }
    // Least and greatest numerator that this many ties can have; the denominator is the number of ties throughout.
    long least = ties.possibleInternal() <= all ? all - 2 * ties.possibleInternal() : -all;
    long greatest = ties.possibleExternal() <= all ? 2 * ties.possibleExternal() - all : all;
    long range = greatest - least;
    return Ratios.of(2 * (ties.external() - ties.internal() - least) - range, range, Undefined.ONE_VALUE);
  }

  /**
   * How many more ties stay within an attribute than by chance, of all or of what would be beyond chance. Shares of ties and of their
   * ends are brought to the denominator 4m², so that nothing is rounded.
   */
  private static Value excess(Mixing ties, boolean ofPossible) {
    if (ties.all() == 0) {
      return Undefined.NO_TIES;
    }
    BigInteger four = BigInteger.valueOf(4);
    BigInteger all = BigInteger.valueOf(ties.all());
    BigInteger whole = all.multiply(all).multiply(four);
    BigInteger excess = all.multiply(BigInteger.valueOf(ties.internal())).multiply(four).subtract(ties.squaredEnds());
    BigInteger possible = ofPossible ? whole.subtract(ties.squaredEnds()) : whole;
    return Ratios.of(new BigDecimal(excess), new BigDecimal(possible), Undefined.ONE_SIDE);
  }
}
