package se.siru.indicators.participants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Range;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Enrolment;
import se.siru.core.model.Field;
import se.siru.core.text.LocalizedText;

/**
 * Participants by special categories of personal data. They are held as counts among unnamed heads only; where the data are missing, it
 * matters whether it is documented that somebody asked.
 */
final class SensitiveIndicators {
  private SensitiveIndicators() {}

  static List<Indicator> all() {
    List<Indicator> all = new ArrayList<>();
    all.addAll(category("EECO12", "participants-with-disabilities", Enrolment.DISABILITY, Evidence.CONFIRMED,
        LocalizedText.of("Deltagare med funktionsnedsättning", "Participants with disabilities")));
    all.addAll(category("EECO15", "participants-of-minorities", Enrolment.MINORITY, Evidence.UNCONFIRMED,
        LocalizedText.of("Deltagare från minoriteter", "Participants of minorities")));
    return all;
  }

  private static List<Indicator> category(String code, String id, Field<Long> field, Evidence evidence, LocalizedText name) {
    Condition missing = field.isKnown().not();
    Condition asked = Enrolment.SENSITIVE_ASKED.is("yes");
    return List.of(
        measure(code, id, evidence)
            .named("sv", name.in("sv"))
            .named("en", name.in("en"))
            .defined(
                LocalizedText.of(
                    "Antalet bland deltagarna i EECO01, till och med periodens slut. Känslig uppgift: den anges som antal i en anonym "
                        + "räkning och aldrig för en person. Poster utan uppgiften är okända; saknas den överallt saknas värdet, "
                        + "det är inte 0.",
                    "How many of the participants in EECO01, up to the end of the period. Sensitive: it is stated as a number of an "
                        + "anonymous count and never of a person. Records without it are unknown; where none has it the value is "
                        + "missing, not 0."))
            .direction(Direction.NONE)
            .where(Enrolment.PERSON.isKnown().not())
            .sum(field)
            .build(),
        missing(code + ".declined", id + "-declined", evidence)
            .named("sv", name.in("sv") + ": uppgift saknas trots dokumenterad fråga")
            .named("en", name.in("en") + ": missing in spite of a documented attempt")
            .defined(
                LocalizedText.of(
                    "Deltagare utan uppgiften där det är dokumenterat att man frågade, vilket reglerna tillåter.",
                    "Participants without the data where it is documented that one asked, which the rules allow."))
            .where(missing.and(asked))
            .build(),
        missing(code + ".not-asked", id + "-not-asked", evidence)
            .named("sv", name.in("sv") + ": uppgift saknas utan dokumenterad fråga")
            .named("en", name.in("en") + ": missing without a documented attempt")
            .defined(
                LocalizedText.of(
                    "Deltagare utan uppgiften där det inte är dokumenterat att man frågade; det behöver rättas till.",
                    "Participants without the data where it is not documented that one asked; this needs to be mended."))
            .where(missing.and(Enrolment.SENSITIVE_ASKED.isKnown().not().or(asked.not())))
            .build());
  }

  private static Measure.Builder measure(String code, String id, Evidence evidence) {
    return Indicator.measure("siru:" + id)
        .code(code)
        .unit("persons")
        .range(Range.NOT_NEGATIVE)
        .source(EsfIndicators.ANNEX, evidence)
        .over(Enrolment.TYPE)
        .where(EsfIndicators.BEGAN)
        .when(TimeRule.cumulative());
  }

  private static Measure.Builder missing(String code, String id, Evidence evidence) {
    return measure(code, id, evidence)
        .direction(Direction.DOWN)
        .scope("operation")
        .aggregate(new Aggregate.Function("siru:participants", Map.of(), EsfIndicators.fields(List.of())).overEachRecord());
  }
}
