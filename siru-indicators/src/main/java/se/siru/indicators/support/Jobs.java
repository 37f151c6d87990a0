package se.siru.indicators.support;

import java.math.BigDecimal;
import java.util.List;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Parameter;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Employment;
import se.siru.core.model.Field;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.text.LocalizedText;

/** Jobs in supported organisations: filled posts in annual full-time equivalents, after less before, for each organisation. */
final class Jobs {
  private static final String BEFORE = "before";

  private Jobs() {}

  static List<Indicator> all(RuleSet rules) {
    Parameter.Setting point = MeasurementPoint.of(rules, "RCR01");
    Parameter.Setting earlier = MeasurementPoint.of(rules, "CO08");
    return List.of(
        created("siru:jobs-created", "RCR01", Employment.FTE, point, "", "")
            .named("sv", "Skapade arbetstillfällen i organisationer som fått stöd")
            .named("en", "Jobs created in supported entities")
            .build(),
        created("siru:jobs-created-women", "RCR01.women", Employment.FTE_WOMEN, point, " som utförs av kvinnor", " of women")
            .named("sv", "Skapade arbetstillfällen, kvinnor")
            .named("en", "Jobs created, women")
            .build(),
        created("siru:jobs-created-men", "RCR01.men", Employment.FTE_MEN, point, " som utförs av män", " of men")
            .named("sv", "Skapade arbetstillfällen, män")
            .named("en", "Jobs created, men")
            .build(),
        created("siru:employment-increase", "CO08", Employment.FTE, earlier, " i företag", " in enterprises")
            .scope(Enterprises.P1420.scope())
            .source("European Commission, common indicators 2014–2020", Evidence.UNCONFIRMED)
            .where(Employment.ORGANISATION.then(Stakeholder.ECONOMIC).is("yes"))
            .named("sv", "Sysselsättningsökning i företag som får stöd")
            .named("en", "Employment increase in supported enterprises")
            .build());
  }

  private static Measure.Builder created(
      String id, String code, Field<BigDecimal> posts, Parameter.Setting point, String whoseSv, String whoseEn) {
    Condition isAfter = Employment.POINT.is(point.value());
    LocalizedText when = MeasurementPoint.words(point);
    return Indicator.measure(id)
        .code(code)
        .defined(
            LocalizedText.of(
                "Tillsatta tjänster i årsarbetskrafter" + whoseSv + ": för varje organisation som fått stöd det senaste värdet "
                    + when.in("sv") + " minus det tidigaste före stödet, summerat; minskningar räknas av. En organisation där ett av "
                    + "mättillfällena saknas ingår inte, och dess poster redovisas som okända.",
                "Filled posts in annual full-time equivalents" + whoseEn + ": for each supported organisation the latest value "
                    + when.in("en") + " less the earliest before the support, added up; losses are deducted. An organisation of which "
                    + "one of the measurements is missing is left out, and its records are shown as unknown."))
        .unit("annual FTE")
        .kind(Kind.RESULT)
        .source(Enterprises.P2127.source(), Enterprises.P2127.evidence())
        .parameter(point)
        .over(Employment.TYPE)
        .where(Employment.POINT.is(BEFORE).or(isAfter))
        .where(Condition.whereAny(Support.RECIPIENT, Employment.ORGANISATION.path(), Condition.always()))
        .when(TimeRule.cumulative())
        .scope(Enterprises.P2127.scope())
        .per(Employment.ORGANISATION)
        .of(
            Grouping.Inner.last(posts.path()).where(isAfter)
                .minus(Grouping.Inner.first(posts.path()).where(Employment.POINT.is(BEFORE))))
        .overGroups(Aggregate.OverGroups.Fold.SUM);
  }
}
