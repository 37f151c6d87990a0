package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Activity;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.Funding;
import se.siru.core.model.Initiative;
import se.siru.core.model.Lag;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.FieldPath;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.StageChange;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** At least one indicator of every shape that the algebra has. */
final class Samples {
  private static final FieldPath WOMEN = FieldPath.of(Participation.WOMEN);

  static final List<Indicator> INDICATORS =
      List.of(
          Indicator.measure("t:rows").over(Participation.TYPE).count().build(),
          Indicator.measure("t:attended")
              .over(Participation.TYPE)
              .where(Participation.STATUS.is("attended"))
              .where(FieldPath.of(Participation.ACTIVITY, Activity.KIND).is("dialogue-forum").not())
              .sum(Participation.HEADS)
              .build(),
          Indicator.measure("t:women").over(Participation.TYPE).mean(Participation.WOMEN).build(),
          Indicator.measure("t:least").over(Participation.TYPE).aggregate(new Aggregate.Min(WOMEN)).build(),
          Indicator.measure("t:most").over(Participation.TYPE).aggregate(new Aggregate.Max(WOMEN)).build(),
          Indicator.measure("t:median").over(Participation.TYPE).median(Participation.WOMEN).build(),
          Indicator.measure("t:upper")
              .over(Participation.TYPE)
              .when(TimeRule.cumulative())
              .aggregate(new Aggregate.Quantile(WOMEN, new BigDecimal("0.9")))
              .build(),
          Indicator.measure("t:half-a-year-later")
              .over(Participation.TYPE)
              .when(TimeRule.lagged(Lag.ofMonths(6)))
              .count()
              .build(),
          Indicator.measure("t:recent")
              .over(Participation.TYPE)
              .when(TimeRule.recent(Lag.ofMonths(3)))
              .count()
              .build(),
          Indicator.measure("t:stock")
              .over(Support.TYPE)
              .when(TimeRule.recent(Lag.ofDays(200)))
              .per(Support.RECIPIENT)
              .of(Grouping.Inner.last(FieldPath.of(Support.HOURS)))
              .overGroups(Aggregate.OverGroups.Fold.SUM)
              .build(),
          Indicator.measure("t:recently-new")
              .over(Support.TYPE)
              .when(TimeRule.recent(Lag.ofMonths(6)))
              .per(Support.RECIPIENT)
              .datedBy(Grouping.Dating.FIRST)
              .count()
              .build(),
          Indicator.measure("t:begun")
              .over(Initiative.TYPE)
              .when(TimeRule.cohort())
              .where(Condition.whereAny(StageChange.INITIATIVE, StageChange.STAGE.is("ended")))
              .count()
              .build(),
          Indicator.measure("t:supported-later")
              .over(Support.TYPE)
              .when(TimeRule.lagged(Support.DATE, Lag.ofMonths(12)))
              .per(Support.RECIPIENT)
              .datedBy(Grouping.Dating.FIRST)
              .count()
              .build(),
          Indicator.measure("t:returned")
              .over(Support.TYPE)
              .when(TimeRule.cohort())
              .per(Support.RECIPIENT)
              .having(Grouping.Inner.count().atLeast("2"))
              .count()
              .build(),
          Indicator.measure("t:last").over(Participation.TYPE).aggregate(new Aggregate.Last(WOMEN)).build(),
          Indicator.measure("t:organisations").over(Participation.TYPE).distinct(Participation.ORGANISATIONS).build(),
          Indicator.measure("t:activities")
              .over(Participation.TYPE)
              .when(TimeRule.cumulative())
              .distinct(Participation.ACTIVITY)
              .build(),
          Indicator.measure("t:by-objective")
              .over(Participation.TYPE)
              .scope("objective")
              .distinct(Participation.ORGANISATIONS)
              .build(),
          Indicator.measure("t:held").over(Activity.TYPE).where(Activity.STATUS.is("held")).count().build(),
          Indicator.measure("t:known").over(Stakeholder.TYPE).when(TimeRule.inForceAtPeriodEnd()).count().build(),
          Indicator.measure("t:with-members")
              .over(Initiative.TYPE)
              .when(TimeRule.during())
              .where(Condition.whereAny(Membership.INITIATIVE, FieldPath.of(Membership.MEMBER, Stakeholder.SECTOR).is("public")))
              .count()
              .build(),
          Indicator.measure("t:supported")
              .over(Support.TYPE)
              .where(FieldPath.of(Support.RECIPIENT, Stakeholder.ECONOMIC).is("yes"))
              .when(TimeRule.cumulative())
              .scope("objective")
              .per(Support.RECIPIENT)
              .having(
                  new Grouping.Test.Any(
                      List.of(
                          Grouping.Inner.count().where(Support.KIND.is("grant")).atLeast("1"),
                          Grouping.Inner.sum(FieldPath.of(Support.HOURS)).atLeast("8"))))
              .count()
              .build(),
          Indicator.measure("t:new")
              .over(Support.TYPE)
              .per(Support.RECIPIENT)
              .datedBy(Grouping.Dating.FIRST)
              .count()
              .build(),
          Indicator.measure("t:mean-hours")
              .over(Support.TYPE)
              .per(Support.RECIPIENT)
              .of(Grouping.Inner.sum(FieldPath.of(Support.HOURS)))
              .overGroups(Aggregate.OverGroups.Fold.MEAN)
              .build(),
          Indicator.measure("t:mixed")
              .over(Participation.TYPE)
              .per(Participation.ACTIVITY)
              .band(
                  new Grouping.Band(
                      "sectors",
                      Grouping.Inner.distinct(FieldPath.of(Participation.ORGANISATIONS, Stakeholder.SECTOR)),
                      List.of(
                          new Grouping.Band.Step("none", LocalizedText.of("inga", "none"), BigDecimal.ZERO),
                          new Grouping.Band.Step("some", LocalizedText.of("några", "some"), BigDecimal.ONE))))
              .count()
              .build(),
          Indicator.measure("t:stages")
              .over(StageChange.TYPE)
              .when(TimeRule.cumulative())
              .per(StageChange.INITIATIVE)
              .band(new Grouping.Band("stage", Grouping.Inner.last(FieldPath.of(StageChange.STAGE)), List.of()))
              .count()
              .build(),
          Indicator.measure("t:soon")
              .over(Participation.TYPE)
              .where(
                  Participation.DATE.day().isNotAfter(FieldPath.of(Participation.ACTIVITY, Activity.START).day().plus(Lag.ofDays(100))))
              .count()
              .build(),
          Indicator.measure("t:within-operation")
              .over(Support.TYPE)
              .where(FieldPath.of(Support.NODE, ProgrammeNode.START).day().orOpen().at("operation").isNotAfter(Support.DATE.day()))
              .where(Support.DATE.day().isBefore(FieldPath.of(Support.NODE, ProgrammeNode.END).day().at("operation")))
              .count()
              .build(),
          Indicator.measure("t:newcomers")
              .over(Support.TYPE)
              .where(
                  Support.DATE.day().isBefore(
                      FieldPath.of(Support.RECIPIENT, Stakeholder.REGISTERED).day().ofUnit().plus(Lag.ofMonths(12))))
              .count()
              .build(),
          Indicator.measure("t:members-first")
              .over(Support.TYPE)
              .where(
                  Condition.whereAny(
                      Membership.MEMBER,
                      Support.RECIPIENT.path(),
                      Membership.INITIATIVE.isKnown().and(Membership.START.day().isNotAfter(Support.DATE.day().ofOuter()))))
              .count()
              .build(),
          Indicator.measure("t:beside-the-public")
              .over(Membership.TYPE)
              .when(TimeRule.during())
              .where(
                  Condition.whereAny(
                      Membership.INITIATIVE,
                      Membership.INITIATIVE.path(),
                      FieldPath.of(Membership.MEMBER, Stakeholder.SECTOR).is("public")))
              .distinct(Membership.MEMBER)
              .build(),
          Indicator.measure("t:at-meetings-of-several")
              .over(Participation.TYPE)
              .where(
                  Condition.whereSeveral(
                      Participation.ACTIVITY,
                      Participation.ACTIVITY.path(),
                      Participation.STATUS.is("attended"),
                      FieldPath.of(Participation.ORGANISATIONS, Stakeholder.SECTOR),
                      2))
              .count()
              .build(),
          Indicator.measure("t:several-sectors")
              .over(Participation.TYPE)
              .where(FieldPath.of(Participation.ORGANISATIONS, Stakeholder.SECTOR).different(2))
              .count()
              .build(),
          Indicator.measure("t:several-organisations")
              .over(Participation.TYPE)
              .where(Participation.ORGANISATIONS.different(2))
              .count()
              .build(),
          Indicator.measure("t:ended").over(Membership.TYPE).when(TimeRule.event(Membership.END)).count().build(),
          Indicator.measure("t:first").over(Participation.TYPE).aggregate(new Aggregate.First(WOMEN)).build(),
          Indicator.measure("t:gain")
              .over(Support.TYPE)
              .when(TimeRule.cumulative())
              .per(Support.RECIPIENT)
              .of(
                  Grouping.Inner.last(FieldPath.of(Support.HOURS)).where(Support.KIND.is("non-financial"))
                      .minus(Grouping.Inner.first(FieldPath.of(Support.HOURS)).where(Support.KIND.is("grant"))))
              .overGroups(Aggregate.OverGroups.Fold.SUM)
              .build(),
          Indicator.measure("t:organisations-and-women")
              .over(Participation.TYPE)
              .per(Participation.ACTIVITY)
              .of(
                  Grouping.Inner.distinct(FieldPath.of(Participation.ORGANISATIONS))
                      .plus(Grouping.Inner.sum(WOMEN).where(Participation.STATUS.is("attended"))))
              .overGroups(Aggregate.OverGroups.Fold.SUM)
              .build(),
          Indicator.measure("t:decided").over(Funding.TYPE).where(Funding.STATUS.is("decided")).sum(Funding.AMOUNT).build(),
          Indicator.measure("t:iop")
              .over(Agreement.TYPE)
              .where(Condition.of("the agreement is an IOP", row -> "iop".equals(row.get(Agreement.PARTNERSHIP))))
              .when(TimeRule.inForceAtPeriodEnd())
              .count()
              .build(),
          Indicator.measure("t:value").over(Agreement.TYPE).sum(Agreement.VALUE).build(),
          Indicator.measure("t:pairs")
              .over(Membership.TYPE)
              .when(TimeRule.during())
              .aggregate(
                  new Aggregate.Function(
                      "t:sum-of-tuples", Map.of(), List.of(FieldPath.of(Membership.INITIATIVE), FieldPath.of(Membership.MEMBER))))
              .build(),
          Indicator.measure("t:counts")
              .over(Participation.TYPE)
              .aggregate(
                  new Aggregate.Function("t:counts", Map.of(), List.of(FieldPath.of(Participation.ACTIVITY), WOMEN)).overEachRecord())
              .build(),
          Indicator.measure("t:stated")
              .over(Participation.TYPE)
              .where(Participation.STATUS.is("attended"))
              .aggregate(Aggregate.Completeness.of(Participation.WOMEN, Participation.ORGANISATIONS, Participation.DATE))
              .build(),
          Indicator.measure("t:while-it-ran")
              .over(Membership.TYPE)
              .where(Membership.INITIATIVE.isKnown())
              .when(TimeRule.during().within(Membership.INITIATIVE))
              .count()
              .build(),
          Indicator.measure("t:own").over(Participation.TYPE).aggregate(new Aggregate.Custom(new WomenSquared())).build(),
          Indicator.formula("t:share").expression("[t:attended] / [t:organisations]").build(),
          Indicator.formula("t:mixture").expression("2 * [t:rows] - [t:held] / 3").build());

