package se.siru.core.evaluation;

import java.util.List;
import se.siru.core.model.FieldPath;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.primitive.TupleIndex;

/** What a registered function asks of records: the values of some fields, by time key and combination, each tuple once. */
final class Selections {
  /** Time key and the two halves of the combination come before the fields in a tuple. */
  static final int FIRST_FIELD = 3;

  private final Frame frame;
  private final List<FieldPath> fields;

  Selections(Frame frame, List<FieldPath> fields) {
    this.frame = frame;
    this.fields = fields;
  }

  Frame frame() {
    return frame;
  }

  List<FieldPath> fields() {
    return fields;
  }

  TupleIndex table() {
    return new TupleIndex(width());
  }

  private int width() {
    return FIRST_FIELD + fields.stream().mapToInt(SelectedField::places).sum();
  }

  /**
   * A tuple as functions get it.
   *
   * @param values one number a field
   */
  record Tuple(long[] values, int timeKey, long combo) {}

  /** What a place of the table holds. */
  Tuple tuple(int[] tuple) {
    return new Tuple(values(tuple), tuple[0], (long) tuple[2] << 32 | tuple[1] & 0xFFFFFFFFL);
  }

  private long[] values(int[] tuple) {
    long[] values = new long[fields.size()];
    int at = FIRST_FIELD;
    for (int field = 0; field < values.length; field++) {
      values[field] = SelectedField.value(fields.get(field), tuple, at);
      at += SelectedField.places(fields.get(field));
    }
    return values;
  }

  Binding bind(Portfolio portfolio, Batch batch, PathReader paths) {
    return new Binding(portfolio, batch, paths);
  }

  /** Adds the records of one batch to the tuples: an organisation never gets the sector of another that the same record names. */
  final class Binding {
    private final SetPool sets;
    private final SelectedField[] bound;
    private final int[] chosen = new int[fields.size()];
    private final int[] tuple = new int[width()];

    private Binding(Portfolio portfolio, Batch batch, PathReader paths) {
      this.sets = paths.sets();
      this.bound = new SelectedField[fields.size()];
      for (int i = 0; i < bound.length; i++) {
        bound[i] = SelectedField.bind(fields, i, portfolio, batch, paths);
      }
    }

    private Binding(Binding shared) {
      this.sets = shared.sets;
      this.bound = shared.bound;
    }

    /** The same binding with scratch space of its own. */
    Binding forThread() {
      return new Binding(this);
    }

    void add(TupleIndex tuples, int row, int timeKey, long combo) {
      tuple[0] = timeKey;
      tuple[1] = (int) combo;
      tuple[2] = (int) (combo >>> 32);
      addField(tuples, row, 0, FIRST_FIELD);
    }

    private void addField(TupleIndex tuples, int row, int field, int at) {
      if (field == bound.length) {
        tuples.add(tuple);
        return;
      }
      if (!bound[field].hasElements()) {
        int places = bound[field].put(row, chosen, tuple, at);
        addField(tuples, row, field + 1, at + places);
        return;
      }
      int encoded = bound[field].elements(row, chosen);
      int count = sets.count(encoded);
      if (count == 0) {
        chosen[field] = SetPool.UNKNOWN;
        tuple[at] = SetPool.UNKNOWN;
        addField(tuples, row, field + 1, at + 1);
      }
      for (int i = 0; i < count; i++) {
        int element = sets.element(encoded, i);
        chosen[field] = element;
        tuple[at] = bound[field].shown(element);
        addField(tuples, row, field + 1, at + 1);
      }
    }
  }
}
