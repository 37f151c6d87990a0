package se.siru.core.evaluation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Measure;
import se.siru.core.model.FieldPath;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Units;
import se.siru.core.primitive.TupleIndex;

/** What a registered function asks of records: the values of some fields, by time key and combination, each tuple once. */
final class Selections {
  /** Time key and the two halves of the combination come before the fields in a tuple. */
  static final int FIRST_FIELD = 3;

  private final Measure measure;
  private final Frame frame;
  private final List<FieldPath> fields;

  Selections(Measure measure, Frame frame, List<FieldPath> fields) {
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

  List<FieldPath> fields() {
    return fields;
  }

  TupleIndex table() {
    return new TupleIndex(FIRST_FIELD + fields.size());
  }

  Binding bind(Portfolio portfolio, Batch batch, PathReader paths) {
    return new Binding(portfolio, batch, paths);
  }

  /** The field on whose element a field is read, or -1 where it is read on the record. */
  private int through(int field) {
    for (int before = 0; before < field; before++) {
      FieldPath path = fields.get(before);
      List<?> longer = fields.get(field).fields();
      int length = path.fields().size();
      if (longer.size() > length && longer.subList(0, length).equals(path.fields())) {
        return before;
      }
    }
    return -1;
  }

  /**
   * Adds the records of one batch to the tuples. A field that goes on from an earlier field is read on that field's element, so
   * that an organisation never gets the sector of another one that the same record names.
   */
  final class Binding {
    private final SetPool sets;
    private final @Nullable ElementReader[] readers;
    private final int[] @Nullable [] ofElement;
    private final int[] through;
    private final @Nullable Units[] units;
    private final int[] chosen = new int[fields.size()];
    private final int[] tuple = new int[FIRST_FIELD + fields.size()];

    private Binding(Portfolio portfolio, Batch batch, PathReader paths) {
      this.sets = paths.sets();
      this.readers = new ElementReader[fields.size()];
      this.ofElement = new int[fields.size()][];
      this.through = new int[fields.size()];
      this.units = new Units[fields.size()];
      for (int i = 0; i < readers.length; i++) {
        through[i] = through(i);
        if (through[i] < 0) {
          readers[i] = paths.reader(batch, fields.get(i));
        } else {
          FieldPath rest = fields.get(i);
          for (int skip = fields.get(through[i]).fields().size(); skip > 0; skip--) {
            rest = rest.rest();
          }
          ofElement[i] = paths.elements(rest);
        }
        units[i] = Groups.units(portfolio, fields.get(i));
      }
    }

    private Binding(Binding shared) {
      this.sets = shared.sets;
      this.readers = shared.readers;
      this.ofElement = shared.ofElement;
      this.through = shared.through;
      this.units = shared.units;
    }

    /** The same binding with scratch space of its own. */
    Binding forThread() {
      return new Binding(this);
    }

    private int read(int row, int field) {
      ElementReader reader = readers[field];
      if (reader != null) {
        return reader.read(row);
      }
      int element = chosen[through[field]];
      return element == SetPool.UNKNOWN ? element : Objects.requireNonNull(ofElement[field])[element];
    }

    void add(TupleIndex tuples, int row, int timeKey, long combo) {
      tuple[0] = timeKey;
      tuple[1] = (int) combo;
      tuple[2] = (int) (combo >>> 32);
      addField(tuples, row, 0);
    }

    private void addField(TupleIndex tuples, int row, int field) {
      if (field == tuple.length - FIRST_FIELD) {
        tuples.add(tuple);
        return;
      }
      int encoded = read(row, field);
      int count = sets.count(encoded);
      if (count == 0) {
        chosen[field] = SetPool.UNKNOWN;
        tuple[FIRST_FIELD + field] = SetPool.UNKNOWN;
        addField(tuples, row, field + 1);
      }
      for (int i = 0; i < count; i++) {
        int element = sets.element(encoded, i);
        chosen[field] = element;
        Units unitsOfField = units[field];
        tuple[FIRST_FIELD + field] = unitsOfField == null ? element : unitsOfField.unit(element);
        addField(tuples, row, field + 1);
      }
    }
  }
}
