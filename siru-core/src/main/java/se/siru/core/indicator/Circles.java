package se.siru.core.indicator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds formulas that are made of each other. Each formula is followed once, however many others are made of it. */
final class Circles {
  private final Function<String, Optional<Indicator>> find;
  private final Set<String> done = new HashSet<>();
  private final List<List<String>> circles = new ArrayList<>();

  private Circles(Function<String, Optional<Indicator>> find) {
    this.find = find;
  }

  /**
   * The circles among indicators, each as the ids on the way from one of them back to itself.
   *
   * @param find the indicator of a name; what it does not find leads nowhere
   */
  static List<List<String>> of(Collection<? extends Indicator> indicators, Function<String, Optional<Indicator>> find) {
    Circles circles = new Circles(find);
    indicators.forEach(circles::follow);
    return circles.circles;
  }

  private record Step(String id, Iterator<String> operands) {
    static Step of(Indicator indicator) {
      Set<String> operands =
          indicator instanceof Formula
              ? new LinkedHashSet<>(Catalogue.operands(((Formula) indicator).expression()))
              : Set.of();
      return new Step(indicator.id(), operands.iterator());
    }
  }

  /** A way is as long as its author likes, so that it is kept here and not on the stack of the thread. */
  private void follow(Indicator from) {
    if (done.contains(from.id())) {
      return;
    }
    Deque<Step> way = new ArrayDeque<>();
    LinkedHashSet<String> ids = new LinkedHashSet<>();
    way.addLast(Step.of(from));
    ids.add(from.id());
    while (!way.isEmpty()) {
      Step last = way.getLast();
      if (!last.operands().hasNext()) {
        way.removeLast();
        ids.remove(last.id());
        done.add(last.id());
        continue;
      }
      Optional<Indicator> next = find.apply(last.operands().next());
      if (next.isPresent() && ids.contains(next.get().id())) {
        List<String> all = List.copyOf(ids);
        List<String> circle = new ArrayList<>(all.subList(all.indexOf(next.get().id()), all.size()));
        circle.add(next.get().id());
        circles.add(circle);
      } else if (next.isPresent() && !done.contains(next.get().id())) {
        way.addLast(Step.of(next.get()));
        ids.add(next.get().id());
      }
    }
  }
}
