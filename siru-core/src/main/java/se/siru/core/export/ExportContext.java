package se.siru.core.export;

import java.util.Objects;
import se.siru.core.stability.Provided;

/**
 * What a caller wishes of an export.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class ExportContext {
  private static final int NARROWEST = 40;
  private static final int USUAL_WIDTH = 100;

  private final String language;
  private final int width;
  private final boolean heading;

  private ExportContext(String language, int width, boolean heading) {
    this.language = Objects.requireNonNull(language, "language");
    this.width = width;
    this.heading = heading;
  }

  /** Texts for people in a language ({@code sv}, {@code en}), lines of at most {@value #USUAL_WIDTH} columns. */
  public static ExportContext of(String language) {
    return new ExportContext(language, USUAL_WIDTH, true);
  }

  /** The same with lines of another width, in columns; at least {@value #NARROWEST}. */
  public ExportContext withWidth(int columns) {
    if (columns < NARROWEST) {
      throw new IllegalArgumentException("lines of " + columns + " columns are too narrow");
    }
    return new ExportContext(language, columns, heading);
  }

  /** The same without a heading that names the portfolio, for a text that stands in a longer one. */
  public ExportContext withoutHeading() {
    return new ExportContext(language, width, false);
  }

  /** The language of texts for people. Formats for machines do not depend on it. */
  public String language() {
    return language;
  }

  /** How many columns a line may have, where a format has lines for people. */
  public int width() {
    return width;
  }

  /** True where a format for people begins with a heading that names the portfolio. */
  public boolean hasHeading() {
    return heading;
  }
}
