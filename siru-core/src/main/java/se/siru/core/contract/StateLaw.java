package se.siru.core.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import se.siru.core.indicator.Accumulator;
import se.siru.core.model.Row;

/** The state of an author's accumulator: nothing is lost where it meets an empty one, or is written and read back. */
final class StateLaw {
  private StateLaw() {}

  static <S> void check(String indicator, Accumulator<S> accumulator, List<Row> rows, Comparison comparison) {
    try {
      String expected = accumulator.finish(filled(accumulator, rows)).toString();
      List<String> found =
          List.of(
              accumulator.finish(accumulator.merge(accumulator.create(), filled(accumulator, rows))).toString(),
              accumulator.finish(accumulator.merge(filled(accumulator, rows), accumulator.create())).toString(),
              accumulator.finish(readBack(accumulator, filled(accumulator, rows))).toString());
      found.stream().filter(other -> !other.equals(expected)).forEach(other -> comparison.breach(indicator, "total", expected, other));
    } catch (RuntimeException fault) { // an author's code may throw anything; the law of many records tells where it does
      comparison.breach(indicator, "total", "–", fault.toString());
    }
  }

  private static <S> S filled(Accumulator<S> accumulator, List<Row> rows) {
    S state = accumulator.create();
    accumulator.add(state, rows);
    return state;
  }

  private static <S> S readBack(Accumulator<S> accumulator, S state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      accumulator.write(state, new DataOutputStream(bytes));
      return accumulator.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
