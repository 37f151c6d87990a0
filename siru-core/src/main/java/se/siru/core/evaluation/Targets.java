package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.BreakdownCodes;
import se.siru.core.model.Field;
import se.siru.core.model.Row;
import se.siru.core.model.Target;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.DecidedPlan;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.SourcedRow;

/** The targets that apply on the portfolio's day, by indicator, period and codes. Where several match, none is taken. */
final class Targets {
  private final Map<String, List<Goal>> goals = new HashMap<>();
  private final Set<String> indicators = new LinkedHashSet<>();

  Targets(Portfolio portfolio) {
    DecidedPlan plan = DecidedPlan.of(portfolio);
    for (SourcedRow line : plan.targets()) {
      Row row = line.row();
      String indicator = text(row, Target.INDICATOR);
      String named = text(row, Target.PERIOD);
      String period = plan.period(named).map(TimePeriod::label).orElse(named);
      Map<String, String> codes = BreakdownCodes.parse(row.get(Target.BREAKDOWN));
      BigDecimal baseline = row.get(Target.BASELINE);
      Goal goal =
          new Goal(
              Objects.requireNonNull(row.get(Target.VALUE)),
              baseline == null ? BigDecimal.ZERO : baseline);
      indicators.add(indicator);
      goals.computeIfAbsent(key(indicator, period, codes), k -> new ArrayList<>()).add(goal);
    }
  }

  private static String text(Row row, Field<String> field) {
    String text = row.get(field);
    return text == null ? "" : text.strip();
  }

  private static String key(String indicator, String period, Map<String, String> codes) {
    return indicator + "\n" + period + "\n" + codes;
  }

  /** A target and its baseline, 0 where none is stated. */
  record Goal(BigDecimal value, BigDecimal baseline) {}

  /** The codes or ids of indicators that have a target, in the order in which the portfolio names them. */
  Set<String> indicators() {
    return indicators;
  }

  @Nullable Goal find(Indicator indicator, TimePeriod period, Margin margin, MarginRow row) {
    Map<String, String> codes = new TreeMap<>();
    for (int i = 0; i < row.codes().size(); i++) {
      codes.put(margin.parts().get(i).dimension(), row.codes().get(i));
    }
    List<Goal> found = new ArrayList<>(goals.getOrDefault(key(indicator.code(), period.label(), codes), List.of()));
    if (!indicator.id().equals(indicator.code())) {
      found.addAll(goals.getOrDefault(key(indicator.id(), period.label(), codes), List.of()));
    }
    return found.size() == 1 ? found.get(0) : null;
  }
}
