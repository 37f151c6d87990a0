package se.siru.core.portfolio;

import se.siru.core.model.RecordType;

/**
 * The arrays of a batch, or a part of one, while it is filled. Where nobody keeps the records, they are used again for the next part when
 * the records were taken: new arrays for each part lie in no near cache, and most of what a collection finds dead would be these.
 *
 * @param columns the columns by field; each remembers the array it had
 * @param sourceRows as many as the capacity
 * @param blanks what columns without any value share
 */
record PartRoom(GrowingColumn[] columns, int[] sourceRows, GrowingColumn.Blanks blanks) {

  /** New room for records of a type. */
  static PartRoom of(RecordType type, int capacity) {
    return grown(type.fields().stream().map(GrowingColumn::of).toArray(GrowingColumn[]::new), new int[capacity]);
  }

  /** The room of columns that became larger than it was. */
  static PartRoom grown(GrowingColumn[] columns, int[] sourceRows) {
    return new PartRoom(columns, sourceRows, new GrowingColumn.Blanks(sourceRows.length));
  }

  /** How many rows each column has room for. */
  int capacity() {
    return sourceRows.length;
  }

  /** Forgets the records; their arrays wait for others. */
  void clear() {
    for (GrowingColumn column : columns) {
      column.reuse();
    }
  }
}
