package se.siru.indicators.support;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Parameter;
import se.siru.core.indicator.RuleSet;
import se.siru.core.text.LocalizedText;

/**
 * Enterprises supported, and what became of them. An enterprise is a final recipient that carries on an economic activity; it counts
 * once within its scope, from its first support on, in the classes it had then. Funding of an operation is another record type and never
 * enters.
 *
 * <p>Thread-safe.
 */
public final class SupportIndicators {
  /**
   * Hours of non-financial support below which an enterprise is in neither RCO01 nor RCO04; 0 tests nothing, so that support without
   * stated hours excludes nobody.
   */
  private static final Parameter MIN_SUPPORT_HOURS =
      Parameter.number(
          "min-support-hours",
          LocalizedText.of("Minsta antal timmar icke-ekonomiskt stöd", "Least hours of non-financial support"),
          "0",
          "hours",
          Evidence.UNCONFIRMED);

  private SupportIndicators() {}

  /**
   * The family under a rule set. RCO01 is the union of its parts, so that it is counted with the hours that the rule set gives RCO04.
   */
  public static List<Indicator> all(RuleSet rules) {
    Parameter.Setting hours = rules.setting("RCO04", MIN_SUPPORT_HOURS);
    Grouping.Test nonFinancial = Enterprises.nonFinancial(hours.number());
    List<Indicator> all = new ArrayList<>(supported(hours, nonFinancial));
    all.addAll(NewEnterprises.all(rules, hours));
    all.addAll(SupportedParts.all());
    all.addAll(Jobs.all(rules));
    all.addAll(Introductions.all());
    all.addAll(ResearchAndSkills.all(rules));
    return List.copyOf(all);
  }

  private static List<Indicator> supported(Parameter.Setting hours, Grouping.Test nonFinancial) {
    BigDecimal minSupportHours = hours.number();
    return List.of(
        enterprises("siru:enterprises-supported", "RCO01")
            .named("sv", "Företag som får stöd")
            .named("en", "Enterprises supported")
            .defined(
                LocalizedText.of(
                    "Olika företag inom varje mål som till och med periodens slut har fått bidrag, finansieringsinstrument "
                        + "eller icke-ekonomiskt stöd " + hoursInSwedish(minSupportHours)
                        + ". Storleksklass vid första stödet.",
                    "Different enterprises within each objective that up to the end of the period have received a grant, a "
                        + "financial instrument, or non-financial support " + hoursInEnglish(minSupportHours)
                        + ". Size class at the first support."))
            .parameter(hours)
            .having(Enterprises.any(minSupportHours))
            .build(),
        enterprises("siru:enterprises-with-grants", "RCO02")
            .named("sv", "Företag som får bidrag")
            .named("en", "Enterprises supported by grants")
            .defined(
                LocalizedText.of(
                    "Olika företag inom varje mål som till och med periodens slut har fått bidrag.",
                    "Different enterprises within each objective that up to the end of the period have received a grant."))
            .where(Enterprises.GRANT)
            .build(),
        enterprises("siru:enterprises-with-financial-instruments", "RCO03")
            .named("sv", "Företag som får stöd via finansieringsinstrument")
            .named("en", "Enterprises supported by financial instruments")
            .defined(
                LocalizedText.of(
                    "Olika företag inom varje mål som till och med periodens slut har fått lån, garanti eller riskkapital.",
                    "Different enterprises within each objective that up to the end of the period have received a loan, a "
                        + "guarantee or equity."))
            .where(Enterprises.INSTRUMENT)
            .build(),
        enterprises("siru:enterprises-with-non-financial-support", "RCO04")
            .named("sv", "Företag som får icke-ekonomiskt stöd")
            .named("en", "Enterprises with non-financial support")
            .defined(
                LocalizedText.of(
                    "Olika företag inom varje mål som till och med periodens slut har fått icke-ekonomiskt stöd "
                        + hoursInSwedish(minSupportHours) + "; mottagna timmar, inte rådgivarens.",
                    "Different enterprises within each objective that up to the end of the period have received "
                        + "non-financial support " + hoursInEnglish(minSupportHours)
                        + "; hours received, not those of the adviser."))
            .parameter(hours)
            .where(Enterprises.NON_FINANCIAL)
            .having(nonFinancial)
            .build(),
        Enterprises.supported("siru:enterprises-receiving-support", "CO01", Enterprises.P1420)
            .named("sv", "Antal företag som får stöd")
            .named("en", "Number of enterprises receiving support")
            .defined(
                LocalizedText.of(
                    "Olika företag inom fondprogrammet som till och med periodens slut har fått stöd i någon form "
                        + "(2014–2020). Delarna kan summera till mer än helheten.",
                    "Different enterprises within the fund programme that up to the end of the period have received support "
                        + "in any form (2014–2020). The parts may add up to more than the whole."))
            .build());
  }

  private static String hoursInSwedish(BigDecimal least) {
    return least.signum() == 0
        ? "oavsett antal timmar (regelverkets gräns är 0)"
        : "av minst " + least.toPlainString() + " timmar (regelverkets gräns)";
  }

  private static String hoursInEnglish(BigDecimal least) {
    return least.signum() == 0
        ? "of any number of hours (the rule set's minimum is 0)"
        : "of at least " + least.toPlainString() + " hours (the rule set's minimum)";
  }

  private static Measure.Builder enterprises(String id, String code) {
    return Enterprises.supported(id, code, Enterprises.P2127);
  }
}
