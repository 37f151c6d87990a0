package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Stakeholder;

/** Follows identity links to the legal unit of every stakeholder, on every day. */
final class IdentityResolver {
  private static final Comparator<PlacedLink> BY_DAY =
      Comparator.comparing((PlacedLink placed) -> IdentityResolver.from(placed.link()));

  private final Report report;
  /** By id, the links that merge, by their first day. An id with a link that holds always has no other. */
  private final Map<String, List<PlacedLink>> links = new LinkedHashMap<>();
  private final boolean hasDays;

  IdentityResolver(Report report, List<PlacedLink> all) {
    this.report = report;
    boolean dated = false;
    for (PlacedLink placed : all) {
      if (placed.link().kind().merges()) {
        dated |= add(placed) && !from(placed.link()).equals(LocalDate.MIN);
      }
    }
    for (List<PlacedLink> own : links.values()) {
      if (own.size() > 1) {
        own.sort(BY_DAY);
      }
    }
    this.hasDays = dated;
  }

  /** False where other links leave it out. */
  private boolean add(PlacedLink placed) {
    List<PlacedLink> own = links.computeIfAbsent(placed.link().id(), id -> new ArrayList<>(1));
    for (PlacedLink before : own) {
      boolean other = !before.link().target().equals(placed.link().target());
      boolean together = from(before.link()).equals(from(placed.link())) || isWhole(before.link()) || isWhole(placed.link());
      if (other && together) {
        report.add(
            PortfolioRules.IDENTITY_AMBIGUOUS,
            placed.origin().at("target"),
            "value", placed.link().id(), "target", before.link().target(), "other", placed.link().target());
      }
      if (together) {
        return false;
      }
    }
    return own.add(placed);
  }

  private static LocalDate from(IdentityLink link) {
    LocalDate day = link.from();
    return day == null || !link.kind().isDated() ? LocalDate.MIN : day;
  }

  private static boolean isWhole(IdentityLink link) {
    return from(link).equals(LocalDate.MIN) && !link.kind().isDated();
  }

  /** For each stakeholder id the ids of its legal unit, by number. */
  LegalUnits units(IdDictionary ids) {
    LegalUnits units = LegalUnits.apart(ids);
    for (Map.Entry<String, List<PlacedLink>> each : links.entrySet()) {
      int ordinal = ids.find(each.getKey());
      if (ordinal >= 0) {
        link(units, ids, each.getKey(), ordinal, each.getValue());
      }
    }
    reportSharedSuccessors(ids);
    return units;
  }

  private void link(LegalUnits units, IdDictionary ids, String id, int ordinal, List<PlacedLink> own) {
    boolean good = true;
    int target = -1;
    for (PlacedLink placed : own) {
      target = check(placed, ids);
      good &= target >= 0;
    }
    if (good && !hasDays && !links.containsKey(own.get(0).link().target())) {
      units.set(ordinal, target); // as nearly all are: one link, which leads one step
      return;
    }
    List<LocalDate> days = hasDays ? days(id) : List.of();
    if (good && (days.isEmpty() || days.stream().noneMatch(IdentityResolver::isOutOfRange))) {
      set(units, ids, id, ordinal, days);
    }
  }

  /** Tells what is wrong with a link; the number of its target, or -1 where that is not there. */
  private int check(PlacedLink placed, IdDictionary ids) {
    IdentityLink link = placed.link();
    int target = ids.find(link.target());
    if (target < 0) {
      report.add(
          PortfolioRules.DANGLING_REFERENCE,
          placed.origin().at("target"),
          "type", Stakeholder.TYPE.name(), "value", link.target(), "nearest", "");
    }
    if (!from(link).equals(LocalDate.MIN) && isOutOfRange(from(link))) {
      report.add(
          PortfolioRules.DATE_OUT_OF_RANGE,
          placed.origin().at("from"),
          "value", from(link).toString(),
          "least", Dates.text(PortfolioChecks.FIRST_DAY_OF_ENTITIES),
          "most", Dates.text(PortfolioChecks.LAST_DAY));
    }
    if (link.from() != null && link.kind() == IdentityLink.Kind.ALIAS) {
      reportWhole(placed);
    }
    return target;
  }

