package se.siru.core.portfolio;

import org.jspecify.annotations.Nullable;
import se.siru.core.primitive.BytesList;

/**
 * The own ids of entities while rows are added: numbers in the dictionary of their type, made texts on demand. A part of a batch only
 * lists them: whether one was there before is looked at once, when the parts are joined.
 */
final class OwnIds extends GrowingInts {
  private final @Nullable IdDictionary ids;
  private final @Nullable BytesList listed;

  private OwnIds(@Nullable IdDictionary ids, @Nullable BytesList listed) {
    super(false);
    this.ids = ids;
    this.listed = listed;
  }

  /** Ids that are numbered by a dictionary at once. */
  static OwnIds in(IdDictionary ids) {
    return new OwnIds(ids, null);
  }

  /** Ids of a part. */
  static OwnIds listed() {
    return new OwnIds(null, new BytesList());
  }

  /** Says the id of a row, in NFC. */
  void add(int row, String id, int capacity) {
    byte[] bytes = IdDictionary.encoded(id);
    add(row, bytes, 0, bytes.length, capacity);
  }

  /** Says the id of a row, in UTF-8. */
  void add(int row, byte[] utf8, int from, int to, int capacity) {
    add(row, ids == null ? list().add(utf8, from, to) : ids.add(utf8, from, to), capacity);
  }

  /** Says the ids of many rows; each lies where the places of its cell say. */
  void add(int row, int count, byte[] utf8, int[] from, int[] to, int cell, int cells, int capacity) {
    if (ids != null) {
      for (int i = 0, at = cell; i < count; i++, at += cells) {
        add(row + i, utf8, from[at], to[at], capacity);
      }
      return;
    }
    int number = list().add(utf8, from, to, cell, cells, count);
    int[] numbers = values(capacity);
    for (int i = row; i < row + count; i++) {
      numbers[i] = number++;
    }
  }

  private BytesList list() {
    if (listed == null) {
      throw new IllegalStateException("ids of no part");
    }
    return listed;
  }

  /** How many ids a part lists. */
  int listedSize() {
    return list().size();
  }

  /** How many bytes the ids that a part lists have together. */
  int listedBytes() {
    return list().length();
  }

  /** Adds the ids of a part to a dictionary; what the numbers become there. */
  Renumbering addTo(IdDictionary target) {
    return new Renumbering(0, target.addAll(list()));
  }

  @Nullable String text(int row) {
    int[] numbers = values;
    if (numbers == null || numbers[row] == Column.Ints.MISSING) {
      return null;
    }
    return ids == null ? IdDictionary.decoded(list().bytes(numbers[row])) : ids.id(numbers[row]);
  }

  @Override
  Column.Texts freeze(int size, Blanks blanks) {
    return new Column.Texts(this::text, size);
  }
}
