package se.siru.core.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.text.LocalizedText;

/**
 * Settles which plugins are at work together, of those that are sound each by itself: names that several claim, formulas that are made
 * of each other in a circle, formulas that are made of what nobody brings. What is not settled so is refused, all of it at once.
 */
final class Settlement {
  private final Set<String> preferred;
  private final Strictness strictness;
  private final boolean defaults;
  private final Catalogue empty;
  private final List<PluginReport.Entry> rejected;
  private Catalogue catalogue;

  /**
   * A settlement.
   *
   * @param preferred ids or class names of plugins that stand against others
   * @param defaults true where indicators were made under {@link se.siru.core.indicator.RuleSet#defaults}
   * @param empty what the catalogue of those that stay is begun with
   * @param rejected what was left out before; takes what is left out now
   */
  Settlement(
      Set<String> preferred, Strictness strictness, boolean defaults, Catalogue empty, List<PluginReport.Entry> rejected) {
    this.preferred = preferred;
    this.strictness = strictness;
    this.defaults = defaults;
    this.empty = empty;
    this.catalogue = empty;
    this.rejected = rejected;
  }

  /**
   * The plugins that stay, in their order.
   *
   * @throws SiruException with {@link ErrorCode#PLUGINS} and all that is refused, each on a line of its own
   */
  List<Contribution> of(List<Contribution> admitted) {
    Conflicts conflicts = new Conflicts(preferred, strictness == Strictness.LENIENT);
    List<Contribution> without = conflicts.settle(admitted);
    List<LocalizedText> unsettled = new ArrayList<>(conflicts.unsettled());
    // Of names that several claim no catalogue can be made, and who computes from them lacks nothing.
    Operands operands = new Operands(defaults);
    List<Contribution> apart = unsettled.isEmpty() ? withoutCircles(without, unsettled) : admitted;
    List<Contribution> settled = operands.settle(apart);
    rejected.addAll(operands.rejected());
    if (strictness == Strictness.STRICT) {
      refuse(strict(unsettled));
    }
    refuse(unsettled);
    rejected.addAll(conflicts.rejected());
    if (settled.size() < apart.size()) {
      catalogue = empty;
      settled.forEach(this::catalogued);
    }
    return settled;
  }

  /** The indicators and functions of the plugins that stay, once that is settled. */
  Catalogue catalogue() {
    return catalogue;
  }

  private void catalogued(Contribution each) {
    catalogue = catalogue.with(each.provider(), each.indicators(), each.functions());
  }

  /** All that was left out, save what the host left out itself or settled by what it prefers. */
  private List<LocalizedText> strict(List<LocalizedText> unsettled) {
    List<LocalizedText> lines = new ArrayList<>();
    for (PluginReport.Entry entry : PluginReport.sorted(rejected)) {
      if (!entry.isExcluded()) {
        lines.add(LocalizedText.of(entry.line("sv"), entry.line("en")));
      }
    }
    lines.addAll(unsettled);
    if (!lines.isEmpty()) {
      lines.add(
          0,
          LocalizedText.of(
              "Värden är strikt och vägrar det här om tillägg: " + lines.size(),
              "the host is strict and refuses this about plugins: " + lines.size()));
    }
    return lines;
  }

  private static void refuse(List<LocalizedText> lines) {
    if (!lines.isEmpty()) {
      throw new SiruException(ErrorCode.PLUGINS, lines);
    }
  }

  /** Formulas of several plugins may be made of each other. */
  private List<Contribution> withoutCircles(List<Contribution> contributions, List<LocalizedText> unsettled) {
    List<Contribution> without = new ArrayList<>();
    for (Contribution each : contributions) {
      try {
        catalogued(each);
        without.add(each);
      } catch (SiruException circle) {
        if (strictness == Strictness.LENIENT) {
          rejected.add(each.rejected(PluginReport.Reason.CONFLICT, circle.text()));
        } else {
          unsettled.add(circle.text());
          without.add(each);
        }
      }
    }
    return without;
  }
}
