package se.siru.indicators.participation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Range;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Participation;
import se.siru.core.model.Stakeholder;
import se.siru.core.text.LocalizedText;
import se.siru.indicators.participants.Figure;

/** Heads at activities: those that are participations by gender, and those that are none. */
final class AttendanceIndicators {
  static final Condition ATTENDED = Participation.STATUS.is("attended");
  static final Condition AS_PARTICIPANT = ATTENDED.and(Participation.ROLE.is("participant"));

  private static final String OWN = "SIRU";

  private AttendanceIndicators() {}

  static List<Indicator> all() {
    List<Indicator> all = new ArrayList<>();
    all.add(
        heads("no-shows", LocalizedText.of("Uteblivna", "No-shows"),
            LocalizedText.of(
                "Summan av anmälda deltagare som uteblev. De är inga deltaganden (SI-P03).",
                "The sum of registered participants who did not come. They are no participations (SI-P03)."),
            Participation.STATUS.is("no-show").and(Participation.ROLE.is("participant"))));
    all.add(
        heads("registered", LocalizedText.of("Anmälda utan uppgift om närvaro", "Registered, attendance not noted"),
            LocalizedText.of(
                "Summan av anmälda deltagare för vilka ingen har noterat om de kom. De är inga deltaganden (SI-P03).",
                "The sum of registered participants of whom nobody noted whether they came. They are no participations (SI-P03)."),
            Participation.STATUS.is("registered").and(Participation.ROLE.is("participant"))));
    all.add(attended("speakers", "speaker", "Talare", "Speakers"));
    all.add(attended("organisers", "organiser", "Arrangörer på plats", "Organisers attending"));
    all.add(attended("staff", "staff", "Egen personal på plats", "Own staff attending"));
    for (Figure figure : Figure.values()) {
      if (figure != Figure.ALL) {
        all.add(share(figure));
      }
    }
    return all;
  }

  private static Measure attended(String suffix, String role, String sv, String en) {
    return heads(suffix, LocalizedText.of(sv, en),
        LocalizedText.of(
            "Summan av närvarande i rollen. De är inga deltaganden (SI-P03).",
            "The sum of those who attended in this role. They are no participations (SI-P03)."),
        ATTENDED.and(Participation.ROLE.is(role)));
  }

  private static Measure heads(String suffix, LocalizedText name, LocalizedText definition, Condition where) {
    return Indicator.measure("siru:participations-" + suffix)
        .code("SI-P03." + suffix)
        .named("sv", name.in("sv"))
        .named("en", name.in("en"))
        .defined(definition)
        .unit("persons")
        .kind(Kind.PROCESS)
        .direction(Direction.NONE)
        .source(OWN, Evidence.CONFIRMED)
        .over(Participation.TYPE)
        .where(where)
        .when(TimeRule.event())
        .sum(Participation.HEADS)
        .build();
  }

  /** The share of women has the code of the balance itself. */
  private static Measure share(Figure figure) {
    boolean isWomen = figure == Figure.WOMEN;
    return Indicator.measure("siru:gender-balance" + (isWomen ? "" : "-" + figure.word()))
        .code("SI-P10" + (isWomen ? "" : figure.suffix()))
        .named("sv", "Könsfördelning: " + figure.label().in("sv"))
        .named("en", "Gender balance: " + figure.label().in("en"))
        .defined(
            LocalizedText.of(
                "Andelen " + figure.label().in("sv") + " av alla närvarande deltagare i SI-P03. Anonyma räkningar ingår med de kvinnor "
                    + "och män som de anger, resten är okänt kön; kvinnor, män, icke-binära och okänt är tillsammans 100 %.",
                "The share of " + figure.label().in("en") + " of all participants who attended in SI-P03. Anonymous counts are in it with "
                    + "the women and men that they state, the rest is of unknown gender; women, men, non-binary and unknown are "
                    + "together 100 %."))
        .unit("percent")
        .range(Range.between(0, 100))
        .kind(Kind.PROCESS)
        .direction(Direction.NONE)
        .source(OWN, Evidence.CONFIRMED)
        .over(Participation.TYPE)
        .where(AS_PARTICIPANT)
        .when(TimeRule.event())
        .aggregate(
            new Aggregate.Function(
                    "siru:gender-share",
                    Map.of("count", figure.word()),
                    List.of(
                        Participation.PERSON.path(), Participation.PERSON.then(Stakeholder.GENDER), Participation.HEADS.path(),
                        Participation.WOMEN.path(), Participation.MEN.path()))
                .overEachRecord())
        .build();
  }
}
