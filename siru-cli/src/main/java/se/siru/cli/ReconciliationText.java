package se.siru.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import se.siru.core.evaluation.Reconciliation;
import se.siru.core.model.BreakdownCodes;
import se.siru.core.model.Observation;
import se.siru.core.model.Value;
import se.siru.core.vocabulary.Codelist;
import se.siru.core.vocabulary.Vocabulary;

/** A reconciliation for people. */
final class ReconciliationText {
  private static final Codelist KINDS = Vocabulary.standard().list("observation-kinds");

  private final Reconciliation reconciliation;
  private final Wording words;

  ReconciliationText(Reconciliation reconciliation, String language) {
    this.reconciliation = reconciliation;
    this.words = new Wording(language);
  }

  /** The differences one by one, then how many values agree, and under which rule set. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Reconciliation.Line line : reconciliation.lines()) {
      if (line.outcome() != Reconciliation.Outcome.AGREES) {
        text.append(Terminal.plain(heading(line))).append('\n');
        text.append("  ").append(Terminal.plain(numbers(line))).append('\n');
        String behind = behind(line);
        if (!behind.isEmpty()) {
          text.append("  ").append(Terminal.plain(words.say("bakom: ", "behind: ") + behind)).append('\n');
        }
      }
    }
    long agree = reconciliation.count(Reconciliation.Outcome.AGREES);
    long differ = reconciliation.count(Reconciliation.Outcome.DIFFERS);
    long none = reconciliation.count(Reconciliation.Outcome.NOT_COMPUTED);
    return text.append(text.length() == 0 ? "" : "\n")
        .append(
            words.say(
                agree + " stämmer · " + differ + " skiljer sig · " + none + " har inget beräknat värde",
                agree + " agree · " + differ + " differ · " + none + " have no computed value"))
        .append(words.say(" · regler ", " · rules "))
        .append(reconciliation.rules().reference())
        .append('\n')
        .toString();
  }

  private String heading(Reconciliation.Line line) {
    String codes = BreakdownCodes.text(line.computed().codes());
    return line.computed().code() + " " + line.observation().row().get(Observation.PERIOD)
        + (codes.isEmpty() ? "" : " " + codes) + "  " + line.computed().name().in(words.language())
        + (reconciliation.isPreview(line) ? words.say(" (förhandsvärde)", " (preview)") : "")
        + "  (" + line.observation().origin() + ")";
  }

  private String numbers(Reconciliation.Line line) {
    Optional<BigDecimal> computed = line.computed().number();
    return kind(line) + " " + (line.isAtLeast() ? "≥ " : "") + plain(line.stated()) + " · "
        + words.say("beräknat ", "computed ") + computed.map(ReconciliationText::plain).orElse(status(line))
        + line.difference().map(each -> " · " + words.say("skillnad ", "difference ") + plain(each)).orElse("");
  }

  /** Whether the value was reported, approved or measured. */
  private String kind(Reconciliation.Line line) {
    String code = String.valueOf(line.observation().row().get(Observation.KIND));
    return KINDS.find(code).map(kind -> kind.label().in(words.language()).toLowerCase(Locale.ROOT)).orElse(code);
  }

  private static String status(Reconciliation.Line line) {
    Value value = line.computed().value();
    return value instanceof Value.Absent ? ((Value.Absent) value).reason().code() : "ok";
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String behind(Reconciliation.Line line) {
    return line.behind().stream()
        .map(trail -> (line.behind().size() > 1 ? trail.measure().code() + ": " : "") + trail.sources())
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(" | "));
  }
}
