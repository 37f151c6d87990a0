package se.siru.indicators.support;

import java.util.List;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Parameter;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.Condition;
import se.siru.core.model.Day;
import se.siru.core.model.Employment;
import se.siru.core.model.Lag;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.text.LocalizedText;

/**
 * New enterprises: supported, and still there afterwards. An enterprise is as old as the earliest registration of its unit, so that
 * neither another legal form nor another name or owner makes it new. Whoever is new at some support is new at the first.
 */
final class NewEnterprises {
  private static final String FIRST_SUPPORT = "first-support";
  private static final String OPERATION_START = "operation-start";
  private static final LocalizedText MONTHS =
      LocalizedText.of("Nytt om registrerat mindre än så många månader före", "New where registered less than so many months before");
  private static final LocalizedText REFERENCE =
      LocalizedText.of("Dag som nytt räknas från", "Day from which new is reckoned");
  private static final int MOST_MONTHS = 1_200;

  private final Parameter.Setting months;
  private final Parameter.Setting reference;

  private NewEnterprises(RuleSet rules, String code, Evidence evidence, String... references) {
    this.months = rules.setting(code, Parameter.whole("new-within-months", MONTHS, "36", MOST_MONTHS, "months", evidence));
    this.reference = rules.setting(code, Parameter.choice("new-reference", REFERENCE, evidence, references));
  }

  /**
   * The indicators under a rule set. RCR17 is a part of RCO05, so that it takes what the rule set says of that.
   *
   * @param hours the least hours of non-financial support, as RCO01 counts them
   */
  static List<Indicator> all(RuleSet rules, Parameter.Setting hours) {
    NewEnterprises now = new NewEnterprises(rules, "RCO05", Evidence.UNCONFIRMED, FIRST_SUPPORT, OPERATION_START);
    NewEnterprises before = new NewEnterprises(rules, "CO05", Evidence.CONFIRMED, OPERATION_START, FIRST_SUPPORT);
    Parameter.Setting point = MeasurementPoint.of(rules, "RCR17");
    return List.of(
        now.among("siru:new-enterprises-supported", "RCO05", Enterprises.P2127, Enterprises.any(hours.number()))
            .parameter(hours)
            .named("sv", "Nya företag som får stöd")
            .named("en", "New enterprises supported")
            .defined(
                LocalizedText.of(
                    "Företagen i RCO01 " + now.inSwedish() + ".",
                    "The enterprises of RCO01 " + now.inEnglish() + "."))
            .build(),
        now.among("siru:new-enterprises-surviving", "RCR17", Enterprises.P2127, Enterprises.any(hours.number()))
            .parameter(hours)
            .parameter(point)
            .kind(Kind.RESULT)
            .where(
                Condition.whereAny(
                    Employment.ORGANISATION,
                    Support.RECIPIENT.path(),
                    Employment.POINT.is(point.value()).and(Employment.ACTIVE.is("yes"))))
            .named("sv", "Överlevande nya företag")
            .named("en", "New enterprises surviving in the market")
            .defined(
                LocalizedText.of(
                    "Företagen i RCO05 som enligt posterna om sysselsättning var verksamma "
                        + MeasurementPoint.words(point).in("sv") + ". De räknas i perioden då de fick stöd, så att talet kan ställas "
                        + "mot RCO05; den som ingen mätt räknas inte.",
                    "The enterprises of RCO05 that by the records of employment carried on their activity "
                        + MeasurementPoint.words(point).in("en") + ". They count in the period of their support, so that the number "
                        + "can be set against RCO05; whom nobody measured does not count."))
            .build(),
        before.among("siru:new-enterprises-receiving-support", "CO05", Enterprises.P1420, Grouping.Inner.count().atLeast("1"))
            .source("Handbook of Interreg Sweden–Norway 2014–2020: did not exist three years before the start", Evidence.CONFIRMED)
            .named("sv", "Antal nya företag som får stöd")
            .named("en", "Number of new enterprises supported")
            .defined(
                LocalizedText.of(
                    "Företagen i CO01 " + before.inSwedish() + " (2014–2020).",
                    "The enterprises of CO01 " + before.inEnglish() + " (2014–2020)."))
            .build(),
        Enterprises.supported("siru:enterprises-neither-advised-nor-new", "CO01.neither", Enterprises.P1420)
            .parameter(before.months)
            .parameter(before.reference)
            .kind(Kind.PROCESS)
            .direction(Indicator.Direction.DOWN)
            .source("Handbook of Interreg Sweden–Norway 2014–2020: each enterprise of CO1 is in CO4 or CO5", Evidence.CONFIRMED)
            .having(
                new Grouping.Test.Not(
                    new Grouping.Test.Any(
                        List.of(
                            Enterprises.received(Enterprises.NON_FINANCIAL),
                            Grouping.Inner.count().where(before.isNew()).atLeast("1")))))
            .named("sv", "Företag i CO01 som varken ingår i CO04 eller CO05")
            .named("en", "Enterprises of CO01 in neither CO04 nor CO05")
            .defined(
                LocalizedText.of(
                    "Kontroll: varje företag i CO01 ska ingå i CO04 eller CO05. Talet ska vara 0; företag vars registreringsdag inte "
                        + "är känd ingår om de inte fått icke-ekonomiskt stöd.",
                    "A check: each enterprise of CO01 is in CO04 or CO05. The number should be 0; enterprises whose day of "
                        + "registration is not known are in it where they got no non-financial support."))
            .build());
  }

  /** The enterprises that pass a test and are new; where that is not known, their records are counted as unknown. */
  private Measure.Builder among(String id, String code, Enterprises.Period period, Grouping.Test test) {
    return Enterprises.supported(id, code, period)
        .where(isNew().or(isNew().not()))
        .having(new Grouping.Test.All(List.of(test, Grouping.Inner.count().where(isNew()).atLeast("1"))))
        .parameter(months)
        .parameter(reference);
  }

  private Condition isNew() {
    Day registered = Support.RECIPIENT.then(Stakeholder.REGISTERED).day().ofUnit();
    return from().isBefore(registered.plus(Lag.ofMonths(months.whole())));
  }

  private Day from() {
    return reference.value().equals(FIRST_SUPPORT)
        ? Support.DATE.day()
        : Support.NODE.then(ProgrammeNode.START).day().at("operation");
  }

  private String inSwedish() {
    return "som registrerades mindre än " + months.whole() + " månader före "
        + (reference.value().equals(FIRST_SUPPORT) ? "sitt första stöd" : "projektets start")
        + ". Den tidigaste registreringen gäller: ändrad juridisk form, ändrat namn eller ny ägare gör inget företag nytt";
  }

  private String inEnglish() {
    return "that were registered less than " + months.whole() + " months before "
        + (reference.value().equals(FIRST_SUPPORT) ? "their first support" : "the start of the operation")
        + ". The earliest registration holds: another legal form, name or owner makes no enterprise new";
  }
}
