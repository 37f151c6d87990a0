package se.siru.indicators.innovation;

import java.math.BigDecimal;
import java.util.List;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Parameter;
import se.siru.core.indicator.Range;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Initiative;
import se.siru.core.model.Membership;
import se.siru.core.model.Stakeholder;
import se.siru.core.text.LocalizedText;

/** Initiatives that several sectors of society make together, citizens or civil society among them. */
final class CoCreationIndicators {
  private static final String OWN = "SIRU";
  private static final String CODE = "SI-I06";

  /** How many different sectors make an initiative co-created. */
  private static final Parameter MIN_SECTORS =
      Parameter.number(
          "min-sectors", LocalizedText.of("Minsta antal sektorer", "Least number of sectors"), "3", "sectors", Evidence.CONFIRMED);

  private CoCreationIndicators() {}

  static List<Indicator> all(RuleSet rules) {
    Parameter.Setting sectors = rules.setting(CODE, MIN_SECTORS);
    return List.of(running(), coCreated(sectors), share(sectors));
  }

  private static Indicator running() {
    return Indicator.measure("siru:initiatives-in-period")
        .code("SI-I06.d")
        .named("sv", "Initiativ som pågick i perioden")
        .named("en", "Initiatives of the period")
        .defined(
            LocalizedText.of(
                "Initiativ som pågick någon dag i perioden; första eller sista dag som inte anges är öppen.",
                "Initiatives that ran on some day of the period; a first or last day that is not stated is open."))
        .unit("initiatives")
        .kind(Kind.PROCESS)
        .source(OWN, Evidence.CONFIRMED)
        .over(Initiative.TYPE)
        .when(TimeRule.during())
        .count()
        .build();
  }

  private static Indicator coCreated(Parameter.Setting sectors) {
    FieldPath sector = Membership.MEMBER.then(Stakeholder.SECTOR);
    FieldPath regions = Membership.INITIATIVE.then(Initiative.REGIONS);
    Grouping.Test manySectors = new Grouping.Test.AtLeast(Grouping.Inner.distinct(sector), sectors.number());
    Grouping.Test withCitizens =
        new Grouping.Test.AtLeast(
            Grouping.Inner.count().where(sector.isAnyOf("civil-society", "community")), BigDecimal.ONE);
    return Indicator.measure("siru:co-created-initiatives")
        .code("SI-I06.n")
        .named("sv", "Medskapade initiativ")
        .named("en", "Co-created initiatives")
        .defined(
            LocalizedText.of(
                "Initiativ som någon dag i perioden hade aktörer från minst " + sectors.value() + " kända sektorer, varav minst en från "
                    + "civilsamhället eller lokalsamhället och medborgarna. Ett medlemskap gäller längst så länge som initiativet.",
                "Initiatives that in the period had members of at least " + sectors.value() + " known sectors, at least one of them from "
                    + "civil society or from the community and citizens. A membership lasts as long as its initiative at the most."))
        .parameter(sectors)
        .unit("initiatives")
        .kind(Kind.PROCESS)
        .source(OWN, Evidence.CONFIRMED)
        .over(Membership.TYPE)
        .where(Membership.INITIATIVE.isKnown())
        .when(TimeRule.during().within(Membership.INITIATIVE))
        .per(Membership.INITIATIVE)
        .having(new Grouping.Test.All(List.of(manySectors, withCitizens)))
        .dimension("sdg", Dimension.of("sdg", Membership.INITIATIVE.then(Initiative.SDGS)).at("goal"))
        .dimension("region", Dimension.of("region", regions))
        .dimension("nuts2", Dimension.of("nuts2", regions).at("nuts2"))
        .dimension("county", Dimension.of("county", regions).at("county"))
        .dimension("municipality", Dimension.of("municipality", regions).at("municipality"))
        .count()
        .build();
  }

  private static Indicator share(Parameter.Setting sectors) {
    return Indicator.formula("siru:co-creation-share")
        .code(CODE)
        .named("sv", "Medskapande")
        .named("en", "Co-creation share")
        .defined(
            LocalizedText.of(
                "Medskapade initiativ (minst " + sectors.value() + " sektorer, civilsamhälle eller medborgare bland dem) av alla som "
                    + "pågick i perioden; de utan kända aktörer ingår i nämnaren.",
                "Co-created initiatives (at least " + sectors.value() + " sectors, civil society or citizens among them) of all that ran "
                    + "in the period; those without known members are in the denominator."))
        .parameter(sectors)
        .unit("percent")
        .range(Range.between(0, 100))
        .kind(Kind.PROCESS)
        .source(OWN, Evidence.CONFIRMED)
        .expression("[SI-I06.n] / [SI-I06.d]")
        .build();
  }
}
