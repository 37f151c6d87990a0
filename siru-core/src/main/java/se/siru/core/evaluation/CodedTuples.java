package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import se.siru.core.primitive.LongIndex;
import se.siru.core.primitive.TupleIndex;

/** Tuples in which two numbers beside each other are the halves of a combination, in an order that does not go by its number. */
final class CodedTuples {
  private final int[][] tuples;
  private final int[] order;

  private CodedTuples(int[][] tuples, int[] order) {
    this.tuples = tuples;
    this.order = order;
  }

  /** The combinations of tuples; {@code at} is where the low half stands, the high one behind it. */
  static LongIndex combos(TupleIndex index, int at) {
    LongIndex combos = new LongIndex();
    for (int number = 0; number < index.size(); number++) {
      combos.add(combo(index, number, at));
    }
    return combos;
  }

  private static long combo(TupleIndex index, int number, int at) {
    return (long) index.value(number, at + 1) << Integer.SIZE | index.value(number, at) & 0xFFFF_FFFFL;
  }

  /** The tuples with the place of their combination, in ascending order. */
  static CodedTuples of(TupleIndex index, int at, ComboCodes codes) {
    int[][] tuples = new int[index.size()][index.width()];
    Integer[] order = new Integer[tuples.length];
    for (int number = 0; number < tuples.length; number++) {
      index.copy(number, tuples[number]);
      tuples[number][at] = codes.place(combo(index, number, at));
      tuples[number][at + 1] = 0;
      order[number] = number;
    }
    Arrays.sort(order, Comparator.comparing(number -> tuples[number], Arrays::compare));
    return new CodedTuples(tuples, Arrays.stream(order).mapToInt(Integer::intValue).toArray());
  }

  /** The numbers of the tuples in order. */
  int[] order() {
    return order;
  }

  void write(StateWriter out, int number) {
    for (int each : tuples[number]) {
      out.signed(each);
    }
  }

  /** Reads a tuple and puts the number of its combination where its place was. */
  static void read(StateReader in, int[] tuple, int at, long[] combos) {
    for (int i = 0; i < tuple.length; i++) {
      tuple[i] = in.signedInt();
    }
    int place = tuple[at];
    if (place < 0 || place >= combos.length || tuple[at + 1] != 0) {
      throw StateReader.damaged();
    }
    tuple[at] = (int) combos[place];
    tuple[at + 1] = (int) (combos[place] >>> Integer.SIZE);
  }
}
