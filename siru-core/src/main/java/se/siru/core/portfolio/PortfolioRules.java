package se.siru.core.portfolio;

import java.util.List;
import se.siru.core.finding.Rule;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;

/** The rules that a portfolio is held to when it is built. */
@Provided(since = "0.1.0")
public final class PortfolioRules {
  /** A record does not state a field that every record must state. */
  public static final Rule REQUIRED =
      Rule.error(
          "portfolio.required",
          text("Fältet {field} saknas.", "The field {field} is missing."),
          text("Ange {field}; fältet måste finnas på varje {type}.", "State {field}; every {type} must have it."));

  /** A text that can be no id. */
  public static final Rule NOT_AN_ID =
      Rule.error(
          "portfolio.not-an-id",
          text("'{value}' kan inte vara ett id.", "'{value}' cannot be an id."),
          text(
              "Ett id har högst 256 tecken, inga yttre blanksteg och inget semikolon.",
              "An id has at most 256 characters, no outer blanks and no semicolon."));

  /** An id with a character that cannot be seen. */
  public static final Rule INVISIBLE_CHARACTER =
      Rule.error(
          "portfolio.invisible-character",
          text("Id:t '{value}' innehåller {character}, som inte syns.", "The id '{value}' holds {character}, which cannot be seen."),
          text(
              "Ta bort tecknet eller skriv ett vanligt blanksteg; id som ser lika ut ska vara lika.",
              "Remove the character or write an ordinary blank; ids that look alike must be alike."));

  /** A code that its list does not hold. */
  public static final Rule UNKNOWN_CODE =
      Rule.error(
          "portfolio.unknown-code",
          text("Koden '{value}' finns inte i kodlistan {codelist}.", "Code list {codelist} holds no code '{value}'."),
          text("Välj en kod ur listan, eller lägg till koden i en egen kodlista.", "Take a code of the list, or add the code in a list of your own."));

  /** A number outside the bounds of its field. */
  public static final Rule OUT_OF_RANGE =
      Rule.error(
          "portfolio.out-of-range",
          text("{value} ligger utanför {least}–{most}.", "{value} is outside {least}–{most}."),
          text("Rätta talet eller lämna fältet tomt om värdet är okänt.", "Correct the number, or leave the field empty where the value is unknown."));

  /** A decimal with more decimals than its field keeps. */
  public static final Rule TOO_PRECISE =
      Rule.error(
          "portfolio.too-precise",
          text("{value} har fler än {scale} decimaler.", "{value} has more than {scale} decimals."),
          text("Avrunda talet i källan.", "Round the number in the source."));

  /** An amount in another currency than the portfolio's. */
  public static final Rule MIXED_CURRENCIES =
      Rule.error(
          "portfolio.mixed-currencies",
          text("Beloppet är i {value}, portföljen i {currency}.", "The amount is in {value}, the portfolio in {currency}."),
          text("Räkna om beloppet till {currency} i källan.", "Convert the amount to {currency} in the source."));

  /** An id that another record of the type has, for entities with the same first day of validity. */
  public static final Rule DUPLICATE_ID =
      Rule.error(
          "portfolio.duplicate-id",
          text("{type} '{value}' finns redan: {other}.", "{type} '{value}' is there already: {other}."),
          text(
              "Ta bort den ena posten. Versioner av en aktör, aktivitet eller annan sak skiljs åt av valid-from.",
              "Remove one of the two. Versions of one thing differ in valid-from."));

  /** A reference to a record that the portfolio does not hold. */
  public static final Rule DANGLING_REFERENCE =
      Rule.error(
          "portfolio.dangling-reference",
          text("{type} '{value}' finns inte.", "There is no {type} '{value}'."),
          text("Lägg till posten eller rätta id:t. Liknande id: {nearest}.", "Add the record or correct the id. Similar ids: {nearest}."));

