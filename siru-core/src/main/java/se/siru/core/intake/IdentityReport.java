package se.siru.core.intake;

import java.util.Map;
import se.siru.core.stability.Provided;

/**
 * How an import found out which organisations the texts of rows mean.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class IdentityReport {
  private final Map<String, Long> byMethod;
  private final Organisations.Tally tally;
  private final int texts;
  private final int suggested;
  private final int nearDuplicates;
  private final int answers;

  IdentityReport(Organisations organisations, Unresolved unresolved, int answers) {
    this.tally = organisations.tally();
    this.byMethod = Map.copyOf(tally.byMethod);
    this.texts = unresolved.open().size();
    this.suggested = (int) unresolved.open().stream().filter(open -> !open.suggestions().isEmpty()).count();
    this.nearDuplicates = unresolved.pairs().size();
    this.answers = answers;
  }

  /**
   * How often each step decided: {@code number}, {@code identity}, {@code domain}, {@code name}. Each organisation that a row
   * names is one case; a step that never decided is left out.
   */
  public Map<String, Long> byMethod() {
    return byMethod;
  }

  /** How often a row names an organisation that is not identified and was kept without it. */
  public long unidentified() {
    return tally.unidentified;
  }

  /** How many different texts {@code unresolved.csv} asks about. */
  public int textsUnresolved() {
    return texts;
  }

  /** How many of them have a suggestion. */
  public int textsWithSuggestion() {
    return suggested;
  }

  /** How often a text was met that is no organisation, by an answer or since the mapping lists it as {@code unknown}. */
  public long noOrganisation() {
    return tally.noOrganisation;
  }

  /** How often a text was met that is not to be asked about by an answer. */
  public long ignored() {
    return tally.ignored;
  }

  /** How often the number of a person stood where an organisation number belongs; it is used for nothing and written nowhere. */
  public long numbersOfPersons() {
    return tally.numbersOfPersons;
  }

  /** How often an organisation number was wrong, so that the next step was taken. */
  public long wrongNumbers() {
    return tally.wrongNumbers;
  }

  /** How many pairs of organisations {@code near-duplicates.csv} names. */
  public int nearDuplicates() {
    return nearDuplicates;
  }

  /** How many answers became lines of {@code identity.csv}. */
  public int answersTaken() {
    return answers;
  }
}
