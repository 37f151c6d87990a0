package se.siru.core.evaluation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Accumulator;
import se.siru.core.model.Row;
import se.siru.core.model.Value;
import se.siru.core.primitive.LongIndex;

/** The states of one author's accumulator, by time key and combination. All but the keys is read under the {@link Guard}. */
final class CustomStates<S> {
  private final Accumulator<S> accumulator;
  private final LongIndex keys = new LongIndex();
  private final List<S> states = new ArrayList<>();

  /** What each state gave when it was first finished. */
  private final List<Value> firstFinished = new ArrayList<>();

  CustomStates(Accumulator<S> accumulator) {
    this.accumulator = accumulator;
  }

  void add(long key, List<? extends Row> rows) {
    accumulator.add(state(key), rows);
  }

  private S state(long key) {
    return states.get(keyed(key));
  }

  private int keyed(long key) {
    int number = keys.add(key);
    if (number == states.size()) {
      states.add(create());
    }
    return number;
  }

  private S create() {
    return present(accumulator.create(), "create");
  }

  private S merged(S first, S second) {
    return present(accumulator.merge(first, second), "merge");
  }

  private static <T> T present(@Nullable T state, String method) {
    if (state == null) {
      throw new ForeignValue.Refused(method + " gav null", method + " returned null");
    }
    return state;
  }

  /** Takes the states of another part; both belong to the same accumulator. */
  void merge(CustomStates<?> other) {
    @SuppressWarnings("unchecked") // parts of one plan hold states of the same accumulators in the same places
    CustomStates<S> same = (CustomStates<S>) other;
    for (int i = 0; i < same.states.size(); i++) {
      long key = same.keys.key(i);
      states.set(keys.add(key), merged(state(key), same.states.get(i)));
    }
  }

  /** The value of some states together. Only the first state of a merge may change, so the first is always a new one. */
  Value finish(List<S> parts) {
    S all = create();
    for (S part : parts) {
      all = merged(all, part);
    }
    return accumulator.finish(all);
  }

  /**
   * Finishes the states from one number up to another, and compares what each gives with what it gave before.
   *
   * @throws ForeignValue.Refused where one gives something else: what cells were made of it in between is not to be trusted
   */
  void requireUnchanged(int from, int until) {
    for (int i = from; i < until; i++) {
      Value now = ForeignValue.of(accumulator.finish(states.get(i)));
      if (i == firstFinished.size()) {
        firstFinished.add(now);
      } else if (!Objects.equals(firstFinished.get(i), now)) {
        throw new ForeignValue.Refused(
            "ett tillstånd ändrades medan celler gjordes av det: merge eller finish ändrar det de får",
            "a state changed while cells were made of it: merge or finish changes what it is given");
      }
    }
  }

  /** Writes the states by place of combination and time key, each as its author writes it. */
  void write(StateWriter out, ComboCodes codes, int timeKeys) {
    LongIndex places = new LongIndex();
    for (int i = 0; i < size(); i++) {
      places.add((long) codes.place(StateKey.combo(key(i), timeKeys)) * timeKeys + StateKey.timeKey(key(i), timeKeys));
    }
    out.number(size());
    for (long place : places.sortedKeys()) {
      out.number(place);
      ByteArrayOutputStream own = new ByteArrayOutputStream();
      try {
        accumulator.write(states.get(places.find(place)), new DataOutputStream(own));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      out.sized(own.toByteArray());
    }
  }

  /** Reads what {@link #write} wrote where there are no states yet: bytes by place, which {@link #put} makes states. */
  static Map<Long, byte[]> read(StateReader in, long[] combos, int timeKeys) {
    Map<Long, byte[]> written = new LinkedHashMap<>();
    int count = in.count();
    for (int i = 0; i < count; i++) {
      long place = in.number();
      if (place < 0 || place / timeKeys >= combos.length) {
        throw StateReader.damaged();
      }
      long combo = combos[(int) (place / timeKeys)];
      written.put(StateKey.of(combo, (int) (place % timeKeys), timeKeys, 0), in.sized());
    }
    return written;
  }

  /** Makes a state of bytes. */
  void put(long key, byte[] written) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(written));
    try {
      S state = present(accumulator.read(in), "read");
      if (in.available() > 0) {
        throw new ForeignValue.Refused("read lämnade byte olästa", "read left bytes unread");
      }
      states.set(keyed(key), state);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The combinations of the states. */
  LongIndex combos(int timeKeys) {
    LongIndex combos = new LongIndex();
    for (int i = 0; i < size(); i++) {
      combos.add(StateKey.combo(key(i), timeKeys));
    }
    return combos;
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
