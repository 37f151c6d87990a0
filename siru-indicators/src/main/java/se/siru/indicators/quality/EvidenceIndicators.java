package se.siru.indicators.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Effect;
import se.siru.core.model.Observation;
import se.siru.core.model.Output;
import se.siru.core.model.RecordType;
import se.siru.core.model.Uptake;
import se.siru.core.text.LocalizedText;

/** What stands on evidence that somebody else can look up. */
final class EvidenceIndicators {
  private static final Condition VERIFIABLE =
      se.siru.core.model.Evidence.DIARY_NUMBER.isKnown()
          .or(se.siru.core.model.Evidence.URI.isKnown())
          .or(se.siru.core.model.Evidence.HASH.isKnown());

  private EvidenceIndicators() {}

  static List<Indicator> all() {
    List<Indicator> all = new ArrayList<>(coverage(Observation.TYPE, "SI-D02"));
    for (RecordType type : List.of(Effect.TYPE, Output.TYPE, Uptake.TYPE)) {
      all.addAll(coverage(type, "SI-D02." + type.name()));
    }
    return List.copyOf(all);
  }

  private static List<Indicator> coverage(RecordType type, String code) {
    String sv = type.label().in("sv").toLowerCase(Locale.ROOT);
    String en = type.label().in("en").toLowerCase(Locale.ROOT);
    return List.of(
        counted("siru:" + type.plural() + "-recorded", code + ".d", type)
            .named("sv", "Poster av slaget " + sv)
            .named("en", "Records of the kind " + en)
            .defined(
                LocalizedText.of("Poster av slaget " + sv + " i perioden.", "Records of the kind " + en + " in the period."))
            .build(),
        counted("siru:" + type.plural() + "-with-evidence", code + ".n", type)
            .named("sv", "Poster med underlag, " + sv)
            .named("en", "Records with evidence, " + en)
            .defined(
                LocalizedText.of(
                    "Poster av slaget " + sv + " i perioden som minst ett kontrollerbart underlag gäller: ett med diarienummer, adress "
                        + "eller kontrollsumma. En post utan id har inget underlag.",
                    "Records of the kind " + en + " in the period that at least one verifiable piece of evidence is about: one with a "
                        + "diary number, an address or a hash. A record without an id has no evidence."))
            .where(Condition.whereAny(se.siru.core.model.Evidence.SUBJECT, VERIFIABLE))
            .build(),
        Indicator.formula("siru:evidence-coverage-" + type.name())
            .code(code)
            .named("sv", "Underlag, " + sv)
            .named("en", "Evidence coverage, " + en)
            .defined(
                LocalizedText.of(
                    "Poster med minst ett kontrollerbart underlag av alla av slaget " + sv + ".",
                    "Records with at least one verifiable piece of evidence of all of the kind " + en + "."))
            .unit("percent")
            .kind(Kind.PROCESS)
            .source("SIRU", Evidence.CONFIRMED)
            .expression("[" + code + ".n] / [" + code + ".d]")
            .build());
  }

  private static Measure.Builder counted(String id, String code, RecordType type) {
    return Indicator.measure(id)
        .code(code)
        .unit("records")
        .kind(Kind.PROCESS)
        .source("SIRU", Evidence.CONFIRMED)
        .over(type)
        .when(TimeRule.event())
        .count();
  }
}
