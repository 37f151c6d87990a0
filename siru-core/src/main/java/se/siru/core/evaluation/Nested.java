package se.siru.core.evaluation;

import java.util.stream.Stream;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Condition;

/** A condition with all that it is made of: the one way to look for a kind of condition wherever it may stand. */
final class Nested {
  private Nested() {}

  /** A condition and every condition within it, those asked of related records among them; what is outside comes first. */
  static Stream<Condition> in(Condition condition) {
    return Stream.concat(Stream.of(condition), parts(condition).flatMap(Nested::in));
  }

  /** What a measure asks of records, and of those of its groups. */
  static Stream<Condition> conditions(Measure measure) {
    Stream<Grouping.Inner> inners = measure.grouping().stream().flatMap(grouping -> grouping.inners().stream());
    return Stream.concat(Stream.of(measure.where()), inners.map(Grouping.Inner::where));
  }

  private static Stream<Condition> parts(Condition condition) {
    if (condition instanceof Condition.AllOf all) {
      return all.conditions().stream();
    }
    if (condition instanceof Condition.AnyOf any) {
      return any.conditions().stream();
    }
    if (condition instanceof Condition.Not not) {
      return Stream.of(not.condition());
    }
    if (condition instanceof Condition.Related related) {
      return Stream.of(related.where());
    }
    return condition instanceof Condition.Several several ? Stream.of(several.related(), several.different()) : Stream.empty();
  }
}
