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
  private final Frame frame;
  private final List<FieldPath> fields;
  private final boolean eachRecord;
  private final Scope scope;
  private final Combos combos;
  private final TupleLayout layout;

  /**
   * What one function, and others like it, ask.
   *
   * @param layout how tuples of these fields are kept
   */
  Selections(Frame frame, Aggregate.Function asked, Scope scope, Combos combos, TupleLayout layout) {
    this.frame = frame;
    this.fields = asked.fields();
    this.eachRecord = asked.eachRecord();
    this.scope = scope;
    this.combos = combos;
    this.layout = layout;
  }

  Frame frame() {
    return frame;
  }

  List<FieldPath> fields() {
    return fields;
  }

  Combos combos() {
    return combos;
  }

  TupleLayout layout() {
    return layout;
  }

  /** True where the same serves another function over the same records. */
  boolean serves(Frame other, Aggregate.Function asked) {
    return frame.equals(other) && fields.equals(asked.fields()) && eachRecord == asked.eachRecord();
  }

  Tuples table() {
    return new Tuples(layout.wordCount(), eachRecord);
  }

  /** True where records that are alike count each. */
  boolean eachRecord() {
    return eachRecord;
  }

  Binding bind(Portfolio portfolio, Table table, Batch batch, PathReader paths) {
    SelectedField[] bound = new SelectedField[fields.size()];
    for (int i = 0; i < bound.length; i++) {
      bound[i] = SelectedField.bind(fields, i, portfolio, batch, paths);
    }
    return new Binding(layout, paths.sets(), bound, scope.bind(table, batch), combos.bind(batch, paths));
  }

  /** The selections of one batch, which workers read with scratch space of their own. */
  record Binding(TupleLayout layout, SetPool sets, SelectedField[] fields, Scope.Reader scopes, Combos.Reader combos) {
    SelectionPass forThread(int room) {
      return new SelectionPass(this, room);
    }
  }
}
