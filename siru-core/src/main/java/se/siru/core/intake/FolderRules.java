package se.siru.core.intake;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** The rules that the description of a portfolio and the files around it are held to. */
final class FolderRules {
  static final Rule NO_DESCRIPTION =
      error("no-description", "Mappen saknar datapackage.json.", "The folder has no datapackage.json.",
          "Skapa en tom portfölj med siru init och lägg filerna där, eller importera dem med siru import.",
          "Make an empty portfolio with siru init and put the files there, or import them with siru import.");
  static final Rule LEFT_BEHIND =
      Rule.warning("folder.left-behind",
          LocalizedText.of("Mappen {folder} är kvar efter en skrivning som avbröts eller inte kunde ta bort den.",
              "The folder {folder} is left of a writing that was broken off or could not remove it."),
          LocalizedText.of("Portföljen är hel utan den: ta bort mappen när inget annat program skriver eller läser där.",
              "The portfolio is whole without it: remove the folder when no other program writes or reads there."));
  static final Rule RECOVERED =
      Rule.warning("folder.recovered",
          LocalizedText.of("Portföljen saknades efter en skrivning som avbröts; {folder} var den, och är tillbaka på sin plats.",
              "The portfolio was missing after a writing that was broken off; {folder} was it, and is back in its place."),
          LocalizedText.of("Kontrollera att importen blev som den skulle.", "See that the import came out as it should."));
  static final Rule SEVERAL_LEFT =
      error("several-left", "Portföljen saknas, och flera mappar kan vara den: {folders}.",
          "The portfolio is missing, and several folders may be it: {folders}.",
          "Döp om den rätta till portföljens namn, ta bort de andra och kör igen.",
          "Rename the right one to the name of the portfolio, remove the others and run again.");
  static final Rule FORMAT =
      error("format", "Formatet är '{found}'.", "The format is '{found}'.",
          "Läsbart här: {accepted}.", "Readable here: {accepted}.");
  static final Rule NO_PROGRAMME =
      error("no-programme", "Portföljen har inget programträd.", "The portfolio has no programme tree.",
          "Lägg till en resurs med siru:type 'programme' och minst en nod, projektet.",
          "Add a resource with siru:type 'programme' and at least one node, the project.");
  static final Rule CURRENCY =
      error("currency", "'{value}' är ingen valutakod.", "'{value}' is no currency code.",
          "Skriv tre stora bokstäver enligt ISO 4217, till exempel SEK.",
          "Write three capital letters of ISO 4217, for example SEK.");
  static final Rule UNKNOWN_TYPE =
      error("unknown-type", "Posttypen '{value}' är okänd.", "The record type '{value}' is not known.",
          "Menades {suggestion}?", "Was {suggestion} meant?");
  static final Rule DUPLICATE_RESOURCE =
      error("duplicate-resource", "'{value}' finns två gånger.", "'{value}' is there twice.",
          "En posttyp har en resurs, som kan ha flera filer; en fil hör till en resurs.",
          "A record type has one resource, which may have several files; a file belongs to one resource.");
  static final Rule COVERS_NOTHING =
      error("covers-nothing", "Här står inte vad posterna är fullständiga för.", "This does not say what the records are complete for.",
          "Ange from, end eller minst en nod; det som utelämnas täcker allt.",
          "State from, end or at least one node; what is left out covers everything.");
  static final Rule COVERS_TWICE =
      error("covers-twice", "Noden '{value}' står två gånger.", "The node '{value}' stands twice.",
          "Ta bort den ena.", "Remove one of them.");
  static final Rule COVERS_MEANINGLESS =
      error("covers-meaningless", "{member} har ingen mening för {type}.", "{member} has no meaning for {type}.",
          "Ta bort den. Programträdet och identiteter gäller alltid; nodes är till för poster som hör till en nod.",
          "Remove it. The programme tree and identities always apply; nodes are for records that belong to a node.");
  static final Rule PATH_OUTSIDE =
      error("path-outside", "Sökvägen '{path}' leder ut ur mappen.", "The path '{path}' leads out of the folder.",
          "Skriv en relativ sökväg med snedstreck, utan '..', till en fil i mappen.",
          "Write a relative path with slashes, without '..', to a file of the folder.");
  static final Rule FILE_MISSING =
      error("file-missing", "Filen '{path}' finns inte.", "There is no file '{path}'.",
          "Lägg till filen eller ta bort den ur datapackage.json.",
          "Add the file or remove it from datapackage.json.");
  static final Rule FILE_NOT_LISTED =
      Rule.warning("folder.file-not-listed",
          LocalizedText.of("Filen '{path}' läses inte.", "The file '{path}' is not read."),
          LocalizedText.of("Lägg till en resurs för den i datapackage.json eller ta bort filen.",
              "Add a resource for it to datapackage.json or remove the file."));
  static final Rule RESOURCE_IGNORED =
      Rule.warning("folder.resource-ignored",
          LocalizedText.of("Resursen '{name}' läses inte.", "The resource '{name}' is not read."),
          LocalizedText.of("Ange dess posttyp med siru:type om den hör till portföljen.",
              "State its record type with siru:type where it belongs to the portfolio."));
  static final Rule HASH =
      error("hash", "Filen '{path}' har inte den angivna kontrollsumman.", "The file '{path}' does not have the stated hash.",
          "Filen har ändrats: räknad summa {found}. Rätta filen eller summan.",
          "The file has changed: computed {found}. Correct the file or the hash.");
  static final Rule UNKNOWN_BATCH =
      error("unknown-batch", "'{path}' är ingen fil i resursen.", "'{path}' is no file of the resource.",
          "Menades {suggestion}?", "Was {suggestion} meant?");
  static final Rule NOT_SUPPORTED =
      error("not-supported", "'{member}' är '{value}'.", "'{member}' is '{value}'.",
          "Filer i en portfölj har UTF-8 och kommatecken; importera andra med en mappning.",
          "Files of a portfolio have UTF-8 and commas; import others with a mapping.");
  static final Rule BAD_FIELD =
      error("bad-field", "'{name}' kan inte vara ett eget fält på {type}.", "'{name}' cannot be a field of your own on {type}.",
          "Namnet har en namnrymd före kolon, små bokstäver och bindestreck; det finns inte redan; kodlistan finns; minimum är inte större än maximum.",
          "The name has a namespace before a colon, small letters and hyphens; it is not there yet; its code list is; "
              + "minimum is not greater than maximum.");
  static final Rule IDENTITY_KIND =
      error("identity-kind", "'{value}' är inget slag av identitet.", "'{value}' is no kind of identity.",
          "Tillåtet: {allowed}.", "Allowed: {allowed}.");

  private FolderRules() {}

  private static Rule error(String name, String sv, String en, String helpSv, String helpEn) {
    return Rule.error("folder." + name, LocalizedText.of(sv, en), LocalizedText.of(helpSv, helpEn));
  }
}