  /** A node, named in what is covered, that the programme tree does not hold. */
  public static final Rule UNKNOWN_NODE =
      Rule.error(
          "portfolio.unknown-node",
          text("Programträdet har ingen nod '{value}'.", "The programme tree has no node '{value}'."),
          text("Lägg till noden eller rätta id:t. Liknande id: {nearest}.", "Add the node or correct the id. Similar ids: {nearest}."));

  /** A participation that represents nobody and names organisations. */
  public static final Rule REPRESENTS_NOBODY =
      Rule.error(
          "portfolio.represents-nobody",
          text("Posten företräder ingen men nämner organisationer.", "The record represents nobody but names organisations."),
          text("Töm represents, eller organisations.", "Empty represents, or organisations."));

  /** A date before the first version of the record referred to. */
  public static final Rule BEFORE_FIRST_VERSION =
      Rule.warning(
          "portfolio.before-first-version",
          text(
              "Posten är från {date}, men {type} '{value}' gäller först från {first}.",
              "The record is of {date}, but {type} '{value}' is only valid from {first}."),
          text(
              "Första versionen används. Ange en tidigare version, eller lämna valid-from tom på den första.",
              "The first version is used. State an earlier version, or leave valid-from of the first one empty."));

  /** A record above itself, or that arose from itself. */
  public static final Rule CYCLE =
      Rule.error(
          "portfolio.cycle",
          text("Kedjan leder tillbaka till sig själv: {chain}.", "The chain leads back to itself: {chain}."),
          text("Rätta {field} på en av posterna i kedjan.", "Correct {field} of one record in the chain."));

  /** A programme node below a node that is not of a higher level. */
  public static final Rule PARENT_LEVEL =
      Rule.error(
          "portfolio.parent-level",
          text(
              "'{value}' på nivån {level} ligger under '{parent}' på nivån {parent-level}.",
              "'{value}' of level {level} lies below '{parent}' of level {parent-level}."),
          text("Överordnad nod måste ha en högre nivå.", "The parent must be of a higher level."));

  /** An end before the start. */
  public static final Rule REVERSED_PERIOD =
      Rule.error(
          "portfolio.reversed-period",
          text("Slutdagen {end} ligger före startdagen {start}.", "The last day {end} is before the first day {start}."),
          text("Rätta den ena dagen; slutdagen räknas med.", "Correct one of the days; the last day is included."));

  /** A date outside the years that records may be of. */
  public static final Rule DATE_OUT_OF_RANGE =
      Rule.error(
          "portfolio.date-out-of-range",
          text("{value} ligger utanför {least}–{most}.", "{value} is outside {least}–{most}."),
          text("Rätta dagen; kontrollera århundradet.", "Correct the day; check the century."));

  /** A named person and heads beside. */
  public static final Rule PERSON_WITH_HEADS =
      Rule.warning(
          "portfolio.person-with-heads",
          text("Posten namnger en person men räknar {heads}.", "The record names a person but counts {heads}."),
          text(
              "Unika antal känner bara den namngivna; ange de andra på en egen rad utan person.",
              "Unique counts know the one named; state the others in a row of their own without a person."));

  /** More women and men than heads. */
  public static final Rule HEADS =
      Rule.error(
          "portfolio.heads",
          text("Kvinnor och män är {value}, men {field} är {whole}.", "Women and men are {value}, but {field} is {whole}."),
          text("Rätta antalen; tomt antal personer betyder en.", "Correct the numbers; empty heads means one."));

  /** A code that was not valid on the record's day. */
  public static final Rule CODE_NOT_VALID =
      Rule.warning(
          "portfolio.code-not-valid",
          text("Koden {value} i {codelist} gällde inte {date}.", "Code {value} of {codelist} was not valid on {date}."),
          text("Ange koden som gällde den dagen.", "State the code that was valid on that day."));

  /** Facts without a node where there are several operations. */
  public static final Rule NODE_NOT_STATED =
      Rule.info(
          "portfolio.node-not-stated",
          text(
              "{count} poster saknar nod, och portföljen har {operations} insatser.",
              "{count} records state no node, and the portfolio has {operations} operations."),
          text(
              "De räknas i totalen men hör inte till någon insats.",
              "They count in the total but belong to no operation."));

