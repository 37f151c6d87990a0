package se.siru.core.intake;

import java.util.List;
import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** The rules that a mapping file and the rows it is applied to are held to. */
final class MappingRules {
  /** The mapping file names another format. */
  public static final Rule FORMAT =
      error("format", "Formatet är '{found}'.", "The format is '{found}'.",
          "Läsbart här: {accepted}.", "Readable here: {accepted}.");

  /** The mapping names something that does not exist. */
  public static final Rule UNKNOWN_NAME =
      error("unknown-name", "Det finns ingen {what} '{name}'.", "There is no {what} '{name}'.",
          "Menades {suggestion}?", "Was {suggestion} meant?");

  /** The mapping says something that cannot be done. */
  public static final Rule UNUSABLE =
      error("unusable", "{member} kan inte vara '{found}'.", "{member} cannot be '{found}'.",
          "Möjligt här: {allowed}.", "Possible here: {allowed}.");

  /** A field of the mapping has no source, or several. */
  public static final Rule ONE_ORIGIN =
      error("one-origin", "Fältet {field} har {count} ursprung.", "The field {field} has {count} origins.",
          "Ange precis ett av column, path, constant, compose, each, row, pseudonym, sum och cases.",
          "Give exactly one of column, path, constant, compose, each, row, pseudonym, sum and cases.");

  /** A step of a field does nothing for values of its kind. */
  public static final Rule STEP_WITHOUT_EFFECT =
      error("step-without-effect", "'{step}' gör inget med fältet {field} av slaget {kind}.",
          "'{step}' does nothing to the field {field} of kind {kind}.",
          "Ta bort '{step}' eller välj ett annat fält.", "Remove '{step}' or choose another field.");

  /** No file of the sources matches a pattern of the mapping. */
  public static final Rule NO_FILE =
      error("no-file", "Ingen fil passar mönstret '{pattern}'.", "No file matches the pattern '{pattern}'.",
          "Filer som finns: {files}. Skriv \"optional\": true om källan får saknas.",
          "Files at hand: {files}. Write \"optional\": true where the source may be absent.");

  /** Files that a part of the mapping is for lie where the import writes. */
  public static final Rule FILE_IN_TARGET =
      error("file-in-target", "Filerna för mönstret '{pattern}' läses inte: de ligger i mappen som importen skriver ({files}).",
          "The files of the pattern '{pattern}' are not read: they lie in the folder that the import writes ({files}).",
          "Flytta dem ut ur mappen, eller skriv portföljen till en annan: det som ligger i den ersätts.",
          "Move them out of that folder, or write the portfolio to another: what lies in it is replaced.");

  /** A column that the mapping reads is not in the source. */
  public static final Rule NO_COLUMN =
      error("no-column", "Kolumnen '{column}' finns inte.", "There is no column '{column}'.",
          "Menades {suggestion}? Kontrollera också teckenkodningen.",
          "Was {suggestion} meant? Check the encoding, too.");

  /** A header that has the columns only when it is separated by another character. */
  public static final Rule WRONG_SEPARATOR =
      error("wrong-separator", "Kolumnerna skiljs åt med {found}.", "The columns are separated by {found}.",
          "Ange det som \"separator\" för källan i mappningen.",
          "Give that as the \"separator\" of the source in the mapping.");

  /** A column that the mapping reads occurs twice. */
  public static final Rule COLUMN_TWICE =
      error("column-twice", "Kolumnen '{column}' finns två gånger.", "The column '{column}' is there twice.",
          "Ge kolumnerna olika namn.", "Give the columns different names.");

  /** A source that breaks off or holds characters of another encoding. */
  public static final Rule UNREADABLE =
      error("unreadable", "Källan kan inte läsas som {encoding}.",
          "The source cannot be read as {encoding}.",
          "Ange rätt \"encoding\" i mappningen (utf-8, windows-1252, iso-8859-1, utf-16) eller spara om filen.",
          "Give the right \"encoding\" in the mapping (utf-8, windows-1252, iso-8859-1, utf-16) or save the file anew.");

  /** A row with more or fewer fields than the header. */
  public static final Rule FIELD_COUNT =
      error("field-count", "Raden har {found} fält, rubrikraden {expected}.",
          "The row has {found} fields, the header {expected}.",
          "Sätt text som innehåller separatorn inom citattecken.", "Quote texts that hold the separator.");

  /** A value that names no code. */
  public static final Rule UNKNOWN_VALUE =
      error("unknown-value", "'{value}' är varken kod eller namn i listan {list}.",
          "'{value}' is neither a code nor a label of the list {list}.",
          "Menades {suggestion}? Lägg värdet i \"map\" eller \"unknown\", eller skriv \"otherwise\": \"unknown\".",
          "Was {suggestion} meant? Add the value to \"map\" or \"unknown\", or write \"otherwise\": \"unknown\".");

