package se.siru.core.evaluation;

import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;
import se.siru.core.model.FieldPath;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;

/**
 * A frame bound to the columns of one batch. The loops that every record runs through are here: one that finds the record's state,
 * then one for each number and each field whose elements are kept. They call final classes only and make no objects.
 */
final class BoundFrame {
  private final FramePlan frame;
  private final TimeReader time;
  private final Combos.Reader combos;
  private final Scope.@Nullable Reader scopes;
  private final NumberReader[] numbers;
  private final @Nullable ElementReader[] met;

  BoundFrame(Scan scan, FramePlan frame, Batch batch, TimeReader time) {
    PathReader paths = scan.paths();
    this.frame = frame;
    this.time = time;
    this.combos = frame.combos().bind(batch, paths);
    this.scopes = frame.scope().count() == 1 ? null : frame.scope().bind(scan.table(), batch);
    this.numbers = frame.numbers().stream().map(number -> paths.numbers(batch, number.path())).toArray(NumberReader[]::new);
    this.met = new ElementReader[frame.met().size()];
    for (int i = 0; i < met.length; i++) {
      Field<?> field = frame.met().get(i).field();
      met[i] = field == null ? null : paths.reader(batch, FieldPath.of(field));
    }
  }

  /** Adds the records of a block to the state of the frame. */
  void accumulate(FrameState state, RecordBlock block, SetPool sets) {
    count(state.tally, block);
    for (int n = 0; n < numbers.length; n++) {
      fold(state.tally.numbers(n), numbers[n], block);
    }
    for (int m = 0; m < met.length; m++) {
      meet(state.met.get(m), met[m], frame.met().get(m).filters(), block, sets);
    }
  }

  private void count(Tally tally, RecordBlock block) {
    int[] keys = block.timeKeys(frame.frame().when());
    long last = -1;
    int lastState = RecordBlock.NONE;
    for (int i = 0; i < block.size(); i++) {
      int atom = block.atoms[i];
      if (atom == 0 || keys[i] == TimeReader.NEVER) {
        block.states[i] = RecordBlock.NONE;
        continue;
      }
      int row = block.start() + i;
      long key = frame.key(combos.read(row), scopes == null ? 0 : scopes.read(row), keys[i], atom);
      if (key != last) {
        lastState = tally.count(key, 0);
        last = key;
      }
      tally.add(lastState);
      block.states[i] = lastState;
    }
  }

  private void fold(Folded into, NumberReader reader, RecordBlock block) {
    for (int i = 0; i < block.size(); i++) {
      if (block.states[i] != RecordBlock.NONE) {
        int row = block.start() + i;
        long number = reader.read(row);
        if (number != Column.Longs.MISSING) {
          into.add(block.states[i], number, time.day(row));
        }
      }
    }
  }

  private static void meet(Elements into, @Nullable ElementReader reader, long filters, RecordBlock block, SetPool sets) {
    for (int i = 0; i < block.size(); i++) {
      if (block.states[i] != RecordBlock.NONE && (block.trueBits[i] & filters) != 0) {
        int row = block.start() + i;
        int encoded = reader == null ? row : reader.read(row);
        if (encoded >= 0) {
          into.add(block.states[i], encoded);
        } else {
          for (int e = 0; e < sets.count(encoded); e++) {
            into.add(block.states[i], sets.element(encoded, e));
          }
        }
      }
    }
  }
}
