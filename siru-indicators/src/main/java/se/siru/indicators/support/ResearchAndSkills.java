package se.siru.indicators.support;

import java.util.List;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Parameter;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Activity;
import se.siru.core.model.Condition;
import se.siru.core.model.Enrolment;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.text.LocalizedText;

/** Enterprises together with research organisations, the entrepreneurial discovery process, and skills. */
final class ResearchAndSkills {
  private static final Parameter DISCOVERY =
      Parameter.choice(
          "discovery-activity-kind",
          LocalizedText.of("Slag av aktivitet i den entreprenöriella upptäckten", "Kind of activity of entrepreneurial discovery"),
          Evidence.UNCONFIRMED,
          "dialogue-forum", "process-workshop", "network-meeting", "meeting", "interactive");

  private ResearchAndSkills() {}

  static List<Indicator> all(RuleSet rules) {
    return List.of(cooperating(), discovering(rules.setting("RCO16", DISCOVERY)), investing(), completing());
  }

  private static Indicator cooperating() {
    Condition shareADay =
        Membership.START.day().orOpen().isNotAfter(Membership.END.day().orOpen().ofOuter())
            .and(Membership.START.day().orOpen().ofOuter().isNotAfter(Membership.END.day().orOpen()));
    return Indicator.measure("siru:enterprises-cooperating-with-research")
        .code("RCO10")
        .named("sv", "Företag som samarbetar med forskningsorganisationer")
        .named("en", "Enterprises cooperating with research organisations")
        .defined(
            LocalizedText.of(
                "Olika företag inom varje mål som till och med periodens slut är eller har varit med i ett initiativ samtidigt med en "
                    + "organisation i sektorn akademi, som part med budget eller aktiv deltagare (inte enbart som finansiär). En "
                    + "forskningsorganisation räknas inte som företag här.",
                "Different enterprises within each objective that by the end of the period are or were in an initiative at the same time "
                    + "as an organisation of the sector academia, as a partner with a budget or an active participant (not as a funder "
                    + "alone). A research organisation is no enterprise here."))
        .unit("enterprises")
        .source("Jems; Interreg Aurora: partner with a budget or active in the activities", Evidence.CONFIRMED)
        .over(Membership.TYPE)
        .where(Membership.INITIATIVE.isKnown())
        .where(Membership.MEMBER.then(Stakeholder.ECONOMIC).is("yes"))
        .where(Membership.MEMBER.then(Stakeholder.SECTOR).is("academia").not())
        .where(isNoFunder())
        .where(
            Condition.whereAny(
                Membership.INITIATIVE,
                Membership.INITIATIVE.path(),
                Membership.MEMBER.then(Stakeholder.SECTOR).is("academia").and(isNoFunder()).and(shareADay)))
        .when(TimeRule.begun())
        .per(Membership.MEMBER)
        .scope(Enterprises.P2127.scope())
        .count()
        .build();
  }

  /** A role that is not stated is not that of a funder. */
  private static Condition isNoFunder() {
    return Membership.ROLE.isKnown().not().or(Membership.ROLE.is("funder").not());
  }

  private static Indicator discovering(Parameter.Setting kind) {
    return Indicator.measure("siru:participations-in-entrepreneurial-discovery")
        .code("RCO16")
        .named("sv", "Institutionella aktörers deltaganden i entreprenöriell upptäckt")
        .named("en", "Participations of institutional stakeholders in the entrepreneurial discovery process")
        .defined(
            LocalizedText.of(
                "Par av organisation och aktivitet till och med periodens slut: organisationer som var företrädda av deltagare vid "
                    + "aktiviteter av slaget " + kind.value() + ". En organisation räknas en gång per aktivitet, hur många den än "
                    + "sände, och en gång till vid nästa.",
                "Pairs of organisation and activity up to the end of the period: organisations represented by participants at "
                    + "activities of the kind " + kind.value() + ". An organisation counts once for each activity, however many it "
                    + "sent, and again at the next."))
        .unit("participations")
        .source(Enterprises.P2127.source(), Evidence.UNCONFIRMED)
        .parameter(kind)
        .over(Participation.TYPE)
        .where(Participation.STATUS.is("attended"))
        .where(Participation.ROLE.is("participant"))
        .where(Participation.ACTIVITY.then(Activity.KIND).is(kind.value()))
        .where(Participation.REPRESENTS.isKnown().not().or(Participation.REPRESENTS.is("organisations")))
        .when(TimeRule.cumulative())
        .per(Participation.ORGANISATIONS, Participation.ACTIVITY)
        .count()
        .build();
  }

  private static Indicator investing() {
    return Enterprises.supported("siru:smes-investing-in-skills", "RCO101", Enterprises.P2127)
        .where(Enterprises.isSme(Support.RECIPIENT.path()))
        .where(Support.KIND.is("training"))
        .named("sv", "SMF som investerar i kompetens")
        .named("en", "SMEs investing in skills for smart specialisation, for industrial transition and entrepreneurship")
        .defined(
            LocalizedText.of(
                "Olika små och medelstora företag, mikroföretag inräknade, inom varje mål som till och med periodens slut fått stöd i "
                    + "form av kompetensutveckling. Storleksklass vid det första sådana stödet.",
                "Different small and medium-sized enterprises, micro enterprises included, within each objective that up to the end of "
                    + "the period have received training support. Size class at the first such support."))
        .build();
  }

  private static Indicator completing() {
    return Indicator.measure("siru:sme-staff-completing-training")
        .code("RCR98")
        .named("sv", "SMF-anställda som slutfört utbildning")
        .named("en", "SMEs staff completing training")
        .defined(
            LocalizedText.of(
                "Personer som till och med periodens slut fullföljt en kurs och då kom från ett litet eller medelstort företag: en gång "
                    + "per person och kurs, med anonymt räknade personer utöver dem. Kompetensslag ges av dimensionen skill.",
                "Persons who up to the end of the period completed a course and came from a small or medium-sized enterprise: once for "
                    + "each person and course, with persons counted anonymously beside them. The dimension skill gives the types."))
        .unit("participants")
        .kind(Kind.RESULT)
        .source(Enterprises.P2127.source(), Evidence.UNCONFIRMED)
        .over(Enrolment.TYPE)
        .where(Enrolment.OUTCOME.is("completed"))
        .where(Enrolment.ORGANISATION.then(Stakeholder.ECONOMIC).is("yes"))
        .where(Enterprises.isSme(Enrolment.ORGANISATION.path()))
        .when(TimeRule.cumulative(Enrolment.END))
        .per(Enrolment.ACTIVITY)
        .of(
            Grouping.Inner.distinct(Enrolment.PERSON.path())
                .plus(Grouping.Inner.sum(Enrolment.HEADS.path()).where(Enrolment.PERSON.isKnown().not())))
        .overGroups(Aggregate.OverGroups.Fold.SUM)
        .build();
  }
}
