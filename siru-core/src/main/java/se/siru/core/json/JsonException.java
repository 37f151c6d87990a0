package se.siru.core.json;

import static java.util.Objects.requireNonNull;

/**
 * A document, or one line of it, cannot be read. The message names the source and the place and quotes at most 80
 * characters of the document.
 */
public final class JsonException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why a document is refused. */
  public enum Reason {
    /** No bytes, or only white space. */
    EMPTY_DOCUMENT,
    /** The whole document is the literal {@code null}. */
    NULL_DOCUMENT,
    /** Not JSON. */
    SYNTAX,
    /** The document ends in the middle of a value. */
    TRUNCATED,
    /** Something follows the value. */
    TRAILING_CONTENT,
    /** An object has two members of one name. */
    DUPLICATE_KEY,
    /** Not UTF-8; the message gives the byte offset. */
    NOT_UTF8,
    /** A control character in a string, or any in a name. */
    CONTROL_CHARACTER,
    /** Half a surrogate pair. */
    LONE_SURROGATE,
    /** A number with too many digits or too large an exponent. */
    NUMBER_OUT_OF_RANGE,
    /** A number token that is too long. */
    NUMBER_TOO_LONG,
    /** A member name that is too long. */
    NAME_TOO_LONG,
    /** A string that is too long. */
    STRING_TOO_LONG,
    /** Nested too deep. */
    TOO_DEEP,
    /** More values than may be held at once. */
    TOO_MANY_VALUES,
    /** The document, the line or the element is too large. */
    TOO_LARGE,
    /** An object is needed here. */
    NOT_AN_OBJECT,
    /** An array is needed here. */
    NOT_AN_ARRAY,
    /** The document does not have the member that was asked for. */
    NOT_FOUND
  }

  private final Reason reason;
  private final transient JsonPosition position;
  private final String source;
  private final String detail;

  JsonException(Reason reason, JsonPosition position, String source, String detail) {
    super(source + ", " + position + ": " + detail);
    this.reason = requireNonNull(reason);
    this.position = requireNonNull(position);
    this.source = source;
    this.detail = detail;
  }

  public Reason reason() {
    return reason;
  }

  public JsonPosition position() {
    return position;
  }

  /** The name of the source, as the caller gave it. */
  public String source() {
    return source;
  }

  /** The message without source and place. */
  public String detail() {
    return detail;
  }
}
