package se.siru.indicators.participants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Parameter;
import se.siru.core.indicator.Range;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Enrolment;
import se.siru.core.model.Field;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Stakeholder;
import se.siru.core.text.LocalizedText;

/**
 * Participants by the common indicators of the European Social Fund Plus. A participant is a person in an operation, once: who comes back
 * is the same participant, from the first entry to the last exit. Unnamed heads count beside, as many as each record states. In Sweden
 * the official values come from registers; these are previews, as the rule set {@code esf-plus} says.
 *
 * <p>Thread-safe.
 */
public final class EsfIndicators {
  static final String ANNEX = "Regulation (EU) 2021/1057, Annex I";

  /** Who never began is no participant; an outcome that nobody has noted does not say so. */
  public static final Condition BEGAN =
      Enrolment.OUTCOME.isKnown().not().or(Enrolment.OUTCOME.is("not-started").not());

  private static final LocalizedText WHO =
      LocalizedText.of(
          "Varje person räknas en gång i varje insats, från första starten till sista slutet, också den som kommer tillbaka, "
              + "och varje anonym räkning med sitt antal. Bara den som själv deltar räknas, till och med periodens slut. "
              + "Fördelat på kön står anonyma räkningar under okänt: EECO01.women och de andra räknar in dem.",
          "Each person counts once in each operation, from the first entry to the last exit, also who comes back, and each "
              + "anonymous count by its heads. Only who takes part in person counts, up to the end of the period. Broken down by "
              + "gender, anonymous counts stand under unknown: EECO01.women and the others have them in.");

  private static final LocalizedText ENTRY =
      LocalizedText.of(
          "Det som gällde vid första starten avgör; är det inte känt räknas deltagaren som okänd.",
          "What held at the first entry decides; where it is not known, the participant counts as unknown.");

  private static final Parameter WEEKS =
      Parameter.whole(
          "weeks-after-leaving",
          LocalizedText.of("Veckor efter avslut", "Weeks after leaving"), "4", 5_200, "weeks", Evidence.UNCONFIRMED);

  private static final Parameter OF_WHOM =
      Parameter.choice(
          "of-whom",
          LocalizedText.of(
              "Vilka deltagare: all, eller not-employed (inte sysselsatta vid start)",
              "Which participants: all, or not-employed (at entry)"),
          Evidence.UNCONFIRMED, "all", "not-employed");

  private EsfIndicators() {}

  /** The family under a rule set. */
  public static List<Indicator> all(RuleSet rules) {
    List<Indicator> all = new ArrayList<>();
    all.addAll(participants());
    all.addAll(byGender(atEntry("EECO05", "employed-participants", Enrolment.LABOUR_STATUS, "employed"),
        LocalizedText.of("Sysselsatta inkl. egenföretagare", "Employed, including self-employed"),
        LocalizedText.of(
            "EECO01 som var sysselsatta vid start, egenföretagare inräknade. En egenföretagare som utbildas räknas här och inte som "
                + "företag i EECO19. " + ENTRY.in("sv"),
            "EECO01 who were employed at entry, self-employed included. A self-employed person who is trained counts here and "
                + "not as an enterprise in EECO19. " + ENTRY.in("en")),
        Evidence.CONFIRMED));
    all.addAll(byGender(atEntry("EECO06", "participants-below-18", Enrolment.AGE_CLASS, "0-17"),
        LocalizedText.of("Barn under 18 år", "Children below 18 years of age"), ofAge("under 18 år", "below 18"), Evidence.UNCONFIRMED));
    all.addAll(byGender(atEntry("EECO07", "participants-18-to-29", Enrolment.AGE_CLASS, "18-29"),
        LocalizedText.of("Unga 18–29 år", "Young people aged 18–29"), ofAge("18–29 år", "18–29"), Evidence.UNCONFIRMED));
    all.addAll(byGender(atEntry("EECO08", "participants-55-and-above", Enrolment.AGE_CLASS, "55-plus"),
        LocalizedText.of("Deltagare 55 år och äldre", "Participants 55 years of age and above"),
        ofAge("55 år eller äldre", "55 or above"), Evidence.UNCONFIRMED));
    all.addAll(SensitiveIndicators.all());
    all.addAll(BeneficiaryIndicators.all());
    all.addAll(qualified(rules.setting("EECR03", WEEKS)));
    all.addAll(employedLater(rules.setting("EECR05", OF_WHOM)));
    return List.copyOf(all);
  }

  private static List<Indicator> participants() {
    return byGender(
        new Counted("EECO01", "participants", "siru:participants", Map.of(), List.of(), Kind.OUTPUT, List.of()),
        LocalizedText.of("Deltagare totalt", "Total number of participants"),
        LocalizedText.of(
            WHO.in("sv") + " Åldersklasserna EECO06, EECO07 och EECO08 summerar inte till EECO01: 30–54 år har ingen kod. Inga deltagare "
                + "redovisas som 0.",
            WHO.in("en") + " The age classes EECO06, EECO07 and EECO08 do not add up to EECO01: 30–54 has no code. No participants are "
                + "reported as 0."),
        Evidence.UNCONFIRMED);
  }

  private static LocalizedText ofAge(String sv, String en) {
    return LocalizedText.of(
        "EECO01 som var " + sv + " vid start. Åldersklasserna summerar inte till EECO01: 30–54 år har ingen kod. " + ENTRY.in("sv"),
        "EECO01 who were " + en + " at entry. The age classes do not add up to EECO01: 30–54 has no code. " + ENTRY.in("en"));
  }

