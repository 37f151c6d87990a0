package se.siru.indicators.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Activity;
import se.siru.core.model.Agreement;
import se.siru.core.model.CostLine;
import se.siru.core.model.Effect;
import se.siru.core.model.Field;
import se.siru.core.model.Initiative;
import se.siru.core.model.Output;
import se.siru.core.model.Participation;
import se.siru.core.model.RecordType;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.text.LocalizedText;

/**
 * How many of the fields that indicators ask for are stated, per record type. What every record must state is refused where it is missing
 * and so is not among them. There is no figure of all types together: it would say how many records there are of each.
 */
final class CompletenessIndicators {
  private CompletenessIndicators() {}

  static List<Indicator> all() {
    return List.of(
        of(Stakeholder.TYPE, Stakeholder.SECTOR, Stakeholder.SIZE, Stakeholder.LEGAL_FORM, Stakeholder.ECONOMIC, Stakeholder.REGION)
            .where(Stakeholder.KIND.is("organisation"))
            .when(TimeRule.inForceAtPeriodEnd())
            .build(),
        of(Activity.TYPE, Activity.KIND, Activity.MODE, Activity.STATUS, Activity.START, Activity.ORGANISERS, Activity.PROGRAMME_PART)
            .build(),
        of(Participation.TYPE, Participation.DATE, Participation.ORGANISATIONS)
            .where(Participation.REPRESENTS.isKnown().and(Participation.REPRESENTS.is("nobody")).not())
            .build(),
        of(Support.TYPE, Support.DATE, Support.HOURS).where(Support.KIND.is("non-financial")).build(),
        of(Initiative.TYPE, Initiative.KIND, Initiative.CHALLENGES, Initiative.START, Initiative.REGIONS).build(),
        of(Agreement.TYPE, Agreement.SIGNED, Agreement.BUYER, Agreement.SUPPLIER, Agreement.VALUE, Agreement.LEGAL_BASIS)
            .when(TimeRule.event(Agreement.SIGNED))
            .build(),
        of(Output.TYPE, Output.STATUS, Output.DATE, Output.DEVELOPERS, Output.JOINT).build(),
        of(Effect.TYPE, Effect.KIND, Effect.DEGREE, Effect.JUDGE, Effect.METHOD, Effect.DATE).build(),
        of(CostLine.TYPE, CostLine.PARTNER, CostLine.CATEGORY, CostLine.DATE).where(CostLine.OUTCOME.isKnown()).build());
  }

  private static Measure.Builder of(RecordType type, Field<?>... fields) {
    return Indicator.measure("siru:completeness-" + type.name())
        .code("SI-D01." + type.name())
        .named("sv", "Fullständighet, " + type.label().in("sv").toLowerCase(Locale.ROOT))
        .named("en", "Completeness, " + type.label().in("en").toLowerCase(Locale.ROOT))
        .defined(
            LocalizedText.of(
                "Angivna uppgifter av dem som kan anges, över periodens poster och fälten " + labels("sv", fields)
                    + ". Poster som inte kan ange dem ingår inte: personer bland aktörer, deltaganden som inte företräder någon, stöd "
                    + "i pengar, rader med bara budget. Fält som varje post måste ange ingår inte, eftersom en portfölj utan dem inte läses in.",
                "Values stated of those that can be, over the records of the period and the fields " + labels("en", fields)
                    + ". Records that cannot state them are left out: persons among stakeholders, participations that represent nobody, "
                    + "support in money, lines with a budget alone. Fields that every record must state are not among them, since no portfolio without them is read."))
        .unit("percent")
        .kind(Kind.PROCESS)
        .source("SIRU", Evidence.CONFIRMED)
        .over(type)
        .when(TimeRule.event())
        .aggregate(Aggregate.Completeness.of(fields));
  }

  private static String labels(String language, Field<?>... fields) {
    return Arrays.stream(fields).map(field -> field.label().in(language)).collect(Collectors.joining(", "));
  }
}
