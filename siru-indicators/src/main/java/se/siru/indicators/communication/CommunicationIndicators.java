package se.siru.indicators.communication;

import java.util.List;
import java.util.Map;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Range;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Practice;
import se.siru.core.text.LocalizedText;

/**
 * Green-hushing and its opposite: what audited organisations do for sustainability (P) beside what they tell of (C). An audit holds
 * everybody to one closed list of practices.
 *
 * <p>Thread-safe.
 */
public final class CommunicationIndicators {
  private static final String FONT = "Font, Elgammal and Lamond 2016 (doi 10.1080/09669582.2016.1158829)";
  private static final LocalizedText AUDITS =
      LocalizedText.of(
          " Ett arbetssätt räknas en gång för varje organisation, som berättat om det berättas i någon granskad kanal. Det senaste "
              + "svaret i perioden gäller, för varje kanal. Det man inte vet om det görs eller berättas lämnas utanför och redovisas som okänt.",
          " A practice counts once for each organisation, as told of where some audited channel tells of it. The last answer in "
              + "the period holds, for each channel. What is not known to be done or told of is left out and shown as unknown.");
  private static final List<FieldPath> FIELDS =
      List.of(
          Practice.ORGANISATION.path(), Practice.PRACTICE.path(), Practice.PRACTISED.path(), Practice.COMMUNICATED.path(),
          Practice.DATE.path(), Practice.CHANNEL.path());

  private CommunicationIndicators() {}

  /** The family. */
  public static List<Indicator> all() {
    return List.of(
        figure(CommunicationFunction.RATIO, "SI-G01", FONT)
            .named("sv", "Kommunikationsgrad")
            .named("en", "Communication ratio")
            .defined(
                defined(
                    "Andel av det som organisationerna gör för hållbarhet som de också berättar om: Σ|P∩C| / Σ|P|, alla organisationer "
                        + "tillsammans. Odefinierad där ingen gör något.",
                    "The share of what organisations do for sustainability that they also tell of: Σ|P∩C| / Σ|P|, all organisations "
                        + "together. Undefined where nobody does anything."))
            .build(),
        figure(CommunicationFunction.MEAN, "SI-G01.mean", FONT)
            .source(FONT, Evidence.UNCONFIRMED)
            .named("sv", "Kommunikationsgrad, medel av organisationer")
            .named("en", "Communication ratio, mean of organisations")
            .defined(
                defined(
                    "Medelvärdet av organisationernas egna kommunikationsgrader |P∩C| / |P|, där varje organisation väger lika. De som "
                        + "inte gör något har ingen och ingår inte. Det är ett annat mått än SI-G01.",
                    "The mean of each organisation's own communication ratio |P∩C| / |P|, in which all organisations weigh the same. "
                        + "Those that do nothing have none and are left out. It is another measure than SI-G01."))
            .build(),
        figure(CommunicationFunction.HUSHED, "SI-G02", FONT)
            .named("sv", "Green-hushing-index")
            .named("en", "Green-hushing index")
            .defined(
                defined(
                    "Andel av det som organisationerna gör för hållbarhet som de tiger om: Σ|P∖C| / Σ|P|, det vill säga 1 − SI-G01.",
                    "The share of what organisations do for sustainability that they are silent about: Σ|P∖C| / Σ|P|, which is "
                        + "1 − SI-G01."))
            .direction(Direction.DOWN)
            .build(),
        figure(CommunicationFunction.OVERCLAIMED, "SI-G03", "SIRU")
            .named("sv", "Överpåståenden")
            .named("en", "Over-claim rate")
            .defined(
                defined(
                    "Andel av det som organisationerna berättar om som de inte gör: Σ|C∖P| / Σ|C|.",
                    "The share of what organisations tell of that they do not do: Σ|C∖P| / Σ|C|."))
            .direction(Direction.DOWN)
            .build(),
        figure(CommunicationFunction.GAP, "SI-G04", "SIRU")
            .named("sv", "Nettogap i kommunikationen")
            .named("en", "Net communication gap")
            .defined(
                defined(
                    "(Σ|C∖P| − Σ|P∖C|) / Σ|P∪C|: −1 där man tiger om allt man gör, 1 där man bara berättar om sådant man inte gör, 0 där "
                        + "de väger jämnt.",
                    "(Σ|C∖P| − Σ|P∖C|) / Σ|P∪C|: −1 where organisations are silent about all they do, 1 where they tell only of what "
                        + "they do not do, 0 where the two balance."))
            .unit("index")
            .range(Range.between(-1, 1))
            .direction(Direction.NONE)
            .build());
  }

  /** The functions that the family uses. */
  public static List<IndicatorFunction> functions() {
    return List.of(CommunicationFunction.values());
  }

  private static LocalizedText defined(String swedish, String english) {
    return LocalizedText.of(swedish + AUDITS.in("sv"), english + AUDITS.in("en"));
  }

  private static Measure.Builder figure(CommunicationFunction function, String code, String source) {
    return Indicator.measure(function.id())
        .code(code)
        .unit("percent")
        .range(Range.between(0, 100))
        .kind(Kind.RESULT)
        .source(source, Evidence.CONFIRMED)
        .over(Practice.TYPE)
        .when(TimeRule.event())
        .aggregate(new Aggregate.Function(function.id(), Map.of(), FIELDS));
  }
}
