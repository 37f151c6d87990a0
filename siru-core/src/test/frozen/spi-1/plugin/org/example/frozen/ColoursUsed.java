package org.example.frozen;

import java.util.Set;
import java.util.TreeSet;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;

/** How many colours occur. */
final class ColoursUsed implements IndicatorFunction {
  @Override
  public String id() {
    return "frozen:colours-used";
  }

  @Override
  public Outcome apply(Selection selection, Context context) {
    Set<String> used = new TreeSet<>();
    long unknown = 0;
    for (int row = 0; row < selection.size(); row++) {
      if (selection.value(row, 0) == Selection.UNKNOWN) {
        unknown++;
      } else {
        used.add(selection.code(row, 0));
      }
    }
    return new Outcome(Value.Quantity.of(used.size() + Long.parseLong(context.parameters().get("plus"))), unknown);
  }
}
