package se.siru.core.export;

import java.io.IOException;
import java.io.OutputStream;
import se.siru.core.disclosure.Publication;

public interface Exporter {
  FormatDescriptor format();

  LossReport export(Publication p0, ExportContext p1, OutputStream p2) throws IOException;
}
