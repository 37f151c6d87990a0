package se.siru.indicators.quality;

import java.util.List;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Stakeholder;
import se.siru.core.text.LocalizedText;

/** Organisations that are known by a valid number and so are told from all others. */
final class IdentityIndicators {
  private static final String SOURCE = "Interreg Sverige–Norge: organisation numbers of supported enterprises";

  /** A sole trader's number is a personal number and is never stored; foreign organisations have no Swedish one. */
  private static final Condition WITHOUT_NUMBER =
      Stakeholder.LEGAL_FORM.isKnown().and(Stakeholder.LEGAL_FORM.isAnyOf("enskild-firma", "foreign-entity"))
          .or(Stakeholder.COUNTRY.isKnown().and(Stakeholder.COUNTRY.is("SWE").not()));

  private IdentityIndicators() {}

  static List<Indicator> all() {
    return List.of(
        organisations("siru:organisations-with-a-number-to-state", "SI-D03.d")
            .named("sv", "Organisationer som kan ange organisationsnummer")
            .named("en", "Organisations that can state an organisation number")
            .defined(
                LocalizedText.of(
                    "Olika organisationer vid periodens slut, utom enskilda firmor, vars nummer är personuppgifter, och utländska.",
                    "Different organisations at the end of the period, but for sole traders, whose numbers are personal data, and "
                        + "foreign ones."))
            .build(),
        organisations("siru:organisations-with-a-valid-number", "SI-D03.n")
            .named("sv", "Organisationer med giltigt organisationsnummer")
            .named("en", "Organisations with a valid organisation number")
            .defined(
                LocalizedText.of(
                    "De av organisationerna i SI-D03.d vars organisationsnummer har rätt form och kontrollsiffra.",
                    "Those of the organisations of SI-D03.d whose organisation number has the right form and check digit."))
            .where(Stakeholder.ORGANISATION_NUMBER.isLegalNumber())
            .build(),
        Indicator.formula("siru:identity-resolution")
            .code("SI-D03")
            .named("sv", "Identitetsgrad")
            .named("en", "Identity resolution")
            .defined(
                LocalizedText.of(
                    "Organisationer med giltigt organisationsnummer av dem som kan ange ett.",
                    "Organisations with a valid organisation number of those that can state one."))
            .unit("percent")
            .kind(Kind.PROCESS)
            .source(SOURCE, Evidence.CONFIRMED)
            .expression("[SI-D03.n] / [SI-D03.d]")
            .build());
  }

  private static Measure.Builder organisations(String id, String code) {
    return Indicator.measure(id)
        .code(code)
        .unit("organisations")
        .kind(Kind.PROCESS)
        .source(SOURCE, Evidence.CONFIRMED)
        .over(Stakeholder.TYPE)
        .where(Stakeholder.KIND.is("organisation"))
        .where(WITHOUT_NUMBER.not())
        .when(TimeRule.inForceAtPeriodEnd())
        .count();
  }
}
