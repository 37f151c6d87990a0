package se.siru.core.evaluation;

import java.util.List;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.FieldPath;

/**
 * How a tuple of a selection is packed into as few words as its parts need: the fields, the scope, the time key and the combination, in
 * this order, so that tuples in ascending order of their words are in ascending order of what functions see. A field that is not stated
 * is 0, which sorts first.
 */
final class TupleLayout {
  private final int fields;
  private final int[] words;
  private final int[] shifts;
  private final long[] masks;
  private final long[] offsets;
  private final int wordCount;
  private final long[] seen;

  /**
   * A layout.
   *
   * @param domains for each field how many elements it may have; not used for days and numbers
   * @param scopes how many scopes there are
   * @param timeKeys how many time keys there are
   * @param comboBits how many bits a combination has
   */
  TupleLayout(List<FieldPath> paths, int[] domains, int scopes, int timeKeys, int comboBits) {
    this.fields = paths.size();
    int[] bits = new int[fields + 3];
    this.offsets = new long[bits.length];
    for (int field = 0; field < fields; field++) {
      FieldPath path = paths.get(field);
      boolean isElement = SelectedField.isElement(path);
      boolean isNumber = SelectedField.isNumber(path);
      bits[field] = isElement ? bitsFor(domains[field]) : isNumber ? Long.SIZE : Integer.SIZE;
      offsets[field] = isElement ? SetPool.UNKNOWN : isNumber ? Long.MIN_VALUE : Integer.MIN_VALUE;
    }
    bits[fields] = bitsFor(scopes - 1);
    bits[fields + 1] = bitsFor(timeKeys - 1);
    bits[fields + 2] = comboBits;
    this.words = new int[bits.length];
    this.shifts = new int[bits.length];
    this.masks = new long[bits.length];
    int word = 0;
    int free = Long.SIZE;
    for (int part = 0; part < bits.length; part++) {
      if (bits[part] > free) {
        word++;
        free = Long.SIZE;
      }
      free -= bits[part];
      words[part] = word;
      shifts[part] = bits[part] == 0 ? 0 : free;
      masks[part] = bits[part] == 0 ? 0 : -1L >>> (Long.SIZE - bits[part]);
    }
    this.wordCount = word + 1;
    this.seen = new long[wordCount];
    for (int part = 0; part <= fields; part++) {
      seen[words[part]] |= masks[part] << shifts[part];
    }
  }

  private static int bitsFor(int greatest) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(greatest);
  }

  /** How many words a tuple takes. */
  int wordCount() {
    return wordCount;
  }

  /** How many fields there are. */
  int fields() {
    return fields;
  }

  /** The part that is the scope. */
  int scope() {
    return fields;
  }

  /** The part that is the time key. */
  int timeKey() {
    return fields + 1;
  }

  /** The part that is the combination. */
  int combo() {
    return fields + 2;
  }

  /** The word that holds a part. */
  int word(int part) {
    return words[part];
  }

  /** By how many bits a part is shifted in its word. */
  int shift(int part) {
    return shifts[part];
  }

  /** What is added to what is kept of a field to get what functions see; 0 for other parts. */
  long offset(int part) {
    return offsets[part];
  }

  /** How many parts there are: the fields and what follows them. */
  int parts() {
    return words.length;
  }

  /** True where a part has room for a number that is to be kept. */
  boolean fits(int part, long kept) {
    return (kept & ~masks[part]) == 0;
  }

  /** Replaces a part of a tuple by a number that fits. */
  void put(long[] entries, int at, int part, long kept) {
    int word = at + words[part];
    entries[word] = entries[word] & ~(masks[part] << shifts[part]) | kept << shifts[part];
  }

  /** A part of a tuple as it is kept. */
  long part(long[] entries, int at, int part) {
    return entries[at + words[part]] >>> shifts[part] & masks[part];
  }

  /** A field of a tuple as functions see it. */
  long value(long[] entries, int at, int field) {
    long kept = part(entries, at, field);
    return kept == 0 ? IndicatorFunction.Selection.UNKNOWN : kept + offsets[field];
  }

  /** True where functions see no difference between two tuples. */
  boolean isSame(long[] entries, int first, int second) {
    for (int word = 0; word < wordCount; word++) {
      if (((entries[first + word] ^ entries[second + word]) & seen[word]) != 0) {
        return false;
      }
    }
    return true;
  }
}
