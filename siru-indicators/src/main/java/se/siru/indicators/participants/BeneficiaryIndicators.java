package se.siru.indicators.participants;

import java.util.List;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.text.LocalizedText;

/**
 * Organisations that an operation supports directly. Training is given to persons, who are participants: it makes no organisation a
 * beneficiary, so that a self-employed person who is trained never counts twice.
 */
final class BeneficiaryIndicators {
  private static final Condition DIRECT = Support.KIND.is("training").not();
  private static final Condition SMALL =
      Support.RECIPIENT.then(Stakeholder.SIZE).isAnyOf("micro", "small", "medium");

  private BeneficiaryIndicators() {}

  static List<Indicator> all() {
    return List.of(
        supported("siru:public-entities-supported", "EECO18")
            .named("sv", "Stödda offentliga förvaltningar och tjänster")
            .named("en", "Public administrations or public services supported")
            .defined(
                LocalizedText.of(
                    "Olika offentliga organisationer i varje insats som till och med periodens slut själva har fått stöd. Utbildning av "
                        + "anställda gör dem till deltagare och inte organisationen till stödd.",
                    "Different public organisations in each operation that up to the end of the period were supported themselves. "
                        + "Training of staff makes them participants and not the organisation supported."))
            .where(Support.RECIPIENT.then(Stakeholder.SECTOR).is("public"))
            .build(),
        supported("siru:enterprises-supported-directly", "EECO19")
            .named("sv", "Stödda mikroföretag samt små och medelstora företag")
            .named("en", "Supported micro, small and medium-sized enterprises")
            .defined(
                LocalizedText.of(
                    "Olika mikro-, små och medelstora företag i varje insats, kooperativ och sociala företag inräknade, som till och med "
                        + "periodens slut själva har fått stöd. Storleken när stödet gavs avgör. Utbildning räknas inte: en "
                        + "egenföretagare som utbildas är deltagare i EECO05 och inte företag här.",
                    "Different micro, small and medium-sized enterprises in each operation, co-operatives and social enterprises "
                        + "included, that up to the end of the period were supported themselves. Their size when the support was "
                        + "given decides. Training does not count: a self-employed person who is trained is a participant in "
                        + "EECO05 and no enterprise here."))
            .where(Support.RECIPIENT.then(Stakeholder.ECONOMIC).is("yes"))
            .where(SMALL)
            .build());
  }

  private static Measure.Builder supported(String id, String code) {
    return Indicator.measure(id)
        .code(code)
        .unit("entities")
        .source(EsfIndicators.ANNEX, Evidence.UNCONFIRMED)
        .over(Support.TYPE)
        .where(DIRECT)
        .when(TimeRule.cumulative())
        .per(Support.RECIPIENT)
        .scope("operation")
        .count();
  }
}
