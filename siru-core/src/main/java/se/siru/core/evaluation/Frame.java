package se.siru.core.evaluation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldPath;

/**
 * What state is kept by, beside the atom: when, in which combination of codes, and within which node of the programme tree.
 * Measures of one frame share its state.
 *
 * @param scope a level of the programme tree, or null for the whole agency
 */
record Frame(TimeRule when, List<Dimension> dimensions, @Nullable String scope) {
  Frame {
    dimensions = List.copyOf(dimensions);
  }

  /** A frame of the whole agency. */
  static Frame of(TimeRule when, List<Dimension> dimensions) {
    return new Frame(when, dimensions, null);
  }

  /** A number that is added up, or whose least, greatest, earliest or latest value is kept. */
  record Number(FieldPath path, Fold fold) {
    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Number number && path.equals(number.path) && fold.equals(number.fold);
    }

    @Override
    public int hashCode() {
      return 31 * path.hashCode() + fold.hashCode();
    }
  }

  /** How numbers of one state become one. All are commutative and associative. */
  enum Fold {
    SUM,
    MIN,
    MAX,
    FIRST,
    LAST;

    /** True where the day of a number tells whether it is kept. */
    boolean byDay() {
      return this == FIRST || this == LAST;
    }
  }

  @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
  public boolean equals(@Nullable Object object) {
    return object instanceof Frame frame
        && when.equals(frame.when)
        && dimensions.equals(frame.dimensions)
        && Objects.equals(scope, frame.scope);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * when.hashCode() + dimensions.hashCode()) + Objects.hashCode(scope);
  }
}
