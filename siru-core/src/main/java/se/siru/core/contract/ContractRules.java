package se.siru.core.contract;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** What a breach of a law says, and the law itself as its hint. The origin of each finding is the indicator. */
final class ContractRules {
  static final Rule MERGE =
      Rule.error(
          "contract.merge",
          LocalizedText.of(
              "Läst i delar {found}, läst på en gång {expected}, i {cell}",
              "{found} read in parts, {expected} read at once, in {cell}"),
          LocalizedText.of(
              "Hur posterna än delas upp och delarna slås ihop är resultatet detsamma som av alla på en gång.",
              "However the records are divided, and in whatever order the parts are merged, the result is that of all at once."));

  static final Rule IDENTITY =
      Rule.error(
          "contract.identity",
          LocalizedText.of(
              "En tom del ändrar {expected} till {found} i {cell}",
              "An empty part turns {expected} into {found} in {cell}"),
          LocalizedText.of(
              "En del utan poster ändrar ingenting.",
              "A part without records changes nothing."));

  static final Rule SPLIT =
      Rule.error(
          "contract.split",
          LocalizedText.of(
              "Uppdelat på leveranser {found}, i en leverans {expected}, i {cell}",
              "{found} in several batches, {expected} in one, in {cell}"),
          LocalizedText.of(
              "I hur många leveranser posterna än kom är resultatet detsamma.",
              "In however many batches the records came, the result is the same."));

  static final Rule ORDER =
      Rule.error(
          "contract.order",
          LocalizedText.of(
              "I annan ordning {found}, annars {expected}, i {cell}",
              "{found} in another order, else {expected}, in {cell}"),
          LocalizedText.of(
              "Ordningen på poster och leveranser avgör ingenting.",
              "The order of records and batches decides nothing."));

  static final Rule DETERMINISM =
      Rule.error(
          "contract.determinism",
          LocalizedText.of(
              "Andra gången {found}, första gången {expected}, i {cell}",
              "{found} the second time, {expected} the first, in {cell}"),
          LocalizedText.of(
              "Samma poster ger samma resultat varje gång.",
              "The same records give the same result every time."));

  static final Rule THREADS =
      Rule.error(
          "contract.threads",
          LocalizedText.of(
              "Med flera trådar {found}, med en {expected}, i {cell}",
              "{found} on several threads, {expected} on one, in {cell}"),
          LocalizedText.of(
              "Antalet trådar avgör ingenting.",
              "The number of threads decides nothing."));

  static final Rule SURROUNDINGS =
      Rule.error(
          "contract.surroundings",
          LocalizedText.of(
              "I en annan omgivning {found}, annars {expected}, i {cell}",
              "{found} in other surroundings, else {expected}, in {cell}"),
          LocalizedText.of(
              "Programmets språk, tidszon och klocka avgör ingenting.",
              "The program's locale, time zone and clock decide nothing."));

  static final Rule PURITY =
      Rule.error(
          "contract.purity",
          LocalizedText.of(
              "Portföljen är inte densamma efteråt: {found} i stället för {expected}",
              "The portfolio is not the same afterwards: {found} instead of {expected}"),
          LocalizedText.of(
              "Den som räknar ändrar inte det som räknas.",
              "Whoever counts does not change what is counted."));

  static final Rule DUPLICATES =
      Rule.error(
          "contract.duplicates",
          LocalizedText.of(
              "Dubbletter ändrar {expected} till {found} i {cell}",
              "Duplicates turn {expected} into {found} in {cell}"),
          LocalizedText.of(
              "Det som räknas en gång räknas en gång, hur ofta det än förekommer.",
              "What is counted once is counted once, however often it occurs."));

  static final Rule GROWTH =
      Rule.error(
          "contract.growth",
          LocalizedText.of(
              "Det ackumulerade faller från {expected} till {found} i {cell}",
              "What is cumulative falls from {expected} to {found} in {cell}"),
          LocalizedText.of(
              "Ett ackumulerat antal faller aldrig från en period till nästa.",
              "A cumulative count never falls from one period to the next."));

