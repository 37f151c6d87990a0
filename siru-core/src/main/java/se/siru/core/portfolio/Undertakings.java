package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which legal units are one undertaking, by the group links of {@code identity.csv}: parents and all that belong to them, from the day
 * of each link on.
 *
 * <p>Immutable and thread-safe.
 */
final class Undertakings {
  private final Map<Integer, List<Tie>> ties = new HashMap<>();

  /** That two units belong together from a day on, or always where the day is null. */
  private record Tie(int unit, @Nullable LocalDate from) {}

  /**
   * Undertakings.
   *
   * @param links of all kinds; others than groups and those with ids that no stakeholder has say nothing here
   */
  static Undertakings of(List<PlacedLink> links, EntityIndex stakeholders, Units units) {
    Undertakings made = new Undertakings();
    for (PlacedLink placed : links) {
      IdentityLink link = placed.link();
      if (link.kind() != IdentityLink.Kind.GROUP) {
        continue;
      }
      int one = unit(link.id(), stakeholders, units);
      int other = unit(link.target(), stakeholders, units);
      if (one >= 0 && other >= 0) {
        made.ties.computeIfAbsent(one, key -> new ArrayList<>()).add(new Tie(other, link.from()));
        made.ties.computeIfAbsent(other, key -> new ArrayList<>()).add(new Tie(one, link.from()));
      }
    }
    return made;
  }

  private static int unit(String id, EntityIndex stakeholders, Units units) {
    int ordinal = stakeholders.ids().find(id);
    return ordinal < 0 || !stakeholders.holds(ordinal) ? -1 : units.unit(stakeholders.row(ordinal, Column.Days.MISSING));
  }

  /** The units that on a day are one undertaking with a unit, itself among them, in order. */
  Set<Integer> members(int unit, LocalDate day) {
    Set<Integer> members = new TreeSet<>(Set.of(unit));
    Deque<Integer> next = new ArrayDeque<>(members);
    while (!next.isEmpty()) {
      for (Tie tie : ties.getOrDefault(next.remove(), List.of())) {
        if ((tie.from() == null || !tie.from().isAfter(day)) && members.add(tie.unit())) {
          next.add(tie.unit());
        }
      }
    }
    return members;
  }
}
