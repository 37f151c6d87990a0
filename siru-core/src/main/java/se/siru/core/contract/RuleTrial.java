package se.siru.core.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.siru.core.evaluation.Validation;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.portfolio.Portfolio;

/** The validation rules of a plugin on trial: they can be applied to any records, and find the same every time in all surroundings. */
final class RuleTrial {
  private static final String FAILED = "evaluation.rule-failed";

  private final Validation validation;
  private final String plugin;
  private final Findings findings = new Findings();

  private RuleTrial(Validation validation, String plugin) {
    this.validation = validation;
    this.plugin = plugin;
  }

  /** What breaks the law, at most one finding. */
  static List<Finding> check(PluginRegistry plugins, String plugin, Trial trial) {
    RuleTrial own = new RuleTrial(plugins.validation(), plugin);
    Stream.of(trial.portfolio(), trial.sample().held(), trial.sample().absent()).allMatch(portfolio -> own.isSound(portfolio, trial));
    return own.findings.list();
  }

  private boolean isSound(Portfolio portfolio, Trial trial) {
    List<Finding> first = found(portfolio);
    for (Finding each : first) {
      if (each.rule().id().startsWith(FAILED)) {
        return breach(String.valueOf(each.arguments().get("rule")), "cannot be applied: " + each.arguments().get("reason"));
      }
    }
    if (!same(first, found(portfolio))) {
      return breach(plugin, "finds something else the second time");
    }
    for (Surroundings other : trial.surroundings()) {
      List<Finding> elsewhere = new ArrayList<>();
      other.during(() -> elsewhere.addAll(found(portfolio)));
      if (!same(first, elsewhere)) {
        return breach(plugin, "finds something else in other surroundings");
      }
    }
    return true;
  }

  /** What the rules of the plugin find; others' are no concern of its trial. */
  private List<Finding> found(Portfolio portfolio) {
    Findings all = new Findings();
    validation.check(portfolio, all);
    return all.list().stream()
        .filter(each -> each.rule().id().startsWith(plugin + ":")
            || each.rule().id().startsWith(FAILED) && plugin.equals(each.arguments().get("plugin")))
        .toList();
  }

  private static boolean same(List<Finding> one, List<Finding> other) {
    return one.stream().map(Finding::toString).toList().equals(other.stream().map(Finding::toString).toList());
  }

  /** Reports what is wrong; gives false, as nothing more is tried. */
  private boolean breach(String rule, String what) {
    findings.add(ContractRules.VALIDATION, Origin.of(rule), "rule", rule, "found", what);
    return false;
  }
}
