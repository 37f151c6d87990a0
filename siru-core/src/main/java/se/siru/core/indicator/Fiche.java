package se.siru.core.indicator;

import se.siru.core.stability.Stable;
import se.siru.core.text.LocalizedText;

/**
 * What a reader must know of an indicator to use its numbers rightly, said in words from the definition itself.
 *
 * @param period which records, or groups, belong to a period
 * @param nothing what is shown where there are no records, and what becomes of records that do not state what is asked
 * @param distinct within what things are counted once; empty where nothing is counted once
 * @param overTime whether values of separate periods may be added up
 */
@Stable(since = "0.1.0")
public record Fiche(LocalizedText period, LocalizedText nothing, LocalizedText distinct, LocalizedText overTime) {
  private static final LocalizedText ADDS =
      LocalizedText.of("Värden för skilda perioder får adderas.", "Values of separate periods may be added up.");
  private static final LocalizedText ADDS_NOT =
      LocalizedText.of(
          "Värden för skilda perioder får inte adderas; räkna för hela perioden.",
          "Values of separate periods must not be added up; count for the whole period.");

  /** The fiche of an indicator. */
  public static Fiche of(Indicator indicator) {
    if (indicator instanceof Formula) {
      return new Fiche(
          LocalizedText.of("Som de indikatorer det räknas med.", "As the indicators that it computes with."),
          LocalizedText.of(
              "Saknas ett tal det räknas med saknas resultatet; division med 0 är odefinierad.",
              "Where an operand is absent, so is the result; division by 0 is undefined."),
          LocalizedText.empty(),
          ADDS_NOT);
    }
    Measure measure = (Measure) indicator;
    return new Fiche(
        period(measure), nothing(measure), distinct(measure), measure.addsUpOver("time", null) ? ADDS : ADDS_NOT);
  }

  private static LocalizedText period(Measure measure) {
    LocalizedText period = whichRecords(measure);
    return measure.when().within() == null
        ? period
        : LocalizedText.of(
            period.in("sv") + " Dagarna är de som posten delar med det som den hör till.",
            period.in("en") + " The days are those that the record shares with what it belongs to.");
  }

  private static LocalizedText whichRecords(Measure measure) {
    boolean ofGroups = measure.grouping().map(Grouping::dating).isPresent();
    String sv = ofGroups ? "Grupper" : "Poster";
    String en = ofGroups ? "Groups" : "Records";
    TimeRule rule = measure.when();
    switch (rule.kind()) {
      case EVENT:
        return LocalizedText.of(sv + " vars dag ligger i perioden.", en + " whose day lies in the period.");
      case CUMULATIVE:
        return LocalizedText.of(
            sv + " vars dag ligger före periodens slut (ackumulerat).", en + " whose day lies before the period's end (cumulative).");
      case LAGGED:
        boolean days = rule.lag().days() > 0;
        String lag = days ? rule.lag().days() + "" : rule.lag().months() + "";
        return LocalizedText.of(
            sv + " vars dag plus " + lag + (days ? " dagar" : " månader") + " ligger i perioden.",
            en + " whose day plus " + lag + (days ? " days" : " months") + " lies in the period.");
      case RECENT:
        boolean inDays = rule.lag().days() > 0;
        String stretch = inDays ? rule.lag().days() + "" : rule.lag().months() + "";
        return LocalizedText.of(
            sv + " vars dag ligger före periodens slut, högst " + stretch + (inDays ? " dagar" : " månader") + " före det.",
            en + " whose day lies before the period's end, by at most " + stretch + (inDays ? " days." : " months."));
      case COHORT:
        return LocalizedText.of(
            sv + " som började i perioden, oavsett vad som hände sedan.", en + " that began in the period, whatever became of them.");
      case BEGUN:
        return LocalizedText.of(
            sv + " som började senast periodens sista dag, också sådant som har upphört.",
            en + " that began by the period's last day, whether or not they have ended.");
      case DURING:
        return LocalizedText.of(
            sv + " som delar minst en dag med perioden.", en + " that share at least one day with the period.");
      default:
        return LocalizedText.of(sv + " som gäller periodens sista dag.", en + " in force on the period's last day.");
    }
  }

  private static LocalizedText nothing(Measure measure) {
    if (measure.requiredCoverage().isPresent()) {
      return LocalizedText.of(
          "Bara köpare vars register är komplett räknas, andras poster vid sidan av; finns ingen sådan köpare saknas värdet.",
          "Only buyers whose register is complete count, records of others beside; without such a buyer the value is missing.");
    }
    Aggregate aggregate = measure.aggregate();
    if (aggregate instanceof Aggregate.Count || aggregate instanceof Aggregate.Distinct) {
      return LocalizedText.of(
          "Inga poster ger 0; poster som inte anger det som avgör räknas vid sidan av.",
          "No records give 0; records that do not state what decides are counted beside.");
    }
    if (aggregate instanceof Aggregate.Sum || aggregate.equals(new Aggregate.OverGroups(Aggregate.OverGroups.Fold.SUM))) {
      return LocalizedText.of(
          "Inga poster ger 0; poster varav ingen anger talet ger att värdet saknas, aldrig 0.",
          "No records give 0; records of which none states the number give a missing value, never 0.");
    }
    if (aggregate instanceof Aggregate.Function || aggregate instanceof Aggregate.Custom) {
      return LocalizedText.of(
          "Funktionen avgör; den får inga poster som inte uppfyller villkoret.",
          "The function decides; it gets no records that do not satisfy the condition.");
    }
    if (aggregate instanceof Aggregate.Completeness) {
      return LocalizedText.of(
          "Inga poster är odefinierat; poster som inte anger något av fälten ger 0.",
          "No records are undefined; records that state none of the fields give 0.");
    }
    return LocalizedText.of(
        "Inga poster är odefinierat; poster utan talet lämnas utanför, och anger ingen det saknas värdet.",
        "No records are undefined; records without the number are left out, and where none states it the value is missing.");
  }

  private static LocalizedText distinct(Measure measure) {
    boolean isOnce = measure.grouping().isPresent() || measure.aggregate() instanceof Aggregate.Distinct;
    boolean isScoped = measure.aggregate() instanceof Aggregate.Function && measure.scope().isPresent();
    if (!isOnce && !isScoped) {
      return LocalizedText.empty();
    }
    return measure
        .scope()
        .map(level -> LocalizedText.of("En gång inom varje " + level + ".", "Once within each " + level + "."))
        .orElse(LocalizedText.of("En gång inom hela portföljen.", "Once within the whole portfolio."));
  }
}
