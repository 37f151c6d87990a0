package se.siru.core.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.TimePeriod;

/**
 * The periods that formulas compute with: those asked for, then those that shifted operands need beside them, each stretch of days once.
 * Also which indicators need the latter.
 */
final class Timeline {
  private static final Comparator<TimePeriod> BY_DAYS =
      Comparator.comparing(TimePeriod::from, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(TimePeriod::until, Comparator.nullsLast(Comparator.naturalOrder()));

  private final List<TimePeriod> all;
  private final int asked;
  private final Map<Days, Integer> places = new HashMap<>();
  private final Set<String> shifted;

  private Timeline(List<TimePeriod> asked, Collection<TimePeriod> more, Set<String> shifted) {
    this.all = new ArrayList<>(asked);
    this.asked = asked.size();
    this.shifted = shifted;
    more.stream().sorted(BY_DAYS).forEach(all::add);
    for (int i = 0; i < all.size(); i++) {
      places.putIfAbsent(Days.of(all.get(i)), i);
    }
  }

  /** A period by its days, whatever it is called. */
  private record Days(@Nullable LocalDate from, @Nullable LocalDate until) {
    static Days of(TimePeriod period) {
      return new Days(period.from(), period.until());
    }

    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Days days && Objects.equals(from, days.from) && Objects.equals(until, days.until);
    }

    @Override
    public int hashCode() {
      return 31 * Objects.hashCode(from) + Objects.hashCode(until);
    }
  }

  /**
   * The periods of an evaluation.
   *
   * @param asked the periods asked for, each of which every indicator needs
   * @param formulas operands before what is made of them
   */
  static Timeline of(List<TimePeriod> asked, List<Formula> formulas, Catalogue catalogue) {
    Map<String, Map<Days, TimePeriod>> needed = new HashMap<>();
    Set<Days> known = new HashSet<>();
    asked.forEach(period -> known.add(Days.of(period)));
    Map<Days, TimePeriod> more = new LinkedHashMap<>();
    for (int i = formulas.size() - 1; i >= 0; i--) {
      Formula formula = formulas.get(i);
      List<TimePeriod> own = new ArrayList<>(asked);
      own.addAll(needed.getOrDefault(formula.id(), Map.of()).values());
      for (Use use : Use.of(formula.expression())) {
        Optional<Indicator> operand = catalogue.find(use.indicator());
        for (TimePeriod period : own) {
          TimePeriod at = use.from(period).orElse(null);
          if (at != null && operand.isPresent() && !known.contains(Days.of(at))) {
            more.putIfAbsent(Days.of(at), at);
            needed.computeIfAbsent(operand.get().id(), id -> new LinkedHashMap<>()).putIfAbsent(Days.of(at), at);
          }
        }
      }
    }
    return new Timeline(asked, more.values(), needed.keySet());
  }

  /** How many periods were asked for; they come first. */
  int asked() {
    return asked;
  }

  int size() {
    return all.size();
  }

  TimePeriod period(int place) {
    return all.get(place);
  }

  /** The periods asked for. */
  List<TimePeriod> own() {
    return List.copyOf(all.subList(0, asked));
  }

  /** The periods that only shifted operands need. */
  List<TimePeriod> others() {
    return List.copyOf(all.subList(asked, all.size()));
  }

  /** True where an indicator is needed in periods that were not asked for. */
  boolean needsOthers(Indicator indicator) {
    return shifted.contains(indicator.id());
  }

  /** The place of a period; -1 where nothing is evaluated in it, as on the way of one shift after another. */
  int place(TimePeriod period) {
    return places.getOrDefault(Days.of(period), -1);
  }
}
