package se.siru.core.intake;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the first case gives whose conditions a row meets; nothing where it meets those of none. */
record FirstCase(List<Case> cases) implements From {
  /** Conditions that must all hold, and what the field then is. */
  record Case(List<RecordMapping.When> conditions, From then) {}

  @Override
  public @Nullable List<Cell> values(Scope scope) {
    for (Case one : cases) {
      if (one.conditions.stream().allMatch(condition -> condition.holds(scope.row()))) {
        return one.then.values(scope);
      }
    }
    return List.of();
  }

  @Override
  public void columns(Set<String> into) {
    for (Case one : cases) {
      one.conditions.forEach(condition -> into.add(condition.column()));
      one.then.columns(into);
    }
  }

  @Override
  public void elements(Set<String> into) {
    cases.forEach(one -> one.then.elements(into));
  }

  @Override
  public String label() {
    return cases.isEmpty() ? "" : cases.get(0).conditions.get(0).column();
  }
}
