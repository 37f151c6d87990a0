package se.siru.core.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Activity;
import se.siru.core.model.Comment;
import se.siru.core.model.CostLine;
import se.siru.core.model.Decision;
import se.siru.core.model.Effect;
import se.siru.core.model.Money;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.ReportingPeriod;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Target;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** An invented programme so small that every number can be worked out by hand. */
public final class SmallProgramme {
  static final Catalogue CATALOGUE =
      Catalogue.empty()
          .with(
              Provider.application(),
              List.of(
                  Indicator.measure("t:held").code("T1").named("sv", "Aktiviteter").named("en", "Activities")
                      .over(Activity.TYPE).count().build(),
                  Indicator.measure("t:reached").code("SI-P01").named("sv", "Nådda").named("en", "Reached")
                      .over(Participation.TYPE).distinct(Participation.ORGANISATIONS).build(),
                  Indicator.measure("t:neutral").code("T2").named("sv", "Utan riktning").named("en", "No direction")
                      .direction(Indicator.Direction.NONE).over(Activity.TYPE).count().build()),
              List.of());

  private SmallProgramme() {}

  /** The indicators that the programme has targets of. */
  public static Catalogue catalogue() {
    return CATALOGUE;
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  private static Row target(String indicator, String period, String baseline, String value, String decision) {
    RowBuilder row =
        Target.TYPE.row()
            .with(Target.INDICATOR, indicator)
            .with(Target.PERIOD, period)
            .with(Target.VALUE, new BigDecimal(value))
            .with(Target.DECISION, decision);
    return (baseline.isEmpty() ? row : row.with(Target.BASELINE, new BigDecimal(baseline))).build();
  }

  private static Row cost(Map<String, String> values) {
    RowBuilder row = CostLine.TYPE.row();
    values.forEach((name, value) -> {
      switch (name) {
        case "node" -> row.with(CostLine.NODE, value);
        case "decision" -> row.with(CostLine.DECISION, value);
        case "partner" -> row.with(CostLine.PARTNER, value);
        case "budget" -> row.with(CostLine.BUDGET, Money.of("SEK", value));
        case "outcome" -> row.with(CostLine.OUTCOME, Money.of("SEK", value));
        case "period" -> row.with(CostLine.PERIOD, value);
        case "co-financing" -> row.with(CostLine.COFINANCING, value);
        case "form" -> row.with(CostLine.FORM, value);
        default -> throw new IllegalArgumentException(name);
      }
    });
    return row.build();
  }

  private static Row period(String id, int number, String start, String end) {
    return ReportingPeriod.TYPE.row(id)
        .with(ReportingPeriod.DECISION, "d1")
        .with(ReportingPeriod.NUMBER, (long) number)
        .with(ReportingPeriod.START, day(start))
        .with(ReportingPeriod.END, day(end))
        .build();
  }

  private static Row effect(String claim, String consent) {
    RowBuilder row = Effect.TYPE.row().with(Effect.CLAIM, claim).with(Effect.DEGREE, "partly");
    return (consent.isEmpty() ? row : row.with(Effect.CONSENT, consent)).build();
  }

  /** Two years in two reporting periods; the second has just ended. */
  public static Portfolio portfolio() {
    PortfolioBuilder builder =
        Portfolio.builder()
            .recordedAt(day("2022-12-31"))
            .add(ProgrammeNode.TYPE.row("o").with(ProgrammeNode.LEVEL, "operation").build())
            .add(ProgrammeNode.TYPE.row("w1").with(ProgrammeNode.LEVEL, "work-package")
                .with(ProgrammeNode.PARENT, "o").with(ProgrammeNode.NAME, "Ett").build())
            .add(ProgrammeNode.TYPE.row("w2").with(ProgrammeNode.LEVEL, "work-package")
                .with(ProgrammeNode.PARENT, "o").with(ProgrammeNode.NAME, "Två").build())
            .add(Stakeholder.TYPE.row("a").with(Stakeholder.NAME, "A-bolaget").with(Stakeholder.SECTOR, "business")
                .with(Stakeholder.REGION, "0680").build())
            .add(Stakeholder.TYPE.row("b").with(Stakeholder.NAME, "B-föreningen")
                .with(Stakeholder.SECTOR, "civil-society").with(Stakeholder.REGION, "0680").build())
            .add(Stakeholder.TYPE.row("p1").with(Stakeholder.KIND, "person").with(Stakeholder.GENDER, "women").build())
            .add(Stakeholder.TYPE.row("p2").with(Stakeholder.KIND, "person").build())
            .add(Decision.TYPE.row("d1").with(Decision.DATE, day("2021-01-01")).with(Decision.VERSION, 1L).build())
            .add(Decision.TYPE.row("d2").with(Decision.DATE, day("2022-02-01")).with(Decision.VERSION, 2L)
                .with(Decision.SUPERSEDES, "d1").build())
            .add(period("P1", 1, "2021-01-01", "2021-12-31"))
            .add(period("P2", 2, "2022-01-01", "2022-12-31"))
            .add(period("P3", 3, "2023-01-01", "2023-12-31"));
    String[] days = {"2021-02-01", "2021-03-01", "2022-04-01"};
    for (int i = 0; i < days.length; i++) {
      builder.add(Activity.TYPE.row("x" + i).with(Activity.START, day(days[i])).build());
    }
    return builder
        .add(Participation.TYPE.row().with(Participation.ACTIVITY, "x0").with(Participation.PERSON, "p1")
            .with(Participation.ORGANISATIONS, List.of("a")).build())
        .add(Participation.TYPE.row().with(Participation.ACTIVITY, "x2").with(Participation.PERSON, "p2")
            .with(Participation.ORGANISATIONS, List.of("a", "b")).build())
        .add(Participation.TYPE.row().with(Participation.ACTIVITY, "x2").with(Participation.HEADS, 10L)
            .with(Participation.WOMEN, 4L).with(Participation.MEN, 5L).build())
        .add(target("T1", "total", "", "99", "d1"))
        .add(target("T1", "total", "1", "7", "d2"))
        .add(target("T1", "P2", "", "2", "d2"))
        .add(target("T1", "P3", "", "2", "d2"))
        .add(target("T2", "total", "", "3", "d2"))
        .add(target("SI-P01", "P1..P2", "2", "2", "d2"))
        .add(target("UNKNOWN", "total", "", "1", "d2"))
        .add(cost(Map.of("node", "w1", "decision", "d1", "partner", "a", "budget", "1.00")))
        .add(cost(Map.of("node", "w1", "decision", "d2", "partner", "a", "budget", "1000.00")))
        .add(cost(Map.of("node", "w2", "decision", "d2", "partner", "b", "budget", "500.00")))
        .add(cost(Map.of("node", "w1", "partner", "a", "outcome", "300.50", "period", "P1")))
        .add(cost(Map.of("node", "w1", "partner", "a", "outcome", "200.00", "period", "P2",
            "co-financing", "public", "form", "in-kind")))
        .add(cost(Map.of("node", "w2", "partner", "b", "outcome", "100.00", "period", "P2",
            "co-financing", "private", "form", "cash")))
        .add(cost(Map.of("node", "w2", "partner", "b", "outcome", "77.00", "period", "P3")))
        .add(cost(Map.of("node", "w2", "partner", "b", "outcome", "9.00")))
        .add(Comment.TYPE.row().with(Comment.INDICATOR, "T1").with(Comment.PERIOD, "P2")
            .with(Comment.STATUS, "final").with(Comment.TEXT, "Går | bra").build())
        .add(Comment.TYPE.row().with(Comment.INDICATOR, "T1").with(Comment.PERIOD, "P2")
            .with(Comment.STATUS, "draft").with(Comment.DATE, day("2022-12-30")).with(Comment.TEXT, "Utkast").build())
        .add(effect("Vi <b>vågar</b> mer.", "yes"))
        .add(effect("Hemligt nej.", "no"))
        .add(effect("Hemligt okänt.", ""))
        .build();
  }
}
