package se.siru.core.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import se.siru.core.indicator.Accumulator;
import se.siru.core.model.Row;
import se.siru.core.model.Value;

/** An author's accumulator that counts records, as it should be; tests break it. */
public class CountingRecords implements Accumulator<long[]> {
  @Override
  public String name() {
    return "counting-records";
  }

  @Override
  public long[] create() {
    return new long[1];
  }

  @Override
  public void add(long[] state, List<? extends Row> rows) {
    state[0] += rows.size();
  }

  @Override
  public long[] merge(long[] first, long[] second) {
    first[0] += second[0];
    return first;
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
