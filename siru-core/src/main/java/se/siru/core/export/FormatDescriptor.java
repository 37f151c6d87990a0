package se.siru.core.export;

import java.util.Objects;
import java.util.regex.Pattern;
import se.siru.core.stability.Stable;

/**
 * The name by which a format is asked for, and what its files are called.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class FormatDescriptor {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern ENDING = Pattern.compile("[a-z0-9]+(\\.[a-z0-9]+)*");
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]+/[a-z0-9.+-]+");
  private static final int LONGEST = 64;
  /** RFC 6838: 127 characters for type and subtype each. */
  private static final int LONGEST_MEDIA_TYPE = 255;

  private final String name;
  private final String mediaType;
  private final String fileEnding;
  private final boolean sources;

  private FormatDescriptor(String name, String mediaType, String fileEnding, boolean sources) {
    this.name = check(name, NAME, LONGEST, "the name of a format is kebab-case");
    this.mediaType = check(mediaType, MEDIA_TYPE, LONGEST_MEDIA_TYPE, "a media type is type/subtype in lower case");
    this.fileEnding = check(fileEnding, ENDING, LONGEST, "a file ending has letters and digits, without the leading dot");
    this.sources = sources;
  }

  /**
   * A format.
   *
   * @param name kebab-case, for example {@code csv}
   * @param mediaType for example {@code text/csv}
   * @param fileEnding without the leading dot, for example {@code csv}
   * @throws IllegalArgumentException where one of them is not of that form
   */
  public static FormatDescriptor of(String name, String mediaType, String fileEnding) {
    return new FormatDescriptor(name, mediaType, fileEnding, true);
  }

  /**
   * The same format, which does not tell the hashes of the sources that records came from: then they need not be worked out.
   */
  public FormatDescriptor withoutSources() {
    return new FormatDescriptor(name, mediaType, fileEnding, false);
  }

  /** False where the format does not tell the hashes of sources. */
  public boolean tellsSources() {
    return sources;
  }

  private static String check(String text, Pattern pattern, int longest, String rule) {
    if (Objects.requireNonNull(text, rule).length() > longest || !pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(rule + " of at most " + longest + " characters");
    }
    return text;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** The media type. */
  public String mediaType() {
    return mediaType;
  }

  /** The ending of files, without the leading dot. */
  public String fileEnding() {
    return fileEnding;
  }

  @Override
  public String toString() {
    return name;
  }
}
