package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonLines;
import se.siru.core.json.JsonObject;

/** Reads one JSON object a line; a line that is none is a bad row, and the others stay. */
final class JsonLinesRowReader implements RowReader {
  private static final ReaderDescriptor DESCRIPTOR =
      ReaderDescriptor.of("jsonl", ReaderDescriptor.Layout.OBJECTS, Set.of("jsonl", "ndjson"));

  @Override
  public ReaderDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void read(ReaderInput input, ReaderOptions options, RowSink sink) throws IOException {
    try (InputStream in = input.open()) {
      JsonLines lines =
          JsonLines.open(in, input.name(), JsonLimits.defaults(), e -> sink.bad(JsonFindings.of(e)));
      JsonObject object = lines.next();
      while (object != null && sink.object(object.position().line(), JsonCells.members(object))) {
        object = lines.next();
      }
    }
  }
}
