package se.siru.core.evaluation;

import org.jspecify.annotations.Nullable;
import se.siru.core.primitive.TupleIndex;

/** How many units were counted in one margin, for all filters. */
interface UnitCounts {
  /** The rows of the margin. */
  TupleIndex rows();

  /** What a filter counts, by row and period; null where it counts nothing, and shorter where it counts nothing in the last rows. */
  long @Nullable [] counts(int filter);
}
