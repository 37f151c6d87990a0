package se.siru.indicators.cooperation;

import java.util.function.IntFunction;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Parameter;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.Condition;
import se.siru.core.text.LocalizedText;

/** What makes something joint in a programme of one country: organisations of several sectors; and what is said of own codes. */
record Joint(Parameter.Setting sectors) {
  private static final int MOST_SECTORS = 100;

  private static final Parameter SECTORS =
      Parameter.whole(
          "joint-sectors",
          LocalizedText.of("Minsta antal sektorer för gemensamt", "Least number of sectors for joint"),
          "2",
          MOST_SECTORS,
          "sectors",
          Evidence.UNCONFIRMED);

  /** What a rule set means by joint for an indicator. */
  static Joint of(RuleSet rules, String code) {
    return new Joint(rules.setting(code, SECTORS));
  }

  /** The condition that so many sectors take part; 0 tests nothing. */
  Condition asks(IntFunction<Condition> ofSectors) {
    return sectors.whole() == 0 ? Condition.always() : ofSectors.apply(sectors.whole());
  }

  LocalizedText bySectors(String sv, String en) {
    return LocalizedText.of(
        sv + " från minst " + sectors.whole() + " kända sektorer", en + " from at least " + sectors.whole() + " known sectors");
  }

  /** An indicator with a code of our own: how it is counted, and which official code it is not. */
  static <B extends Indicator.Builder<B>> B described(B builder, String code, String sv, String en) {
    String official = code.substring(0, code.length() - 1);
    return builder
        .code(code)
        .source("Own variant of " + official + " for one country; name and rules of " + official + ": Jems", Evidence.UNCONFIRMED)
        .defined(
            LocalizedText.of(
                sv + " Egen programspecifik kod: " + official + " kräver organisationer från minst två länder och används inte här.",
                en + " Programme-specific code of our own: " + official + " asks for organisations of at least two countries and is "
                    + "not used here."));
  }
}