  static final Rule RANGE =
      Rule.error(
          "contract.range",
          LocalizedText.of(
              "{found} i {cell} ligger utanför det deklarerade intervallet ({expected})",
              "{found} in {cell} lies outside the declared range ({expected})"),
          LocalizedText.of(
              "Inget värde ligger utanför det intervall som indikatorn deklarerar, eller som följer av hur den är hopsatt.",
              "No value lies outside the range that the indicator declares, or that follows from how it is put together."));

  static final Rule PARTS =
      Rule.error(
          "contract.parts",
          LocalizedText.of(
              "Delarna ger {found}, totalen är {expected}, i {cell}",
              "The parts give {found}, the total is {expected}, in {cell}"),
          LocalizedText.of(
              "Längs en axel där värden får adderas är delarnas summa totalen; ett unikt antal är aldrig mer än sina delar tillsammans eller mindre än en av dem.",
              "Along an axis on which values may be added up, the parts add up to the total; a distinct count is never more than its parts together, nor less than one of them."));

  static final Rule PERIODS =
      Rule.error(
          "contract.periods",
          LocalizedText.of(
              "Perioderna ger {found}, hela tiden {expected}, i {cell}",
              "The periods give {found}, all of them as one {expected}, in {cell}"),
          LocalizedText.of(
              "Där värden får adderas över tid är månadernas och dagarnas summa årets, också ett skottår.",
              "Where values may be added up over time, months and days add up to the year, in a leap year too."));

  static final Rule EXPLANATION =
      Rule.error(
          "contract.explanation",
          LocalizedText.of(
              "{expected} poster räknas men {found} namnges i {cell}",
              "{expected} records are counted, but {found} are named in {cell}"),
          LocalizedText.of(
              "Varje post som räknas kan namnges.",
              "Every record that is counted can be named."));

  static final Rule NOTHING =
      Rule.error(
          "contract.nothing",
          LocalizedText.of(
              "Utan poster {found} i stället för {expected} i {cell}",
              "{found} without records instead of {expected} in {cell}"),
          LocalizedText.of(
              "Utan poster är ett antal 0; av en posttyp som inte finns saknas det. Inget går sönder.",
              "Without records a count is 0; of a record type that is not held it is missing. Nothing breaks."));

  static final Rule MANY =
      Rule.error(
          "contract.many",
          LocalizedText.of(
              "Med många poster {found} i stället för {expected} i {cell}",
              "{found} with many records instead of {expected} in {cell}"),
          LocalizedText.of(
              "Många poster går lika bra som få. Kod möter poster där fält inte är angivna: Row.get ger då null, och Row.find frågar utan risk.",
              "Many records do as well as few. Code meets records that leave fields out: Row.get then gives null, and Row.find asks safely."));

  static final Rule DEFINITION =
      Rule.error(
          "contract.definition",
          LocalizedText.of(
              "Definitionen saknar {found}",
              "The definition lacks {found}"),
          LocalizedText.of(
              "En indikator har namn och definition på svenska och engelska, enhet och källa; det den räknar med finns.",
              "An indicator has a name and a definition in Swedish and English, a unit and a source; what it computes with is there."));

  static final Rule FORMAT =
      Rule.error(
          "contract.format",
          LocalizedText.of(
              "Formatet {format} {found}",
              "The format {format} {found}"),
          LocalizedText.of(
              "Samma publikation ger samma bytes varje gång, i varje språk och i varje omgivning, också när den är tom.",
              "The same publication gives the same bytes every time, in every language and all surroundings, an empty one too."));

  static final Rule VALIDATION =
      Rule.error(
          "contract.validation",
          LocalizedText.of(
              "Valideringsregeln {rule} {found}",
              "The validation rule {rule} {found}"),
          LocalizedText.of(
              "En valideringsregel kan prövas mot alla poster, och finner detsamma varje gång och i varje omgivning.",
              "A validation rule can be applied to any records, and finds the same every time and in all surroundings."));

  private ContractRules() {}
}