  private static boolean isOutOfRange(LocalDate day) {
    return day.toEpochDay() < PortfolioChecks.FIRST_DAY_OF_ENTITIES || day.toEpochDay() > PortfolioChecks.LAST_DAY;
  }

  /** Several units that go on as one were apart before: a merger says so, a successor does not. */
  private void reportSharedSuccessors(IdDictionary ids) {
    Map<String, List<PlacedLink>> byTarget = new TreeMap<>();
    for (List<PlacedLink> own : links.values()) {
      for (PlacedLink placed : own) {
        IdentityLink link = placed.link();
        if (link.kind() == IdentityLink.Kind.SUCCESSOR && link.from() != null && ids.find(link.id()) >= 0) {
          byTarget.computeIfAbsent(link.target(), target -> new ArrayList<>()).add(placed);
        }
      }
    }
    byTarget.values().stream().filter(several -> several.size() > 1).flatMap(List::stream).forEach(this::reportWhole);
  }

  private void reportWhole(PlacedLink placed) {
    IdentityLink link = placed.link();
    report.add(
        PortfolioRules.IDENTITY_FROM,
        placed.origin().at("from"),
        "value", link.id(), "target", link.target(), "date", String.valueOf(link.from()));
  }

  private void set(LegalUnits units, IdDictionary ids, String id, int ordinal, List<LocalDate> days) {
    int[] numbers = new int[days.size()];
    int[] ofDays = new int[days.size() + 1];
    for (int i = 0; i <= numbers.length; i++) {
      int unit = ids.find(resolve(id, i == 0 ? LocalDate.MIN : days.get(i - 1)));
      ofDays[i] = unit < 0 ? ordinal : unit;
      if (i < numbers.length) {
        numbers[i] = Math.toIntExact(days.get(i).toEpochDay());
      }
    }
    if (numbers.length == 0) {
      units.set(ordinal, ofDays[0]);
    } else {
      units.set(ordinal, numbers, ofDays);
    }
  }

  /** The days on which any link that an id may lead over begins to hold, in order. */
  private List<LocalDate> days(String id) {
    TreeSet<LocalDate> days = new TreeSet<>();
    Set<String> seen = new LinkedHashSet<>(Set.of(id));
    for (List<String> next = List.of(id); !next.isEmpty(); ) {
      List<String> targets = new ArrayList<>();
      for (String at : next) {
        for (PlacedLink placed : links.getOrDefault(at, List.of())) {
          days.add(from(placed.link()));
          if (seen.add(placed.link().target())) {
            targets.add(placed.link().target());
          }
        }
      }
      next = targets;
    }
    days.remove(LocalDate.MIN);
    return List.copyOf(days);
  }

  private @Nullable IdentityLink linkOn(String id, LocalDate day) {
    IdentityLink found = null;
    for (PlacedLink placed : links.getOrDefault(id, List.of())) {
      found = from(placed.link()).isAfter(day) ? found : placed.link();
    }
    return found;
  }

  private String resolve(String id, LocalDate day) {
    IdentityLink link = linkOn(id, day);
    if (link == null || linkOn(link.target(), day) == null) {
      return link == null ? id : link.target();
    }
    Set<String> chain = new LinkedHashSet<>();
    String at = id;
    while (link != null && chain.add(at)) {
      at = link.target();
      link = linkOn(at, day);
    }
    if (link != null) {
      reportCycle(chain, at, link);
    }
    return at;
  }

  /** Once for each cycle: at the smallest of the ids in it. */
  private void reportCycle(Set<String> chain, String entry, IdentityLink link) {
    List<String> cycle = chain.stream().dropWhile(id -> !id.equals(entry)).toList();
    String first = chain.iterator().next();
    if (cycle.contains(first) && cycle.stream().min(String::compareTo).orElse(first).equals(first)) {
      links.get(first).stream().filter(placed -> placed.link().equals(link)).findFirst().ifPresent(placed ->
          report.add(
              PortfolioRules.IDENTITY_CYCLE,
              placed.origin().at("target"),
              "chain", String.join(" → ", cycle) + " → " + first));
    }
  }
}
