package se.siru.core.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.evaluation.Validation;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Schema;
import se.siru.core.model.ValidationRule;
import se.siru.core.text.LocalizedText;

/**
 * Leaves out plugins whose indicators are computed from an indicator or by a function that no plugin at work brings, or whose
 * conditions or validation rules ask for a field or code that nobody brings.
 * A plugin stays whole or not at all, so that one that is left out may take others with it that compute from its indicators.
 */
final class Operands {
  private final boolean defaults;
  private final List<PluginReport.Entry> rejected = new ArrayList<>();

  /**
   * For indicators that were made under a rule set.
   *
   * @param defaults true where it is {@link se.siru.core.indicator.RuleSet#defaults}
   */
  Operands(boolean defaults) {
    this.defaults = defaults;
  }

  List<PluginReport.Entry> rejected() {
    return rejected;
  }

  /** The plugins that stay, in their order. */
  List<Contribution> settle(List<Contribution> all) {
    List<Contribution> staying = all;
    for (boolean settled = false; !settled; ) {
      Set<String> names = names(staying);
      Schema schema = schema(staying);
      List<Contribution> next = new ArrayList<>();
      for (Contribution each : staying) {
        LocalizedText missing = missing(each, names);
        missing = missing == null && !isKnownToFit(each) ? missing(each, schema) : missing;
        if (missing == null) {
          next.add(each);
        } else {
          rejected.add(each.rejected(PluginReport.Reason.BAD_CONTENT, missing));
        }
      }
      settled = next.size() == staying.size();
      staying = next;
    }
    return staying;
  }

  private static Set<String> names(List<Contribution> contributions) {
    Set<String> names = new HashSet<>();
    for (Contribution each : contributions) {
      for (Indicator indicator : each.indicators()) {
        names.add(indicator.id());
        names.add(indicator.code());
      }
      each.functions().keySet().stream().map(Operands::function).forEach(names::add);
    }
    return names;
  }

  /** Functions and indicators may bear the same name. */
  private static String function(String id) {
    return "function " + id;
  }

  private static @Nullable LocalizedText missing(Contribution contribution, Set<String> names) {
    for (Indicator indicator : contribution.indicators()) {
      if (indicator instanceof Formula) {
        for (String operand : Catalogue.operands(((Formula) indicator).expression())) {
          if (!names.contains(operand)) {
            return message(indicator, "indikatorn", "indicator", operand, bracketed(operand, names));
          }
        }
      } else if (((Measure) indicator).aggregate() instanceof Aggregate.Function) {
        String id = ((Aggregate.Function) ((Measure) indicator).aggregate()).id();
        if (!names.contains(function(id))) {
          return message(indicator, "funktionen", "function", id, null);
        }
      }
    }
    return null;
  }

  private static Schema schema(List<Contribution> contributions) {
    Schema schema = Schema.standard();
    for (Contribution each : contributions) {
      schema = each.addedTo(schema);
    }
    return schema;
  }

  /**
   * True for this library's own, under no rule set of somebody else: tests say that what they ask for is there, and nobody can replace a
   * field or a list of the library. To look would read all code lists that any indicator names, at each start.
   */
  private boolean isKnownToFit(Contribution contribution) {
    return defaults && contribution.own();
  }

  private static @Nullable LocalizedText missing(Contribution contribution, Schema schema) {
    for (Indicator indicator : contribution.indicators()) {
      LocalizedText missing = indicator instanceof Measure measure ? Validation.missing(measure, schema).orElse(null) : null;
      if (missing != null) {
        return asks("indikatorn " + indicator, "the indicator " + indicator, missing);
      }
    }
    for (ValidationRule rule : contribution.validationRules()) {
      LocalizedText missing = Validation.missing(rule, schema).orElse(null);
      if (missing != null) {
        return asks("regeln " + rule, "the rule " + rule, missing);
      }
    }
    return null;
  }

  private static LocalizedText asks(String swedish, String english, LocalizedText missing) {
    return LocalizedText.of(
        swedish + " frågar efter " + PluginRefusal.oneLine(missing.in("sv")) + ", som inte finns",
        english + " asks for " + PluginRefusal.oneLine(missing.in("en")) + ", which is not there");
  }

  /** The name that was cut at its hyphen, as outside of brackets a hyphen is a minus sign; null where there is none. */
  private static @Nullable String bracketed(String operand, Set<String> names) {
    return names.stream().filter(name -> name.startsWith(operand + "-")).min(Comparator.naturalOrder()).orElse(null);
  }

  private static LocalizedText message(
      Indicator indicator, String swedish, String english, String name, @Nullable String bracketed) {
    String shown = PluginRefusal.oneLine(name);
    return LocalizedText.of(
        indicator + " räknas med " + swedish + " '" + shown + "', som inget tillägg i bruk har"
            + (bracketed == null ? "" : "; en kod med bindestreck står inom hakparenteser, som [" + bracketed + "]"),
        indicator + " is computed with the " + english + " '" + shown + "', which no plugin at work brings"
            + (bracketed == null ? "" : "; a code with hyphens stands in brackets, such as [" + bracketed + "]"));
  }
}
