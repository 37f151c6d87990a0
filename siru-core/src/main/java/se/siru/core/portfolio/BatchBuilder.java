package se.siru.core.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Origin;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;

/**
 * One batch, or a part of one, from its first row until it is frozen: {@link BatchFiller} fills it, and who puts a portfolio together checks
 * and finishes it. References hold the numbers of ids until the star is known, then rows.
 */
final class BatchBuilder {
  static final int FIRST_CAPACITY = 16;
  private static final GrowingColumn[] NO_COLUMNS = {};

  final RecordType type;
  final List<Field<?>> fields;
  private Batch.Provenance provenance;
  /** What it was given room in; null once nothing lies there any more. */
  private @Nullable PartRoom room;
  GrowingColumn[] columns;
  private GrowingColumn[] ofMany;
  final @Nullable IdDictionary[] dictionaries;
  private List<BatchBuilder> mergedFrom = List.of();
  private int @Nullable [] mergedSource;
  private SourceRows madeOf;
  private int[] sourceRows;
  private int capacity;
  private @Nullable RowNumbers packedRows;
  private final @Nullable FactFinisher finisher;
  private FactFinisher.@Nullable Finished finished;
  private int size;
  private boolean closed;
  private boolean startsLater;

  BatchBuilder(RecordType type, Batch.Provenance provenance, Function<String, IdDictionary> dictionaryOf) {
    this(type, provenance, dictionaryOf, PartRoom.of(type, FIRST_CAPACITY), null);
  }

