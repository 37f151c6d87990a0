package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Grouping;
import se.siru.core.model.Dimension;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.vocabulary.Codelist;

/** Where the codes of breakdowns are looked up: in the list of a field or, for a band, among its steps. */
final class MarginCodes {
  private final Portfolio portfolio;

  MarginCodes(Portfolio portfolio) {
    this.portfolio = portfolio;
  }

  /** What the codes of a margin depend on. */
  List<Object> sources(MeasurePlan measure, Margin margin) {
    List<Object> sources = new ArrayList<>();
    for (Breakdown.Part part : margin.parts()) {
      List<Grouping.Band.Step> steps = steps(measure, part);
      sources.add(steps.isEmpty() ? codelist(measure, part) : steps);
    }
    return sources;
  }

  /** The code at a position. */
  String code(MeasurePlan measure, Breakdown.Part part, int position) {
    List<Grouping.Band.Step> steps = steps(measure, part);
    return steps.isEmpty() ? codelist(measure, part).at(position).code() : steps.get(position).code();
  }

  /** The position of a code; -1 where there is none. */
  int position(MeasurePlan measure, Breakdown.Part part, String code) {
    List<Grouping.Band.Step> steps = steps(measure, part);
    return steps.isEmpty()
        ? codelist(measure, part).position(code)
        : steps.stream().map(Grouping.Band.Step::code).toList().indexOf(code);
  }

  /** The positions of all codes that a part may have. */
  List<Integer> positions(MeasurePlan measure, Breakdown.Part part) {
    List<Integer> positions = new ArrayList<>();
    List<Grouping.Band.Step> steps = steps(measure, part);
    if (steps.isEmpty()) {
      Codelist list = codelist(measure, part);
      Dimension dimension = measure.dimension(part);
      String level = dimension == null ? null : dimension.level();
      for (int i = 0; i < list.size(); i++) {
        if (level == null || level.equals(list.at(i).level())) {
          positions.add(i);
        }
      }
    } else {
      for (int i = 0; i < steps.size(); i++) {
        positions.add(i);
      }
    }
    return positions;
  }

  private static List<Grouping.Band.Step> steps(MeasurePlan measure, Breakdown.Part part) {
    Grouping.Band band = band(measure, part);
    return band == null ? List.of() : band.steps();
  }

  private static Grouping.@Nullable Band band(MeasurePlan measure, Breakdown.Part part) {
    return measure.isBand(part) ? measure.measure().grouping().map(Grouping::band).orElse(null) : null;
  }

  private Codelist codelist(MeasurePlan measure, Breakdown.Part part) {
    Grouping.Band band = band(measure, part);
    return band != null
        ? portfolio.codelist(((Aggregate.Last) band.inner().aggregate()).path().last())
        : portfolio.codelist(Objects.requireNonNull(measure.dimension(part)).path().last());
  }
}
