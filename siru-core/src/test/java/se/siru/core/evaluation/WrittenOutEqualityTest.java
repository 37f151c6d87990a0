package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.reflect.Constructor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Expression;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.Shift;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Lag;
import se.siru.core.model.Participation;
import se.siru.core.model.Stakeholder;

/** Records whose equality is written out compare all of their components, as a record does by itself. */
class WrittenOutEqualityTest {
  private static final FieldPath STATUS = FieldPath.of(Participation.STATUS);
  private static final FieldPath ROLE = FieldPath.of(Participation.ROLE);
  private static final Condition KNOWN = new Condition.Known(STATUS);
  private static final Condition OTHER = new Condition.Known(ROLE);
  private static final Dimension SECTOR = Dimension.of("sector", FieldPath.of(Stakeholder.SECTOR));

  /** The first two are equal; each of the others differs from them in one component, and so from each other. */
  private static void check(Object... values) {
    assertEquals(values[0], values[1]);
    assertEquals(values[0].hashCode(), values[1].hashCode());
    for (int i = 1; i < values.length; i++) {
      assertNotEquals(null, values[i]);
      assertNotEquals(values[i], "something else");
      for (int j = i + 1; j < values.length; j++) {
        assertNotEquals(values[i], values[j]);
        assertNotEquals(values[j], values[i]);
      }
    }
  }

  @Test
  void conditions() {
    check(new Condition.Known(STATUS), new Condition.Known(STATUS), OTHER);
    check(oneOf(STATUS, "a", "b"), oneOf(STATUS, "a", "b"), oneOf(ROLE, "a", "b"), oneOf(STATUS, "b", "a"));
    check(new Condition.Not(KNOWN), new Condition.Not(KNOWN), new Condition.Not(OTHER));
    check(
        new Condition.AnyOf(List.of(KNOWN)), new Condition.AnyOf(List.of(KNOWN)), new Condition.AnyOf(List.of(OTHER)),
        new Condition.AllOf(List.of(KNOWN)));
    check(new Condition.AllOf(List.of(KNOWN)), new Condition.AllOf(List.of(KNOWN)), new Condition.AllOf(List.of(OTHER)));
  }

  private static Condition oneOf(FieldPath path, String... values) {
    return new Condition.OneOf(path, List.of(values));
  }

  @Test
  void whatIndicatorsSay() {
    check(new Lag(0, 1), new Lag(0, 1), new Lag(1, 0), new Lag(0, 2), new Lag(2, 0));
    check(
        TimeRule.event(), TimeRule.event(), TimeRule.cumulative(), TimeRule.event(Participation.DATE),
        TimeRule.lagged(Lag.ofDays(1)), TimeRule.lagged(Lag.ofDays(2)), TimeRule.during());
    check(
        new Dimension("a", STATUS, null), new Dimension("a", STATUS, null), new Dimension("b", STATUS, null),
        new Dimension("a", ROLE, null), new Dimension("a", STATUS, "level"));
    check(
        new Provider("a", "1", "x", true, "c"), new Provider("a", "1", "x", true, "c"), new Provider("b", "1", "x", true, "c"),
        new Provider("a", "2", "x", true, "c"), new Provider("a", "1", "y", true, "c"), new Provider("a", "1", "x", false, "c"),
        new Provider("a", "1", "x", true, "d"));
    check(
        value(List.of("A"), "p", "1", Evidence.CONFIRMED, "s"), value(List.of("A"), "p", "1", Evidence.CONFIRMED, "s"),
        value(List.of("B"), "p", "1", Evidence.CONFIRMED, "s"), value(List.of("A"), "q", "1", Evidence.CONFIRMED, "s"),
        value(List.of("A"), "p", "2", Evidence.CONFIRMED, "s"), value(List.of("A"), "p", "1", Evidence.UNCONFIRMED, "s"),
        value(List.of("A"), "p", "1", Evidence.CONFIRMED, "t"));
  }

  private static RuleSet.Value value(List<String> indicators, String parameter, String value, Evidence evidence, String source) {
    return new RuleSet.Value(indicators, parameter, value, evidence, source);
  }

  @Test
  void whatPlansAreMadeOf() {
    check(new Use("a", List.of()), new Use("a", List.of()), new Use("b", List.of()), new Use("a", List.of(new Shift(Shift.Kind.PREVIOUS, 1))));
    Breakdown.Part sector = new Breakdown.Part("sector", false);
    check(sector, new Breakdown.Part("sector", false), new Breakdown.Part("county", false), new Breakdown.Part("sector", true));
    check(new Margin(List.of(sector)), new Margin(List.of(sector)), new Margin(List.of()));
    check(new Filter.Holds(KNOWN), new Filter.Holds(KNOWN), new Filter.Holds(OTHER), new Filter.Stated(STATUS));
    check(new Filter.Stated(STATUS), new Filter.Stated(STATUS), new Filter.Stated(ROLE));
    check(new Filter(List.of(new Filter.Holds(KNOWN))), new Filter(List.of(new Filter.Holds(KNOWN))), new Filter(List.of()));
    check(
        Frame.of(TimeRule.event(), List.of()), Frame.of(TimeRule.event(), List.of()), Frame.of(TimeRule.during(), List.of()),
        Frame.of(TimeRule.event(), List.of(SECTOR)), new Frame(TimeRule.event(), List.of(), "objective"));
    check(
        new Frame.Number(STATUS, Frame.Fold.SUM), new Frame.Number(STATUS, Frame.Fold.SUM),
        new Frame.Number(ROLE, Frame.Fold.SUM), new Frame.Number(STATUS, Frame.Fold.MAX));
  }