  /**
   * A batch with room for one row less than the capacity before it grows.
   *
   * @param room belongs to the batch from now on
   * @param finisher finishes facts when they are closed, where the star is known
   */
  BatchBuilder(
      RecordType type,
      Batch.Provenance provenance,
      Function<String, IdDictionary> dictionaryOf,
      PartRoom room,
      @Nullable FactFinisher finisher) {
    this.finisher = finisher;
    this.room = room;
    this.capacity = room.capacity();
    this.type = type;
    this.fields = type.fields();
    this.provenance = provenance;
    this.columns = room.columns();
    this.dictionaries = new IdDictionary[fields.size()];
    this.sourceRows = room.sourceRows();
    this.madeOf = new SourceRows(provenance);
    List<GrowingColumn> many = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      Field<?> field = fields.get(i);
      boolean ownId = type.isEntity() && field.role() == FieldRole.ID;
      columns[i] = ownId ? OwnIds.in(dictionaryOf.apply(type.name())) : columns[i];
      String target = ownId ? type.name() : field.target();
      dictionaries[i] = target == null ? null : dictionaryOf.apply(target);
      if (field.many()) {
        many.add(columns[i]);
      }
    }
    this.ofMany = many.toArray(new GrowingColumn[0]);
  }

  /** This part of a batch of entities, which lists their ids until it is joined. */
  BatchBuilder listingIds() {
    int field = position(FieldRole.ID);
    columns[field] = OwnIds.listed();
    dictionaries[field] = null;
    return this;
  }

  /** Makes room for rows behind those that are kept, and says where they stood in their source. */
  void open(int[] rowsOfSource, int count) {
    if (size + (long) count >= sourceRows.length) {
      grow(size + (long) count);
    }
    System.arraycopy(rowsOfSource, 0, sourceRows, size, count);
  }

  private void grow(long rows) {
    capacity = Math.toIntExact(Math.min(rows + (rows >> 1) + 1L, Integer.MAX_VALUE - 8L));
    sourceRows = Arrays.copyOf(sourceRows, capacity);
    for (GrowingColumn column : columns) {
      column.grow(capacity);
    }
  }

  /** Ends a row, whose elements are then all there. */
  void end(int row) {
    for (GrowingColumn column : ofMany) {
      column.commit(row);
    }
  }

  /** Keeps so many of the rows that were opened. */
  void keep(int count) {
    size += count;
  }

  /** Forgets so many rows that were opened. */
  void drop(int count) {
    for (int row = size; row < size + count; row++) {
      for (GrowingColumn column : columns) {
        column.clear(row);
      }
      madeOf.clear(row);
    }
  }

  /** Adds rows of a source to what an opened row was made of. */
  void madeOf(int row, String source, long first, long last) {
    madeOf.add(row, source, first, last);
  }

  /** Ends the batch: no more rows come. Facts are finished then, where the star is known. */
  void close() {
    closed = true;
    if (finisher != null && finished == null) {
      finish(finisher);
    }
  }

  /** Says that rows are counted from one that is not known yet. */
  void startsLater() {
    startsLater = true;
  }

  /** True where it is not known yet which row is counted from. */
  boolean isToFollow() {
    return startsLater;
  }

  /** Counts the rows of a closed batch from an earlier row of the source on. */
  void follow(int rowsBefore) {
    startsLater = false;
    for (int row = 0; row < Math.min(size, sourceRows.length); row++) {
      sourceRows[row] += rowsBefore;
    }
    packedRows = packedRows == null ? null : packedRows.down(rowsBefore);
    if (finished != null) {
      finished.found().follow(rowsBefore);
    }
  }

  IdDictionary dictionary(int field) {
    IdDictionary dictionary = dictionaries[field];
    if (dictionary == null) {
      throw misuse(field, "no reference");
    }
    return dictionary;
  }

  /** Finishes closed facts: from now on they need no ids, and no other part. */
  void finish(FactFinisher facts) {
    finished = facts.finish(this);
    Arrays.fill(dictionaries, null);
  }

  /** What finishing told; null before. */
  FactFinisher.@Nullable Finished finished() {
    return finished;
  }

  /** Brings the columns of a closed batch into as few bytes as they need. */
  void pack() {
    for (GrowingColumn column : columns) {
      column.pack(size);
    }
    if (packedRows == null) {
      packedRows = RowNumbers.of(sourceRows, size);
      sourceRows = new int[0];
      room = null;
    }
  }

  /** Lets somebody take the finished records, of which nothing but their number stays here; the room that they had. */
  PartRoom handOver(Consumer<? super Batch> taker) {
    PartRoom used = room != null && room.capacity() == capacity ? room : PartRoom.grown(columns, sourceRows);
    room = null;
    Batch batch = freeze(used.blanks(), startsLater ? RowNumbers.UNKNOWN : RowNumbers.each(sourceRows));
    columns = NO_COLUMNS;
    ofMany = NO_COLUMNS;
    sourceRows = new int[0];
    madeOf = new SourceRows(provenance);
    taker.accept(batch);
    batch.letGo();
    used.clear();
    return used;
  }

  /** Makes a finished part one of a batch, with its source. */
  void partOf(Batch.Provenance whole) {
    SourceRows made = new SourceRows(whole);
    made.append(madeOf, 0, size);
    madeOf = made;
    provenance = whole;
  }

  boolean isClosed() {
    return closed;
  }

  SiruException misuse(int field, String what) {
    return new SiruException(ErrorCode.MISUSE, fields.get(field) + " takes no such value: " + what);
  }

  GrowingInts ints(int field) {
    if (!(columns[field] instanceof GrowingInts)) {
      throw misuse(field, "a code or reference");
    }
    return (GrowingInts) columns[field];
  }

  GrowingLongs longs(int field) {
    if (!(columns[field] instanceof GrowingLongs)) {
      throw misuse(field, "a number");
    }
    return (GrowingLongs) columns[field];
  }

  GrowingDays daysOf(int field) {
    if (!(columns[field] instanceof GrowingDays)) {
      throw misuse(field, "a day");
    }
    return (GrowingDays) columns[field];
  }

  GrowingTexts textsOf(int field) {
    if (!(columns[field] instanceof GrowingTexts)) {
      throw misuse(field, "a text");
    }
    return (GrowingTexts) columns[field];
  }

  int size() {
    return size;
  }

  /** The room of every column, for columns that are first filled after the rows are in. */
  int capacity() {
    return capacity;
  }

  Batch.Provenance provenance() {
    return provenance;
  }

  /** The position of a field, or -1 where the type has none of that name. */
  int position(Field<?> field) {
    return fields.indexOf(field);
  }

  /** The position of the first field with a role, or -1. */
  int position(FieldRole role) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).role() == role) {
        return i;
      }
    }
    return -1;
  }

  /** The days of the first field with a role; all missing where there is none. */
  int @Nullable [] days(FieldRole role) {
    int field = position(role);
    return field < 0 ? null : daysOf(field).values;
  }

  /** The id of a row, or null where the type has none or the row does not state it. */
  @Nullable String id(int row) {
    int field = position(FieldRole.ID);
    if (field < 0) {
      return null;
    }
    if (columns[field] instanceof OwnIds own) {
      return own.text(row);
    }
    @Nullable String[] ids = textsOf(field).values;
    return ids == null ? null : ids[row];
  }

  /** The numbers of the records' own ids, of an entity type; null where no record states one. */
  int @Nullable [] idNumbers() {
    return ints(position(FieldRole.ID)).values;
  }

  Origin origin(int row) {
    BatchBuilder source = mergedSource == null ? this : mergedFrom.get(mergedSource[row]);
    return Origin.of(source.provenance.source(), sourceRow(row));
  }

  /** The row of its source that a record stood in. */
  int sourceRow(int row) {
    return packedRows == null ? sourceRows[row] : packedRows.at(row);
  }

  /** Takes over where the rows of a part came from, its first row being at a row of this batch. */
  void copySources(BatchBuilder part, int at) {
    System.arraycopy(part.sourceRows, 0, sourceRows, at, part.size);
    madeOf.append(part.madeOf, at, part.size);
  }

  /** Takes over where rows of other batches came from: row {@code i} is row {@code rows[i]} of batch {@code batches[i]}. */
  void copySources(List<BatchBuilder> from, int[] batches, int[] rows) {
    int[][] all = from.stream().map(batch -> batch.sourceRows).toArray(int[][]::new);
    for (int row = 0; row < rows.length; row++) {
      sourceRows[row] = all[batches[row]][rows[row]];
    }
    if (from.stream().anyMatch(batch -> !batch.madeOf.isEmpty())) {
      for (int row = 0; row < rows.length; row++) {
        madeOf.copy(row, from.get(batches[row]).madeOf, rows[row]);
      }
    }
  }

  /** Ends a batch whose columns and sources were filled as a whole. */
  void filled(int rows) {
    size = rows;
    close();
  }

  /** Ends a batch that was gathered from others; {@code source[i]} says which of them row {@code i} is of. */
  void filledFrom(List<BatchBuilder> batches, int[] source) {
    mergedFrom = List.copyOf(batches);
    mergedSource = source;
    filled(source.length);
  }

  /** One batch of finished parts in their order. */
  static Batch freeze(List<BatchBuilder> parts) {
    BatchBuilder first = parts.get(0);
    int[] counts = parts.stream().mapToInt(BatchBuilder::size).toArray();
    int size = Math.toIntExact(Arrays.stream(counts).asLongStream().sum());
    if (!Objects.requireNonNull(first.finished).isKept()) {
      return Batch.released(first.provenance, size);
    }
    Map<String, Column> byName = new HashMap<>();
    for (int i = 0; i < first.columns.length; i++) {
      int field = i;
      byName.put(
          first.fields.get(i).name(),
          first.columns[i].freeze(parts.stream().map(part -> part.columns[field]).toList(), counts));
    }
    SourceRows madeOf = new SourceRows(first.provenance);
    int at = 0;
    for (BatchBuilder part : parts) {
      madeOf.append(part.madeOf, at, part.size);
      at += part.size;
    }
    RowNumbers rows = RowNumbers.joined(parts.stream().map(part -> Objects.requireNonNull(part.packedRows)).toList(), counts);
    return new Batch(first.provenance, size, byName, rows, List.of(), null, madeOf.isEmpty() ? null : madeOf);
  }

  Batch freeze() {
    return freeze(new GrowingColumn.Blanks(size), RowNumbers.of(sourceRows, size));
  }

  private Batch freeze(GrowingColumn.Blanks blanks, RowNumbers rows) {
    Map<String, Column> byName = new HashMap<>();
    for (int i = 0; i < columns.length; i++) {
      byName.put(fields.get(i).name(), columns[i].freeze(size, blanks));
    }
    List<Batch.Provenance> sources = new ArrayList<>();
    mergedFrom.forEach(batch -> sources.add(batch.provenance));
    return new Batch(provenance, size, byName, rows, sources, mergedSource, madeOf.isEmpty() ? null : madeOf);
  }
}
