package se.siru.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonException.Reason;
import se.siru.core.lexical.IllegalCharacters;
import se.siru.core.text.Excerpt;

/**
 * The checks that every document goes through, whether it is held, streamed or skipped: this is the only class that
 * sees the parser's tokens. Duplicate names are found here rather than by the parser, because here the members are
 * collected anyway. Not thread-safe.
 */
final class Tokens {

  private static final Pattern PARSER_REFERENCE = Pattern.compile(" \\([^()]*\\[Source:.*?column: \\d+\\]\\)");

  private final JsonParser parser;
  private final JsonLimits limits;
  private final String source;
  private final int line; // of a line of JSON Lines; 0 when the parser counts lines itself
  private long elementStart;
  private long maxElement = Long.MAX_VALUE;
  private int held;
  private boolean complete;

  Tokens(JsonParser parser, JsonLimits limits, String source, int line) {
    this.parser = parser;
    this.limits = limits;
    this.source = source;
    this.line = line;
  }

  /** The next token, or null at the end of the document. */
  @Nullable JsonToken next() throws IOException, JsonException {
    try {
      return parser.nextToken();
    } catch (JsonProcessingException e) {
      throw refusal(e);
    } catch (Utf8Reader.Refused e) {
      throw new JsonException(e.reason, here(), source, e.detail());
    }
  }

  /** The token that begins the document. */
  JsonToken first() throws IOException, JsonException {
    JsonToken token = next();
    if (token == null) {
      throw new JsonException(Reason.EMPTY_DOCUMENT, JsonPosition.of(1, 1, ""), source, "the document is empty");
    }
    if (token == JsonToken.VALUE_NULL) {
      throw refusal(Reason.NULL_DOCUMENT, root(), "the document says null and nothing else");
    }
    return token;
  }

  /** Checks that nothing follows the document's value. */
  void end() throws IOException, JsonException {
    complete = true;
    if (next() != null) {
      throw refusal(Reason.TRAILING_CONTENT, root(), "something follows the end of the document");
    }
  }

  JsonPosition root() {
    JsonLocation at = parser.currentTokenLocation();
    return JsonPosition.of(lineOf(at), at.getColumnNr(), "");
  }

  JsonPosition member(JsonPosition parent, String name) {
    JsonLocation at = parser.currentTokenLocation();
    return parent.member(lineOf(at), at.getColumnNr(), name);
  }

  JsonPosition element(JsonPosition parent, int index) {
    JsonLocation at = parser.currentTokenLocation();
    return parent.element(lineOf(at), at.getColumnNr(), index);
  }

  private int lineOf(JsonLocation at) {
    return line > 0 ? line : at.getLineNr();
  }

  /** Begins an element of a streamed array, which has limits of its own. */
  void beginElement() {
    held = 0;
    elementStart = parser.currentTokenLocation().getCharOffset();
    maxElement = limits.maxElementBytes();
  }

  void endElements() {
    held = 0;
    maxElement = Long.MAX_VALUE;
  }

