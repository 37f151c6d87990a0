package se.siru.core.portfolio;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.model.FieldKind;
import se.siru.core.primitive.BytesIndex;

/**
 * Fills a batch, a block of records at a time; a record by itself is a block of one. Values go into the columns either way: as arrays that
 * whoever fills the block writes to, or one by one into the record that was gone to.
 */
final class BatchFiller implements BatchAppender {
  private final BatchBuilder batch;
  private final boolean[] codes;
  private final int[] single = new int[1];
  private final BytesIndex.Asked asked = new BytesIndex.Asked(FormulaGuard.MARK);
  /** How many rows are open. */
  private int begun;
  /** The row that calls are about. */
  private int at;

  BatchFiller(BatchBuilder batch) {
    this.batch = batch;
    this.codes = new boolean[batch.fields.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = batch.fields.get(i).kind() == FieldKind.CODE;
    }
  }

  /** What is filled. */
  BatchBuilder batch() {
    return batch;
  }

  @Override
  public void begin(long sourceRow) {
    single[0] = Math.toIntExact(sourceRow);
    begin(single, 1);
  }

  @Override
  public int begin(int[] rows, int count) {
    if (begun > 0 || batch.isClosed()) {
      throw new SiruException(ErrorCode.MISUSE, "begin() in an open row or a closed batch of " + batch.type);
    }
    batch.open(rows, count);
    begun = count;
    at = batch.size();
    return at;
  }

  @Override
  public void goTo(int record) {
    requireRow();
    batch.end(at);
    at = batch.size() + Objects.checkIndex(record, begun);
  }

  @Override
  public int[] elements(int field) {
    return batch.ints(field).values(batch.capacity());
  }

  @Override
  public int[] days(int field) {
    return batch.daysOf(field).values(batch.capacity());
  }

  @Override
  public long[] numbers(int field) {
    return batch.longs(field).values(batch.capacity());
  }

  @Override
  public @Nullable String[] texts(int field) {
    return batch.textsOf(field).values(batch.capacity());
  }

  @Override
  public int references(int field, byte[] utf8, long[] words, int[] from, int[] to, int cell, int cells) {
    return batch.dictionary(field).find(utf8, words, from, to, cell, cells, begun, elements(field), batch.size(), asked);
  }

  @Override
  public void code(int field, int position) {
    if (position < 0 || !codes[field]) {
      throw batch.misuse(field, "no code " + position);
    }
    batch.ints(field).add(at, position, batch.capacity());
  }

  @Override
  public void reference(int field, String id) {
    batch.ints(field).add(at, ordinal(field, id), batch.capacity());
  }

  @Override
  public int ordinal(int field, String id) {
    return batch.dictionary(field).add(IdDictionary.nfc(id));
  }

  @Override
  public int known(int field, byte[] utf8, int from, int to) {
    return batch.dictionary(field).find(utf8, from, to);
  }

  @Override
  public void id(int field, byte[] utf8, int from, int to) {
    if (batch.columns[field] instanceof OwnIds own) {
      own.add(at, utf8, from, to, batch.capacity());
    } else {
      text(field, new String(utf8, from, to - from, StandardCharsets.UTF_8));
    }
  }

  @Override
  public void ids(int field, byte[] utf8, int[] from, int[] to, int cell, int cells) {
    if (!(batch.columns[field] instanceof OwnIds)) {
      throw batch.misuse(field, "ids of entities");
    }
    requireRow();
    ((OwnIds) batch.columns[field]).add(batch.size(), begun, utf8, from, to, cell, cells, batch.capacity());
  }

  @Override
  public void referenceTo(int field, int ordinal) {
    if (ordinal < 0 || ordinal >= batch.dictionary(field).size()) {
      throw batch.misuse(field, "no id has the number " + ordinal);
    }
    batch.ints(field).add(at, ordinal, batch.capacity());
  }

  @Override
  public void number(int field, long scaled) {
    if (scaled == Column.Longs.MISSING) {
      throw batch.misuse(field, "the number that means missing");
    }
    batch.longs(field).values(batch.capacity())[at] = scaled;
  }

  @Override
  public void day(int field, int epochDay) {
    if (epochDay == Column.Days.MISSING) {
      throw batch.misuse(field, "the day that means missing");
    }
    batch.daysOf(field).values(batch.capacity())[at] = epochDay;
  }

  @Override
  public void text(int field, String text) {
    String nfc = IdDictionary.nfc(Objects.requireNonNull(text, "text"));
    if (batch.columns[field] instanceof OwnIds own) {
      own.add(at, nfc, batch.capacity());
    } else {
      batch.textsOf(field).values(batch.capacity())[at] = nfc;
    }
  }

  @Override
  public void madeOf(String source, long first, long last) {
    requireRow();
    batch.madeOf(at, source, first, last);
  }

  @Override
  public void startsLater() {
    if (begun > 0 || batch.size() > 0 || batch.isClosed()) {
      throw new SiruException(ErrorCode.MISUSE, "startsLater() behind the first record of a batch of " + batch.type);
    }
    batch.startsLater();
  }

  @Override
  public void follow(int rowsBefore) {
    if (!batch.isClosed() || !batch.isToFollow()) {
      throw new SiruException(ErrorCode.MISUSE, "follow() of a batch of " + batch.type + " that is open or does not start later");
    }
    batch.follow(rowsBefore);
  }

  @Override
  public void commit() {
    requireRow();
    batch.end(at);
    batch.keep(begun);
    begun = 0;
  }

  @Override
  public void discard() {
    requireRow();
    batch.drop(begun);
    begun = 0;
  }

  private void requireRow() {
    if (begun == 0) {
      throw new SiruException(ErrorCode.MISUSE, "no row was begun in a batch of " + batch.type);
    }
  }

  @Override
  public void close() {
    if (begun > 0) {
      discard();
    }
    batch.close();
  }
}