  /** A text that is no day in any of the patterns. */
  public static final Rule BAD_DATE =
      error("bad-date", "'{value}' är inget datum skrivet {patterns}.", "'{value}' is no day written {patterns}.",
          "Rätta värdet, eller ange mönstret i \"date\".", "Correct the value, or give its pattern in \"date\".");

  /** A text that is no number in the style of the source. */
  public static final Rule BAD_NUMBER =
      error("bad-number", "'{value}' är inget tal skrivet som {example}.",
          "'{value}' is no number written like {example}.",
          "Rätta värdet, eller ange \"number\": \"sv\" eller \"plain\". Tvetydiga tal tolkas inte.",
          "Correct the value, or give \"number\": \"sv\" or \"plain\". What could be read in two ways is not read.");

  /** Several values for a field that holds one. */
  public static final Rule SEVERAL_VALUES =
      error("several-values", "{field} rymmer ett värde, här finns {count}: {values}.",
          "{field} holds one value, here are {count}: {values}.",
          "Rätta raden, eller mappa till ett fält med flera värden.",
          "Correct the row, or map to a field of many values.");

  /** A JSON object where texts are needed. */
  public static final Rule NOT_A_VALUE =
      error("not-a-value", "Här finns ett objekt i stället för ett värde.",
          "Here is an object instead of a value.",
          "Peka ut värdet med \"path\".", "Point at the value with \"path\".");

  /** A field that every record must state is missing. */
  public static final Rule REQUIRED =
      error("required", "{field} saknas på posten av typen {type}.", "{field} is missing on the record of type {type}.",
          "Rätta raden, eller ge fältet ett \"default\" eller posten ett \"when\".",
          "Correct the row, or give the field a \"default\" or the record a \"when\".");

  /** An id or code with a character that parts values in a portfolio. */
  public static final Rule SEMICOLON =
      error("semicolon", "'{value}' innehåller semikolon och kan inte vara ett id.",
          "'{value}' holds a semicolon and cannot be an id.",
          "Rätta id:t, eller gör det med \"identity\".", "Correct the id, or make it with \"identity\".");

  /** Two rows state different values of one record. */
  public static final Rule CONFLICT =
      error("conflict", "{type} '{id}' har {field} '{value}' här men '{other}' på {place}.",
          "{type} '{id}' has {field} '{value}' here but '{other}' at {place}.",
          "Rätta källan, eller skriv \"merge\": \"first\" om den första raden ska gälla.",
          "Correct the source, or write \"merge\": \"first\" where the first row is to stand.");

  /** A number added up over rows that no record may have. */
  static final Rule SUM_OUT_OF_RANGE =
      error("sum-out-of-range", "Summan av {field} är {value}, utanför {least} till {most}; den är av raderna {rows}.",
          "The sum of {field} is {value}, outside {least} to {most}; it is of the rows {rows}.",
          "Rätta raderna, eller låt id:t skilja dem åt.", "Correct the rows, or let the id tell them apart.");

  /** A number that does not fit those it is made of. */
  public static final Rule NOT_THE_SUM =
      error("not-the-sum", "{field} är {value}, men delarna är {sum}.", "{field} is {value}, but its parts are {sum}.",
          "Rätta talen i källan.", "Correct the numbers in the source.");

  /** A reference to a record that the import did not make. */
  public static final Rule NO_SUCH_RECORD =
      error("no-such-record", "{type} '{value}' finns inte bland posterna som gjordes.",
          "There is no {type} '{value}' among the records made.",
          "Lägg till posten i källan, eller mappa källan där den finns; den kan ha avvisats.",
          "Add the record to the source, or map the source that has it; it may have been rejected.");

  /** All rules. */
  public static final List<Rule> ALL =
      List.of(FORMAT, UNKNOWN_NAME, UNUSABLE, ONE_ORIGIN, STEP_WITHOUT_EFFECT, NO_FILE, FILE_IN_TARGET, NO_COLUMN, WRONG_SEPARATOR,
          COLUMN_TWICE, UNREADABLE, FIELD_COUNT, UNKNOWN_VALUE, BAD_DATE, BAD_NUMBER, SEVERAL_VALUES, NOT_A_VALUE, REQUIRED,
          SEMICOLON, CONFLICT, NOT_THE_SUM, NO_SUCH_RECORD);

  private MappingRules() {}

  private static Rule error(String name, String sv, String en, String helpSv, String helpEn) {
    return Rule.error("mapping." + name, LocalizedText.of(sv, en), LocalizedText.of(helpSv, helpEn));
  }
}
