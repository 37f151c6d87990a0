package se.siru.core.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import se.siru.core.stability.Stable;
import se.siru.core.text.Excerpt;
import se.siru.core.text.Translation;

/**
 * One breach of one rule at one place.
 *
 * <p>Immutable and thread-safe. What a finding quotes is shortened as {@link Excerpt} says, so that it never carries a document.
 */
@Stable(since = "0.1.0")
public final class Finding {
  private final Rule rule;
  private final Origin origin;
  private final Map<String, String> arguments;

  private Finding(Rule rule, Origin origin, Map<String, String> arguments) {
    this.rule = rule;
    this.origin = origin;
    this.arguments = arguments;
  }

  /** A finding; {@code namesAndValues} alternates argument names and values. */
  public static Finding of(Rule rule, Origin origin, String... namesAndValues) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put(namesAndValues[i], Excerpt.of(namesAndValues[i + 1]));
    }
    return new Finding(
        Objects.requireNonNull(rule, "rule"),
        origin.shortened(),
        Collections.unmodifiableMap(arguments));
  }

  /** The rule. */
  public Rule rule() {
    return rule;
  }

  /** Short for {@code rule().severity()}. */
  public Severity severity() {
    return rule.severity();
  }

  /** The place. */
  public Origin origin() {
    return origin;
  }

  /** The same at another place. */
  public Finding at(Origin place) {
    return new Finding(rule, Objects.requireNonNull(place, "place"), arguments);
  }

  /** The same with the words of a further language for its rule. */
  public Finding translated(Translation translation) {
    return new Finding(rule.translated(translation), origin, arguments);
  }

  /** The values that matter, by name. */
  public Map<String, String> arguments() {
    return arguments;
  }

  /** What happened, in a language. */
  public String message(String language) {
    return rule.message(language, arguments);
  }

  /** What to do, in a language. */
  public String help(String language) {
    return rule.help(language, arguments);
  }

  /** {@code severity origin rule: message (help)} in English. */
  @Override
  public String toString() {
    return severity() + " " + origin + " " + rule.id() + ": " + message("en") + " (" + help("en") + ")";
  }
}
