package se.siru.core.intake;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What two texts may differ in and still name the same thing. */
final class IdentityRule {
  /** One thing that makes no difference. */
  enum Step {
    /** How a letter is composed: {@code é} as one or two characters (Unicode NFC). */
    NFC,
    /** Blanks of any kind at the ends, and how many there are between words. */
    BLANKS,
    /** Letter case. */
    CASE
  }

  static final Map<String, Step> STEPS = Map.of("nfc", Step.NFC, "blanks", Step.BLANKS, "case", Step.CASE);

  /** All steps. */
  static final IdentityRule ALL = new IdentityRule(List.of(Step.values()));

  /** What is left after it is shown to people: letter case stays. */
  static final IdentityRule SPELLED = new IdentityRule(List.of(Step.NFC, Step.BLANKS));

  private static final Pattern BLANK = Pattern.compile("[\\s\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]+");

  private final Set<Step> steps;

  IdentityRule(List<Step> steps) {
    this.steps = steps.isEmpty() ? EnumSet.noneOf(Step.class) : EnumSet.copyOf(steps);
  }

  /** The text without what makes no difference: equal for two texts exactly where they name the same thing. */
  String key(String text) {
    String key = text;
    if (steps.contains(Step.NFC)) {
      key = Normalizer.normalize(key, Normalizer.Form.NFC);
    }
    if (steps.contains(Step.BLANKS)) {
      key = BLANK.matcher(key).replaceAll(" ").strip();
    }
    if (steps.contains(Step.CASE)) {
      // By way of upper case, which brings ß and ss, and the two small sigmas, together; of lower case before, which does so for ẞ.
      key = key.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
    return steps.contains(Step.NFC) ? Normalizer.normalize(key, Normalizer.Form.NFC) : key;
  }
}
