package se.siru.core.portfolio;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;

/** Makes one batch of several. What the batches hold is copied or taken over column by column. */
final class BatchJoin {
  /** For how many bytes of ids room is made at once. */
  private static final int MOST_BYTES = 1 << 29;

  private BatchJoin() {}

  /**
   * One batch of all rows of parts one after the other. Ids that a part saw first are added to the dictionaries part by part, so
   * they have the numbers that one reading of all rows in order would have given them. The parts must not be used afterwards.
   */
  static BatchBuilder join(
      RecordType type, Batch.Provenance provenance, List<BatchBuilder> parts, Function<String, IdDictionary> dictionaryOf) {
    int size = Math.toIntExact(parts.stream().mapToLong(BatchBuilder::size).sum());
    BatchBuilder joined = new BatchBuilder(type, provenance, dictionaryOf, PartRoom.of(type, size), null);
    reserveIds(joined, parts);
    List<Renumbering[]> numbers = parts.stream().map(part -> addIds(part, joined)).toList();
    for (int field = 0; field < joined.columns.length; field++) { // the parts let go of one column before the next is made
      int at = 0;
      for (int p = 0; p < parts.size(); p++) {
        BatchBuilder part = parts.get(p);
        joined.columns[field].take(at, part.columns[field], part.size(), size, numbers.get(p)[field]);
        at += part.size();
      }
    }
    int at = 0;
    for (BatchBuilder part : parts) {
      joined.copySources(part, at);
      at += part.size();
    }
    joined.filled(size);
    return joined;
  }

  /** One batch of the rows of several in a given order; {@code batches[i]} and {@code rows[i]} say where row {@code i} is. */
  static BatchBuilder merge(
      RecordType type, List<BatchBuilder> from, int[] batches, int[] rows, Function<String, IdDictionary> dictionaryOf) {
    BatchBuilder merged = new BatchBuilder(type, provenance(from), dictionaryOf, PartRoom.of(type, rows.length), null);
    for (int field = 0; field < merged.columns.length; field++) {
      int position = field;
      merged.columns[field].gather(from.stream().map(batch -> batch.columns[position]).toList(), batches, rows);
    }
    merged.copySources(from, batches, rows);
    merged.filledFrom(from, batches);
    return merged;
  }

  /** Makes room for the ids of the parts' records. */
  private static void reserveIds(BatchBuilder joined, List<BatchBuilder> parts) {
    int field = joined.position(FieldRole.ID);
    IdDictionary ids = field < 0 ? null : joined.dictionaries[field];
    if (ids != null) {
      int count = 0;
      long bytes = 0;
      for (BatchBuilder part : parts) {
        OwnIds listed = (OwnIds) part.columns[field];
        count += listed.listedSize();
        bytes += listed.listedBytes();
      }
      ids.reserve(count, (int) Math.min(bytes, MOST_BYTES));
    }
  }

  /** Adds the ids that only a part knows to the dictionaries of the joined batch; what the numbers of each field become there. */
  private static Renumbering[] addIds(BatchBuilder part, BatchBuilder joined) {
    Renumbering[] numbers = new Renumbering[part.columns.length];
    Arrays.fill(numbers, Renumbering.NONE);
    Map<IdDictionary, Renumbering> done = new IdentityHashMap<>();
    for (int field = 0; field < numbers.length; field++) {
      IdDictionary from = part.dictionaries[field];
      IdDictionary to = joined.dictionaries[field];
      if (to != null && part.columns[field] instanceof OwnIds listed) {
        numbers[field] = listed.addTo(to);
      } else if (from != null && to != null) {
        numbers[field] = done.computeIfAbsent(from, own -> own.addTo(to));
      }
    }
    return numbers;
  }

  /** What is said of the source of a merged batch as a whole. */
  private static Batch.Provenance provenance(List<BatchBuilder> from) {
    if (from.size() == 1) {
      return from.get(0).provenance();
    }
    return Batch.Provenance.of(String.join(" + ", from.stream().map(batch -> batch.provenance().source()).toList()));
  }
}
