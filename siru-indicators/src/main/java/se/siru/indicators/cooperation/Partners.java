package se.siru.indicators.cooperation;

import java.util.List;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Parameter;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.Day;
import se.siru.core.model.Dimension;
import se.siru.core.model.Lag;
import se.siru.core.model.Membership;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Stakeholder;
import se.siru.core.text.LocalizedText;

/** Organisations that cooperate in an operation, and those that have agreed to go on. */
final class Partners {
  private static final int MOST_MONTHS = 1_200;

  private static final Parameter WITHIN =
      Parameter.whole(
          "continuation-within-months",
          LocalizedText.of("Avtalet ska gälla senast så många månader efter projektet", "The agreement is in force by so many months after"),
          "12",
          MOST_MONTHS,
          "months",
          Evidence.UNCONFIRMED);

  private static final Parameter LASTING =
      Parameter.whole(
          "continuation-lasting-months",
          LocalizedText.of("Avtalet ska gälla minst så många månader efter projektet", "The agreement lasts until so many months after"),
          "0",
          MOST_MONTHS,
          "months",
          Evidence.UNCONFIRMED);

  private Partners() {}

  static List<Indicator> all(RuleSet rules) {
    return List.of(cooperating(), continuing(rules.setting("RCR84a", WITHIN), rules.setting("RCR84a", LASTING)));
  }

  private static Indicator cooperating() {
    return Joint.described(
            Indicator.measure("siru:organisations-cooperating"),
            "RCO87a",
            "Olika organisationer inom fondprogrammet som till och med periodens slut är eller har varit ägare, ledande part, partner eller "
                + "associerad part i ett projekt och nämns bland parterna i ett samverkansavtal.",
            "Different organisations within the fund programme that by the end of the period are or were owner, lead, partner or associated "
                + "organisation of an operation and are named among the parties of a collaboration agreement.")
        .named("sv", "Samarbetande organisationer")
        .named("en", "Organisations cooperating")
        .unit("organisations")
        .over(Membership.TYPE)
        .where(Membership.INITIATIVE.isKnown().or(Membership.NETWORK.isKnown()).or(Membership.ACTIVITY.isKnown()).not())
        .where(Membership.ROLE.isAnyOf("owner", "lead", "partner", "associated"))
        .where(
            Condition.whereAny(
                Agreement.PARTIES, Membership.MEMBER.path(), Agreement.PARTNERSHIP.is("collaboration-agreement")))
        .when(TimeRule.begun())
        .scope("fund-programme")
        .distinct(Membership.MEMBER)
        .build();
  }

  /**
   * The agreement is in force on some day after the operation: it begins by the end of the window, and has not ended before the window
   * begins, or before so many months of it are over. Without a first day of its own it is in force from the day on which it was signed.
   */
  private static Indicator continuing(Parameter.Setting within, Parameter.Setting lasting) {
    Day end = Agreement.NODE.then(ProgrammeNode.END).day().at("operation");
    Day window = end.plus(Lag.ofMonths(within.whole()));
    Condition begins =
        Agreement.START.isKnown().and(Agreement.START.day().isNotAfter(window))
            .or(Agreement.START.isKnown().not().and(Agreement.SIGNED.day().isNotAfter(window)));
    Condition lasts =
        lasting.whole() == 0
            ? end.isBefore(Agreement.END.day().orOpen())
            : end.plus(Lag.ofMonths(lasting.whole())).isNotAfter(Agreement.END.day().orOpen());
    return Joint.described(
            Indicator.measure("siru:organisations-cooperating-afterwards"),
            "RCR84a",
            "Olika organisationer som är parter i ett formellt avtal om fortsatt samarbete, tecknat till och med periodens slut (det får ske "
                + "under projektet), som gäller efter projektets sista dag: från senast " + within.whole() + " månader efter den"
                + (lasting.whole() == 0 ? "" : ", och till minst " + lasting.whole() + " månader efter den") + ".",
            "Different organisations that are parties of a formal agreement to go on, signed up to the end of the period (which may be "
                + "during the operation), that is in force after the operation's last day: from " + within.whole() + " months after it at "
                + "the latest" + (lasting.whole() == 0 ? "" : ", and until " + lasting.whole() + " months after it at least") + ".")
        .named("sv", "Organisationer som fortsätter samarbeta efter projektet")
        .named("en", "Organisations cooperating after the operation's completion")
        .unit("organisations")
        .kind(Kind.RESULT)
        .parameter(within)
        .parameter(lasting)
        .over(Agreement.TYPE)
        .where(Agreement.PARTNERSHIP.is("continuation-agreement"))
        .where(begins)
        .where(lasts)
        .when(TimeRule.cumulative())
        .dimension("sector", Dimension.of("sector", Agreement.PARTIES.then(Stakeholder.SECTOR)))
        .dimension("size", Dimension.of("size", Agreement.PARTIES.then(Stakeholder.SIZE)))
        .distinct(Agreement.PARTIES)
        .build();
  }
}
