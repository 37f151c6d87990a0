package se.siru.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import se.siru.core.stability.Provided;

/**
 * A line of a calculation of social return on investment: a valued outcome for a group, or what was put in. Shares are
 * fractions of one.
 */
@Provided(since = "0.1.0")
public final class SroiLine {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("sroi-line", "sroi-lines")
          .labelled("SROI-rad", "SROI line")
          .documented(
              "En rad i en kalkyl över social avkastning: ett värderat utfall för en grupp, eller det som satsats.",
              "A line of a calculation of social return: a valued outcome for a group, or what was put in.");

  /** Unique in its record type, where it is stated; other records may point to it. */
  public static final Field<String> ID = DESCRIPTION.optionalId().add();

  /** The initiative that the calculation is about; empty is the node. */
  public static final Field<String> INITIATIVE =
      DESCRIPTION.reference("initiative", "initiative")
          .labelled("Initiativ", "Initiative")
          .documented(
              "Initiativet som kalkylen gäller; tom gäller noden.",
              "The initiative that the calculation is about; empty is the node.")
          .add();

  /** Cautious, base case or optimistic; empty is the base case. */
  public static final Field<String> SCENARIO =
      DESCRIPTION.code("scenario", "sroi-scenarios")
          .labelled("Scenario", "Scenario")
          .documented(
              "Försiktigt, huvudscenario eller optimistiskt; tom är huvudscenariot.",
              "Cautious, base case or optimistic; empty is the base case.")
          .add();

  /** The group that receives or gives the value. */
  public static final Field<String> STAKEHOLDER_GROUP =
      DESCRIPTION.code("stakeholder-group", "target-groups")
          .labelled("Grupp", "Stakeholder group")
          .documented("Gruppen som får eller ger värdet.", "The group that receives or gives the value.")
          .add();

  /** What changed for the group, or what was put in. */
  public static final Field<String> OUTCOME =
      DESCRIPTION.text("outcome")
          .labelled("Utfall", "Outcome")
          .documented(
              "Vad som blev annorlunda för gruppen, eller vad som satsades.",
              "What changed for the group, or what was put in.")
          .add();

  /** How many had the outcome; negative where the value is a loss. */
  public static final Field<BigDecimal> QUANTITY =
      DESCRIPTION.decimal("quantity", 4)
          .labelled("Mängd", "Quantity")
          .documented(
              "Hur många som fick utfallet; negativ där värdet är en förlust.",
              "How many had the outcome; negative where the value is a loss.")
          .add();

  /** The value of the outcome per unit and year, in the portfolio’s currency. */
  public static final Field<Money> PROXY_VALUE =
      DESCRIPTION.money("proxy-value")
          .labelled("Värde per enhet", "Proxy value")
          .documented(
              "Utfallets värde per enhet och år, i portföljens valuta.",
              "The value of the outcome per unit and year, in the portfolio’s currency.")
          .add();

  /** Where the value per unit comes from. */
  public static final Field<String> PROXY_SOURCE =
      DESCRIPTION.text("proxy-source")
          .labelled("Källa till värdet", "Source of the value")
          .documented("Var värdet per enhet kommer ifrån.", "Where the value per unit comes from.")
          .add();

  /** The share that would have happened anyway, 0 to 1. */
  public static final Field<BigDecimal> DEADWEIGHT =
      DESCRIPTION.decimal("deadweight", 4)
          .labelled("Hade hänt ändå", "Deadweight")
          .documented("Andel som hade hänt ändå, 0 till 1.", "The share that would have happened anyway, 0 to 1.")
          .least(0)
          .most(1)
          .add();

  /** The share that displaced something else, 0 to 1. */
  public static final Field<BigDecimal> DISPLACEMENT =
      DESCRIPTION.decimal("displacement", 4)
          .labelled("Undanträngning", "Displacement")
          .documented("Andel som trängt undan annat, 0 till 1.", "The share that displaced something else, 0 to 1.")
          .least(0)
          .most(1)
          .add();

  /** The share that is owed to others, 0 to 1. */
  public static final Field<BigDecimal> ATTRIBUTION =
      DESCRIPTION.decimal("attribution", 4)
          .labelled("Andras del", "Attribution")
          .documented("Andel som är andras förtjänst, 0 till 1.", "The share that is owed to others, 0 to 1.")
          .least(0)
          .most(1)
          .add();

  /** The share that is lost in each year after the first, 0 to 1. */
  public static final Field<BigDecimal> DROP_OFF =
      DESCRIPTION.decimal("drop-off", 4)
          .labelled("Avtagande", "Drop-off")
          .documented(
              "Andel som avtar för varje år efter det första, 0 till 1.",
              "The share that is lost in each year after the first, 0 to 1.")
          .least(0)
          .most(1)
          .add();

  /** The number of years that the outcome lasts. */
  public static final Field<Long> DURATION =
      DESCRIPTION.integer("duration")
          .labelled("Varaktighet", "Duration")
          .documented("Antal år som utfallet varar.", "The number of years that the outcome lasts.")
          .least(1)
          .most(100)
          .add();

  /** The value of what was put in; in a row of its own without an outcome. */
  public static final Field<Money> INPUT =
      DESCRIPTION.money("input")
          .labelled("Insats", "Input")
          .documented(
              "Värdet av det som satsats; på en egen rad utan utfall.",
              "The value of what was put in; in a row of its own without an outcome.")
          .add();

  /** Years from the beginning of the calculation, 0 is its beginning; empty means 0. */
  public static final Field<Long> INPUT_YEAR =
      DESCRIPTION.integer("input-year")
          .labelled("Insatsens år", "Year of the input")
          .documented(
              "År från kalkylens början, 0 är början; tom betyder 0.",
              "Years from the beginning of the calculation, 0 is its beginning; empty means 0.")
          .least(0)
          .most(100)
          .add();

  /** The first day of the calculation. */
  public static final Field<LocalDate> DATE =
      DESCRIPTION.eventDate("date")
          .labelled("Datum", "Date")
          .documented("Kalkylens första dag.", "The first day of the calculation.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("scenario", SCENARIO.path())
          .dimension("stakeholder-group", STAKEHOLDER_GROUP.path())
          .dimension("initiative-kind", FieldPath.of(INITIATIVE, Initiative.KIND))
          .regions(FieldPath.of(NODE, ProgrammeNode.REGIONS))
          .build();

  private SroiLine() {}
}
