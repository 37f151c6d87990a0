package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Takes the records of another part. */
  void merge(ScanState other, Scan scan, Guard guard) {
    int[] translated = atoms.translate(other.atoms);
    for (int i = 0; i < frames.size(); i++) {
      frames.get(i).merge(other.frames.get(i), translated);
    }
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
}
