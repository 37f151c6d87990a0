package se.siru.core.evaluation;

import java.util.List;
import se.siru.core.indicator.Aggregate;
import se.siru.core.model.FieldPath;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Table;

/**
 * What a registered function asks of records: the values of some fields, by time key and combination; each tuple once or, where each
 * record counts, with the number of records that it is of.
 */
final class Selections {
  /** Time key, the two halves of the combination and the scope come before the fields in a tuple. */
  static final int FIRST_FIELD = 4;

  /** Where the two halves of the combination stand in a tuple. */
  static final int COMBO = 1;

  private final Frame frame;
  private final List<FieldPath> fields;
  private final boolean eachRecord;
  private final Scope scope;

  Selections(Frame frame, Aggregate.Function asked, Scope scope) {
    this.frame = frame;
    this.fields = asked.fields();
    this.eachRecord = asked.eachRecord();
    this.scope = scope;
  }

  Frame frame() {
    return frame;
  }

  List<FieldPath> fields() {
    return fields;
  }

  /** True where the same serves another function over the same records. */
  boolean serves(Frame other, Aggregate.Function asked) {
    return frame.equals(other) && fields.equals(asked.fields()) && eachRecord == asked.eachRecord();
  }

  Tuples table() {
    return new Tuples(width(), eachRecord);
  }

  private int width() {
    return FIRST_FIELD + fields.stream().mapToInt(SelectedField::places).sum();
  }

  /** True where records that are alike count each. */
  boolean eachRecord() {
    return eachRecord;
  }

  /**
   * A tuple as functions get it.
   *
   * @param values one number a field, and the scope
   * @param count how many times it counts
   */
  record Tuple(long[] values, int count, int timeKey, long combo) {}

  /** What a place of the table holds. */
  Tuple tuple(int[] tuple, int count) {
    return new Tuple(values(tuple), count, tuple[0], (long) tuple[2] << 32 | tuple[1] & 0xFFFFFFFFL);
  }

  private long[] values(int[] tuple) {
    long[] values = new long[fields.size() + 1];
    values[fields.size()] = tuple[FIRST_FIELD - 1];
    int at = FIRST_FIELD;
    for (int field = 0; field < fields.size(); field++) {
      values[field] = SelectedField.value(fields.get(field), tuple, at);
      at += SelectedField.places(fields.get(field));
    }
    return values;
  }

  Binding bind(Portfolio portfolio, Table table, Batch batch, PathReader paths) {
    return new Binding(portfolio, table, batch, paths);
  }

  /** Adds the records of one batch to the tuples: an organisation never gets the sector of another that the same record names. */
  final class Binding {
    private final SetPool sets;
    private final SelectedField[] bound;
    private final Scope.Reader scopes;
    private final int[] chosen = new int[fields.size()];
    private final int[] tuple = new int[width()];

    private Binding(Portfolio portfolio, Table table, Batch batch, PathReader paths) {
      this.sets = paths.sets();
      this.scopes = scope.bind(table, batch);
      this.bound = new SelectedField[fields.size()];
      for (int i = 0; i < bound.length; i++) {
        bound[i] = SelectedField.bind(fields, i, portfolio, batch, paths);
      }
    }

    private Binding(Binding shared) {
      this.sets = shared.sets;
      this.bound = shared.bound;
      this.scopes = shared.scopes;
    }

    /** The same binding with scratch space of its own. */
    Binding forThread() {
      return new Binding(this);
    }

    void add(Tuples tuples, int row, int timeKey, long combo) {
      tuple[0] = timeKey;
      tuple[1] = (int) combo;
      tuple[2] = (int) (combo >>> 32);
      tuple[3] = scopes.read(row);
      addField(tuples, row, 0, FIRST_FIELD);
    }

    private void addField(Tuples tuples, int row, int field, int at) {
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
