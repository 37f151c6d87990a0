package se.siru.indicators.support;

import java.util.List;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Condition;
import se.siru.core.text.LocalizedText;

/** The parts of CO01 by the form of support. An enterprise may be in several, so that they may add up to more than the whole. */
final class SupportedParts {
  private SupportedParts() {}

  static List<Indicator> all() {
    return List.of(
        part("siru:enterprises-receiving-grants", "CO02", Enterprises.GRANT)
            .named("sv", "Antal företag som får bidrag")
            .named("en", "Number of enterprises receiving grants")
            .defined(defined("bidrag", "a grant"))
            .build(),
        part("siru:enterprises-receiving-other-financial-support", "CO03", Enterprises.INSTRUMENT)
            .named("sv", "Antal företag som får annat ekonomiskt stöd än bidrag")
            .named("en", "Number of enterprises receiving financial support other than grants")
            .defined(defined("lån, garanti eller riskkapital", "a loan, a guarantee or equity (venture capital is financial)"))
            .build(),
        part("siru:enterprises-receiving-non-financial-support", "CO04", Enterprises.NON_FINANCIAL)
            .named("sv", "Antal företag som får annat stöd än ekonomiskt stöd")
            .named("en", "Number of enterprises receiving non-financial support")
            .defined(
                defined("vägledning, konsultstöd, inkubation eller annat icke-ekonomiskt stöd",
                    "guidance, consultancy, incubation or other non-financial support"))
            .build());
  }

  private static Measure.Builder part(String id, String code, Condition kind) {
    return Enterprises.supported(id, code, Enterprises.P1420).where(kind);
  }

  private static LocalizedText defined(String sv, String en) {
    return LocalizedText.of(
        "Företagen i CO01 som till och med periodens slut har fått " + sv + " (2014–2020). Delarna av CO01 kan summera till mer än "
            + "helheten.",
        "The enterprises of CO01 that up to the end of the period have received " + en + " (2014–2020). The parts of CO01 may add up "
            + "to more than the whole.");
  }
}
