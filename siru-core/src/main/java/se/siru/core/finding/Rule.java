package se.siru.core.finding;

import java.util.Map;
import java.util.Objects;
import se.siru.core.text.LocalizedText;

/**
 * A rule that input is held to: a stable id ({@code area.kebab-name}), a severity, and a message and a hint in Swedish and
 * English. Placeholders {@code {name}} take the arguments of a finding. Every rule has an anchor in {@code docs/errors.md}.
 *
 * <p>Immutable and thread-safe.
 */
public final class Rule {
  private final String id;
  private final Severity severity;
  private final LocalizedText message;
  private final LocalizedText help;

  private Rule(String id, Severity severity, LocalizedText message, LocalizedText help) {
    this.id = Objects.requireNonNull(id, "id");
    this.severity = severity;
    this.message = message;
    this.help = help;
  }

  /** A rule whose breach refuses the input. */
  public static Rule error(String id, LocalizedText message, LocalizedText help) {
    return new Rule(id, Severity.ERROR, message, help);
  }

  /** A rule whose breach is worth a look. */
  public static Rule warning(String id, LocalizedText message, LocalizedText help) {
    return new Rule(id, Severity.WARNING, message, help);
  }

  /** A note that is no breach. */
  public static Rule info(String id, LocalizedText message, LocalizedText help) {
    return new Rule(id, Severity.INFO, message, help);
  }

  /** The stable id. */
  public String id() {
    return id;
  }

  /** How serious a breach is. */
  public Severity severity() {
    return severity;
  }

  /** What happened, with placeholders. */
  public LocalizedText message() {
    return message;
  }

  /** What to do about it, with placeholders. */
  public LocalizedText help() {
    return help;
  }

  static String fill(String template, Map<String, String> arguments) {
    String text = template;
    for (Map.Entry<String, String> argument : arguments.entrySet()) {
      text = text.replace("{" + argument.getKey() + "}", argument.getValue());
    }
    return text;
  }

  @Override
  public String toString() {
    return id;
  }
}
