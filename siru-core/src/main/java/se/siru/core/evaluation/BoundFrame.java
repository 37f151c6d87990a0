package se.siru.core.evaluation;

import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;

/**
 * A frame bound to the columns of one batch. The loops that every record runs through are called from here: one that finds the record's
 * state, then one for each number and each field whose elements are kept. They run over arrays of a block, call nothing for a record
 * that is like others, and make no objects: a compiler that inlines little makes fast code of them, too.
 */
final class BoundFrame {
  private final FramePlan frame;
  private final TimeReader time;
  private final Combos.Reader combos;
  private final Scope.@Nullable Reader scopes;
  private final NumberReader[] numbers;
  private final Column.@Nullable Ints[] met;
  private final ElementSets[] sets;
  private final int[] domains;
  private final @Nullable Bits[] bits;

  BoundFrame(Scan scan, FramePlan frame, Batch batch, TimeReader time) {
    PathReader paths = scan.paths();
    this.frame = frame;
    this.time = time;
    this.combos = frame.combos().bind(batch, paths);
    boolean isSimple = combos.isDense() && frame.scope().count() == 1;
    this.scopes = isSimple ? null : frame.scope().bind(scan.table(), batch);
    this.numbers = frame.numbers().stream().map(number -> paths.numbers(batch, number.path())).toArray(NumberReader[]::new);
    this.met = new Column.Ints[frame.met().size()];
    this.sets = new ElementSets[met.length];
    this.domains = new int[met.length];
    this.bits = new Bits[met.length];
    for (int i = 0; i < met.length; i++) {
      Field<?> field = frame.met().get(i).field();
      met[i] = field == null ? null : (Column.Ints) batch.column(field.name());
      sets[i] = met[i] == null ? paths.sets() : ElementSets.of(met[i]);
      domains[i] = scan.domain(field);
      MarginBits margins = isSimple ? frame.met().get(i).bits(frame, paths.sets(), combos) : null;
      bits[i] = margins == null ? null : new Bits(margins.words(), margins.ofCombos(combos.count()));
    }
  }

  /** How many words elements have bits in, and which of them each combination has. */
  private record Bits(int words, MarginBits.OfCombos ofCombos) {}

  /** Adds the records of a block to the state of the frame. */
  void accumulate(FrameState state, RecordBlock block, Atoms atoms) {
    block.choose(block.timeKeys(frame.frame().when()));
    if (scopes == null) {
      combos.read(block);
      state.tally.find(frame, block, combos);
    } else {
      state.tally.find(frame, block, combos, scopes);
    }
    state.tally.add(block, sums(state.tally, block));
    for (int m = 0; m < met.length; m++) {
      Column.Ints column = met[m];
      int[] elements = column == null ? rows(block) : block.values(column);
      long filters = frame.met().get(m).filters();
      boolean[] isAsked = atoms.anyOf(filters);
      Bits own = bits[m];
      Elements byState = state.met.get(m);
      if (own == null) {
        byState.add(block, elements, isAsked, sets[m]);
      } else {
        int[] keys = block.timeKeys(frame.frame().when());
        ElementRows rows = state.rows(m, own.words(), domains[m], filters);
        rows.add(block, keys, own.ofCombos(), elements, atoms, isAsked, sets[m], byState);
      }
    }
  }

  /** The numbers of the records for each sum; those that are kept otherwise are folded. */
  private long[][] sums(Tally tally, RecordBlock block) {
    long[][] stated = new long[tally.sums()][];
    int sums = 0;
    for (int n = 0; n < numbers.length; n++) {
      long[] values = numbers[n].read(block, block.longs(n));
      if (tally.isSum(n)) {
        stated[sums++] = values;
      } else {
        fold(tally, n, values, block);
      }
    }
    return stated;
  }

  private void fold(Tally tally, int number, long[] values, RecordBlock block) {
    int[] states = block.states;
    Folded byDay = tally.byDay(number);
    if (byDay == null) {
      tally.fold(number, block, values);
      return;
    }
    for (int i = 0; i < block.counted(); i++) {
      int at = block.chosen[i];
      if (values[at] != Column.Longs.MISSING) {
        byDay.add(states[i], values[at], time.day(block.start() + at));
      }
    }
  }

  private static int[] rows(RecordBlock block) {
    for (int i = 0; i < block.size(); i++) {
      block.scratch[i] = block.start() + i;
    }
    return block.scratch;
  }
}
