package se.siru.indicators.composite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import se.siru.core.finding.Findings;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonReader;

/**
 * Reads the declaration of a composite index from JSON, strictly. The format is described in {@code docs/how-to/composite-index.md}.
 *
 * <p>Stateless and thread-safe.
 */
public final class CompositeReader {
  /** The format that is read and written. */
  public static final String FORMAT = "siru-composite/1";

  private CompositeReader() {}

  /**
   * Reads a document and leaves the stream open.
   *
   * @param source what findings call the document
   * @param findings takes all problems, each with its line as row and its JSON pointer as column
   * @return the declaration; empty where there are errors
   * @throws IOException where the stream cannot be read
   */
  public static Optional<CompositeIndex> read(InputStream in, String source, Findings findings) throws IOException {
    Findings own = new Findings();
    Optional<CompositeIndex> index = Optional.empty();
    try {
      JsonObject document = JsonReader.readObject(in, source, JsonLimits.defaults());
      index = new CompositeDocument(source, own).read(document);
    } catch (JsonException refused) {
      own.add(JsonFindings.of(refused));
    }
    findings.addAll(own);
    return index;
  }

  /** As {@link #read(InputStream, String, Findings)}, from text. */
  public static Optional<CompositeIndex> read(String json, String source, Findings findings) {
    try {
      return read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), source, findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }
}