  /** No programme node at all, so that nothing belongs to an operation, objective or fund. */
  public static final Rule NO_PROGRAMME_NODE =
      Rule.warning(
          "portfolio.no-programme-node",
          text("Portföljen har ingen programnod.", "The portfolio has no programme node."),
          text(
              "Lägg till minst en nod, insatsen: en post med ett id och nivån operation.",
              "Add at least one node, the operation: a record with an id and the level operation."));

  /** Two amendments of one decision. */
  public static final Rule SUPERSEDED_TWICE =
      Rule.warning(
          "portfolio.superseded-twice",
          text(
              "Både {decision} och {other} ersätter beslutet '{value}'.",
              "Both {decision} and {other} supersede the decision '{value}'."),
          text(
              "Rader från båda gäller. Låt den senare ändringen ersätta den tidigare.",
              "Lines of both apply. Let the later amendment supersede the earlier one."));

  /** An amendment that is older than what it amends. */
  public static final Rule AMENDED_BEFORE =
      Rule.warning(
          "portfolio.amended-before",
          text(
              "Beslutet {decision} ({date}) ersätter {other}, som är yngre ({other-date}).",
              "The decision {decision} ({date}) supersedes {other}, which is younger ({other-date})."),
          text("Se över datumen och vad som ersätter vad.", "Check the dates, and which supersedes which."));

  /** Two reporting periods of one decision that share days. */
  public static final Rule REPORTING_PERIODS_OVERLAP =
      Rule.warning(
          "portfolio.reporting-periods-overlap",
          text(
              "Rapporteringsperioderna {value} och {other} i samma beslut överlappar.",
              "The reporting periods {value} and {other} of one decision overlap."),
          text(
              "Det som händer under gemensamma dagar räknas i båda.",
              "What happens on the days that they share counts in both."));

  /** A chain of identity links that returns to its start. */
  public static final Rule IDENTITY_CYCLE =
      Rule.error(
          "portfolio.identity-cycle",
          text("Identiteterna leder tillbaka till sig själva: {chain}.", "The identities lead back to themselves: {chain}."),
          text("Låt den juridiska enheten sakna länk.", "Leave the legal unit itself without a link."));

  /** An id that is said to be two different units. */
  public static final Rule IDENTITY_AMBIGUOUS =
      Rule.error(
          "portfolio.identity-ambiguous",
          text("'{value}' är både '{target}' och '{other}'.", "'{value}' is both '{target}' and '{other}'."),
          text("Behåll en av länkarna.", "Keep one of the links."));

  /** A link that merges units from a day on. */
  public static final Rule IDENTITY_FROM =
      Rule.warning(
          "portfolio.identity-from",
          text(
              "'{value}' och '{target}' räknas som en enhet även före {date}.",
              "'{value}' and '{target}' count as one unit also before {date}."),
          text(
              "Skriv merger i stället om enheterna ska räknas var för sig före den dagen.",
              "Write merger instead where the units are to count apart before that day."));

  private PortfolioRules() {}

  private static LocalizedText text(String swedish, String english) {
    return LocalizedText.of(swedish, english);
  }

  /** All rules of this area. */
  public static List<Rule> all() {
    return List.of(
        REQUIRED, UNKNOWN_CODE, OUT_OF_RANGE, TOO_PRECISE, MIXED_CURRENCIES, DUPLICATE_ID, DANGLING_REFERENCE,
        BEFORE_FIRST_VERSION, CYCLE, PARENT_LEVEL, REVERSED_PERIOD, DATE_OUT_OF_RANGE, HEADS, CODE_NOT_VALID,
        NODE_NOT_STATED, NO_PROGRAMME_NODE, SUPERSEDED_TWICE, AMENDED_BEFORE, REPORTING_PERIODS_OVERLAP, IDENTITY_CYCLE,
        IDENTITY_AMBIGUOUS, IDENTITY_FROM);
  }
}
