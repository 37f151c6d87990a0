package se.siru.core.model;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Rule;
import se.siru.core.finding.Severity;
import se.siru.core.stability.Stable;
import se.siru.core.text.LocalizedText;
import se.siru.core.text.Translation;

/**
 * A rule of a plugin that each record of a type is held to: which records it is about, and what must hold for them. It is a value that
 * nobody implements. Conditions have three answers; a record breaks the rule where it certainly is one that the rule is about and what
 * must hold certainly does not. That something must be stated at all is asked by {@link Field#isKnown}, which is never unknown.
 *
 * <p>The severity decides what a breach does, as for this library's own rules: an error refuses the portfolio, and in an import the
 * row that the record was made of.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class ValidationRule {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}:[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_ID = 200;

  private final Rule rule;
  private final RecordType over;
  private final Condition where;
  private final Condition must;
  private final @Nullable Field<?> at;

  private ValidationRule(Rule rule, RecordType over, Condition where, Condition must, @Nullable Field<?> at) {
    this.rule = rule;
    this.over = over;
    this.where = where;
    this.must = must;
    this.at = at;
  }

  /**
   * Starts a rule whose breach refuses the portfolio.
   *
   * @param id {@code plugin-id:kebab-name}
   * @throws IllegalArgumentException where it is not of that form
   */
  public static Builder error(String id) {
    return new Builder(Severity.ERROR, id);
  }

  /** Starts a rule whose breach is worth a look; see {@link #error}. */
  public static Builder warning(String id) {
    return new Builder(Severity.WARNING, id);
  }

  /** Starts a rule that tells what is no breach; see {@link #error}. */
  public static Builder info(String id) {
    return new Builder(Severity.INFO, id);
  }

  /** The same rule with the words of a further language; keys are {@code rule:ID:message} and {@code rule:ID:help}. */
  public ValidationRule translated(Translation translation) {
    return new ValidationRule(rule.translated(translation), over, where, must, at);
  }

  /** The id, {@code plugin-id:kebab-name}. */
  public String id() {
    return rule.id();
  }

  /** What findings name: id, severity, message and help. */
  public Rule rule() {
    return rule;
  }

  /** The type of the records. */
  public RecordType over() {
    return over;
  }

  /** Which of them the rule is about. */
  public Condition where() {
    return where;
  }

  /** What must hold for them. */
  public Condition must() {
    return must;
  }

  /** The field that findings point at; empty where they point at the record. */
  public Optional<Field<?>> at() {
    return Optional.ofNullable(at);
  }

  @Override
  public String toString() {
    return rule.id();
  }

  /** Puts a rule together. Not thread-safe. */
  @Stable(since = "0.1.0")
  public static final class Builder {
    private final Severity severity;
    private final String id;
    private @Nullable RecordType over;
    private Condition where = Condition.always();
    private @Nullable Condition must;
    private @Nullable Field<?> at;
    private LocalizedText message = LocalizedText.empty();
    private LocalizedText help = LocalizedText.empty();

    private Builder(Severity severity, String id) {
      if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
        throw new IllegalArgumentException("the id of a rule is plugin-id:kebab-name");
      }
      this.severity = severity;
      this.id = id;
    }

    /** The type of the records. */
    public Builder over(RecordType type) {
      this.over = Objects.requireNonNull(type, "type");
      return this;
    }

    /** Which of them the rule is about; all where it is not said. */
    public Builder where(Condition condition) {
      this.where = Objects.requireNonNull(condition, "condition");
      return this;
    }

    /** What must hold for them. */
    public Builder must(Condition condition) {
      this.must = Objects.requireNonNull(condition, "condition");
      return this;
    }

    /** The field that findings point at. */
    public Builder at(Field<?> field) {
      this.at = Objects.requireNonNull(field, "field");
      return this;
    }

    /**
     * What a finding says, in Swedish and English at least. {@code {id}} stands for the record's id and {@code {value}} for what the
     * record states in the field that findings point at; either is empty where there is none.
     */
    public Builder message(LocalizedText text) {
      this.message = text;
      return this;
    }

    /** What to do about it, likewise; a sentence with a placeholder that is empty is left out. */
    public Builder help(LocalizedText text) {
      this.help = text;
      return this;
    }

    /**
     * The rule.
     *
     * @throws IllegalStateException where the record type, what must hold, or the message in Swedish or English is not said, or the
     *     field is none of the record type
     */
    public ValidationRule build() {
      if (over == null || must == null) {
        throw new IllegalStateException(id + " says not what must hold for which records");
      }
      if (!message.asMap().containsKey("sv") || !message.asMap().containsKey("en")) {
        throw new IllegalStateException(id + " has no message in Swedish and English");
      }
      if (at != null && !at.type().equals(over.name())) {
        throw new IllegalStateException(id + " points at " + at + ", which is no field of " + over);
      }
      return new ValidationRule(rule(), over, where, must, at);
    }

    private Rule rule() {
      return switch (severity) {
        case ERROR -> Rule.error(id, message, help);
        case WARNING -> Rule.warning(id, message, help);
        case INFO -> Rule.info(id, message, help);
      };
    }
  }
}
