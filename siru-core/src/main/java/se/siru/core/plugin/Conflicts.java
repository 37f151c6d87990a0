package se.siru.core.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;

/**
 * Settles which plugins stay where several claim one name. A missing indicator is seen, an ambiguous one silently
 * changes numbers: nobody wins by its place on the class path.
 */
final class Conflicts {
  private final Set<String> preferred;
  private final boolean lenient;
  private final List<PluginReport.Entry> rejected = new ArrayList<>();

  Conflicts(Set<String> preferred, boolean lenient) {
    this.preferred = preferred;
    this.lenient = lenient;
  }

  List<PluginReport.Entry> rejected() {
    return rejected;
  }

  /** The plugins that stay, in their order. */
  List<Contribution> settle(List<Contribution> all) {
    Map<String, List<Contribution>> byClaim = new TreeMap<>();
    for (Contribution each : all) {
      for (String name : each.claims()) {
        byClaim.computeIfAbsent(name, key -> new ArrayList<>()).add(each);
      }
    }
    Map<Contribution, String> losers = new TreeMap<>(Contribution.ORDER);
    Set<String> unsettled = new TreeSet<>();
    byClaim.forEach((name, claimants) -> {
      if (claimants.size() < 2) {
        return;
      }
      List<Contribution> favoured = favoured(claimants);
      String message = name + " is claimed by " + join(claimants);
      if (favoured.size() != 1 && !lenient) {
        unsettled.add(message + "; " + waysOut(claimants));
      }
      claimants.stream()
          .filter(each -> favoured.size() != 1 || each != favoured.get(0))
          .forEach(each -> losers.putIfAbsent(each, message + "; " + waysOut(claimants)));
    });
    if (!unsettled.isEmpty()) {
      throw new SiruException(ErrorCode.PLUGINS, String.join("\n", unsettled));
    }
    losers.forEach((loser, message) -> rejected.add(loser.rejected(PluginReport.Reason.CONFLICT, message)));
    return all.stream().filter(each -> !losers.containsKey(each)).toList();
  }

  /** Those whom the host prefers; where it says nothing and is lenient, the library's own stand against others. */
  private List<Contribution> favoured(List<Contribution> claimants) {
    List<Contribution> chosen =
        claimants.stream()
            .filter(each -> preferred.contains(each.id()) || preferred.contains(each.className()))
            .toList();
    return chosen.isEmpty() && lenient
        ? claimants.stream().filter(each -> Admission.isOwn(each.className())).toList()
        : chosen;
  }

  private static String join(List<Contribution> claimants) {
    return String.join(" and by ", claimants.stream().map(each -> each.id() + " of " + each.where()).toList());
  }

  private static String waysOut(List<Contribution> claimants) {
    boolean idsDiffer = claimants.stream().map(Contribution::id).distinct().count() == claimants.size();
    List<String> names = claimants.stream().map(each -> idsDiffer ? each.id() : each.className()).distinct().toList();
    String last = names.get(names.size() - 1);
    return "leave one out with exclude(\"" + names.get(0) + "\"), or keep one with prefer(\"" + last + "\")";
  }
}
