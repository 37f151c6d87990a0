package se.siru.indicators.cooperation;

import java.util.List;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Activity;
import se.siru.core.model.Condition;
import se.siru.core.model.Enrolment;
import se.siru.core.model.Field;
import se.siru.core.model.Participation;
import se.siru.core.model.Stakeholder;
import se.siru.core.text.LocalizedText;

/** Who took part in what several sectors did together. */
final class JointActivities {
  private JointActivities() {}

  static List<Indicator> all(RuleSet rules) {
    return List.of(actions(Joint.of(rules, "RCO81a")), schemes(Joint.of(rules, "RCO85a")), events(Joint.of(rules, "RCO115a")));
  }

  /** Persons, once for each activity or scheme, and those who were counted without being named. */
  private static Grouping.Value persons(Field<String> person, Field<Long> heads) {
    return Grouping.Inner.distinct(person.path()).plus(Grouping.Inner.sum(heads.path()).where(person.isKnown().not()));
  }

  private static Indicator actions(Joint joint) {
    LocalizedText sectors = joint.bySectors("vid aktiviteter med deltagare", "at activities with participants");
    Condition attended = Participation.STATUS.is("attended").and(Participation.ROLE.is("participant"));
    return Joint.described(
            Indicator.measure("siru:participations-in-joint-actions"),
            "RCO81a",
            "Deltaganden enligt deltagarlistor till och med periodens slut " + sectors.in("sv") + ": en gång per person och aktivitet, "
                + "med anonymt räknade personer utöver dem.",
            "Participations by attendance lists up to the end of the period " + sectors.in("en") + ": once for each person and activity, "
                + "with persons counted anonymously beside them.")
        .named("sv", "Deltaganden i gemensamma aktiviteter")
        .named("en", "Participations in joint actions")
        .unit("participations")
        .parameter(joint.sectors())
        .over(Participation.TYPE)
        .where(attended)
        .where(
            joint.asks(
                least ->
                    Condition.whereSeveral(
                        Participation.ACTIVITY,
                        Participation.ACTIVITY.path(),
                        attended,
                        Participation.ORGANISATIONS.then(Stakeholder.SECTOR),
                        least)))
        .when(TimeRule.cumulative())
        .per(Participation.ACTIVITY)
        .of(persons(Participation.PERSON, Participation.HEADS))
        .overGroups(Aggregate.OverGroups.Fold.SUM)
        .build();
  }

  private static Indicator schemes(Joint joint) {
    LocalizedText sectors = joint.bySectors("i program och kurser med inskrivna", "in schemes with persons enrolled");
    Condition began = Enrolment.OUTCOME.isKnown().not().or(Enrolment.OUTCOME.is("not-started").not());
    return Joint.described(
            Indicator.measure("siru:participations-in-joint-training"),
            "RCO85a",
            "Personer som till och med periodens slut börjat " + sectors.in("sv") + ": en gång per person och program, med anonymt räknade "
                + "personer utöver dem.",
            "Persons who up to the end of the period have begun " + sectors.in("en") + ": once for each person and scheme, with persons "
                + "counted anonymously beside them.")
        .named("sv", "Deltaganden i gemensam utbildning")
        .named("en", "Participations in joint training schemes")
        .unit("participations")
        .parameter(joint.sectors())
        .over(Enrolment.TYPE)
        .where(began)
        .where(
            joint.asks(
                least ->
                    Condition.whereSeveral(
                        Enrolment.ACTIVITY,
                        Enrolment.ACTIVITY.path(),
                        began,
                        Enrolment.ORGANISATION.then(Stakeholder.SECTOR),
                        least)))
        .when(TimeRule.cumulative())
        .per(Enrolment.ACTIVITY)
        .of(persons(Enrolment.PERSON, Enrolment.HEADS))
        .overGroups(Aggregate.OverGroups.Fold.SUM)
        .build();
  }

  private static Indicator events(Joint joint) {
    LocalizedText sectors = joint.bySectors("med arrangörer", "with organisers");
    return Joint.described(
            Indicator.measure("siru:joint-public-events"),
            "RCO115a",
            "Genomförda aktiviteter öppna för alla " + sectors.in("sv") + ", till och med periodens slut.",
            "Held activities open to the public " + sectors.in("en") + ", up to the end of the period.")
        .named("sv", "Gemensamma publika evenemang")
        .named("en", "Public events jointly organised")
        .unit("events")
        .kind(Kind.OUTPUT)
        .parameter(joint.sectors())
        .over(Activity.TYPE)
        .where(Activity.OPEN.is("yes"))
        .where(Activity.STATUS.is("held"))
        .where(joint.asks(least -> Activity.ORGANISERS.then(Stakeholder.SECTOR).different(least)))
        .when(TimeRule.cumulative())
        .count()
        .build();
  }
}
