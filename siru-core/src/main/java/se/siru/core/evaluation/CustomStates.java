package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.indicator.Accumulator;
import se.siru.core.model.Row;
import se.siru.core.primitive.LongIndex;

/** The states of one author's accumulator, by time key and combination. */
final class CustomStates<S> {
  private final Accumulator<S> accumulator;
  private final LongIndex keys = new LongIndex();
  private final List<S> states = new ArrayList<>();

  CustomStates(Accumulator<S> accumulator) {
    this.accumulator = accumulator;
  }

  void add(long key, List<? extends Row> rows) {
    accumulator.add(state(key), rows);
  }

  private S state(long key) {
    int number = keys.add(key);
    if (number == states.size()) {
      states.add(accumulator.create());
    }
    return states.get(number);
  }

  /** Takes the states of another part; both belong to the same accumulator. */
  void merge(CustomStates<?> other) {
    @SuppressWarnings("unchecked") // parts of one plan hold states of the same accumulators in the same places
    CustomStates<S> same = (CustomStates<S>) other;
    for (int i = 0; i < same.states.size(); i++) {
      int number = keys.add(same.keys.key(i));
      if (number == states.size()) {
        states.add(accumulator.create());
      }
      states.set(number, accumulator.merge(states.get(number), same.states.get(i)));
    }
  }

  Accumulator<S> accumulator() {
    return accumulator;
  }

  int size() {
    return states.size();
  }

  long key(int state) {
    return keys.key(state);
  }

  S state(int state) {
    return states.get(state);
  }
}
