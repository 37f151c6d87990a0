package se.siru.core.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonException.Reason;
import se.siru.core.text.Excerpt;

/**
 * Reads the objects of one array of a document, one at a time, so that a document of any size can be read. The rest
 * of the document is checked just as strictly as by {@link JsonReader}, but not kept; it has no limit of size, its
 * elements have. After an exception the stream cannot be continued. Leaves the input stream open. Not thread-safe.
 */
public final class JsonArrayStream {

  private final Tokens tokens;
  private final String source;
  private final Set<String> kept;
  private final Map<String, JsonValue> beside = new LinkedHashMap<>();
  /** The names seen in each object on the way to the array, outermost first. */
  private final List<Set<String>> names = new ArrayList<>();
  private final List<JsonPosition> containers = new ArrayList<>();
  private JsonPosition array = JsonPosition.NONE;
  /** The place of the object that holds the array among those on the way to it. */
  private int deepest;
  private int index;
  private boolean ended;

  private JsonArrayStream(Tokens tokens, String source, Set<String> kept) {
    this.tokens = tokens;
    this.source = source;
    this.kept = kept;
  }

  /**
   * Reads up to the first element of the array.
   *
   * @param pointer where the array is: {@code ""} for the whole document, or member names such as {@code "/records"}
   * @throws IllegalArgumentException when the pointer is neither empty nor begins with a slash
   * @throws JsonException when the document is refused, or has no array there
   */
  public static JsonArrayStream open(InputStream in, String sourceName, JsonLimits limits, String pointer)
      throws IOException, JsonException {
    return open(in, sourceName, limits, pointer, Set.of());
  }

  /**
   * As {@link #open(InputStream, String, JsonLimits, String)}.
   *
   * @param kept the members of the object with the array that {@link #beside} gives
   */
  // The parser holds nothing but memory: the stream is the caller's to close.
  @SuppressWarnings("resource")
  public static JsonArrayStream open(
      InputStream in, String sourceName, JsonLimits limits, String pointer, Set<String> kept)
      throws IOException, JsonException {
    if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
      throw new IllegalArgumentException("a pointer is empty or begins with a slash: " + pointer);
    }
    Utf8Reader chars = new Utf8Reader(requireNonNull(in), Long.MAX_VALUE);
    JsonParser parser = limits.factory().createParser(chars);
    JsonArrayStream stream =
        new JsonArrayStream(new Tokens(parser, limits, requireNonNull(sourceName), 0), sourceName, Set.copyOf(kept));
    stream.descend(pointer);
    return stream;
  }

  /** The members that were asked for, as far as they have been read: those behind the array at its end only. */
  public Map<String, JsonValue> beside() {
    return Collections.unmodifiableMap(beside);
  }

  private void descend(String pointer) throws IOException, JsonException {
    JsonToken token = tokens.first();
    JsonPosition position = tokens.root();
    if (!pointer.isEmpty()) {
      for (String step : pointer.substring(1).split("/", -1)) {
        String wanted = step.replace("~1", "/").replace("~0", "~");
        if (token != JsonToken.START_OBJECT) {
          throw refused(Reason.NOT_AN_OBJECT, position,
              "an object with the member '" + Excerpt.of(wanted) + "' is needed here");
        }
        tokens.checkDepth(position, names.size());
        names.add(new HashSet<>());
        containers.add(position);
        beside.clear();
        if (!advanceTo(wanted)) {
          throw refused(Reason.NOT_FOUND, position, "the member '" + Excerpt.of(wanted) + "' is missing");
        }
        token = tokens.token(position);
        position = tokens.member(position, wanted);
      }
    }
    if (token != JsonToken.START_ARRAY) {
      throw refused(Reason.NOT_AN_ARRAY, position, "an array is needed here");
    }
    tokens.checkDepth(position, names.size());
    array = position;
    deepest = names.size() - 1;
  }

  /** Reads the innermost open object up to the wanted member, or to its end when none is wanted or found. */
  private boolean advanceTo(@Nullable String wanted) throws IOException, JsonException {
    int depth = names.size() - 1;
    JsonPosition container = containers.get(depth);
    while (tokens.token(container) != JsonToken.END_OBJECT) {
      String name = tokens.newName(names.get(depth), container);
      if (name.equals(wanted)) {
        return true;
      }
      JsonToken token = tokens.token(container);
      JsonPosition position = tokens.member(container, name);
      if (kept.contains(name) && (array == JsonPosition.NONE || depth == deepest)) {
        beside.put(name, tokens.value(token, position, depth + 1));
      } else {
        tokens.skip(token, position, depth + 1);
      }
    }
    return false;
  }

  /**
   * The next object, or null at the end of the array, once the rest of the document has been checked.
   *
   * @throws JsonException when the document is refused, or the element is not an object
   */
  public @Nullable JsonObject next() throws IOException, JsonException {
    if (ended) {
      return null;
    }
    JsonToken token = tokens.token(array);
    if (token == JsonToken.END_ARRAY) {
      finish();
      return null;
    }
    JsonPosition position = tokens.element(array, index++);
    if (token != JsonToken.START_OBJECT) {
      throw refused(Reason.NOT_AN_OBJECT, position, "every element must be an object");
    }
    tokens.beginElement();
    return tokens.object(position, names.size() + 1);
  }

  private void finish() throws IOException, JsonException {
    ended = true;
    tokens.endElements();
    while (!names.isEmpty()) {
      advanceTo(null);
      names.remove(names.size() - 1);
      containers.remove(containers.size() - 1);
    }
    tokens.end();
  }

  private JsonException refused(Reason reason, JsonPosition position, String detail) {
    return new JsonException(reason, position, source, detail);
  }
}
