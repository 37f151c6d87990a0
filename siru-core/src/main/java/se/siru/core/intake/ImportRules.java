package se.siru.core.intake;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** The rules that keep an import from taking away what it could not give back. */
final class ImportRules {
  /** The folder holds a portfolio that no import wrote. */
  static final Rule NOT_IMPORTED =
      Rule.error("import.not-imported",
          LocalizedText.of("Portföljen i mappen är inte gjord av en import och skulle gå förlorad.",
              "The portfolio in the folder was not made by an import and would be lost."),
          LocalizedText.of("Välj en annan mapp, eller ersätt portföljen med --replace-hand-written.",
              "Choose another folder, or replace the portfolio with --replace-hand-written."));

  /** A source of the portfolio is not among the files. */
  static final Rule SOURCE_GONE =
      Rule.error("import.source-gone",
          LocalizedText.of("'{source}' är en källa till portföljen ({rows} rader) men finns inte bland filerna.",
              "'{source}' is a source of the portfolio ({rows} rows) but not among the files."),
          LocalizedText.of("Ange alla filer, också de oförändrade. Ska källans poster bort: --drop-sources.",
              "Name all files, also those that did not change. Where the records of the source are to go: --drop-sources."));

  /** A file whose name cannot be read here. */
  static final Rule UNDECODABLE_NAME =
      Rule.error("import.undecodable-name",
          LocalizedText.of("Filnamnet '{source}' kan inte läsas med den teckenkodning som gäller här, så källan skulle heta något annat "
                  + "än på en annan dator.",
              "The file name '{source}' cannot be read in the encoding that is set here, so that the source would be called "
                  + "otherwise than on another computer."),
          LocalizedText.of("Kör med LC_ALL=C.UTF-8, eller döp om filen med bokstäverna a till z.",
              "Run with LC_ALL=C.UTF-8, or rename the file with the letters a to z."));

  /** Two files of the same content, each of which was read and counted. */
  static final Rule SAME_CONTENT =
      Rule.warning("import.same-content",
          LocalizedText.of("'{source}' och '{other}' har samma innehåll, och båda räknas.",
              "'{source}' and '{other}' have the same content, and both are counted."),
          LocalizedText.of("Är den ena en kopia: ta bort den ur mappen och importera igen.",
              "Where one is a copy: take it out of the folder and import again."));

  private ImportRules() {}
}
