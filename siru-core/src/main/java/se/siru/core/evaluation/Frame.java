package se.siru.core.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldPath;

/** What state is kept by, beside the atom: when, and in which combination of codes. Measures of one frame share its state. */
record Frame(TimeRule when, List<Dimension> dimensions) {
  Frame {
    dimensions = List.copyOf(dimensions);
  }

  /**
   * Distinct elements at the end of a path, or the records themselves where there is no path, within scopes, by frame.
   * {@code scope} is a level of the programme tree, or null for the whole agency.
   */
  record Distinct(Frame frame, @Nullable FieldPath path, @Nullable String scope) {}

  /** A number that is added up, or whose least, greatest or latest value is kept, by frame. */
  record Number(Frame frame, FieldPath path, Fold fold) {}

  /** How numbers of one state become one. All are commutative and associative. */
  enum Fold {
    SUM,
    MIN,
    MAX,
    LAST
  }
}
