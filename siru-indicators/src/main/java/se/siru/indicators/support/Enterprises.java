package se.siru.indicators.support;

import java.math.BigDecimal;
import java.util.List;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;

/** What the indicators of enterprises have in common: who is one, what kinds of support there are, and where each counts once. */
final class Enterprises {
  static final Condition GRANT = Support.KIND.is("grant");
  static final Condition INSTRUMENT = Support.KIND.is("financial-instrument");
  static final Condition NON_FINANCIAL = Support.KIND.is("non-financial");

  /** The programme period 2021–2027. */
  static final Period P2127 =
      new Period("objective", "SWD(2021) 198, fiches of the common ERDF indicators; names: Jems", Evidence.UNCONFIRMED);

  /** The programme period 2014–2020. */
  static final Period P1420 =
      new Period("fund-programme", "European Commission, common indicators 2014–2020: multiple counting is eliminated", Evidence.CONFIRMED);

  private Enterprises() {}

  /**
   * A programme period.
   *
   * @param scope within what an enterprise counts once
   * @param source where its rules stand
   * @param evidence whether they were held against the text
   */
  record Period(String scope, String source, Evidence evidence) {}

  /** Recipients within the scope of their period, up to the end of the period asked for: a threshold is met by then or it is not. */
  static Measure.Builder supported(String id, String code, Period period) {
    return Indicator.measure(id)
        .code(code)
        .unit("enterprises")
        .source(period.source(), period.evidence())
        .over(Support.TYPE)
        .where(Support.RECIPIENT.then(Stakeholder.ECONOMIC).is("yes"))
        .when(TimeRule.cumulative())
        .per(Support.RECIPIENT)
        .scope(period.scope())
        .count();
  }

  /** An SME, micro enterprises included; unknown where the size is. */
  static Condition isSme(FieldPath enterprise) {
    return enterprise.then(Stakeholder.SIZE).isAnyOf("micro", "small", "medium");
  }

  static Grouping.Test received(Condition kind) {
    return Grouping.Inner.count().where(kind).atLeast("1");
  }

  /** Non-financial support of at least so many hours; 0 tests nothing. */
  static Grouping.Test nonFinancial(BigDecimal minSupportHours) {
    Grouping.Inner hours = Grouping.Inner.sum(Support.HOURS.path()).where(NON_FINANCIAL);
    return new Grouping.Test.All(List.of(received(NON_FINANCIAL), new Grouping.Test.AtLeast(hours, minSupportHours)));
  }

  /** Support in one of the three forms, the non-financial of at least so many hours: the union that RCO01 counts. */
  static Grouping.Test any(BigDecimal minSupportHours) {
    return new Grouping.Test.Any(List.of(received(GRANT), received(INSTRUMENT), nonFinancial(minSupportHours)));
  }
}
