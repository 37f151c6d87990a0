package se.siru.core.portfolio;

import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.model.RecordType;
import se.siru.core.stability.Provided;

/**
 * Fills one batch in the order of its source, a block of records at a time; a record by itself is a block of one. A field is named by its
 * index in {@link RecordType#fields} of the schema's type. What is not set is missing; where a field may hold several values, each further call adds one. A call that
 * does not fit the field's kind is a {@link SiruException} with {@link ErrorCode#MISUSE}.
 *
 * <p>Not thread-safe.
 */
@Provided(since = "0.1.0")
public sealed interface BatchAppender extends AutoCloseable permits BatchFiller {
  /** Begins a record by itself; {@code sourceRow} is its one-based row in the source, or 0. */
  void begin(long sourceRow);

  /**
   * Begins a block of records, which is filled field by field: values go where {@link #elements}, {@link #days}, {@link
   * #numbers} and {@link #texts} lead, and what needs more than writing a value goes through the other methods after {@link
   * #goTo}. {@link #commit} ends them all.
   *
   * @param sourceRows the one-based row of each in the source, or 0
   * @return the place of the first of them in those arrays; the others follow
   */
  int begin(int[] sourceRows, int count);

  /** Has the methods for one record concern one of those that were begun at once, which go from 0 on and only forwards. */
  void goTo(int record);

  /** One element of a field for each record: a code or what {@link #referenceTo} takes, or {@link Column.Ints#MISSING}. */
  int[] elements(int field);

  /** The days of a field; see {@link #day}, and {@link Column.Days#MISSING}. */
  int[] days(int field);

  /** The numbers of a field; see {@link #number}, and {@link Column.Longs#MISSING}. */
  long[] numbers(int field);

  /** The texts of a field, which must be in NFC, or null; not for the ids of entities. */
  @Nullable String[] texts(int field);

  /**
   * Looks up the ids that a field of the records that were begun at once refers to, and fills {@link #elements} with what was
   * found. What was not need not be unknown: {@link #known} looks further; nor are those looked up that begin with an apostrophe, which
   * spreadsheets may need there.
   *
   * @param utf8 holds the ids in UTF-8
   * @param words the same, eight bytes a word, the first the lowest; two more than that fills
   * @param from where each cell begins, those of the field from {@code cell} on each so many {@code cells}
   * @param to where it ends; there is no id where it begins there, too
   * @return how many cells with an id were not found
   */
  int references(int field, byte[] utf8, long[] words, int[] from, int[] to, int cell, int cells);

  /** A code, by its position in the field's code list. */
  void code(int field, int position);

  /** The id of a record, which may be added later. */
  void reference(int field, String id);

  /** The number of an id that a field refers to, with which {@link #referenceTo} adds it without a look-up. */
  int ordinal(int field, String id);

  /**
   * The number of an id that is known already, or -1. An id that is known as these bytes is one: it needs no further check.
   *
   * @param utf8 holds the id in UTF-8, from {@code from} inclusive to {@code to} exclusive
   */
  int known(int field, byte[] utf8, int from, int to);

  /** The record's own id in UTF-8, which must be well-formed and in NFC; the bytes are copied. */
  void id(int field, byte[] utf8, int from, int to);

  /**
   * The own ids of the entities that were begun at once; each as {@link #id} wants it.
   *
   * @param utf8 holds the ids in UTF-8
   * @param from where each cell begins, those of the field from {@code cell} on each so many {@code cells}
   * @param to where it ends
   */
  void ids(int field, byte[] utf8, int[] from, int[] to, int cell, int cells);

  /** The record whose number {@link #ordinal} gave for the same field of this appender. */
  void referenceTo(int field, int ordinal);

  /** A whole number, a decimal times ten to the power of the field's scale, or minor units of money. */
  void number(int field, long scaled);

  /** A day since 1970-01-01; for a field with the role {@code END} the day after the last one. */
  void day(int field, int epochDay);

  /** A text or the record's own id. */
  void text(int field, String text);

  /**
   * Rows of a source that the record was made of before it stood where it is read now; each further call adds some.
   *
   * @param source the empty name is the source that the batch's {@link Batch.Provenance#madeOf} names
   * @param first the first row, one-based; 0 where the source has none
   * @param last the last row
   */
  void madeOf(String source, long first, long last);

  /**
   * Says that the source rows of this batch or part will be counted from a row of the source that is not known yet. To be called before the
   * first record; {@link #follow} tells it. Whoever takes the records before that is told no row.
   */
  void startsLater();

  /**
   * Says how many rows of the source lie before those from which a closed batch or part counted; to be called once, where it {@linkplain
   * #startsLater starts later}. Whoever reads a source in several places at once knows it when all of them were read.
   *
   * @param rowsBefore 0 for the first part of a source
   */
  void follow(int rowsBefore);

  /** Ends the record, or all that were begun at once, and keeps it. */
  void commit();

  /** Ends the record, or all that were begun at once, and drops it. */
  void discard();

  /** Ends the batch; a record under way is dropped. */
  @Override
  void close();
}
