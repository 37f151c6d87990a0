package se.siru.core.json;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/**
 * How large a document may be before it is refused. The defaults keep the memory for any one document, hostile or
 * not, in the order of the largest legal one. Immutable; make one and keep it, since it also holds what parsers
 * share.
 */
public final class JsonLimits {

  private static final JsonLimits DEFAULTS = builder().build();

  private final long documentBytes;
  private final int elementBytes;
  private final int values;
  private final int depth;
  private final int nameLength;
  private final int stringLength;
  private final int numberLength;
  private final JsonFactory factory;

  private JsonLimits(Builder builder) {
    documentBytes = builder.documentBytes;
    elementBytes = builder.elementBytes;
    values = builder.values;
    depth = builder.depth;
    nameLength = builder.nameLength;
    stringLength = builder.stringLength;
    numberLength = builder.numberLength;
    factory = JsonFactory.builder()
        // One deeper, since the depth is checked here first, with a message of our own.
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(depth + 1)
            .maxNameLength(nameLength)
            .maxStringLength(stringLength)
            .maxNumberLength(numberLength)
            .build())
        .errorReportConfiguration(ErrorReportConfiguration.builder().maxErrorTokenLength(40).build())
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        // Names come from strangers: keep them out of the JVM's table, and cope with colliding ones instead of failing.
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .build();
  }

  /**
   * 64 MiB a document, 8 MiB an element, 1,000,000 values held, depth 64, names of 256, strings of 1,048,576 and
   * numbers of 64 characters.
   */
  public static JsonLimits defaults() {
    return DEFAULTS;
  }

  public static Builder builder() {
    return new Builder();
  }

  JsonFactory factory() {
    return factory;
  }

  /** The most bytes of a document that is read as a whole. */
  public long maxDocumentBytes() {
    return documentBytes;
  }

  /** The most bytes of a line of JSON Lines, and the most characters of an element of a streamed array. */
  public int maxElementBytes() {
    return elementBytes;
  }

  /** The most values, containers included, in a document, line or element. */
  public int maxValues() {
    return values;
  }

  /** The deepest nesting of objects and arrays. */
  public int depth() {
    return depth;
  }

  /** The longest member name, in UTF-16 units. */
  public int nameLength() {
    return nameLength;
  }

  /** The longest string, in UTF-16 units. */
  public int stringLength() {
    return stringLength;
  }

  /** The longest number token, in characters. */
  public int numberLength() {
    return numberLength;
  }

  /** Changes some limits. Every limit is positive. Not thread-safe. */
  public static final class Builder {

    private static final int DEEPEST = 1_000;

    private long documentBytes = 64L << 20;
    private int elementBytes = 8 << 20;
    private int values = 1_000_000;
    private int depth = 64;
    private int nameLength = 256;
    private int stringLength = 1 << 20;
    private int numberLength = 64;

    private Builder() {}

    public Builder maxDocumentBytes(long bytes) {
      documentBytes = positive(bytes);
      return this;
    }

    public Builder maxElementBytes(int bytes) {
      elementBytes = (int) positive(bytes);
      return this;
    }

    public Builder maxValues(int count) {
      values = (int) positive(count);
      return this;
    }

    /** At most 1,000, since values are read and written recursively. */
    public Builder depth(int levels) {
      if (levels > DEEPEST) {
        throw new IllegalArgumentException("at most " + DEEPEST + " levels, not " + levels);
      }
      depth = (int) positive(levels);
      return this;
    }

    public Builder nameLength(int characters) {
      nameLength = (int) positive(characters);
      return this;
    }

    public Builder stringLength(int characters) {
      stringLength = (int) positive(characters);
      return this;
    }

    public Builder numberLength(int characters) {
      numberLength = (int) positive(characters);
      return this;
    }

    public JsonLimits build() {
      return new JsonLimits(this);
    }

    private static long positive(long limit) {
      if (limit < 1) {
        throw new IllegalArgumentException("a limit is positive, not " + limit);
      }
      return limit;
    }
  }
}
