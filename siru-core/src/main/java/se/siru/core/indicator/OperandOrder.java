package se.siru.core.indicator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Indicators with all that they are made of, operands before what is made of them, each once; and the formulas that cannot
 * be computed in any order.
 *
 * <p>A way from a formula to its operands and to theirs is as long as its author likes, so that it is kept here and not on the
 * stack of the thread.
 */
final class OperandOrder {
  /** As many circles are told; a file that has more is no better understood by them. */
  private static final int MOST_CIRCLES = 100;

  /** How many ids of a chain are shown at either end. */
  private static final int SHOWN = 3;

  private final Function<String, Optional<Indicator>> find;
  private final List<Indicator> inOrder = new ArrayList<>();
  private final Set<String> done = new HashSet<>();
  private final List<List<String>> circles = new ArrayList<>();
  private final Map<String, String> ofMany = new LinkedHashMap<>();

  private OperandOrder(Function<String, Optional<Indicator>> find) {
    this.find = find;
  }

  /**
   * The order of some indicators and of what they are made of.
   *
   * @param find the indicator of a name; what it does not find leads nowhere
   */
  static OperandOrder of(Collection<? extends Indicator> indicators, Function<String, Optional<Indicator>> find) {
    OperandOrder order = new OperandOrder(find);
    indicators.forEach(order::follow);
    return order;
  }

  /** The indicators, operands first; of no use where there are circles. */
  List<Indicator> inOrder() {
    return inOrder;
  }

  /** The first circles, each as the ids on the way from one formula back to itself. */
  List<List<String>> circles() {
    return circles;
  }

  /** The id of each formula to that of an operand of it that is {@code attainment(*)}, which has no one number. */
  Map<String, String> ofMany() {
    return ofMany;
  }

  /** The names on a way as people read them: all of them, or both ends of a long one. */
  static String chain(List<String> ids) {
    if (ids.size() <= 2 * SHOWN + 1) {
      return String.join(" → ", ids);
    }
    return String.join(" → ", ids.subList(0, SHOWN)) + " → … → "
        + String.join(" → ", ids.subList(ids.size() - SHOWN, ids.size()));
  }

  /** An indicator on the way, and the operands not yet looked at. */
  private record Step(Indicator indicator, Iterator<String> operands) {
    static Step of(Indicator indicator) {
      Set<String> operands =
          indicator instanceof Formula
              ? new LinkedHashSet<>(Catalogue.operands(((Formula) indicator).expression()))
              : Set.of();
      return new Step(indicator, operands.iterator());
    }
  }

  private void follow(Indicator from) {
    if (done.contains(from.id())) {
      return;
    }
    Deque<Step> way = new ArrayDeque<>();
    Set<String> ids = new LinkedHashSet<>();
    way.addLast(Step.of(from));
    ids.add(from.id());
    while (!way.isEmpty()) {
      Step last = way.getLast();
      if (!last.operands().hasNext()) {
        way.removeLast();
        ids.remove(last.indicator().id());
        done.add(last.indicator().id());
        inOrder.add(last.indicator());
        continue;
      }
      Indicator next = find.apply(last.operands().next()).orElse(null);
      if (next == null) {
        continue;
      }
      if (next instanceof Formula && ((Formula) next).isAttainmentOfAll()) {
        ofMany.putIfAbsent(last.indicator().id(), next.id());
      }
      if (ids.contains(next.id())) {
        addCircle(ids, next.id());
      } else if (!done.contains(next.id())) {
        way.addLast(Step.of(next));
        ids.add(next.id());
      }
    }
  }

  private void addCircle(Collection<String> ids, String backTo) {
    if (circles.size() < MOST_CIRCLES) {
      List<String> way = List.copyOf(ids);
      List<String> circle = new ArrayList<>(way.subList(way.indexOf(backTo), way.size()));
      circle.add(backTo);
      circles.add(circle);
    }
  }
}
