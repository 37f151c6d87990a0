package se.siru.core.indicator;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import se.siru.core.model.Row;
import se.siru.core.model.Value;

public interface Accumulator<S> {
  S create();

  S merge(S p0, S p1);

  S read(DataInput p0) throws IOException;

  String name();

  Value finish(S p0);

  void add(S p0, List<? extends Row> p1);

  void write(S p0, DataOutput p1) throws IOException;
}