  /** The value that begins at the current token. */
  JsonValue value(JsonToken token, JsonPosition position, int depth) throws IOException, JsonException {
    hold(position);
    return switch (token) {
      case START_OBJECT -> object(position, depth);
      case START_ARRAY -> array(position, depth);
      case VALUE_STRING -> new JsonText(text(position), position);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token, position);
      case VALUE_TRUE -> new JsonBoolean(true, position);
      case VALUE_FALSE -> new JsonBoolean(false, position);
      case VALUE_NULL -> new JsonNull(position);
      default -> throw new IllegalStateException("a value cannot begin with " + token);
    };
  }

  JsonObject object(JsonPosition position, int depth) throws IOException, JsonException {
    checkDepth(position, depth);
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (token(position) != JsonToken.END_OBJECT) {
      String name = name(position);
      JsonPosition nameAt = member(position, name);
      if (members.containsKey(name)) {
        throw duplicate(name, nameAt);
      }
      JsonToken token = token(nameAt);
      members.put(name, value(token, member(position, name), depth + 1));
    }
    return new JsonObject(members, position);
  }

  private JsonArray array(JsonPosition position, int depth) throws IOException, JsonException {
    checkDepth(position, depth);
    List<JsonValue> values = new ArrayList<>();
    for (JsonToken token = token(position); token != JsonToken.END_ARRAY; token = token(position)) {
      values.add(value(token, element(position, values.size()), depth + 1));
    }
    return new JsonArray(Collections.unmodifiableList(values), position);
  }

  /** Reads past the value that begins at the current token, with every check but the sizes of what is held. */
  void skip(JsonToken token, JsonPosition position, int depth) throws IOException, JsonException {
    switch (token) {
      case START_OBJECT -> {
        checkDepth(position, depth);
        Set<String> names = new HashSet<>();
        while (token(position) != JsonToken.END_OBJECT) {
          String name = newName(names, position);
          JsonToken next = token(position);
          skip(next, member(position, name), depth + 1);
        }
        held -= names.size();
      }
      case START_ARRAY -> {
        checkDepth(position, depth);
        int index = 0;
        for (JsonToken next = token(position); next != JsonToken.END_ARRAY; next = token(position)) {
          skip(next, element(position, index++), depth + 1);
        }
      }
      case VALUE_STRING -> text(position);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token, position);
      default -> { }
    }
  }

  /** The name at the current token, which must not be among those seen in its object, and is from now on. */
  String newName(Set<String> seen, JsonPosition parent) throws IOException, JsonException {
    String name = name(parent);
    if (!seen.add(name)) {
      throw duplicate(name, member(parent, name));
    }
    hold(parent);
    return name;
  }

  /** The next token inside a container, where a well-formed document does not end. */
  JsonToken token(JsonPosition position) throws IOException, JsonException {
    JsonToken token = next();
    if (token == null) {
      throw refusal(Reason.TRUNCATED, position, "the document ends in the middle of a value");
    }
    return token;
  }

  void checkDepth(JsonPosition position, int depth) throws JsonException {
    if (depth >= limits.depth()) {
      throw refusal(Reason.TOO_DEEP, position, "nested more than " + limits.depth() + " levels deep");
    }
  }

  private void hold(JsonPosition position) throws JsonException {
    if (++held > limits.maxValues()) {
      throw refusal(Reason.TOO_MANY_VALUES, position, "more than " + limits.maxValues() + " values");
    }
    if (maxElement != Long.MAX_VALUE
        && parser.currentTokenLocation().getCharOffset() - elementStart > maxElement) {
      throw refusal(Reason.TOO_LARGE, position, "the element has more than " + maxElement + " characters");
    }
  }

  private String name(JsonPosition parent) throws IOException, JsonException {
    String name;
    try {
      name = parser.currentName();
    } catch (JsonProcessingException e) {
      throw refusal(e);
    }
    int bad = IllegalCharacters.first(name, false);
    if (bad >= 0) {
      // Without the name in the pointer, since the name is what cannot be shown.
      JsonLocation at = parser.currentTokenLocation();
      throw illegal(name.charAt(bad), "a name", JsonPosition.of(lineOf(at), at.getColumnNr(), parent.pointer()));
    }
    return name;
  }

  private String text(JsonPosition position) throws IOException, JsonException {
    String text;
    try {
      text = parser.getText();
    } catch (JsonProcessingException e) {
      throw refusal(e);
    } catch (Utf8Reader.Refused e) {
      throw new JsonException(e.reason, here(), source, e.detail());
    }
    int bad = IllegalCharacters.first(text, true);
    if (bad >= 0) {
      throw illegal(text.charAt(bad), "a text", position);
    }
    return text;
  }

  private JsonNumber number(JsonToken token, JsonPosition position) throws IOException, JsonException {
    int length = parser.getTextLength();
    if (length > limits.numberLength()) {
      throw refusal(Reason.NUMBER_TOO_LONG, position, tooLongNumber());
    }
    boolean integer = token == JsonToken.VALUE_NUMBER_INT;
    if (integer && length < 19) {
      return JsonNumber.read(parser.getLongValue(), position);
    }
    JsonNumber number = JsonNumber.read(parser.getText(), integer, position);
    if (number == null) {
      throw refusal(Reason.NUMBER_OUT_OF_RANGE, position, "a number with an exponent beyond "
          + JsonNumber.MAX_EXPONENT + " or more than " + JsonNumber.MAX_PRECISION + " significant digits");
    }
    return number;
  }

  private JsonException illegal(char c, String where, JsonPosition position) {
    String code = String.format(Locale.ROOT, "U+%04X", (int) c);
    return Character.isSurrogate(c)
        ? refusal(Reason.LONE_SURROGATE, position, "half of a surrogate pair, " + code + ", in " + where)
        : refusal(Reason.CONTROL_CHARACTER, position, "control character " + code + " in " + where);
  }

  private JsonException duplicate(String name, JsonPosition position) {
    return refusal(Reason.DUPLICATE_KEY, position, "the name '" + Excerpt.of(name) + "' appears twice in one object");
  }

  JsonException refusal(Reason reason, JsonPosition position, String detail) {
    return new JsonException(reason, position, source, detail);
  }

  /** What the parser refused, in our words where the parser's would speak of its settings. */
  private JsonException refusal(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    JsonPosition at = here();
    if (e instanceof StreamConstraintsException) {
      if (message.startsWith("Name length")) {
        return refusal(Reason.NAME_TOO_LONG, at, "a name of more than " + limits.nameLength() + " characters");
      }
      if (message.startsWith("String value length")) {
        return refusal(Reason.STRING_TOO_LONG, at, "a text of more than " + limits.stringLength() + " characters");
      }
      if (message.startsWith("Number value length")) {
        return refusal(Reason.NUMBER_TOO_LONG, at, tooLongNumber());
      }
      return refusal(Reason.TOO_LARGE, at, Excerpt.of(message));
    }
    if (e instanceof JsonEOFException || message.startsWith("Unexpected end-of-input")) {
      return refusal(Reason.TRUNCATED, at, "the document ends in the middle of a value");
    }
    if (complete) {
      return refusal(Reason.TRAILING_CONTENT, at, "something follows the end of the document");
    }
    if (message.startsWith("Illegal unquoted character")) {
      return refusal(Reason.CONTROL_CHARACTER, at, "a control character in a string must be escaped");
    }
    // a word without quotes may be anything, also what nobody should read in a log
    boolean word = message.startsWith("Unrecognized token");
    return refusal(Reason.SYNTAX, at,
        "not JSON: " + (word ? "a word without quotes" : PARSER_REFERENCE.matcher(message).replaceAll("")));
  }

  private String tooLongNumber() {
    return "a number of more than " + limits.numberLength() + " characters";
  }

  private JsonPosition here() {
    JsonLocation at = parser.currentLocation();
    return JsonPosition.of(lineOf(at), at.getColumnNr(), parser.getParsingContext().pathAsPointer().toString());
  }
}
