package se.siru.indicators.innovation;

import java.util.List;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Dimension;
import se.siru.core.model.Output;
import se.siru.core.text.LocalizedText;

/**
 * Case studies and what makes initiatives visible. A publication is an output that names its study, the initiatives it shows and its
 * reach.
 */
final class PublicationIndicators {
  private static final Condition PUBLISHED = Output.STATUS.is("published");
  private static final Condition CASE_STUDY = Output.KIND.is("case-study");
  /** What names no study is not unknown: it tells of none. */
  private static final Condition OF_CASE_STUDY =
      Output.STUDY.isKnown().and(Output.STUDY.then(Output.KIND).is("case-study"));

  private PublicationIndicators() {}

  static List<Indicator> all() {
    return List.of(
        published("siru:case-studies-published", "SI-I07")
            .named("sv", "Publicerade fallstudier")
            .named("en", "Case studies published")
            .defined(
                LocalizedText.of(
                    "Fallstudier som själva är publicerade, eller som någon publicerad artikel eller film berättar om. En studie räknas en "
                        + "gång, på sin egen dag, hur många format den än har.",
                    "Case studies that are published themselves, or that some published article or film tells of. A study counts once, on "
                        + "its own day, however many formats it has."))
            .unit("case studies")
            .where(CASE_STUDY.and(PUBLISHED.or(Condition.whereAny(Output.STUDY, PUBLISHED))))
            .count()
            .build(),
        published("siru:case-study-publications", "SI-I07.formats")
            .named("sv", "Publikationer av fallstudier")
            .named("en", "Publications of case studies")
            .defined(
                LocalizedText.of(
                    "Det som publicerats i perioden och är en fallstudie eller berättar om en. Dimensionen format skiljer studien från "
                        + "artikeln och filmen om den, som räknas var för sig.",
                    "What was published in the period and is a case study or tells of one. The dimension format tells the study from the "
                        + "article and the film about it, each of which counts."))
            .unit("publications")
            .where(PUBLISHED)
            .where(CASE_STUDY.or(OF_CASE_STUDY))
            .dimension("format", Dimension.of("format", Output.KIND.path()))
            .count()
            .build(),
        visible("siru:initiatives-shown", "SI-I07.shown")
            .named("sv", "Synliggjorda initiativ")
            .named("en", "Initiatives made visible")
            .defined(
                LocalizedText.of(
                    "Olika initiativ som en publikation i perioden säger sig visa.",
                    "Different initiatives that a publication of the period says it shows."))
            .unit("initiatives")
            .where(Output.INITIATIVES.isKnown())
            .distinct(Output.INITIATIVES)
            .build(),
        visible("siru:reach-of-publications", "SI-I07.reach")
            .named("sv", "Publikationernas räckvidd")
            .named("en", "Reach of publications")
            .defined(
                LocalizedText.of(
                    "Summan av den räckvidd som publikationer i perioden anger, så som källan räknar: läsare, visningar, nedladdningar. "
                        + "Samma person kan räknas flera gånger. En publikation utan angiven räckvidd är okänd, inte noll.",
                    "The sum of the reach that publications of the period state, as the source counts: readers, views, downloads. One "
                        + "person may count several times. A publication without a stated reach is unknown, not zero."))
            .unit("views")
            .sum(Output.REACH)
            .build());
  }

  private static Measure.Builder published(String id, String code) {
    return Indicator.measure(id)
        .code(code)
        .kind(Kind.OUTPUT)
        .source("SIRU", Evidence.CONFIRMED)
        .over(Output.TYPE)
        .when(TimeRule.event());
  }

  private static Measure.Builder visible(String id, String code) {
    return published(id, code)
        .where(PUBLISHED.and(Output.KIND.is("publication")))
        .dimension("format", Dimension.of("format", Output.KIND.path()));
  }
}
