package se.siru.core.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Path;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Units;

/** What a registered function asks of records: the values of some fields, by time key and combination, each tuple once. */
final class Selections {
  /** Time key and the two halves of the combination come before the fields in a tuple. */
  static final int FIRST_FIELD = 3;

  private final Measure measure;
  private final Frame frame;
  private final List<Path> fields;

  Selections(Measure measure, Frame frame, List<Path> fields) {
    this.measure = measure;
    this.frame = frame;
    this.fields = fields;
  }

  Measure measure() {
    return measure;
  }

  Frame frame() {
    return frame;
  }

  List<Path> fields() {
    return fields;
  }

  TupleIndex table() {
    return new TupleIndex(FIRST_FIELD + fields.size());
  }

  Binding bind(Portfolio portfolio, Batch batch, PathReader paths) {
    return new Binding(portfolio, batch, paths);
  }

  /** Adds the records of one batch to the tuples. */
  final class Binding {
    private final SetPool sets;
    private final ElementReader[] readers = new ElementReader[fields.size()];
    private final @Nullable Units[] units = new Units[fields.size()];
    private final int[] tuple = new int[FIRST_FIELD + fields.size()];

    private Binding(Portfolio portfolio, Batch batch, PathReader paths) {
      this.sets = paths.sets();
      for (int i = 0; i < readers.length; i++) {
        readers[i] = paths.reader(batch, fields.get(i));
        units[i] = Groups.units(portfolio, fields.get(i));
      }
    }

    void add(TupleIndex tuples, int row, int timeKey, long combo) {
      tuple[0] = timeKey;
      tuple[1] = (int) combo;
      tuple[2] = (int) (combo >>> 32);
      addField(tuples, row, 0);
    }

    private void addField(TupleIndex tuples, int row, int field) {
      if (field == readers.length) {
        tuples.add(tuple);
        return;
      }
      int encoded = readers[field].read(row);
      int count = sets.count(encoded);
      if (count == 0) {
        tuple[FIRST_FIELD + field] = SetPool.UNKNOWN;
        addField(tuples, row, field + 1);
      }
      for (int i = 0; i < count; i++) {
        int element = sets.element(encoded, i);
        Units unitsOfField = units[field];
        tuple[FIRST_FIELD + field] = unitsOfField == null ? element : unitsOfField.unit(element);
        addField(tuples, row, field + 1);
      }
    }
  }
}
