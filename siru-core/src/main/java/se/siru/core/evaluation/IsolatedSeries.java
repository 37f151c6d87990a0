package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Catalogue;
import se.siru.core.isolation.EvaluationAnswer;
import se.siru.core.isolation.EvaluationRequest;
import se.siru.core.isolation.IsolatedPlugin;
import se.siru.core.model.TimePeriod;
import se.siru.core.parallel.Workers;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Codelist;

/**
 * The cells of measures whose code lies in processes of plugins. Each plugin is asked once, for all its measures together; what it answers
 * is taken into a series where it is such as this process could have counted, and is a failure of the measure's code where it is not.
 */
final class IsolatedSeries {
  private final Plan plan;
  private final Guard guard;
  private final MarginCodes codes;
  private final List<TimePeriod> periods;
  private final Map<String, EvaluationAnswer.OfMeasure> answers = new HashMap<>();

  private IsolatedSeries(Plan plan, MarginCodes codes) {
    this.plan = plan;
    this.guard = plan.guard();
    this.codes = codes;
    this.periods = List.copyOf(new LinkedHashSet<>(plan.periods()));
  }

  /** Asks the plugins of all measures of a plan, up to so many at once. */
  static IsolatedSeries of(Plan plan, Catalogue catalogue, MarginCodes codes, boolean allCodes, int threads) {
    IsolatedSeries series = new IsolatedSeries(plan, codes);
    Map<String, List<MeasurePlan>> measures = new LinkedHashMap<>();
    Map<String, IsolatedPlugin> plugins = new LinkedHashMap<>();
    for (MeasurePlan measure : plan.measures()) {
      CodeHome home = CodeHome.of(measure.measure(), catalogue);
      IsolatedPlugin plugin = home.plugin();
      if (plugin == null || !measure.mustHold().allMatch(plan.portfolio()::holds)) {
        continue;
      }
      if (home.problem() != null) {
        series.guard.fail(measure.measure(), told(home.problem()));
        continue;
      }
      plugins.put(plugin.id(), plugin);
      measures.computeIfAbsent(plugin.id(), id -> new ArrayList<>()).add(measure);
    }
    List<String> ids = List.copyOf(plugins.keySet());
    EvaluationAnswer[] given = new EvaluationAnswer[ids.size()];
    Workers.each(threads, ids.size(), at -> {
      IsolatedPlugin plugin = Objects.requireNonNull(plugins.get(ids.get(at)));
      given[at] = plugin.evaluate(series.request(measures.get(ids.get(at)), allCodes, threads));
    });
    for (int at = 0; at < given.length; at++) {
      series.take(measures.get(ids.get(at)), given[at]);
    }
    return series;
  }

  private EvaluationRequest request(List<MeasurePlan> measures, boolean allCodes, int threads) {
    Set<String> breakdowns = new LinkedHashSet<>();
    for (Margin margin : plan.margins()) {
      if (!margin.parts().isEmpty() && measures.stream().anyMatch(measure -> measure.has(margin))) {
        breakdowns.add(margin.parts().stream().map(Breakdown.Part::toString).collect(Collectors.joining(",")));
      }
    }
    return new EvaluationRequest(
        plan.portfolio(),
        measures.stream().map(MeasurePlan::measure).toList(),
        periods,
        List.copyOf(breakdowns),
        allCodes,
        threads,
        guard.budget());
  }

  private void take(List<MeasurePlan> measures, EvaluationAnswer answer) {
    for (MeasurePlan measure : measures) {
      EvaluationAnswer.OfMeasure of = answer.measures().get(measure.measure().id());
      String failure = answer.failure() != null ? answer.failure() : of == null ? null : of.failure();
      if (failure != null) {
        guard.fail(measure.measure(), told(failure));
      } else if (of == null) {
        guard.fail(measure.measure(), refused("det är tomt", "it is empty"));
      }
      if (of != null) {
        answers.put(measure.measure().id(), of);
      }
    }
  }

  /** What the other process says is left as it is. */
  private static LocalizedText told(String reason) {
    return LocalizedText.of(reason, reason);
  }

  private static LocalizedText refused(String swedish, String english) {
    return LocalizedText.of("gav ett svar som inte tas emot: " + swedish, "gave an answer that is refused: " + english);
  }