  @Test
  void whatIsAggregatedAndHow() {
    FieldPath heads = FieldPath.of(Participation.HEADS);
    FieldPath women = FieldPath.of(Participation.WOMEN);
    check(new Aggregate.Sum(heads), new Aggregate.Sum(heads), new Aggregate.Sum(women), new Aggregate.Mean(heads));
    check(new Aggregate.Mean(heads), new Aggregate.Mean(heads), new Aggregate.Mean(women));
    check(new Expression.Reference("a"), new Expression.Reference("a"), new Expression.Reference("b"));
    check(
        new MarginRow(List.of("a"), List.of(1), Map.of("d", "a")), new MarginRow(List.of("a"), List.of(1), Map.of("d", "a")),
        new MarginRow(List.of("b"), List.of(1), Map.of("d", "a")), new MarginRow(List.of("a"), List.of(2), Map.of("d", "a")),
        new MarginRow(List.of("a"), List.of(1), Map.of("d", "b")));
    check(
        new MeasurePlan.Distinct(1, 2, STATUS), new MeasurePlan.Distinct(1, 2, STATUS), new MeasurePlan.Distinct(2, 2, STATUS),
        new MeasurePlan.Distinct(1, 1, STATUS), new MeasurePlan.Distinct(1, 2, null));
  }

  @Test
  void whatNobodyElseSees() throws Exception {
    LocalDate day = LocalDate.EPOCH;
    check(
        hidden(Calendar.class, "Held", TimeRule.Kind.EVENT, 1), hidden(Calendar.class, "Held", TimeRule.Kind.EVENT, 1),
        hidden(Calendar.class, "Held", TimeRule.Kind.STATE, 1), hidden(Calendar.class, "Held", TimeRule.Kind.EVENT, 2));
    check(
        hidden(RecordCounter.class, "Filters", 1, 2), hidden(RecordCounter.class, "Filters", 1, 2),
        hidden(RecordCounter.class, "Filters", 2, 2), hidden(RecordCounter.class, "Filters", 1, 1));
    List<int[]> codes = List.of(new int[] {1});
    check(
        hidden(Scan.class, "Coded", codes, 1, null), hidden(Scan.class, "Coded", codes, 1, null),
        hidden(Scan.class, "Coded", List.of(), 1, null), hidden(Scan.class, "Coded", codes, 2, null));
    MeasurePlan.Distinct distinct = new MeasurePlan.Distinct(1, 2, null);
    check(
        hidden(DistinctReader.class, "Asked", distinct, List.of()), hidden(DistinctReader.class, "Asked", distinct, List.of()),
        hidden(DistinctReader.class, "Asked", new MeasurePlan.Distinct(1, 1, null), List.of()),
        hidden(DistinctReader.class, "Asked", distinct, List.of(SECTOR)));
    Calendar calendar = new Calendar(List.of(), null);
    check(
        hidden(MeasureTables.class, "Counted", 1, calendar), hidden(MeasureTables.class, "Counted", 1, calendar),
        hidden(MeasureTables.class, "Counted", 2, calendar),
        hidden(MeasureTables.class, "Counted", 1, new Calendar(List.of(), null)));
    Margin total = new Margin(List.of());
    Breakdown.Part part = new Breakdown.Part("sector", false);
    check(
        hidden(MeasureReader.class, "Coded", total, codes), hidden(MeasureReader.class, "Coded", total, codes),
        hidden(MeasureReader.class, "Coded", new Margin(List.of(part)), codes), hidden(MeasureReader.class, "Coded", total, List.of()));
    check(
        hidden(States.class, "Asked", List.of(SECTOR), List.of(part)), hidden(States.class, "Asked", List.of(SECTOR), List.of(part)),
        hidden(States.class, "Asked", List.of(), List.of(part)), hidden(States.class, "Asked", List.of(SECTOR), List.of()));
    check(
        hidden(Timeline.class, "Days", null, day), hidden(Timeline.class, "Days", null, day),
        hidden(Timeline.class, "Days", day, day), hidden(Timeline.class, "Days", null, null));
    check(
        hidden(PathReader.class, "Rolled", STATUS, null), hidden(PathReader.class, "Rolled", STATUS, null),
        hidden(PathReader.class, "Rolled", ROLE, null), hidden(PathReader.class, "Rolled", STATUS, "level"));
    Grouping.@Nullable Band band = null;
    check(
        hidden(DimensionMeanings.class, "Meaning", "a", SECTOR, band, true),
        hidden(DimensionMeanings.class, "Meaning", "a", SECTOR, band, true),
        hidden(DimensionMeanings.class, "Meaning", "b", SECTOR, band, true),
        hidden(DimensionMeanings.class, "Meaning", "a", null, band, true),
        hidden(DimensionMeanings.class, "Meaning", "a", SECTOR, band, false));
  }

  private static Object hidden(Class<?> of, String name, @Nullable Object... components) throws ReflectiveOperationException {
    Constructor<?> constructor = Class.forName(of.getName() + "$" + name).getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor.newInstance(components);
  }
}
