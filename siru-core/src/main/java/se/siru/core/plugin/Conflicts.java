package se.siru.core.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.siru.core.text.LocalizedText;

/**
 * Settles which plugins stay where several claim one name. A missing indicator is seen, an ambiguous one silently
 * changes numbers: nobody wins by its place on the class path.
 */
final class Conflicts {
  private final Set<String> preferred;
  private final boolean lenient;
  private final List<PluginReport.Entry> rejected = new ArrayList<>();
  private final List<LocalizedText> unsettled = new ArrayList<>();

  Conflicts(Set<String> preferred, boolean lenient) {
    this.preferred = preferred;
    this.lenient = lenient;
  }

  List<PluginReport.Entry> rejected() {
    return rejected;
  }

  /** The conflicts that neither the host nor leniency settles, each on one line with the ways out. */
  List<LocalizedText> unsettled() {
    return unsettled;
  }

  /** The plugins that stay, in their order. */
  List<Contribution> settle(List<Contribution> all) {
    Map<Claim, List<Contribution>> byClaim = new TreeMap<>();
    for (Contribution each : all) {
      for (Claim claim : each.claims()) {
        byClaim.computeIfAbsent(claim, key -> new ArrayList<>()).add(each);
      }
    }
    Map<Contribution, LocalizedText> losers = new TreeMap<>(Contribution.ORDER);
    byClaim.forEach((claim, claimants) -> {
      if (claimants.size() < 2) {
        return;
      }
      List<Contribution> favoured = favoured(claimants);
      LocalizedText message = message(claim, claimants);
      if (favoured.size() != 1 && !lenient) {
        unsettled.add(message);
      }
      claimants.stream()
          .filter(each -> favoured.size() != 1 || each != favoured.get(0))
          .forEach(each -> losers.putIfAbsent(each, message));
    });
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
        ? claimants.stream().filter(Contribution::own).toList()
        : chosen;
  }

  private static LocalizedText message(Claim claim, List<Contribution> claimants) {
    boolean idsDiffer = claimants.stream().map(Contribution::id).distinct().count() == claimants.size();
    List<String> names = claimants.stream().map(each -> idsDiffer ? each.id() : each.className()).distinct().toList();
    if (names.size() == 1) {
      // No name tells one from another: what is there twice is one plugin, or a copy of it.
      return LocalizedText.of(
          claim.in("sv") + " används av " + join(claimants, " i ", " och av ") + "; inget namn skiljer dem åt: ta bort alla utom ett",
          claim.in("en") + " is claimed by " + join(claimants, " of ", " and by ") + "; no name tells them apart: take all but one away");
    }
    String first = "exclude(\"" + names.get(0) + "\")";
    String last = "prefer(\"" + names.get(names.size() - 1) + "\")";
    return LocalizedText.of(
        claim.in("sv") + " används av " + join(claimants, " i ", " och av ")
            + "; utelämna det ena med " + first + ", eller behåll det ena med " + last,
        claim.in("en") + " is claimed by " + join(claimants, " of ", " and by ")
            + "; leave one out with " + first + ", or keep one with " + last);
  }

  private static String join(List<Contribution> claimants, String of, String and) {
    return String.join(and, claimants.stream().map(each -> each.id() + of + each.where()).toList());
  }
}
