package se.siru.indicators.cooperation;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;

/**
 * Organisations that do things jointly, after the Interreg indicators. Those ask for organisations of at least two countries, so that
 * their official codes are never used of a programme in one country: each indicator has a code of our own with a suffix, and says so.
 * Joint is what organisations of several sectors do; how many is a parameter.
 *
 * <p>Thread-safe.
 */
public final class CooperationIndicators {
  private CooperationIndicators() {}

  /** The family under a rule set. */
  public static List<Indicator> all(RuleSet rules) {
    List<Indicator> all = new ArrayList<>(JointActivities.all(rules));
    all.addAll(JointOutputs.all(rules));
    all.addAll(Partners.all(rules));
    return List.copyOf(all);
  }
}