  /** Fills a series without cells, whose values of empty rows are set. */
  List<MeasureReader.Caution> into(Series series, MeasurePlan measure) {
    EvaluationAnswer.OfMeasure answer = answers.get(measure.measure().id());
    Map<Margin, List<Placed>> placed = answer == null ? Map.of() : place(measure, answer);
    for (Margin margin : plan.margins()) {
      List<Placed> rows = placed.get(margin);
      if (rows != null) {
        fill(series, margin, rows);
      }
    }
    Margin total = plan.margins().get(0);
    if (series.block(total) == null) {
      guard.fail(measure.measure(), refused("det saknar totalen", "it has no total"));
      series.add(total, new MarginRow[] {MarginRow.TOTAL}).fill(Absences.NO_RECORDS);
    }
    if (measure.measure().requiredCoverage().isPresent()) {
      for (int period = 0; period < plan.periods().size(); period++) {
        if (!measure.variant(period).isCovered()) {
          series.fill(period, Absences.REGISTER_INCOMPLETE);
        }
      }
    }
    return answer == null
        ? List.of()
        : answer.cautions().stream()
            .map(caution -> new MeasureReader.Caution(caution.rule(), measure.measure(), caution.cell()))
            .toList();
  }

  /** A row where it stands in the order of rows. */
  private record Placed(MarginRow row, List<EvaluationAnswer.Cell> cells) {}

  private Map<Margin, List<Placed>> place(MeasurePlan measure, EvaluationAnswer.OfMeasure answer) {
    Map<Set<String>, List<Margin>> byDimensions = new HashMap<>(); // sector,county and county,sector have the same cells
    Map<Margin, List<Placed>> placed = new HashMap<>();
    for (Margin margin : plan.margins()) {
      if (measure.has(margin)) {
        Set<String> dimensions = margin.parts().stream().map(Breakdown.Part::toString).collect(Collectors.toSet());
        byDimensions.computeIfAbsent(dimensions, key -> new ArrayList<>()).add(margin);
        placed.put(margin, new ArrayList<>());
      }
    }
    for (EvaluationAnswer.Row row : answer.rows()) {
      List<Margin> margins = byDimensions.getOrDefault(row.codes().keySet(), List.of());
      List<@Nullable MarginRow> known = new ArrayList<>();
      margins.forEach(margin -> known.add(row(measure, margin, row.codes())));
      if (known.isEmpty() || known.contains(null)) {
        guard.fail(measure.measure(), refused("det har en rad som posterna inte har", "it has a row that the records do not have"));
        return Map.of();
      }
      for (int i = 0; i < margins.size(); i++) {
        placed.get(margins.get(i)).add(new Placed(Objects.requireNonNull(known.get(i)), row.cells()));
      }
    }
    return placed;
  }

  /** The row of codes; null where one of them is none. */
  private @Nullable MarginRow row(MeasurePlan measure, Margin margin, Map<String, String> byDimension) {
    List<String> own = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (Breakdown.Part part : margin.parts()) {
      String code = Objects.requireNonNull(byDimension.get(part.toString()));
      int position = code.equals(Codelist.UNKNOWN) ? CellTable.UNKNOWN : codes.position(measure, part, code);
      if (position < 0) {
        return null;
      }
      own.add(code);
      order.add(position);
    }
    return margin.parts().isEmpty() ? MarginRow.TOTAL : MarginRow.of(margin, own, order);
  }

  private void fill(Series series, Margin margin, List<Placed> rows) {
    Placed[] sorted = rows.toArray(Placed[]::new);
    Arrays.sort(sorted, (first, second) -> first.row.compareTo(second.row));
    if (margin.parts().isEmpty() && sorted.length == 0) {
      return;
    }
    Series.Block block = series.add(margin, Arrays.stream(sorted).map(Placed::row).toArray(MarginRow[]::new));
    for (int period = 0; period < plan.periods().size(); period++) {
      int asked = periods.indexOf(plan.periods().get(period));
      for (int row = 0; row < sorted.length; row++) {
        EvaluationAnswer.Cell cell = sorted[row].cells.get(asked);
        block.set(row, period, cell.value(), cell.records(), cell.unknown());
      }
    }
  }
}
