package se.siru.core.evaluation;

import java.util.stream.Stream;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Condition;
import se.siru.core.model.RecordType;

/** A condition with all that it is made of: the one way to look for a kind of condition wherever it may stand. */
final class Nested {
  private Nested() {}

  /** A condition and every condition within it, those asked of related records among them; what is outside comes first. */
  static Stream<Condition> in(Condition condition) {
    return Stream.concat(Stream.of(condition), condition.parts().stream().flatMap(Nested::in));
  }

  /** The related records that a condition itself asks for, if it does. */
  static Stream<Condition.Related> related(Condition condition) {
    Condition.Related related =
        condition instanceof Condition.Several several
            ? several.related()
            : condition instanceof Condition.Related one ? one : null;
    return Stream.ofNullable(related);
  }

  /** True where a condition itself asks for related records of a type. */
  static boolean relates(Condition condition, RecordType type) {
    return related(condition).anyMatch(related -> related.via().type().equals(type.name()));
  }

  /** What a measure asks of records, and of those of its groups. */
  static Stream<Condition> conditions(Measure measure) {
    Stream<Grouping.Inner> inners = measure.grouping().stream().flatMap(grouping -> grouping.inners().stream());
    return Stream.concat(Stream.of(measure.where()), inners.map(Grouping.Inner::where));
  }
}
