package se.siru.core.contract;

import java.util.List;
import java.util.Objects;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.finding.SiruException;
import se.siru.core.text.LocalizedText;

/**
 * Something that holds for every indicator, or for every one of a shape, whatever the records say. What it does not apply to keeps
 * it.
 *
 * <p>Immutable and thread-safe.
 */
public final class Law {
  private static final List<Law> ALL =
      List.of(
          new Law("merge", ContractRules.MERGE, MergeLaws::merge),
          new Law("identity", ContractRules.IDENTITY, MergeLaws::identity),
          new Law("split", ContractRules.SPLIT, MergeLaws::split),
          new Law("order", ContractRules.ORDER, RepetitionLaws::order),
          new Law("determinism", ContractRules.DETERMINISM, RepetitionLaws::determinism),
          new Law("threads", ContractRules.THREADS, RepetitionLaws::threads),
          new Law("surroundings", ContractRules.SURROUNDINGS, RepetitionLaws::surroundings),
          new Law("purity", ContractRules.PURITY, RepetitionLaws::purity),
          new Law("duplicates", ContractRules.DUPLICATES, CountingLaws::duplicates),
          new Law("growth", ContractRules.GROWTH, CountingLaws::growth),
          new Law("range", ContractRules.RANGE, RangeLaw::range),
          new Law("parts", ContractRules.PARTS, AdditionLaws::parts),
          new Law("periods", ContractRules.PERIODS, AdditionLaws::periods),
          new Law("explanation", ContractRules.EXPLANATION, RobustnessLaws::explanation),
          new Law("nothing", ContractRules.NOTHING, RobustnessLaws::nothing),
          new Law("many", ContractRules.MANY, RobustnessLaws::many),
          new Law("definition", ContractRules.DEFINITION, DefinitionLaw::definition));

  private final String name;
  private final Rule rule;
  private final Check check;

  private Law(String name, Rule rule, Check check) {
    this.name = name;
    this.rule = rule;
    this.check = check;
  }

  /** Tries a law and adds what breaks it. */
  interface Check {
    void run(Trial trial, Rule rule, Findings findings);
  }

  /** All laws, in the order in which it is best to read what breaks them. */
  public static List<Law> all() {
    return ALL;
  }

  /**
   * The law of a name.
   *
   * @throws SiruException with {@link ErrorCode#UNKNOWN_NAME} where there is none
   */
  public static Law of(String name) {
    return ALL.stream()
        .filter(law -> law.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new SiruException(ErrorCode.UNKNOWN_NAME, "no law '" + name + "'"));
  }

  /** A short name, for example {@code merge}. */
  public String name() {
    return name;
  }

  /** What must hold, as a sentence. */
  public LocalizedText statement() {
    return rule.help();
  }

  /** The rule that a breach of it names. */
  public Rule rule() {
    return rule;
  }

  /** What breaks the law in a trial: at most one finding an indicator, whose origin is the indicator's code. */
  public List<Finding> check(Trial trial) {
    Findings findings = new Findings();
    check.run(Objects.requireNonNull(trial, "trial"), rule, findings);
    return findings.list();
  }

  @Override
  public String toString() {
    return name;
  }
}
