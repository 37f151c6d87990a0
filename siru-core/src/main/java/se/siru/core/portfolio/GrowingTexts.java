package se.siru.core.portfolio;

import org.jspecify.annotations.Nullable;

/** Texts while rows are added. */
final class GrowingTexts extends GrowingArray<@Nullable String[]> {

  @Override
  @Nullable String[] missing(int capacity) {
    return new String[capacity];
  }

  @Override
  void copy(@Nullable String[] from, int row, @Nullable String[] to, int at) {
    to[at] = from[row];
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
}