  static final Catalogue CATALOGUE =
      Catalogue.empty().with(Provider.application(), INDICATORS, List.of(new SumOfTuples(), new WomenAndRows()));

  private Samples() {}

  /** Tells every selection from every other that a test is likely to meet. */
  private static final class SumOfTuples implements IndicatorFunction {
    @Override
    public String id() {
      return "t:sum-of-tuples";
    }

    @Override
    public Outcome apply(Selection selection, Context context) {
      long sum = 0;
      for (int row = 0; row < selection.size(); row++) {
        sum = sum * 31 + selection.value(row, 0) * 7L + selection.value(row, 1);
      }
      return new Outcome(Value.Quantity.of(sum), 0);
    }
  }

  /** Each row counts as a thousand, and each woman as one. */
  private static final class WomenAndRows implements IndicatorFunction {
    @Override
    public String id() {
      return "t:counts";
    }

    @Override
    public Outcome apply(Selection selection, Context context) {
      long sum = 1_000L * selection.size();
      for (int row = 0; row < selection.size(); row++) {
        sum += selection.value(row, 1) == Selection.UNKNOWN ? 0 : selection.value(row, 1);
      }
      return new Outcome(Value.Quantity.of(sum), 0);
    }
  }

  private static final class WomenSquared extends CountingRecords {
    @Override
    public String name() {
      return "women squared";
    }

    @Override
    public void add(long[] state, List<? extends Row> rows) {
      for (Row row : rows) {
        Long women = row.get(Participation.WOMEN);
        state[0] += women == null ? 0 : women * women;
      }
    }
  }
}
