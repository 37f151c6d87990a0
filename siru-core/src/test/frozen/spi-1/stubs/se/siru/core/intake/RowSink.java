package se.siru.core.intake;

import java.util.List;

public interface RowSink {
  boolean row(long p0, List<Cell> p1);
}
