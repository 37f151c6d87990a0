package se.siru.core.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Rule;

/**
 * What became of holding an agreement to one rule.
 *
 * @param rule a code of the list {@code legal-rules}
 * @param verdict whether the agreement kept it
 * @param field the field that decided, or that does not say enough
 * @param finding what is told where the rule was broken; null otherwise
 * @param arguments of the finding, names and values
 */
record Judgement(String rule, Verdict verdict, String field, @Nullable Rule finding, List<String> arguments) {
  /** The answers. */
  enum Verdict {
    /** The rule was kept. */
    KEPT,
    /** The rule was broken. */
    BROKEN,
    /** What the agreement or the law data state does not let anybody tell. */
    OPEN
  }

  static Judgement kept(String rule, String field) {
    return new Judgement(rule, Verdict.KEPT, field, null, List.of());
  }

  static Judgement broken(String rule, String field, Rule finding, String... arguments) {
    return new Judgement(rule, Verdict.BROKEN, field, finding, List.of(arguments));
  }

  static Judgement open(String rule, String field) {
    return new Judgement(rule, Verdict.OPEN, field, null, List.of());
  }
}
