package se.siru.core.export;

import java.util.Objects;

/**
 * What a caller wishes of an export.
 *
 * <p>Immutable and thread-safe.
 */
public final class ExportContext {
  private static final int NARROWEST = 40;
  private static final int USUAL_WIDTH = 100;

  private final String language;
  private final int width;

  private ExportContext(String language, int width) {
    this.language = Objects.requireNonNull(language, "language");
    this.width = width;
  }

  /** Texts for people in a language ({@code sv}, {@code en}), lines of at most {@value #USUAL_WIDTH} columns. */
  public static ExportContext of(String language) {
    return new ExportContext(language, USUAL_WIDTH);
  }

  /** The same with lines of another width, in columns; at least {@value #NARROWEST}. */
  public ExportContext withWidth(int columns) {
    if (columns < NARROWEST) {
      throw new IllegalArgumentException("lines of " + columns + " columns are too narrow");
    }
    return new ExportContext(language, columns);
  }

  /** The language of texts for people. Formats for machines do not depend on it. */
  public String language() {
    return language;
  }

  /** How many columns a line may have, where a format has lines for people. */
  public int width() {
    return width;
  }
}
