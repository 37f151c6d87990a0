package se.siru.indicators.statistics;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;

/** How evenly things are spread over categories. A thing of several categories counts once in each. */
enum DiversityFunction implements IndicatorFunction {
  BLAU("siru:blau", (counts, context) -> Diversity.blau(counts)),
  GINI("siru:gini", (counts, context) -> Diversity.gini(counts)),
  SHANNON("siru:shannon", (counts, context) -> Diversity.shannon(counts)),
  IQV("siru:iqv", (counts, context) -> Diversity.iqv(counts, StatisticsFunctions.whole(context, "categories")));

  private final String id;
  private final BiFunction<Collection<Long>, Context, Optional<? extends Value>> index;

  DiversityFunction(String id, BiFunction<Collection<Long>, Context, Optional<? extends Value>> index) {
    this.id = id;
    this.index = index;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Outcome apply(Selection selection, Context context) {
    Map<Long, Long> counts = new TreeMap<>();
    Set<Long> unknown = new HashSet<>();
    for (int row = 0; row < selection.size(); row++) { // rows are different, so that each thing is once in each category
      if (selection.value(row, 0) == Selection.UNKNOWN) {
        continue;
      }
      if (selection.value(row, 1) == Selection.UNKNOWN) {
        unknown.add(selection.value(row, 0));
      } else {
        counts.merge(selection.value(row, 1), 1L, Long::sum);
      }
    }
    Value value =
        index.apply(counts.values(), context)
            .<Value>map(found -> found)
            .orElse(Value.Absent.of(Value.Reason.UNDEFINED, "inget att fördela", "nothing to spread"));
    return new Outcome(value, unknown.size());
  }
}
