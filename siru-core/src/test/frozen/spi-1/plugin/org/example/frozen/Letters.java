package org.example.frozen;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import se.siru.core.indicator.Accumulator;
import se.siru.core.model.Row;
import se.siru.core.model.Value;

/** How many letters the colours have together. */
final class Letters implements Accumulator<long[]> {
  @Override
  public String name() {
    return "frozen-letters";
  }

  @Override
  public long[] create() {
    return new long[1];
  }

  @Override
  public void add(long[] state, List<? extends Row> rows) {
    for (Row row : rows) {
      String colour = row.get(FrozenPlugin.COLOUR);
      state[0] += colour == null ? 0 : colour.length();
    }
  }

  @Override
  public long[] merge(long[] first, long[] second) {
    return new long[] {first[0] + second[0]};
  }

  @Override
  public Value finish(long[] state) {
    return Value.Quantity.of(state[0]);
  }

  @Override
  public void write(long[] state, DataOutput out) throws IOException {
    out.writeLong(state[0]);
  }

  @Override
  public long[] read(DataInput in) throws IOException {
    return new long[] {in.readLong()};
  }
}
