package se.siru.core.evaluation;

import java.util.Arrays;
import se.siru.core.primitive.EntrySort;
import se.siru.core.primitive.LongIndex;

/**
 * Tuples of selections as bytes, part by part: how they are packed, and which number a combination has, is a plan's own. They stand in the
 * order of their parts, the combination by its place, so that equal tuples are equal bytes.
 */
final class WrittenTuples {
  private WrittenTuples() {}

  /** The combinations of tuples. */
  static LongIndex combos(Tuples tuples, TupleLayout layout) {
    LongIndex combos = new LongIndex();
    for (int tuple = 0; tuple < tuples.size(); tuple++) {
      combos.add(layout.part(tuples.entries(), tuple * tuples.stride(), layout.combo()));
    }
    return combos;
  }

  /** Writes tuples; {@code codes} are their combinations. */
  static void write(StateWriter out, Tuples tuples, TupleLayout layout, ComboCodes codes) {
    tuples.sort();
    int stride = tuples.stride();
    long[] entries = Arrays.copyOf(tuples.entries(), tuples.size() * stride);
    for (int at = 0; at < entries.length; at += stride) {
      layout.put(entries, at, layout.combo(), codes.place(layout.part(entries, at, layout.combo())));
    }
    long[] sorted = new EntrySort(stride, layout.wordCount()).sorted(entries, tuples.size());
    out.number(tuples.size());
    for (int at = 0; at < sorted.length; at += stride) {
      for (int part = 0; part < layout.parts(); part++) {
        out.signed(layout.part(sorted, at, part) + layout.offset(part));
      }
      out.number(stride > layout.wordCount() ? sorted[at + layout.wordCount()] : 1);
    }
  }

  /** Reads what {@link #write} wrote where there are no tuples yet. */
  static void read(StateReader in, Tuples tuples, TupleLayout layout, long[] combos) {
    int count = in.count();
    boolean isCounted = tuples.stride() > layout.wordCount();
    long[] tuple = new long[layout.wordCount()];
    for (int i = 0; i < count; i++) {
      Arrays.fill(tuple, 0);
      for (int part = 0; part < layout.parts(); part++) {
        long kept = in.signed() - layout.offset(part);
        if (part == layout.combo()) {
          if (kept < 0 || kept >= combos.length) {
            throw StateReader.damaged();
          }
          kept = combos[(int) kept];
        }
        if (!layout.fits(part, kept)) {
          throw StateReader.damaged();
        }
        layout.put(tuple, 0, part, kept);
      }
      int records = in.below(Integer.MAX_VALUE);
      if (records < 1 || !isCounted && records > 1) {
        throw StateReader.damaged();
      }
      tuples.add(tuple, records);
    }
    tuples.sort();
    if (tuples.size() != count) {
      throw StateReader.damaged();
    }
  }
}
