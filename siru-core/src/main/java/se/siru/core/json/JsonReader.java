package se.siru.core.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import se.siru.core.json.JsonException.Reason;

/**
 * Reads one whole JSON document, strictly (RFC 8259): UTF-8 only, with or without a byte order mark; no duplicate
 * names, no comments, nothing after the value, no {@code null} as the whole document; no control characters in
 * strings but line feed, carriage return and tab, none in names, no half surrogate pairs; and all of {@link
 * JsonLimits}. Thread-safe.
 */
public final class JsonReader {

  private JsonReader() {}

  /**
   * Reads a document and leaves the stream open.
   *
   * @param sourceName what messages call the document
   * @throws JsonException when the document is refused
   * @throws IOException when the stream cannot be read
   */
  public static JsonValue read(InputStream in, String sourceName, JsonLimits limits) throws IOException, JsonException {
    requireNonNull(sourceName);
    Utf8Reader chars = new Utf8Reader(requireNonNull(in), limits.maxDocumentBytes());
    try (JsonParser parser = limits.factory().createParser(chars)) {
      return document(new Tokens(parser, limits, sourceName, 0));
    }
  }

  /** As {@link #read}, for a document that must be an object. */
  public static JsonObject readObject(InputStream in, String sourceName, JsonLimits limits)
      throws IOException, JsonException {
    JsonValue value = read(in, sourceName, limits);
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new JsonException(Reason.NOT_AN_OBJECT, value.position(), sourceName,
        "the document must be an object, not " + KindWords.of(value.kind(), "en"));
  }

  static JsonValue document(Tokens tokens) throws IOException, JsonException {
    JsonToken first = tokens.first();
    JsonValue value = tokens.value(first, tokens.root(), 0);
    tokens.end();
    return value;
  }
}
