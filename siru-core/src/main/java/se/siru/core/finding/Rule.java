package se.siru.core.finding;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.siru.core.stability.Stable;
import se.siru.core.text.LocalizedText;
import se.siru.core.text.Translation;

/**
 * A rule that input is held to: a stable id ({@code area.kebab-name}), a severity, and a message and a hint in Swedish and
 * English. Placeholders {@code {name}} take the arguments of a finding; a sentence of the hint with one that is empty is left out.
 * Every rule has an anchor in {@code docs/errors.md}.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class Rule {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)\\}");
  private static final Pattern SENTENCES = Pattern.compile("(?<=[.?!]) ");

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

  /** The same rule with the words of a further language; keys are {@code rule:ID:message} and {@code rule:ID:help}. */
  public Rule translated(Translation translation) {
    return new Rule(id, severity, translation.of("rule:" + id + ":message", message), translation.of("rule:" + id + ":help", help));
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

  /** What happened, in a language. */
  String message(String language, Map<String, String> arguments) {
    return fill(message.in(language), arguments);
  }

  /** What to do, in a language, without the sentences that would name nothing, such as what might have been meant. */
  String help(String language, Map<String, String> arguments) {
    return SENTENCES.splitAsStream(help.in(language))
        .filter(sentence -> PLACEHOLDER.matcher(sentence).results().noneMatch(at -> "".equals(arguments.get(at.group(1)))))
        .map(sentence -> fill(sentence, arguments))
        .collect(Collectors.joining(" "));
  }

  /** Each placeholder is filled once: what a value says is no template. */
  private static String fill(String template, Map<String, String> arguments) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(at -> Matcher.quoteReplacement(arguments.getOrDefault(at.group(1), at.group())));
  }

  @Override
  public String toString() {
    return id;
  }
}
