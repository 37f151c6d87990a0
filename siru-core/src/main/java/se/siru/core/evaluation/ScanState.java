package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.primitive.LongIndex;

/**
 * All that one part of a table's records left behind: whole numbers, elements, groups, tuples, values. Merging the states of any split of
 * the records gives the state of all.
 *
 * <p>Confined to one thread at a time.
 */
final class ScanState {
  final Atoms atoms;
  final List<FrameState> frames = new ArrayList<>();
  final List<GroupTable> groups = new ArrayList<>();
  final List<Tuples> tuples = new ArrayList<>();
  final List<CustomStates<?>> customs = new ArrayList<>();
  final List<ValueCounts> values = new ArrayList<>();

  private @Nullable RecordBlock block;

  ScanState(Atoms atoms) {
    this.atoms = atoms;
  }

  /** True where no record was counted. */
  boolean isEmpty() {
    return frames.stream().allMatch(frame -> frame.tally.size() == 0);
  }

  /**
   * Writes the state so that equal states are equal bytes, whatever order and threads made them.
   *
   * @param guard runs the code with which authors write their states
   */
  void write(StateWriter out, Scan scan, Guard guard) {
    BitSet used = new BitSet();
    frames.forEach(frame -> frame.markAtoms(used));
    int[] places = atoms.write(out, used);
    PathReader paths = scan.paths();
    for (int i = 0; i < frames.size(); i++) {
      frames.get(i).write(out, scan.frames().get(i), paths, atoms, places, used.cardinality());
    }
    for (int i = 0; i < groups.size(); i++) {
      groups.get(i).write(out, ComboCodes.write(out, scan.grouped().get(i).combos(), paths, groups.get(i).combos()));
    }
    for (int i = 0; i < tuples.size(); i++) {
      Selections selections = scan.selected().get(i).selections();
      LongIndex combos = WrittenTuples.combos(tuples.get(i), selections.layout());
      ComboCodes codes = ComboCodes.write(out, selections.combos(), paths, combos);
      WrittenTuples.write(out, tuples.get(i), selections.layout(), codes);
    }
    for (int i = 0; i < values.size(); i++) {
      values.get(i).write(out, ComboCodes.write(out, scan.valued().get(i).combos(), paths, values.get(i).combos()));
    }
    for (int i = 0; i < customs.size(); i++) {
      CustomStates<?> states = customs.get(i);
      int timeKeys = scan.timeKeys(scan.customs().get(i));
      Combos combos = scan.customs().get(i).combos();
      byte[] own =
          guard
              .run(
                  scan.customOwner(i),
                  () -> {
                    StateWriter apart = new StateWriter();
                    states.write(apart, ComboCodes.write(apart, combos, paths, states.combos(timeKeys)), timeKeys);
                    return apart.toBytes();
                  })
              .orElse(new byte[0]);
      out.sized(own);
    }
  }

  /** Reads what {@link #write} wrote into a state of no records. */
  void read(StateReader in, Scan scan, Guard guard) {
    int[] numbers = atoms.read(in);
    PathReader paths = scan.paths();
    for (int i = 0; i < frames.size(); i++) {
      frames.get(i).read(in, scan.frames().get(i), paths, numbers);
    }
    for (int i = 0; i < groups.size(); i++) {
      groups.get(i).read(in, ComboCodes.read(in, scan.grouped().get(i).combos(), paths));
    }
    for (int i = 0; i < tuples.size(); i++) {
      Selections selections = scan.selected().get(i).selections();
      WrittenTuples.read(in, tuples.get(i), selections.layout(), ComboCodes.read(in, selections.combos(), paths));
    }
    for (int i = 0; i < values.size(); i++) {
      values.get(i).read(in, ComboCodes.read(in, scan.valued().get(i).combos(), paths));
    }
    for (int i = 0; i < customs.size(); i++) {
      byte[] own = in.sized();
      if (own.length > 0) {
        readCustom(i, new StateReader(own, 0, own.length), scan, guard);
      }
    }
  }

  private void readCustom(int custom, StateReader in, Scan scan, Guard guard) {
    CustomStates<?> states = customs.get(custom);
    Combos combos = scan.customs().get(custom).combos();
    int timeKeys = scan.timeKeys(scan.customs().get(custom));
    Map<Long, byte[]> written = CustomStates.read(in, ComboCodes.read(in, combos, scan.paths()), timeKeys);
    in.end();
    guard.run(
        scan.customOwner(custom),
        () -> {
          written.forEach(states::put);
          return Boolean.TRUE;
        });
  }

  /** Scratch space for a pass over so many records. */
  RecordBlock block(int records) {
    int room = Math.min(RecordBlock.SIZE, records);
    RecordBlock own = block;
    if (own == null || own.room() < room) {
      own = new RecordBlock(room);
      block = own;
    }
    return own;
  }

  /** Lets go of scratch space, and of what only finds places faster: no more records come. */
  void settle() {
    block = null;
    frames.forEach(frame -> frame.tally.settle());
  }

  /** Gives all rows of elements the same room, whatever other states were read meanwhile. */
  void widen(Scan scan) {
    for (int i = 0; i < frames.size(); i++) {
      frames.get(i).widen(scan.frames().get(i));
    }
  }

  /** Takes the records of another part. */
  void merge(ScanState other, Scan scan, Guard guard) {
    mergeFrames(other, scan.allKeys());
    mergeOthers(other, scan, guard);
  }

  /** Takes what is kept by frames, as far as it is asked for; {@code asked} has one for each of them. */
  void mergeFrames(ScanState other, List<AskedKeys> asked) {
    int[] translated = atoms.translate(other.atoms);
    for (int i = 0; i < frames.size(); i++) {
      frames.get(i).merge(other.frames.get(i), translated, asked.get(i));
    }
  }

  /** Takes what is not kept by frames. */
  void mergeOthers(ScanState other, Scan scan, Guard guard) {
    for (int i = 0; i < groups.size(); i++) {
      groups.get(i).merge(other.groups.get(i));
    }
    for (int i = 0; i < tuples.size(); i++) {
      tuples.get(i).merge(other.tuples.get(i));
    }
    for (int i = 0; i < values.size(); i++) {
      values.get(i).merge(other.values.get(i));
    }
    for (int i = 0; i < customs.size(); i++) {
      CustomStates<?> into = customs.get(i);
      CustomStates<?> from = other.customs.get(i);
      guard.run(
          scan.customOwner(i),
          () -> {
            into.merge(from);
            return Boolean.TRUE;
          });
    }
  }

  /** True where something is kept that is not kept by frames. */
  boolean hasOthers() {
    return !groups.isEmpty() || !tuples.isEmpty() || !values.isEmpty() || !customs.isEmpty();
  }

  /** Shares what another keeps that is not kept by frames, where nothing is kept here. */
  void share(ScanState other) {
    groups.clear();
    groups.addAll(other.groups);
    tuples.clear();
    tuples.addAll(other.tuples);
    values.clear();
    values.addAll(other.values);
    customs.clear();
    customs.addAll(other.customs);
  }
}
