package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import se.siru.core.json.JsonArrayStream;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonObject;
import se.siru.core.text.LocalizedText;

/** Reads an array of objects in one JSON document. */
final class JsonRowReader implements RowReader {
  /** Where the array is. */
  static final String PATH = "path";

  private static final ReaderDescriptor DESCRIPTOR =
      ReaderDescriptor.of("json", ReaderDescriptor.Layout.OBJECTS, Set.of("json"),
          ReaderOption.ofText(PATH,
              LocalizedText.of("var listan finns: / eller en pekare", "where the array is: / or a pointer"),
              "/.*", "/, /records"));

  @Override
  public ReaderDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void read(ReaderInput input, ReaderOptions options, RowSink sink) throws IOException {
    String path = options.text(PATH).orElse("/");
    try (InputStream in = input.open()) {
      JsonArrayStream stream =
          JsonArrayStream.open(in, input.name(), JsonLimits.defaults(), path.equals("/") ? "" : path);
      long number = 0;
      JsonObject object = stream.next();
      while (object != null && sink.object(++number, JsonCells.members(object))) {
        object = stream.next();
      }
    } catch (JsonException e) {
      sink.found(JsonFindings.of(e));
    }
  }
}
