package se.siru.indicators.participation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Range;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Activity;
import se.siru.core.model.Condition;
import se.siru.core.model.Participation;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.text.LocalizedText;

/**
 * Activities held and who took part in them; programmes begun and completed.
 *
 * <p>Thread-safe.
 */
public final class ParticipationIndicators {
  private static final String OWN = "SIRU";
  private static final Condition ATTENDED = AttendanceIndicators.ATTENDED;

  private ParticipationIndicators() {}

  /** The family. */
  public static List<Indicator> all() {
    List<Indicator> all = new ArrayList<>();
    all.add(
        Indicator.measure("siru:organisations-reached")
            .code("SI-P01")
            .named("sv", "Unika organisationer")
            .named("en", "Unique organisations reached")
            .defined(
                LocalizedText.of(
                    "Olika organisationer (juridiska enheter) som var företrädda vid någon aktivitet i perioden. Den som inte "
                        + "företrädde någon organisation räknas inte heller som okänd.",
                    "Different organisations (legal units) that were represented at some activity in the period. Whoever "
                        + "represented none does not count as unknown either."))
            .unit("organisations")
            .kind(Kind.PROCESS)
            .source(OWN, Evidence.CONFIRMED)
            .over(Participation.TYPE)
            .where(ATTENDED)
            .where(ReachIndicators.REPRESENTS_SOMEBODY)
            .when(TimeRule.event())
            .distinct(Participation.ORGANISATIONS)
            .build());
    all.add(
        Indicator.measure("siru:participations")
            .code("SI-P03")
            .named("sv", "Deltaganden")
            .named("en", "Participations")
            .defined(
                LocalizedText.of(
                    "Summan av närvarande personer i rollen deltagare. Uteblivna, talare och egen personal ingår inte.",
                    "The sum of persons who attended in the role participant. No-shows, speakers and own staff are not in it."))
            .unit("participations")
            .kind(Kind.PROCESS)
            .source(OWN, Evidence.CONFIRMED)
            .over(Participation.TYPE)
            .where(AttendanceIndicators.AS_PARTICIPANT)
            .when(TimeRule.event())
            .sum(Participation.HEADS)
            .build());
    all.add(
        Indicator.measure("siru:activities-held")
            .code("SI-P04")
            .named("sv", "Genomförda aktiviteter")
            .named("en", "Activities held")
            .defined(
                LocalizedText.of(
                    "Genomförda aktiviteter som började i perioden, även utan registrerade deltagare.",
                    "Held activities that began in the period, also those without recorded participants."))
            .unit("activities")
            .kind(Kind.PROCESS)
            .source(OWN, Evidence.CONFIRMED)
            .over(Activity.TYPE)
            .where(Activity.STATUS.is("held"))
            .when(TimeRule.event())
            .count()
            .build());
    all.addAll(ReachIndicators.all());
    all.addAll(AttendanceIndicators.all());
    all.addAll(CompletionIndicators.all());
    all.add(sectorBalance());
    for (int sectors = 2; sectors <= 4; sectors++) {
      all.add(activitiesWithSectors(sectors));
      all.add(crossSectorShare(sectors));
    }
    return List.copyOf(all);
  }

  private static Measure sectorBalance() {
    int declared = Schema.standard().codelist(Stakeholder.SECTOR).size();
    return Indicator.measure("siru:sector-balance")
        .code("SI-P08")
        .named("sv", "Sektorsbalans")
        .named("en", "Sector balance (IQV)")
        .defined(
            LocalizedText.of(
                "Hur jämnt organisationerna i SI-P01 fördelar sig på de " + declared + " sektorerna i kodlistan, även de som ingen "
                    + "tillhör: (1 − Σp²) / (1 − 1/" + declared + "). 0 är en enda sektor, 1 är lika många i varje. Organisationer utan "
                    + "känd sektor ingår inte och redovisas som okända.",
                "How evenly the organisations of SI-P01 are spread over the " + declared + " sectors of the code list, those without "
                    + "any too: (1 − Σp²) / (1 − 1/" + declared + "). 0 is one sector only, 1 is as many in each. Organisations "
                    + "without a known sector are left out and shown as unknown."))
        .unit("index")
        .range(Range.between(0, 1))
        .kind(Kind.PROCESS)
        .direction(Direction.NONE)
        .source("Index of qualitative variation (Mueller and Schuessler 1961)", Evidence.UNCONFIRMED)
        .over(Participation.TYPE)
        .where(ATTENDED)
        .when(TimeRule.event())
        .aggregate(
            new Aggregate.Function(
                "siru:iqv",
                Map.of("categories", Integer.toString(declared)),
                List.of(Participation.ORGANISATIONS.path(), FieldPath.of(Participation.ORGANISATIONS, Stakeholder.SECTOR))))
        .build();
  }

  private static String numerator(int sectors) {
    return "SI-P09.n" + sectors;
  }

  /** The numerator: activities like those held, on their own day, so that it is always a part of them. */
  private static Measure activitiesWithSectors(int sectors) {
    return Indicator.measure("siru:activities-with-" + sectors + "-sectors")
        .code(numerator(sectors))
        .named("sv", "Aktiviteter med minst " + sectors + " sektorer")
        .named("en", "Activities with at least " + sectors + " sectors")
        .defined(
            LocalizedText.of(
                "Genomförda aktiviteter som började i perioden och där organisationerna bakom dem som deltog kom från minst " + sectors
                    + " kända sektorer, vilken dag de än deltog.",
                "Held activities that began in the period and at which the organisations of those who attended came from at least "
                    + sectors + " known sectors, on whatever day they attended."))
        .unit("activities")
        .kind(Kind.PROCESS)
        .source(OWN, Evidence.CONFIRMED)
        .over(Activity.TYPE)
        .where(Activity.STATUS.is("held"))
        .where(
            Condition.whereSeveral(
                Participation.ACTIVITY, null, AttendanceIndicators.AS_PARTICIPANT,
                FieldPath.of(Participation.ORGANISATIONS, Stakeholder.SECTOR), sectors))
        .when(TimeRule.event())
        .count()
        .build();
  }

  private static Formula crossSectorShare(int sectors) {
    return Indicator.formula("siru:cross-sector-share" + (sectors == 2 ? "" : "-" + sectors))
        .code(sectors == 2 ? "SI-P09" : "SI-P09.k" + sectors)
        .named("sv", "Tvärsektoriell andel" + (sectors == 2 ? "" : ", minst " + sectors + " sektorer"))
        .named("en", "Cross-sector activity share" + (sectors == 2 ? "" : ", at least " + sectors + " sectors"))
        .defined(
            LocalizedText.of(
                "Aktiviteter med minst " + sectors + " sektorer av alla genomförda; de utan registrerade deltagare ingår "
                    + "i nämnaren.",
                "Activities with at least " + sectors + " sectors out of all held; those without recorded participants are "
                    + "in the denominator."))
        .unit("percent")
        .kind(Kind.PROCESS)
        .source(OWN, Evidence.CONFIRMED)
        .expression("[" + numerator(sectors) + "] / [SI-P04]")
        .build();
  }
}