  private static List<Indicator> qualified(Parameter.Setting weeks) {
    return byGender(
        new Counted("EECR03", "participants-gaining-a-qualification", "siru:participants-qualified", Map.of("weeks", Integer.toString(weeks.whole())),
            List.of(Enrolment.QUALIFICATION, Enrolment.QUALIFICATION_DATE), Kind.RESULT, List.of(weeks)),
        LocalizedText.of("Kvalifikation vid avslut", "Participants gaining a qualification upon leaving"),
        LocalizedText.of(
            "EECO01 som har lämnat insatsen och fått en kvalifikation efter bedömning senast " + weeks.value()
                + " veckor efter sista dagen. Intyg om närvaro är ingen kvalifikation. Den som är kvar räknas inte än.",
            "EECO01 who have left the operation and were given a qualification after an assessment at most " + weeks.value()
                + " weeks after the last day. A certificate of attendance is no qualification. Who is still there does not count yet."),
        Evidence.UNCONFIRMED);
  }

  private static List<Indicator> employedLater(Parameter.Setting ofWhom) {
    Counted later =
        new Counted("EECR05", "participants-employed-six-months-later", "siru:participants-employed-later",
            Map.of("months", "6", "of-whom", ofWhom.value()),
            List.of(Enrolment.LABOUR_STATUS_LATER, Enrolment.LABOUR_STATUS), Kind.RESULT, List.of(ofWhom));
    boolean isOfAll = ofWhom.value().equals("all");
    String sv = isOfAll ? "EECO01" : "EECO01 som inte var sysselsatta vid start,";
    String en = isOfAll ? "EECO01" : "EECO01 who were not employed at entry,";
    List<Indicator> all = new ArrayList<>(byGender(later,
        LocalizedText.of("I arbete efter sex månader", "Participants in employment six months after leaving"),
        LocalizedText.of(
            sv + " som lämnade insatsen minst sex månader före periodens slut och då var sysselsatta, egenföretagare inräknade. "
                + "Får mätas i ett urval: EECR05.followed är hur många som följts upp, de andra är okända.",
            en + " who left the operation at least six months before the end of the period and were then employed, self-employed "
                + "included. May be measured on a sample: EECR05.followed is how many were followed up, the others are unknown."),
        Evidence.UNCONFIRMED));
    all.add(
        later.measure(Figure.ALL, "siru:participants-followed", ".followed", "-followed")
            .named("sv", "Uppföljda efter sex månader")
            .named("en", "Participants followed up six months after leaving")
            .defined(
                LocalizedText.of(
                    "Deltagarna som EECR05 frågar om och vars ställning på arbetsmarknaden sex månader efter sista dagen är känd.",
                    "The participants whom EECR05 asks about and whose labour status six months after the last day is known."))
            .direction(Direction.NONE)
            .source(ANNEX, Evidence.UNCONFIRMED)
            .build());
    return all;
  }

  private static Counted atEntry(String code, String id, Field<?> field, String codes) {
    return new Counted(code, id, "siru:participants-at-entry", Map.of("codes", codes), List.of(field), Kind.OUTPUT, List.of());
  }

  /** The indicator of all, and those of each gender. */
  private static List<Indicator> byGender(Counted counted, LocalizedText name, LocalizedText definition, Evidence evidence) {
    List<Indicator> all = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      Measure.Builder measure =
          counted.measure(figure, counted.function, figure.suffix(), figure.suffix().replace('.', '-')).source(ANNEX, evidence);
      if (figure == Figure.ALL) {
        measure.named("sv", name.in("sv")).named("en", name.in("en")).defined(definition);
      } else {
        measure.direction(Direction.NONE)
            .named("sv", name.in("sv") + ": " + figure.label().in("sv"))
            .named("en", name.in("en") + ": " + figure.label().in("en"))
            .defined(
                LocalizedText.of(
                    "Av " + counted.code + ": " + figure.label().in("sv") + ". Kvinnor, män, icke-binära och okänt kön är tillsammans "
                        + "alla.",
                    "Of " + counted.code + ": " + figure.label().in("en") + ". Women, men, non-binary and gender unknown are together "
                        + "all."));
      }
      all.add(measure.build());
    }
    return all;
  }

  /** What is counted of participants, before it is said of which gender. */
  private record Counted(
      String code,
      String id,
      String function,
      Map<String, String> parameters,
      List<Field<?>> more,
      Kind kind,
      List<Parameter.Setting> settings) {

    Measure.Builder measure(Figure figure, String of, String suffix, String idSuffix) {
      Map<String, String> all = new LinkedHashMap<>(parameters);
      if (figure != Figure.ALL) {
        all.put("count", figure.word());
      }
      Measure.Builder measure = Indicator.measure("siru:" + id + idSuffix)
          .code(code + suffix)
          .unit("persons")
          .range(Range.NOT_NEGATIVE)
          .kind(kind)
          .over(Enrolment.TYPE)
          .where(BEGAN)
          .when(TimeRule.cumulative())
          .scope("operation")
          .notAdditiveOver("age-class")
          .aggregate(new Aggregate.Function(of, all, fields(more)).overEachRecord());
      settings.forEach(measure::parameter);
      return measure;
    }
  }

  /** The fields of every function of participants, and those that one of them asks of. */
  static List<FieldPath> fields(List<Field<?>> more) {
    List<FieldPath> fields =
        new ArrayList<>(
            List.of(
                Enrolment.PERSON.path(), Enrolment.PERSON.then(Stakeholder.GENDER), Enrolment.HEADS.path(), Enrolment.WOMEN.path(),
                Enrolment.MEN.path(), Enrolment.START.path(), Enrolment.END.path()));
    more.forEach(field -> fields.add(field.path()));
    return fields;
  }
}
