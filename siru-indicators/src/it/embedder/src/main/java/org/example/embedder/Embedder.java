package org.example.embedder;

import java.time.LocalDate;
import java.util.List;
import se.siru.core.Siru;
import se.siru.core.evaluation.Results;
import se.siru.core.model.Activity;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;

/** A system that keeps its own records and has SIRU count them; nothing else of the build that made SIRU is here. */
public final class Embedder {
  private record Organisation(String number, String sector) {}

  private record Visit(String meeting, String organisation) {}

  private Embedder() {}

  /** Fails, and with it the build, where a result is not what the records say. */
  public static void main(String[] args) {
    var organisations = List.of(
        new Organisation("o1", "public"), new Organisation("o2", "public"), new Organisation("o3", "business"));
    var visits = List.of(new Visit("m1", "o1"), new Visit("m1", "o3"), new Visit("m2", "o1"), new Visit("m2", "o2"));

    Portfolio portfolio = Portfolio.builder()
        .add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build())
        .add(meeting("m1", LocalDate.of(2021, 2, 1)))
        .add(meeting("m2", LocalDate.of(2022, 5, 1)))
        .addAll(organisations.stream()
            .map(each -> Stakeholder.TYPE.row(each.number()).with(Stakeholder.SECTOR, each.sector()).build())
            .toList())
        .addAll(visits.stream().map(Embedder::participation).toList())
        .build();
    Results results = Siru.load().evaluate(portfolio)
        .indicators("SI-P01")
        .periods(Periods.parse("2021,2022,total"))
        .by("sector")
        .run();

    expect(2, results.cell("SI-P01", "2021").value());
    expect(2, results.cell("SI-P01", "2022").value());
    expect(3, results.cell("SI-P01", "total").value());
    expect(2, results.cell("SI-P01", "total", "sector=public").value());
  }

  private static Row meeting(String id, LocalDate day) {
    return Activity.TYPE.row(id).with(Activity.START, day).with(Activity.STATUS, "held").build();
  }

  private static Row participation(Visit visit) {
    return Participation.TYPE.row()
        .with(Participation.ACTIVITY, visit.meeting())
        .with(Participation.ORGANISATIONS, List.of(visit.organisation()))
        .with(Participation.STATUS, "attended")
        .build();
  }

  private static void expect(long expected, Value value) {
    if (!value.equals(Value.Quantity.of(expected))) {
      throw new IllegalStateException("expected " + expected + " organisations reached, got " + value);
    }
  }
}
