package se.siru.core.portfolio;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.siru.core.model.Stakeholder;

/** Follows identity links to the legal unit of every stakeholder. */
final class IdentityResolver {
  private final Report report;
  private final Map<String, PortfolioBuilder.PlacedLink> links = new LinkedHashMap<>();

  IdentityResolver(Report report, List<PortfolioBuilder.PlacedLink> all) {
    this.report = report;
    for (PortfolioBuilder.PlacedLink placed : all) {
      if (placed.link().kind().merges()) {
        PortfolioBuilder.PlacedLink before = links.putIfAbsent(placed.link().id(), placed);
        if (before != null && !before.link().target().equals(placed.link().target())) {
          report.add(
              PortfolioRules.IDENTITY_AMBIGUOUS,
              placed.origin().at("target"),
              "value", placed.link().id(), "target", before.link().target(), "other", placed.link().target());
        }
      }
    }
  }

  /** For each stakeholder id the id of its legal unit, both by number. */
  int[] units(IdDictionary ids) {
    int[] units = EntityTables.apart(ids);
    for (PortfolioBuilder.PlacedLink placed : links.values()) {
      IdentityLink link = placed.link();
      int ordinal = ids.find(link.id());
      int target = ids.find(link.target());
      if (ordinal < 0) {
        continue;
      }
      if (target < 0) {
        report.add(
            PortfolioRules.DANGLING_REFERENCE,
            placed.origin().at("target"),
            "type", Stakeholder.TYPE.name(), "value", link.target(), "nearest", "–");
      }
      if (link.from() != null) {
        report.add(
            PortfolioRules.IDENTITY_FROM,
            placed.origin().at("from"),
            "value", link.id(), "target", link.target(), "date", link.from().toString());
      }
      if (target >= 0) {
        int unit = ids.find(resolve(link.id()));
        units[ordinal] = unit < 0 ? ordinal : unit;
      }
    }
    return units;
  }

  private String resolve(String id) {
    Set<String> chain = new LinkedHashSet<>();
    String at = id;
    PortfolioBuilder.PlacedLink link = links.get(at);
    while (link != null && chain.add(at)) {
      at = link.link().target();
      link = links.get(at);
    }
    if (link != null) {
      reportCycle(chain, at);
    }
    return at;
  }

  /** Once for each cycle: at the smallest of the ids in it. */
  private void reportCycle(Set<String> chain, String entry) {
    List<String> cycle = chain.stream().dropWhile(id -> !id.equals(entry)).toList();
    String first = chain.iterator().next();
    if (cycle.contains(first) && cycle.stream().min(String::compareTo).orElse(first).equals(first)) {
      PortfolioBuilder.PlacedLink placed = links.get(first);
      report.add(
          PortfolioRules.IDENTITY_CYCLE,
          placed.origin().at("target"),
          "chain", String.join(" → ", cycle) + " → " + first);
    }
  }
}
