package se.siru.core.export;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name by which a format is asked for, and what its files are called.
 *
 * <p>Immutable and thread-safe.
 */
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

  private FormatDescriptor(String name, String mediaType, String fileEnding) {
    this.name = check(name, NAME, LONGEST, "the name of a format is kebab-case");
    this.mediaType = check(mediaType, MEDIA_TYPE, LONGEST_MEDIA_TYPE, "a media type is type/subtype in lower case");
    this.fileEnding = check(fileEnding, ENDING, LONGEST, "a file ending has letters and digits, without the leading dot");
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
    return new FormatDescriptor(name, mediaType, fileEnding);
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
