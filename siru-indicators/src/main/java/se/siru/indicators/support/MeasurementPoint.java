package se.siru.indicators.support;

import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Parameter;
import se.siru.core.indicator.RuleSet;
import se.siru.core.text.LocalizedText;

/**
 * When results are measured: at the end of the operation or one year later. Programmes differ, so that it is a parameter; its values are
 * codes of the list {@code measurement-points}.
 *
 * <p>Thread-safe.
 */
public final class MeasurementPoint {
  /** The name of the parameter in rule sets. */
  public static final String NAME = "measurement-point";

  private static final Parameter PARAMETER =
      Parameter.choice(
          NAME,
          LocalizedText.of("Mättillfälle för resultat", "Measurement point of results"),
          Evidence.UNCONFIRMED,
          "at-end",
          "one-year-after",
          "after");

  private MeasurementPoint() {}

  /** The point at which a rule set lets an indicator be measured; {@code at-end} where it says nothing. */
  public static Parameter.Setting of(RuleSet rules, String code) {
    return rules.setting(code, PARAMETER);
  }

  /** The point in words that go on after "measured". */
  public static LocalizedText words(Parameter.Setting point) {
    return switch (point.value()) {
      case "at-end" -> LocalizedText.of("vid projektets slut", "at the end of the operation");
      case "one-year-after" -> LocalizedText.of("ett år efter projektets slut", "one year after the end of the operation");
      default -> LocalizedText.of("efter stödet, senast uppmätt", "after the support, as last measured");
    };
  }
}
