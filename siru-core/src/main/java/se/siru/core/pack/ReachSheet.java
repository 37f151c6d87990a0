package se.siru.core.pack;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.Condition;
import se.siru.core.model.Field;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Participation;
import se.siru.core.model.Stakeholder;

/** Who was reached: heads by gender, organisations by sector and by municipality. */
final class ReachSheet {
  private static final String ORGANISATIONS = "SI-P01";
  private static final String OF_PACK = FigureTables.OF_PACK;
  private static final Condition TOOK_PART =
      Participation.STATUS.is("attended").and(Participation.ROLE.is("participant"));
  private static final FieldPath GENDER = FieldPath.of(Participation.PERSON, Stakeholder.GENDER);

  private final Wording words;
  private final FigureTables figures;

  ReachSheet(Setting setting) {
    this.words = setting.words();
    this.figures = new FigureTables(setting, name());
  }

  PackSheet sheet() {
    List<PackTable> tables = new ArrayList<>();
    tables.add(gender());
    tables.add(represented());
    tables.add(organisations("sector", words.say("Organisationer per sektor", "Organisations by sector")));
    tables.add(organisations("municipality", words.say("Organisationer per kommun", "Organisations by municipality")));
    return new PackSheet(name(), tables);
  }

  private String name() {
    return words.say("Räckvidd", "Reach");
  }

  /** Persons are counted by their own gender, anonymous heads by what was counted. */
  private static List<Indicator> genders() {
    return List.of(
        named("women", GENDER.is("women"), "kvinnor, personer", "women, persons"),
        counted("women-counted", Participation.WOMEN, "kvinnor, räknade", "women, counted"),
        named("men", GENDER.is("men"), "män, personer", "men, persons"),
        counted("men-counted", Participation.MEN, "män, räknade", "men, counted"),
        named("non-binary", GENDER.is("non-binary"), "icke-binära", "non-binary"),
        named("heads", Condition.always(), "alla", "all"),
        Indicator.formula("siru-pack:all-women").named("sv", "Kvinnor").named("en", "Women")
            .expression("[siru-pack:women] + [siru-pack:women-counted]").build(),
        Indicator.formula("siru-pack:all-men").named("sv", "Män").named("en", "Men")
            .expression("[siru-pack:men] + [siru-pack:men-counted]").build(),
        Indicator.formula("siru-pack:all-non-binary").named("sv", "Icke-binära").named("en", "Non-binary")
            .expression("[siru-pack:non-binary] + 0").build(),
        Indicator.formula("siru-pack:gender-unknown").named("sv", "Okänt").named("en", "Unknown")
            .expression("[siru-pack:heads] - [siru-pack:women] - [siru-pack:women-counted] - [siru-pack:men]"
                + " - [siru-pack:men-counted] - [siru-pack:non-binary]").build(),
        Indicator.formula("siru-pack:all-heads").named("sv", "Totalt").named("en", "Total")
            .expression("[siru-pack:heads] + 0").build());
  }

  private static Indicator named(String name, Condition of, String swedish, String english) {
    return Indicator.measure(OF_PACK + name).named("sv", swedish).named("en", english).over(Participation.TYPE).where(TOOK_PART).where(of)
        .sum(Participation.HEADS).build();
  }

  private static Indicator counted(String name, Field<Long> field, String swedish, String english) {
    return Indicator.measure(OF_PACK + name).named("sv", swedish).named("en", english).over(Participation.TYPE).where(TOOK_PART)
        .where(Participation.PERSON.isKnown().not()).where(field.isKnown()).sum(field).build();
  }

  private PackTable gender() {
    String heading = words.say("Deltaganden per kön", "Participations by gender");
    String note =
        words.say(
            "Närvarande i rollen deltagare; en person som deltagit flera gånger räknas varje gång.",
            "Those who attended as participants; a person who took part several times counts each time.");
    List<Indicator> indicators = genders();
    List<Indicator> formulas = indicators.stream().filter(Formula.class::isInstance).toList();
    return figures.table(heading, note, words.say("Kön", "Gender"), indicators, formulas);
  }

  /** Whom those who attended stood for: an organisation that is not known may be one more, nobody is none. */
  private static List<Indicator> whomTheyRepresented() {
    Condition nobody = Participation.REPRESENTS.isKnown().and(Participation.REPRESENTS.is("nobody"));
    Condition known = Participation.ORGANISATIONS.isKnown();
    return List.of(
        represented("known", known, "Kända organisationer", "Known organisations"),
        represented("not-known", known.not().and(nobody.not()), "Okända organisationer", "Organisations not known"),
        represented("nobody", nobody, "Ingen organisation", "No organisation"));
  }

  private static Indicator represented(String name, Condition of, String swedish, String english) {
    return Indicator.measure(OF_PACK + name).named("sv", swedish).named("en", english).over(Participation.TYPE)
        .where(Participation.STATUS.is("attended")).where(of).sum(Participation.HEADS).build();
  }

  private PackTable represented() {
    String heading = words.say("Vilka de närvarande företrädde", "Whom those who attended represented");
    String note =
        words.say(
            "Personer i alla roller. Bara de som företrädde okända organisationer kan göra de unika organisationerna fler.",
            "Persons in all roles. Only those who represented organisations not known may make distinct organisations more.");
    List<Indicator> indicators = whomTheyRepresented();
    return figures.table(heading, note, words.say("Företrädde", "Represented"), indicators, indicators);
  }

  private PackTable organisations(String dimension, String heading) {
    String note =
        words.say(
            "Unika organisationer; en organisation räknas en gång i varje rad, och raderna summerar inte till totalen där "
                + "en organisation har bytt grupp eller hör till flera.",
            "Distinct organisations; each counts once in every row, and the rows do not add up to the total where an "
                + "organisation has changed groups or belongs to several.");
    return figures.by(ORGANISATIONS, dimension, heading, note);
  }
}
