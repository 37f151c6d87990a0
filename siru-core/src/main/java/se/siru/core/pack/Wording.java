package se.siru.core.pack;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import se.siru.core.evaluation.Cell;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** The texts and numbers of a pack in one language. Immutable. */
final class Wording {
  private static final int MOST_DECIMALS = 3;

  private static final Map<Value.Reason, LocalizedText> REASONS =
      Map.of(
          Value.Reason.MISSING, LocalizedText.of("saknas", "missing"),
          Value.Reason.NOT_DUE, LocalizedText.of("ej aktuellt än", "not due"),
          Value.Reason.NOT_APPLICABLE, LocalizedText.of("ej tillämpligt", "not applicable"),
          Value.Reason.UNDEFINED, LocalizedText.of("odefinierat", "undefined"),
          Value.Reason.FAILED, LocalizedText.of("fel", "failed"),
          Value.Reason.SUPPRESSED, LocalizedText.of("skyddat", "suppressed"));

  private final String language;
  private final RuleSet rules;

  Wording(String language, RuleSet rules) {
    this.language = language;
    this.rules = rules;
  }

  String say(String swedish, String english) {
    return in(LocalizedText.of(swedish, english));
  }

  String in(LocalizedText text) {
    return text.in(language);
  }

  String missing() {
    return in(REASONS.getOrDefault(Value.Reason.MISSING, LocalizedText.empty()));
  }

  /** Code and name, with the marks that {@link #marks} explains. */
  String name(Indicator indicator) {
    return (indicator.code() + " " + in(indicator.name())).strip() + marks(indicator);
  }

  /** What a reader must know of a value before using it: † not confirmed, ‡ a preview. */
  String marks(Indicator indicator) {
    return (indicator.needsConfirming() ? " †" : "") + (rules.isPreview(indicator) ? " ‡" : "");
  }

  /** What the marks mean. */
  String marks() {
    return say(
        "† Räkneregeln, eller värdet på en parameter, är ännu inte avstämt mot den officiella texten. "
            + "‡ Förhandsvärde: det officiella talet kommer från register.",
        "† The counting rule, or the value of a parameter, has not yet been held against the official text. "
            + "‡ Preview: the official figure comes from registers.");
  }

  /** Which rule set all numbers were counted under. */
  String rules() {
    String name = in(rules.name());
    boolean open = !rules.isDefaults() && rules.evidence() == Indicator.Evidence.UNCONFIRMED;
    return say("Regeluppsättning: ", "Rule set: ") + rules.reference() + (name.isEmpty() ? "" : ", " + name)
        + (open ? say(" (ännu inte avstämd mot sin källa)", " (not yet held against its source)") : "") + ".";
  }

  static PackItem text(String text) {
    return new PackItem.Text(text);
  }

  /** A number with as many decimals as it has, up to three; two for money, one for a share. */
  static PackItem number(BigDecimal value, String unit) {
    int decimals =
        unit.equals("percent")
            ? 1
            : unit.isEmpty() ? Math.max(0, Math.min(MOST_DECIMALS, value.stripTrailingZeros().scale())) : 2;
    return new PackItem.Number(value, unit, decimals);
  }

  PackItem value(Cell cell, String currency) {
    String unit = cell.indicator().unit();
    String shown = unit.equals("currency") ? currency : unit.equals("percent") ? unit : "";
    if (cell.value() instanceof Value.Absent) {
      return new PackItem.Absent(in(REASONS.getOrDefault(((Value.Absent) cell.value()).reason(), LocalizedText.empty())));
    }
    return cell.number()
        .map(number -> number(number, shown))
        .orElseGet(() -> new PackItem.Absent(say("intervall", "interval")));
  }

  static String joined(Map<String, String> labelled) {
    return labelled.entrySet().stream()
        .map(each -> each.getKey() + ": " + each.getValue())
        .collect(Collectors.joining("; "));
  }
}
