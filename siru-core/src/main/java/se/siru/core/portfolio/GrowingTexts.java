package se.siru.core.portfolio;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts while rows are added. */
final class GrowingTexts extends GrowingArray<@Nullable String[]> {

  @Override
  @Nullable String[] room(int capacity) {
    return new String[capacity];
  }

  @Override
  void clearFirst(@Nullable String[] array) {
    array[0] = null;
  }

  @Override
  void gather(List<@Nullable String @Nullable []> from, int[] columns, int[] rows, @Nullable String[] into) {
    @Nullable String @Nullable [][] all = from.toArray(new String[0][]);
    for (int row = 0; row < rows.length; row++) {
      @Nullable String @Nullable [] array = all[columns[row]];
      if (array != null) {
        into[row] = array[rows[row]];
      }
    }
  }

  @Override
  void clear(int row) {
    if (values != null) {
      values[row] = null;
    }
  }

  @Override
  Column.Texts freeze(int size, Blanks blanks) {
    @Nullable String[] array = values;
    return array == null ? new Column.Texts(row -> null, size) : new Column.Texts(row -> array[row], size);
  }

  @Override
  Column.Texts freeze(List<? extends GrowingColumn> parts, int[] counts) {
    int size = Arrays.stream(counts).sum();
    GrowingTexts joined = new GrowingTexts();
    int at = 0;
    for (int p = 0; p < counts.length; p++) {
      joined.take(at, parts.get(p), counts[p], size, Renumbering.NONE);
      at += counts[p];
    }
    return joined.freeze(size, new Blanks(size));
  }
}
