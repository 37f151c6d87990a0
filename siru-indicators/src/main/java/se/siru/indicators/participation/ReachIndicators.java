package se.siru.indicators.participation;

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
import se.siru.core.model.FieldPath;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.Stakeholder;
import se.siru.core.text.LocalizedText;

/**
 * Different persons and organisations, each once over all activities: those that are identified, how many heads are not, and between
 * which numbers the truth lies.
 */
final class ReachIndicators {
  /** Whoever represents nobody is no organisation that is not known. */
  static final Condition REPRESENTS_SOMEBODY =
      Participation.REPRESENTS.isKnown().not().or(Participation.REPRESENTS.is("organisations"));

  private static final List<FieldPath> PERSONS =
      List.of(Participation.PERSON.path(), Participation.HEADS.path(), Participation.ACTIVITY.path(), Participation.DATE.path());
  private static final List<FieldPath> ORGANISATIONS = List.of(Participation.ORGANISATIONS.path(), Participation.HEADS.path());

  private ReachIndicators() {}

  static List<Indicator> all() {
    return List.of(
        persons("persons-reached", "SI-P02")
            .named("sv", "Unika deltagare")
            .named("en", "Unique persons reached")
            .defined(
                LocalizedText.of(
                    "Olika personer (pseudonymer) som var närvarande som deltagare vid någon aktivitet i perioden. Anonyma räkningar "
                        + "ingår inte: de är SI-P02.unidentified, och sanningen ligger mellan SI-P02.low och SI-P02.high.",
                    "Different persons (pseudonyms) who attended some activity in the period as participants. Anonymous counts are "
                        + "not in it: they are SI-P02.unidentified, and the truth lies between SI-P02.low and SI-P02.high."))
            .distinct(Participation.PERSON)
            .build(),
        persons("persons-unidentified", "SI-P02.unidentified")
            .named("sv", "Närvarande deltagare utan identitet")
            .named("en", "Participants attending without an identity")
            .defined(
                LocalizedText.of(
                    "Summan av deltagare i anonyma räkningar, vid alla aktiviteter i perioden. Samma person kan vara med flera gånger.",
                    "The sum of participants in anonymous counts, at all activities in the period. The same person may be in it several "
                        + "times."))
            .direction(Direction.NONE)
            .aggregate(function("siru:unnamed-heads", PERSONS))
            .build(),
        persons("persons-reached-low", "SI-P02.low")
            .named("sv", "Unika deltagare, minst")
            .named("en", "Unique persons reached, at least")
            .defined(
                LocalizedText.of(
                    "Så få olika personer som kan ha deltagit: det största av antalet identifierade och, för varje aktivitet och dag, de "
                        + "identifierade och anonyma som var där tillsammans.",
                    "As few different persons as can have taken part: the greatest of the number identified and, for each activity and "
                        + "day, those identified and unnamed who were there together."))
            .aggregate(function("siru:unique-low", PERSONS))
            .build(),
        persons("persons-reached-high", "SI-P02.high")
            .named("sv", "Unika deltagare, högst")
            .named("en", "Unique persons reached, at most")
            .defined(
                LocalizedText.of(
                    "Så många olika personer som kan ha deltagit: de identifierade och alla anonyma, som om ingen av dem kom igen.",
                    "As many different persons as can have taken part: those identified and all unnamed, as if none of them came again."))
            .aggregate(function("siru:unique-high", PERSONS))
            .build(),
        organisations("organisations-unidentified", "SI-P01.unidentified")
            .named("sv", "Närvarande vars organisation inte är känd")
            .named("en", "Attending whose organisation is not known")
            .defined(
                LocalizedText.of(
                    "Summan av närvarande som inte har någon känd organisation och som inte säkert företrädde ingen.",
                    "The sum of those attending who have no known organisation and are not known to have represented none."))
            .direction(Direction.NONE)
            .aggregate(function("siru:unnamed-heads", ORGANISATIONS))
            .build(),
        organisations("organisations-reached-low", "SI-P01.low")
            .named("sv", "Unika organisationer, minst")
            .named("en", "Unique organisations reached, at least")
            .defined(
                LocalizedText.of(
                    "Så få olika organisationer som kan ha varit företrädda: de kända, eftersom de okända kan vara någon av dem; minst 1 om "
                        + "någon alls var företrädd.",
                    "As few different organisations as can have been represented: those known, since those unknown may be one of them; at "
                        + "least 1 where any was represented."))
            .aggregate(function("siru:unique-low", ORGANISATIONS))
            .build(),
        organisations("organisations-reached-high", "SI-P01.high")
            .named("sv", "Unika organisationer, högst")
            .named("en", "Unique organisations reached, at most")
            .defined(
                LocalizedText.of(
                    "Så många olika organisationer som kan ha varit företrädda, om ingen företräder mer än en okänd: de kända och en till "
                        + "för varje närvarande vars organisation inte är känd.",
                    "As many different organisations as can have been represented, if nobody represents more than one unknown: those known "
                        + "and one more for each of those attending whose organisation is not known."))
            .aggregate(function("siru:unique-high", ORGANISATIONS))
            .build(),
        members("organisation", "organisations-in-initiatives", "SI-P01.initiatives")
            .named("sv", "Unika organisationer i initiativ")
            .named("en", "Unique organisations in initiatives")
            .defined(
                LocalizedText.of(
                    "Olika organisationer som var med i något initiativ under perioden, en gång hur många initiativ de än var med i.",
                    "Different organisations that were members of some initiative during the period, once however many initiatives."))
            .unit("organisations")
            .build(),
        members("person", "persons-in-initiatives", "SI-P02.initiatives")
            .named("sv", "Unika personer i initiativ")
            .named("en", "Unique persons in initiatives")
            .defined(
                LocalizedText.of(
                    "Olika personer som var med i något initiativ under perioden, en gång hur många initiativ de än var med i.",
                    "Different persons who were members of some initiative during the period, once however many initiatives."))
            .unit("persons")
            .build());
  }

  private static Aggregate.Function function(String id, List<FieldPath> fields) {
    Map<String, String> parameters = fields.size() > 2 ? Map.of("occasion-fields", "" + (fields.size() - 2)) : Map.of();
    return new Aggregate.Function(id, parameters, fields).overEachRecord();
  }

  private static Measure.Builder persons(String id, String code) {
    return measure(id, code).unit("persons").over(Participation.TYPE).where(AttendanceIndicators.AS_PARTICIPANT);
  }

  private static Measure.Builder organisations(String id, String code) {
    return measure(id, code)
        .unit(code.endsWith("unidentified") ? "persons" : "organisations")
        .over(Participation.TYPE)
        .where(AttendanceIndicators.ATTENDED)
        .where(REPRESENTS_SOMEBODY);
  }

  private static Measure.Builder members(String kind, String id, String code) {
    return measure(id, code)
        .over(Membership.TYPE)
        .where(Membership.INITIATIVE.isKnown())
        .where(Membership.MEMBER.then(Stakeholder.KIND).is(kind))
        .when(TimeRule.during())
        .distinct(Membership.MEMBER);
  }

  private static Measure.Builder measure(String id, String code) {
    return Indicator.measure("siru:" + id).code(code).range(Range.NOT_NEGATIVE).kind(Kind.PROCESS).source("SIRU", Evidence.CONFIRMED)
        .when(TimeRule.event());
  }
}
