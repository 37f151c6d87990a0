package se.siru.core.pack;

import java.io.IOException;
import java.io.OutputStream;
import se.siru.core.export.FormatDescriptor;

public interface PackRenderer {
  FormatDescriptor format();

  void render(Pack p0, OutputStream p1) throws IOException;
}
