package se.siru.core.intake;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** What is to be known about how a source was read: what was found out, what was left out, and what cannot be told. */
final class ReadingRules {
  /** No reader is for files of that name. */
  static final Rule NO_READER =
      Rule.error("reading.no-reader",
          LocalizedText.of("Ingen läsare är för filer som slutar så.", "No reader is for files that end like that."),
          LocalizedText.of("Ange \"reader\" för källan: {readers}. Filändelser som känns igen: {endings}.",
              "Name the \"reader\" of the source: {readers}. Endings that are known: {endings}."));

  /** An option that the reader of a source does not have. */
  static final Rule OPTION_WITHOUT_EFFECT =
      Rule.error("reading.option-without-effect",
          LocalizedText.of("'{option}' gör inget för filer som läses av {reader}.",
              "'{option}' does nothing for files read by {reader}."),
          LocalizedText.of("Ta bort '{option}', eller ange en annan läsare. Möjligt här: {allowed}.",
              "Remove '{option}', or name another reader. Possible here: {allowed}."));

  /** The code of a reader failed. */
  static final Rule READER_FAILED =
      Rule.error("reading.reader-failed",
          LocalizedText.of("Läsaren {reader} misslyckades: {failure}", "The reader {reader} failed: {failure}"),
          LocalizedText.of("Felet ligger i tillägget som läser filen; spara filen i ett annat format så länge.",
              "The fault lies in the plugin that reads the file; save the file in another format meanwhile."));

  /** A table that ends above its header. */
  static final Rule NO_HEADER =
      Rule.error("reading.no-header",
          LocalizedText.of("Det finns ingen rubrikrad på rad {row}.", "There is no header in row {row}."),
          LocalizedText.of("Ange var rubrikerna står med \"header-row\".",
              "Say where the header is with \"header-row\"."));

  /** A header that stands in another row. */
  static final Rule HEADER_ELSEWHERE =
      Rule.error("reading.header-elsewhere",
          LocalizedText.of("Rubrikerna står på rad {row}, inte på rad {stated}.",
              "The header is in row {row}, not in row {stated}."),
          LocalizedText.of("Skriv \"header-row\": {row} för källan.", "Write \"header-row\": {row} for the source."));

  /** A column that is asked for by letter although it has a name. */
  static final Rule LETTER_OF_NAMED =
      Rule.error("reading.letter-of-named",
          LocalizedText.of("Kolumnen {column} heter '{name}'.", "The column {column} is called '{name}'."),
          LocalizedText.of("Skriv namnet: en kolumn som flyttas hittas då ändå.",
              "Write the name: a column that moves is then still found."));

  /** The end of the records in a table. */
  static final Rule STOPPED =
      Rule.info("reading.stopped",
          LocalizedText.of("Läsningen slutar här; {below} rader nedanför lästes inte.",
              "Reading stops here; {below} rows below were not read."),
          LocalizedText.of("Så säger \"stop-at\" i mappningen.", "That is what \"stop-at\" of the mapping says."));

  /** Rows that the mapping leaves out. */
  static final Rule SKIPPED =
      Rule.info("reading.skipped",
          LocalizedText.of("{count} rader hoppades över.", "{count} rows were skipped."),
          LocalizedText.of("Så säger \"skip-where\" i mappningen.", "That is what \"skip-where\" of the mapping says."));

  /** A cell that holds an error of a spreadsheet. */
  static final Rule ERROR_CELL =
      Rule.error("reading.error-cell",
          LocalizedText.of("Cellen visar felet {value}.", "The cell shows the error {value}."),
          LocalizedText.of("Rätta formeln, eller lägg {value} i \"unknown\".",
              "Correct the formula, or add {value} to \"unknown\"."));

  /** A separator that was found by the header. */
  static final Rule SEPARATOR_FOUND =
      Rule.info("reading.separator-found",
          LocalizedText.of("Fälten skiljs åt med {found}: rad {row} har då alla kolumner som mappningen läser.",
              "The fields are separated by {found}: row {row} then has all columns that the mapping reads."),
          LocalizedText.of("Skriv \"separator\" i mappningen om det alltid är så.",
              "Write \"separator\" in the mapping where it is always so."));

  /** A separator that was found by the rows. */
  static final Rule SEPARATOR_LIKELY =
      Rule.warning("reading.separator-likely",
          LocalizedText.of("Fälten tycks vara skilda åt med {found}: raderna är då lika långa.",
              "The fields seem to be separated by {found}: the rows then are of one length."),
          LocalizedText.of("Skriv \"separator\" i mappningen om det stämmer.",
              "Write \"separator\" in the mapping where that is right."));

  /** A separator that the file names. */
  static final Rule SEPARATOR_NAMED =
      Rule.info("reading.separator-named",
          LocalizedText.of("Fälten skiljs åt med {found}, som filens första rad säger.",
              "The fields are separated by {found}, as the first line of the file says."),
          LocalizedText.of("Ingenting behöver göras.", "Nothing needs to be done."));

  /** Several separators that would do. */
  static final Rule SEPARATOR_UNCLEAR =
      Rule.error("reading.separator-unclear",
          LocalizedText.of("Fälten kan vara skilda åt med {found}.", "The fields may be separated by {found}."),
          LocalizedText.of("Skriv \"separator\" i mappningen.", "Write \"separator\" in the mapping."));

  /** A file that names another separator than the mapping. */
  static final Rule SEPARATOR_STATED =
      Rule.warning("reading.separator-stated",
          LocalizedText.of("Filen säger själv att fälten skiljs åt med {found}; mappningen gäller.",
              "The file itself says that its fields are separated by {found}; the mapping stands."),
          LocalizedText.of("Kontrollera \"separator\" i mappningen.", "Check \"separator\" in the mapping."));

