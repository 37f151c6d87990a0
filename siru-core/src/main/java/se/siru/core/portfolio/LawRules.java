package se.siru.core.portfolio;

import se.siru.core.finding.Rule;
import se.siru.core.stability.Experimental;
import se.siru.core.text.LocalizedText;

/**
 * What is told of agreements and aid that contradict the law of their day. None of them refuses a portfolio: what was done was done,
 * and the data say so.
 */
@Experimental(since = "0.1.0")
public final class LawRules {
  /** An agreement on a basis that did not exist. */
  public static final Rule BASIS_NOT_IN_FORCE =
      warning(
          "basis-not-in-force",
          "Grunden '{value}' fanns inte {date}. Källa: {source}.",
          "The basis '{value}' did not exist on {date}. Source: {source}.",
          "Rätta grunden eller dagen; saknas en grund i lagdata kan de ersättas.",
          "Correct the basis or the day; where the law data lack a basis they can be replaced.");

  /** A direct award of too great a value. */
  public static final Rule ABOVE_LIMIT =
      warning(
          "direct-award-above-limit",
          "En direktupphandling för {value} är över gränsen {limit} den {date}. Källa: {source}.",
          "A direct award of {value} is above the limit of {limit} on {date}. Source: {source}.",
          "Rätta värdet, som ska vara med optioner, eller grunden, lagen eller slaget av tjänst.",
          "Correct the value, which includes options, or the basis, law or category of service.");

  /** Too few of the groups among those occupied. */
  public static final Rule OCCUPIED_SHARE =
      warning(
          "occupied-share",
          "Andelen sysselsatta ur grupperna är {value}; reservationen kräver minst {least} när anbudet lämnas. Källa: {source}.",
          "The share of those occupied that belongs to the groups is {value}; the reservation requires at least {least} when the "
              + "tender is submitted. Source: {source}.",
          "Rätta andelen, som skrivs från 0 till 1, eller grunden.",
          "Correct the share, which is written from 0 to 1, or the basis.");

  /** A reservation for services that this is none of. */
  public static final Rule NOT_FOR_THE_SERVICE =
      warning(
          "reserved-service",
          "'{basis}' är till för {services}, inte för '{value}'. Källa: {source}.",
          "'{basis}' is for {services}, not for '{value}'. Source: {source}.",
          "Rätta slaget av tjänst eller grunden.",
          "Correct the category of service or the basis.");

  /** An agreement that lasts longer than its basis allows. */
  public static final Rule TOO_LONG =
      warning(
          "contract-too-long",
          "Avtalet gäller {start}–{end}, längre än {months} månader. Källa: {source}.",
          "The agreement lasts {start}–{end}, longer than {months} months. Source: {source}.",
          "Rätta dagarna eller grunden.",
          "Correct the days or the basis.");

  /** A reservation whose criteria are not met. */
  public static final Rule CRITERIA_UNMET =
      warning(
          "reservation-criteria",
          "Kriterier för '{value}' är inte uppfyllda: {criteria}. Källa: {source}.",
          "Criteria of '{value}' are not met: {criteria}. Source: {source}.",
          "Rätta kriterierna eller grunden.",
          "Correct the criteria or the basis.");

  /** A partnership that may be a service contract. */
  public static final Rule PROCUREMENT_RISK =
      warning(
          "procurement-risk",
          "Partnerskapet '{value}' riskerar att vara ett tjänstekontrakt: {criteria}. Källa: {source}.",
          "The partnership '{value}' risks being a service contract: {criteria}. Source: {source}.",
          "Ersättning för tjänster av direkt ekonomiskt intresse ska upphandlas, vem som än utför dem. Pröva partnerskapet.",
          "Payment for services of direct economic interest is to be procured, whoever performs them. Review the partnership.");

  /** Agreements of which nobody can tell. */
  public static final Rule NOT_ASSESSED =
      Rule.info(
          "law.not-assessed",
          LocalizedText.of(
              "Avtal som inte kunde prövas mot regeln {rule}, eftersom {field} inte säger nog: {count}. Det första är detta.",
              "Agreements that could not be held to the rule {rule}, since {field} does not say enough: {count}. "
                  + "The first is this one."),
          LocalizedText.of(
              "Ange fältet där det är känt; law-data betyder att lagdata saknar en gräns eller bara vet ungefär.",
              "State the field where it is known; law-data means that the law data lack a limit or know it only about."));

  /** De minimis aid without a certificate. */
  public static final Rule NO_CERTIFICATE =
      warning(
          "de-minimis-certificate",
          "Stödet är av mindre betydelse men har inget intygsdatum.",
          "The support is de minimis aid but has no date of a certificate.",
          "Ange dagen på intyget i certificate-date.",
          "State the day on the certificate in certificate-date.");

  /** More de minimis aid than one undertaking may be given. */
  public static final Rule ABOVE_CEILING =
      warning(
          "de-minimis-ceiling",
          "'{undertaking}' har med detta stöd fått {total} {currency} av mindre betydelse {from}–{date}; taket är {ceiling}. "
              + "Källa: {source}.",
          "With this support '{undertaking}' has been given {total} {currency} of de minimis aid {from}–{date}; the ceiling is "
              + "{ceiling}. Source: {source}.",
          "Räknat per företag med dess koncern enligt identity.csv. Rätta belopp, dag eller stödgrund.",
          "Counted by undertaking with its group as identity.csv says. Correct the amount, day or aid basis.");

  /** De minimis aid that nobody can add up. */
  public static final Rule AID_NOT_ASSESSED =
      Rule.info(
          "law.de-minimis-not-assessed",
          LocalizedText.of(
              "Stöd av mindre betydelse som inte kunde prövas mot taket, eftersom {field} inte säger nog: {count}. Det första är detta.",
              "De minimis supports that could not be held to the ceiling, since {field} does not say enough: {count}. "
                  + "The first is this one."),
          LocalizedText.of(
              "Ange beloppet och dagen; exchange-rates betyder att lagdata saknar växelkurs för dagen.",
              "State the amount and the day; exchange-rates means that the law data lack an exchange rate for the day."));

  private LawRules() {}

  private static Rule warning(String name, String sv, String en, String helpSv, String helpEn) {
    return Rule.warning("law." + name, LocalizedText.of(sv, en), LocalizedText.of(helpSv, helpEn));
  }
}
