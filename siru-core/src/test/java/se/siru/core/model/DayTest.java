package se.siru.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;

class DayTest {
  private static void refused(Executable made) {
    assertThrows(IllegalArgumentException.class, made);
  }

  @Test
  void aDayIsOneDayAndIsAskedOnlyWhatItHas() {
    refused(() -> Support.HOURS.day());
    refused(() -> Participation.ORGANISATIONS.then(Stakeholder.REGISTERED).day());
    refused(() -> Support.DATE.day().at("operation"));
    refused(() -> Support.RECIPIENT.then(Stakeholder.REGISTERED).day().at("operation"));
    refused(() -> Support.DATE.day().ofUnit());
    refused(() -> Support.NODE.then(ProgrammeNode.END).day().ofUnit().at("operation"));
    refused(() -> Support.DATE.day().orOpen());
    assertEquals(
        Support.NODE.then(ProgrammeNode.END).day().orOpen().at("operation").plus(Lag.ofMonths(12)),
        Support.NODE.then(ProgrammeNode.END).day().plus(Lag.ofMonths(12)).at("operation").orOpen());
  }

  @Test
  void daysOfOneConditionAreThoseOfOneRecordOrOfTheOneOutside() {
    refused(() -> Support.DATE.day().isBefore(Innovation.DATE.day()));
    Condition outer = Support.DATE.day().isNotAfter(Innovation.DATE.day().ofOuter());
    assertEquals(List.of(Innovation.DATE.day().ofOuter()), outer.not().and(Condition.always()).outerDays());
    assertEquals(List.of(), Condition.whereAny(Support.RECIPIENT, Innovation.ENTERPRISE.path(), outer).outerDays());
    refused(() -> Condition.whereAny(Support.RECIPIENT, Uptake.ADOPTER.path(), outer));
    refused(() -> Condition.whereAny(Support.RECIPIENT, Innovation.INITIATIVE.path(), Condition.always()));
    refused(() -> Indicator.measure("t:m").where(outer));
    refused(() -> Grouping.Inner.count().where(outer));
    refused(() -> Condition.whereSeveral(Support.RECIPIENT, Innovation.ENTERPRISE.path(), outer, Support.KIND.path(), 2));
  }

  @Test
  void valuesOfAGroupArePutTogetherInOneUnit() {
    refused(() -> Grouping.Inner.sum(Support.HOURS.path()).plus(Grouping.Inner.count()));
    refused(() -> Grouping.Inner.sum(Support.AMOUNT.path()).minus(Grouping.Inner.sum(Support.HOURS.path())));
    refused(() -> Grouping.Inner.last(Support.KIND.path()).minus(Grouping.Inner.last(Support.KIND.path())));
  }

  @Test
  void theLastCodeIsNoNumberThatCouldBeShownAddedUpOrCompared() {
    var measure = Indicator.measure("t:m").over(Support.TYPE);
    assertThrows(IllegalStateException.class, () -> measure.aggregate(new Aggregate.Last(Support.KIND.path())).build());
    refused(() -> Grouping.Inner.last(Support.KIND.path()).atLeast("1"));
    refused(() -> measure.per(Support.RECIPIENT).of(Grouping.Inner.last(Support.KIND.path())).overGroups(Aggregate.OverGroups.Fold.SUM).build());
  }
}
