package se.siru.core.intake;

import java.io.IOException;

public interface RowReader {
  ReaderDescriptor descriptor();

  void read(ReaderInput p0, ReaderOptions p1, RowSink p2) throws IOException;
}
