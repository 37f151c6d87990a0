package se.siru.core.portfolio;

import org.jspecify.annotations.Nullable;

/** The own ids of entities while rows are added: numbers in the dictionary of their type, made texts on demand. */
final class OwnIds extends GrowingInts {
  private final IdDictionary ids;

  OwnIds(IdDictionary ids) {
    super(false);
    this.ids = ids;
  }

  @Nullable String text(int row) {
    int[] numbers = values;
    return numbers == null || numbers[row] == Column.Ints.MISSING ? null : ids.id(numbers[row]);
  }

  @Override
  Column.Texts freeze(int size, Blanks blanks) {
    return new Column.Texts(this::text, size);
  }
}
