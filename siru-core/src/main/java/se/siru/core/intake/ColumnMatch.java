package se.siru.core.intake;

import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;

/**
 * A column and the field that it may become.
 *
 * @param via the reference of the main record through which the field's record is reached; null where the field is one of
 *     the main record
 * @param header how well the header fits, 0 to 1
 * @param values how well the values fit, 0 to 1
 */
record ColumnMatch(
    ColumnProfile column, Field<?> field, @Nullable Field<?> via, double header, double values, double score) {
  /** From here on a match is taken without being asked about. */
  static final double SURE = 0.85;
  /** From here on a match is told. */
  static final double LIKELY = 0.4;

  private static final double HEADER = 0.8;
  private static final double MISFIT = 0.5;
  private static final double MOST_OF_MISFIT = 0.6;
  private static final double MOST_OF_VALUES = 0.5;

  static ColumnMatch of(ColumnProfile column, Field<?> field, @Nullable Field<?> via, double header, double values) {
    double score = HEADER * header + (1 - HEADER) * values;
    if (values < MISFIT) {
      score = Math.min(score, MOST_OF_MISFIT);
    }
    if (header == 0) {
      score = values >= SURE ? MOST_OF_VALUES : 0;
    }
    return new ColumnMatch(column, field, via, header, values, score);
  }

  /** The same, but to be asked about. */
  ColumnMatch unsure() {
    return new ColumnMatch(column, field, via, header, values, Math.min(score, MOST_OF_MISFIT));
  }

  /** The same, reached through another reference. */
  ColumnMatch through(Field<?> reference) {
    return new ColumnMatch(column, field, reference, header, values, score);
  }

  boolean isSure() {
    return score >= SURE;
  }

  /** The field with its record type. */
  String target() {
    return field.toString();
  }
}