  /** An encoding that the file begins with. */
  static final Rule ENCODING_MARKED =
      Rule.info("reading.encoding-marked",
          LocalizedText.of("Filen läses som {encoding}, som dess första byte säger.",
              "The file is read as {encoding}, as its first bytes say."),
          LocalizedText.of("Ingenting behöver göras.", "Nothing needs to be done."));

  /** Windows-1252, where nothing says so. */
  static final Rule ENCODING_WINDOWS =
      Rule.warning("reading.encoding-windows",
          LocalizedText.of("Filen läses som windows-1252: byte {offset} ({byte}) är inte UTF-8.",
              "The file is read as windows-1252: byte {offset} ({byte}) is not UTF-8."),
          LocalizedText.of("Kontrollera å, ä och ö, och skriv \"encoding\" i mappningen om det stämmer.",
              "Check letters such as å, ä and ö, and write \"encoding\" in the mapping where it is right."));

  /** UTF-16, where nothing says so. */
  static final Rule ENCODING_UTF16 =
      Rule.warning("reading.encoding-utf16",
          LocalizedText.of("Filen läses som {encoding}: {count} byte är noll.",
              "The file is read as {encoding}: {count} bytes are zero."),
          LocalizedText.of("Kontrollera texterna, eller spara filen som UTF-8.",
              "Check the texts, or save the file as UTF-8."));

  /** A file that is UTF-8 in part. */
  static final Rule ENCODING_MIXED =
      Rule.error("reading.encoding-mixed",
          LocalizedText.of("{sequences} tecken är UTF-8 men {bad} byte är det inte, den första på plats {offset} ({byte}).",
              "{sequences} characters are UTF-8 but {bad} bytes are not, the first at {offset} ({byte})."),
          LocalizedText.of("Filen är hopsatt eller skadad: spara om den som UTF-8, eller skriv \"encoding\" i mappningen.",
              "The file was put together or damaged: save it anew as UTF-8, or write \"encoding\" in the mapping."));

  /** An encoding that cannot be told. */
  static final Rule ENCODING_UNKNOWN =
      Rule.error("reading.encoding-unknown",
          LocalizedText.of("Byte {offset} ({byte}) är inte UTF-8 och blir ingen rimlig text som windows-1252.",
              "Byte {offset} ({byte}) is not UTF-8, and as windows-1252 the text makes no sense."),
          LocalizedText.of("Spara filen som UTF-8, eller skriv \"encoding\" i mappningen.",
              "Save the file as UTF-8, or write \"encoding\" in the mapping."));

  /** A file that begins as another encoding than the mapping states. */
  static final Rule ENCODING_STATED =
      Rule.warning("reading.encoding-stated",
          LocalizedText.of("Filen börjar som {found}; mappningens {encoding} gäller.",
              "The file begins as {found}; {encoding} of the mapping stands."),
          LocalizedText.of("Kontrollera \"encoding\" i mappningen.", "Check \"encoding\" in the mapping."));

  /** Numbers that are written in Swedish style. */
  static final Rule NUMBERS_SWEDISH =
      Rule.info("reading.numbers-swedish",
          LocalizedText.of("Talen i '{column}' läses med decimalkomma: {count} är skrivna som {example}, och inget "
                  + "talar emot.",
              "Numbers of '{column}' are read with decimal commas: {count} are written like {example}, and nothing "
                  + "speaks against it."),
          LocalizedText.of("Skriv \"number\": \"sv\" i mappningen om det alltid är så.",
              "Write \"number\": \"sv\" in the mapping where it is always so."));

  /** Numbers of two styles in one column. */
  static final Rule NUMBERS_UNCLEAR =
      Rule.error("reading.numbers-unclear",
          LocalizedText.of("'{column}' har både tal som {one} och tal som {other} ({place}).",
              "'{column}' has both numbers like {one} and numbers like {other} ({place})."),
          LocalizedText.of("Rätta källan, eller skriv \"number\": \"sv\" eller \"plain\"; det andra slagets rader avvisas.",
              "Correct the source, or write \"number\": \"sv\" or \"plain\"; rows of the other kind are then rejected."));

  /** Points that may part thousands, in a file that writes decimals with commas elsewhere. */
  static final Rule POINTS_UNCLEAR =
      Rule.error("reading.points-unclear",
          LocalizedText.of("Tal som {value} i '{column}' kan vara tusental eller decimaler.",
              "Numbers like {value} of '{column}' may be thousands or decimals."),
          LocalizedText.of("Skriv \"number\": \"plain\" om punkten är ett decimaltecken; ta annars bort den ur källan.",
              "Write \"number\": \"plain\" where the point is before decimals; remove it from the source else."));

  /** Points that are taken to be before decimals. */
  static final Rule POINTS_AS_DECIMALS =
      Rule.warning("reading.points-as-decimals",
          LocalizedText.of("Talet {value} i '{column}' läses med tre decimaler.",
              "The number {value} of '{column}' is read with three decimals."),
          LocalizedText.of("Skriv \"number\": \"plain\" i mappningen om det stämmer; är det tusental, ta bort punkten.",
              "Write \"number\": \"plain\" in the mapping where that is right; remove the point where it parts thousands."));

  /** Commas that are taken to be before decimals, and may part thousands. */
  static final Rule COMMAS_AS_DECIMALS =
      Rule.warning("reading.commas-as-decimals",
          LocalizedText.of("Talet {value} i '{column}' läses med tre decimaler.",
              "The number {value} of '{column}' is read with three decimals."),
          LocalizedText.of("Skriv \"number\": \"sv\" i mappningen om det stämmer; är det tusental, ta bort kommat.",
              "Write \"number\": \"sv\" in the mapping where that is right; remove the comma where it parts thousands."));

  private ReadingRules() {}
}
