package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Expression;
import se.siru.core.indicator.Shift;
import se.siru.core.model.TimePeriod;

/**
 * An operand of a formula and the shifts that it stands in, from the outermost.
 *
 * @param indicator its id or code as written
 */
record Use(String indicator, List<Shift> shifts) {
  /** The operands of an expression. How deep it may be is held within bounds where it is made. */
  static List<Use> of(Expression expression) {
    List<Use> uses = new ArrayList<>();
    collect(expression, List.of(), uses);
    return uses.stream().distinct().toList();
  }

  private static void collect(Expression expression, List<Shift> within, List<Use> uses) {
    if (expression instanceof Expression.Reference) {
      uses.add(new Use(((Expression.Reference) expression).indicator(), within));
    } else if (expression instanceof Expression.Attainment && !((Expression.Attainment) expression).isOfAll()) {
      uses.add(new Use(((Expression.Attainment) expression).indicator(), within));
    } else if (expression instanceof Expression.Negate) {
      collect(((Expression.Negate) expression).operand(), within, uses);
    } else if (expression instanceof Expression.Binary) {
      collect(((Expression.Binary) expression).left(), within, uses);
      collect(((Expression.Binary) expression).right(), within, uses);
    } else if (expression instanceof Expression.Shifted) {
      List<Shift> deeper = new ArrayList<>(within);
      deeper.add(((Expression.Shifted) expression).shift());
      collect(((Expression.Shifted) expression).operand(), List.copyOf(deeper), uses);
    }
  }

  /** The period in which the operand is needed for the formula's value in a period; empty where there is none. */
  Optional<TimePeriod> from(TimePeriod period) {
    Optional<TimePeriod> at = Optional.of(period);
    for (Shift shift : shifts) {
      at = at.flatMap(shift::of);
    }
    return at;
  }

  /** As {@link #from}, by places on a timeline; -1 where there is none. */
  int from(int place, Timeline timeline) {
    return shifts.isEmpty() ? place : from(timeline.period(place)).map(timeline::place).orElse(-1);
  }

  @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
  public boolean equals(@Nullable Object object) {
    return object instanceof Use use && indicator.equals(use.indicator) && shifts.equals(use.shifts);
  }

  @Override
  public int hashCode() {
    return 31 * indicator.hashCode() + shifts.hashCode();
  }
}
