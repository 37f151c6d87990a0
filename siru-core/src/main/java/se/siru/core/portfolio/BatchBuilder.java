package se.siru.core.portfolio;

import java.nio.charset.StandardCharsets;
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
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;
import se.siru.core.primitive.BytesIndex;

/** One batch, or a part of one, while it is filled. References hold the numbers of ids until the star is known, then rows. */
final class BatchBuilder implements BatchAppender {
  static final int FIRST_CAPACITY = 16;
  private static final GrowingColumn[] NO_COLUMNS = {};

  final RecordType type;
  final List<Field<?>> fields;
  private Batch.Provenance provenance;
  /** What it was given room in; null once nothing lies there any more. */
  private @Nullable PartRoom room;
  GrowingColumn[] columns;
  private final boolean[] codes;
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
  private final BytesIndex.Asked asked = new BytesIndex.Asked(FormulaGuard.MARK);
  /** How many rows are open. */
  private int begun;
  /** The row that calls are about. */
  private int at;
  private boolean closed;

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
    this.codes = new boolean[fields.size()];
    this.dictionaries = new IdDictionary[fields.size()];
    this.sourceRows = room.sourceRows();
    this.madeOf = new SourceRows(provenance);
    List<GrowingColumn> many = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      Field<?> field = fields.get(i);
      boolean ownId = type.isEntity() && field.role() == FieldRole.ID;
      columns[i] = ownId ? new OwnIds(dictionaryOf.apply(type.name())) : columns[i];
      codes[i] = field.kind() == FieldKind.CODE;
      String target = ownId ? type.name() : field.target();
      dictionaries[i] = target == null ? null : dictionaryOf.apply(target);
      if (field.many()) {
        many.add(columns[i]);
      }
    }
    this.ofMany = many.toArray(new GrowingColumn[0]);
  }

  @Override
  public void begin(long sourceRow) {
    requireNoRow();
    sourceRows[size] = Math.toIntExact(sourceRow);
    begun = 1;
    at = size;
  }

  @Override
  public int begin(int[] rows, int count) {
    requireNoRow();
    if (size + (long) count >= sourceRows.length) {
      grow(size + (long) count);
    }
    System.arraycopy(rows, 0, sourceRows, size, count);
    begun = count;
    at = size;
    return size;
  }

  private void requireNoRow() {
    if (begun > 0 || closed) {
      throw new SiruException(ErrorCode.MISUSE, "begin() in an open row or a closed batch of " + type);
    }
  }

  @Override
  public void goTo(int record) {
    requireRow();
    endRow();
    at = size + Objects.checkIndex(record, begun);
  }

  @Override
  public int[] elements(int field) {
    return ints(field).values(sourceRows.length);
  }

  @Override
  public int[] days(int field) {
    return daysOf(field).values(sourceRows.length);
  }

  @Override
  public long[] numbers(int field) {
    return longs(field).values(sourceRows.length);
  }

  @Override
  public @Nullable String[] texts(int field) {
    return textsOf(field).values(sourceRows.length);
  }

  @Override
  public int references(int field, byte[] utf8, long[] words, int[] from, int[] to, int cell, int cells) {
    return dictionary(field).find(utf8, words, from, to, cell, cells, begun, elements(field), size, asked);
  }

  @Override
  public void code(int field, int position) {
    if (position < 0 || !codes[field]) {
      throw misuse(field, "no code " + position);
    }
    ints(field).add(at, position, sourceRows.length);
  }

  @Override
  public void reference(int field, String id) {
    ints(field).add(at, ordinal(field, id), sourceRows.length);
  }

  @Override
  public int ordinal(int field, String id) {
    return dictionary(field).add(IdDictionary.nfc(id));
  }

  @Override
  public int known(int field, byte[] utf8, int from, int to) {
    return dictionary(field).find(utf8, from, to);
  }

  @Override
  public void id(int field, byte[] utf8, int from, int to) {
    if (columns[field] instanceof OwnIds) {
      ints(field).add(at, dictionary(field).add(utf8, from, to), sourceRows.length);
    } else {
      text(field, new String(utf8, from, to - from, StandardCharsets.UTF_8));
    }
  }

  @Override
  public void referenceTo(int field, int ordinal) {
    if (ordinal < 0 || ordinal >= dictionary(field).size()) {
      throw misuse(field, "no id has the number " + ordinal);
    }
    ints(field).add(at, ordinal, sourceRows.length);
  }

  IdDictionary dictionary(int field) {
    IdDictionary dictionary = dictionaries[field];
    if (dictionary == null) {
      throw misuse(field, "no reference");
    }
    return dictionary;
  }

  @Override
  public void number(int field, long scaled) {
    if (scaled == Column.Longs.MISSING) {
      throw misuse(field, "the number that means missing");
    }
    longs(field).values(sourceRows.length)[at] = scaled;
  }

  @Override
  public void day(int field, int epochDay) {
    if (epochDay == Column.Days.MISSING) {
      throw misuse(field, "the day that means missing");
    }
    daysOf(field).values(sourceRows.length)[at] = epochDay;
  }

  @Override
  public void text(int field, String text) {
    String nfc = IdDictionary.nfc(Objects.requireNonNull(text, "text"));
    if (columns[field] instanceof OwnIds) {
      ints(field).add(at, dictionary(field).add(nfc), sourceRows.length);
    } else {
      textsOf(field).values(sourceRows.length)[at] = nfc;
    }
  }

  @Override
  public void madeOf(String source, long first, long last) {
    requireRow();
    madeOf.add(at, source, first, last);
  }

  @Override
  public void commit() {
    requireRow();
    endRow();
    size += begun;
    begun = 0;
    if (size == sourceRows.length) {
      grow(size);
    }
  }

  private void endRow() {
    for (GrowingColumn column : ofMany) {
      column.commit(at);
    }
  }

  private void grow(long rows) {
    capacity = Math.toIntExact(Math.min(rows + (rows >> 1) + 1L, Integer.MAX_VALUE - 8L));
    sourceRows = Arrays.copyOf(sourceRows, capacity);
    for (GrowingColumn column : columns) {
      column.grow(capacity);
    }
  }

  @Override
  public void discard() {
    requireRow();
    for (int row = size; row < size + begun; row++) {
      for (GrowingColumn column : columns) {
        column.clear(row);
      }
      madeOf.clear(row);
    }
    begun = 0;
  }

  private void requireRow() {
    if (begun == 0) {
      throw new SiruException(ErrorCode.MISUSE, "no row was begun in a batch of " + type);
    }
  }

  @Override
  public void close() {
    if (begun > 0) {
      discard();
    }
    closed = true;
    if (finisher != null && finished == null) {
      finish(finisher);
    }
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
    Batch batch = freeze(used.blanks(), RowNumbers.each(sourceRows));
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

  private SiruException misuse(int field, String what) {
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
    if (columns[field] instanceof OwnIds) {
      return ((OwnIds) columns[field]).text(row);
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

  /** Takes over where one row of another batch came from. */
  void copySource(int row, BatchBuilder from, int fromRow) {
    sourceRows[row] = from.sourceRows[fromRow];
    madeOf.copy(row, from.madeOf, fromRow);
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
