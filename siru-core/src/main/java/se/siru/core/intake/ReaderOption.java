package se.siru.core.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Stable;
import se.siru.core.text.LocalizedText;

/**
 * Something that a mapping may say about how a file is read, as a member of its source.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class ReaderOption {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final String name;
  private final LocalizedText doc;
  private final @Nullable Pattern pattern;
  private final String example;
  private final List<String> choices;
  private final boolean position;

  private ReaderOption(
      String name, LocalizedText doc, @Nullable Pattern pattern, String example, List<String> choices, boolean position) {
    if (!NAME.matcher(requireNonNull(name, "name")).matches()) {
      throw new IllegalArgumentException("the name of an option is kebab-case");
    }
    this.name = name;
    this.doc = requireNonNull(doc, "doc");
    this.pattern = pattern;
    this.example = example;
    this.choices = choices;
    this.position = position;
  }

  /** An option that is any text. */
  public static ReaderOption ofText(String name, LocalizedText doc) {
    return new ReaderOption(name, doc, null, "", List.of(), false);
  }

  /** An option that is a text of some form; the example is for messages. */
  public static ReaderOption ofText(String name, LocalizedText doc, String pattern, String example) {
    return new ReaderOption(name, doc, Pattern.compile(pattern), example, List.of(), false);
  }

  /** An option that is one of several words. */
  public static ReaderOption ofChoice(String name, LocalizedText doc, List<String> choices) {
    return new ReaderOption(name, doc, null, "", List.copyOf(choices), false);
  }

  /** An option that is a name, or a one-based position. */
  public static ReaderOption ofNameOrPosition(String name, LocalizedText doc) {
    return new ReaderOption(name, doc, null, "", List.of(), true);
  }

  /** The member of the source. */
  public String name() {
    return name;
  }

  /** What it means. */
  public LocalizedText doc() {
    return doc;
  }

  /** True where a one-based position may stand for the text. */
  public boolean takesPosition() {
    return position;
  }

  /** True where a text is allowed. */
  boolean allows(String text) {
    return (pattern == null || pattern.matcher(text).matches()) && (choices.isEmpty() || choices.contains(text));
  }

  /** Copies what is stated for this option, if anything is. */
  ReaderOptions copy(ReaderOptions from, ReaderOptions to) {
    OptionalInt at = from.position(name);
    return at.isPresent() ? to.with(name, at.getAsInt()) : from.text(name).map(text -> to.with(name, text)).orElse(to);
  }

  /** What is allowed, for messages. */
  String allowed() {
    return choices.isEmpty() ? example : String.join(", ", choices);
  }

  /** The form of a text, as a regular expression; null where any is allowed. */
  @Nullable String pattern() {
    return pattern == null ? null : pattern.pattern();
  }

  List<String> choices() {
    return choices;
  }

  @Override
  public String toString() {
    return name;
  }
}
