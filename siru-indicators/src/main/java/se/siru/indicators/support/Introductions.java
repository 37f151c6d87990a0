package se.siru.indicators.support;

import java.util.List;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Innovation;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.text.LocalizedText;

/**
 * Products and processes that supported enterprises introduced, on the day of their first support or later. What is new to the market is
 * new to the firm too, and what is new to the firm may come from elsewhere.
 */
final class Introductions {
  private Introductions() {}

  static List<Indicator> all() {
    Condition ofSme =
        Support.RECIPIENT.then(Stakeholder.ECONOMIC).is("yes").and(Enterprises.isSme(Support.RECIPIENT.path()));
    Condition ofEnterprise = Support.RECIPIENT.then(Stakeholder.ECONOMIC).is("yes");
    return List.of(
        introduced("siru:smes-introducing-innovation", "RCR03", Enterprises.P2127, "new-to-firm", ofSme)
            .kind(Kind.RESULT)
            .source("SWD(2021) 198, and the definition of RCR03 by Interreg Aurora: new to the firm suffices", Evidence.CONFIRMED)
            .where(Innovation.KIND.isAnyOf("product", "process"))
            .named("sv", "SMF som infört produkt- eller processinnovation")
            .named("en", "SMEs introducing product or process innovation")
            .defined(
                LocalizedText.of(
                    "Olika små och medelstora företag, mikroföretag inräknade, inom varje mål som till och med periodens slut infört en "
                        + "produkt eller process som är ny för företaget, samma dag som ett stöd började eller senare. Storleken är "
                        + "den vid stödet, i fördelningen den vid första införandet.",
                    "Different small and medium-sized enterprises, micro enterprises included, within each objective that up to the end "
                        + "of the period introduced a product or process new to the firm, on the day on which a support began or later. "
                        + "The size is that at the support, in the breakdown that at the first introduction."))
            .build(),
        introduced("siru:enterprises-introducing-products-new-to-market", "CO28", Enterprises.P1420, "new-to-market", ofEnterprise)
            .where(Innovation.KIND.is("product"))
            .source("European Commission, common indicators 2014–2020", Evidence.UNCONFIRMED)
            .named("sv", "Antal företag som får stöd för att introducera produkter som är nya för marknaden")
            .named("en", "Number of enterprises supported to introduce new to the market products")
            .defined(defined("marknaden", "the market"))
            .build(),
        introduced("siru:enterprises-introducing-products-new-to-firm", "CO29", Enterprises.P1420, "new-to-firm", ofEnterprise)
            .where(Innovation.KIND.is("product"))
            .source("European Commission, common indicators 2014–2020", Evidence.UNCONFIRMED)
            .named("sv", "Antal företag som får stöd för att introducera produkter som är nya för företaget")
            .named("en", "Number of enterprises supported to introduce new to the firm products")
            .defined(defined("företaget; nytt för marknaden är också nytt för företaget", "the firm; new to the market is new to the firm too"))
            .build());
  }

  private static LocalizedText defined(String sv, String en) {
    return LocalizedText.of(
        "Olika företag inom fondprogrammet som till och med periodens slut infört en produkt (vara eller tjänst), samma dag som ett "
            + "stöd började eller senare, som är ny för " + sv + " (2014–2020).",
        "Different enterprises within the fund programme that up to the end of the period introduced a product (good or service), on the "
            + "day on which a support began or later, that is new to " + en + " (2014–2020).");
  }

  private static Measure.Builder introduced(
      String id, String code, Enterprises.Period period, String novelty, Condition ofRecipient) {
    return Indicator.measure(id)
        .code(code)
        .unit("enterprises")
        .over(Innovation.TYPE)
        .where(Innovation.NOVELTY.is(novelty))
        .where(
            Condition.whereAny(
                Support.RECIPIENT,
                Innovation.ENTERPRISE.path(),
                ofRecipient.and(Support.DATE.day().isNotAfter(Innovation.DATE.day().ofOuter()))))
        .when(TimeRule.cumulative())
        .per(Innovation.ENTERPRISE)
        .scope(period.scope())
        .count();
  }
}
