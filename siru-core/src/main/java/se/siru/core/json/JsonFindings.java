package se.siru.core.json;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;
import se.siru.core.json.JsonException.Reason;
import se.siru.core.text.LocalizedText;

/**
 * Says in Swedish and English what is wrong with JSON. A refused document or line breaks the rule {@code
 * json.<reason>}, such as {@code json.duplicate-key}; a member breaks one of the rules of {@link JsonAccess}. The
 * origin has the line and, as its column, the JSON pointer.
 */
public final class JsonFindings {

  private static final Map<Reason, Rule> DOCUMENTS = new EnumMap<>(Reason.class);
  private static final Map<String, Rule> MEMBERS = new LinkedHashMap<>();
  private static final Rule MISSPELT;

  static {
    document(Reason.EMPTY_DOCUMENT, "Dokumentet är tomt");
    document(Reason.NULL_DOCUMENT, "Dokumentet säger null och inget annat");
    document(Reason.SYNTAX, "Dokumentet är inte JSON");
    document(Reason.TRUNCATED, "Dokumentet slutar mitt i ett värde");
    document(Reason.TRAILING_CONTENT, "Något följer efter dokumentets slut");
    document(Reason.DUPLICATE_KEY, "Ett namn förekommer två gånger i samma objekt");
    document(Reason.NOT_UTF8, "Filen är inte UTF-8; spara den som UTF-8");
    document(Reason.CONTROL_CHARACTER, "Ett namn eller en text innehåller ett styrtecken");
    document(Reason.LONE_SURROGATE, "Ett namn eller en text innehåller ett halvt surrogatpar");
    document(Reason.NUMBER_OUT_OF_RANGE, "Ett tal har för många siffror eller för stor exponent");
    document(Reason.NUMBER_TOO_LONG, "Ett tal är för långt");
    document(Reason.NAME_TOO_LONG, "Ett namn är för långt");
    document(Reason.STRING_TOO_LONG, "En text är för lång");
    document(Reason.TOO_DEEP, "Dokumentet har för många nivåer");
    document(Reason.TOO_MANY_VALUES, "Dokumentet har för många värden");
    document(Reason.TOO_LARGE, "Dokumentet, raden eller elementet är för stort");
    document(Reason.NOT_AN_OBJECT, "Här behövs ett objekt");
    document(Reason.NOT_AN_ARRAY, "Här behövs en lista");
    document(Reason.NOT_FOUND, "Dokumentet saknar den efterfrågade delen");
    member(JsonAccess.RULE_MISSING, "{member} saknas", "{member} is missing",
        "Ange {member}", "Give {member}");
    member(JsonAccess.RULE_TYPE, "{member} ska vara {expected-sv}, inte {found-sv}",
        "{member} must be {expected-en}, not {found-en}", "Värden omvandlas inte; skriv värdet i rätt form",
        "Values are not converted; write the value in the right form");
    member(JsonAccess.RULE_RANGE, "{member} är {found}, utanför {min} till {max}",
        "{member} is {found}, outside {min} to {max}", "Rätta talet", "Correct the number");
    member(JsonAccess.RULE_DATE, "{member} är inget datum: {found}", "{member} is not a date: {found}",
        "Skriv ett datum som finns, ÅÅÅÅ-MM-DD, från {min} till {max}",
        "Write a date that exists, yyyy-MM-dd, from {min} to {max}");
    member(JsonAccess.RULE_CHOICE, "{member} kan inte vara {found}", "{member} cannot be {found}",
        "Välj bland: {allowed}", "Choose from: {allowed}");
    member(JsonAccess.RULE_UNKNOWN, "{member} är okänt", "{member} is unknown",
        "Ta bort {member}", "Remove {member}");
    MISSPELT = Rule.error(JsonAccess.RULE_UNKNOWN, LocalizedText.of("{member} är okänt", "{member} is unknown"),
        LocalizedText.of("Menades {suggestion}?", "Did you mean {suggestion}?"));
  }

  private JsonFindings() {}

  private static void document(Reason reason, String swedish) {
    String id = "json." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    DOCUMENTS.put(reason, Rule.error(id, LocalizedText.of(swedish, "{detail}"),
        LocalizedText.of("Rätta dokumentet vid {place}", "Correct the document at {place}")));
  }

  private static void member(String id, String swedish, String english, String swedishHelp, String englishHelp) {
    MEMBERS.put(id, Rule.error(id, LocalizedText.of(swedish, english), LocalizedText.of(swedishHelp, englishHelp)));
  }

  /** Every rule, each id once. */
  public static List<Rule> rules() {
    return Stream.concat(DOCUMENTS.values().stream(), MEMBERS.values().stream()).toList();
  }

  /** What a refused document or line is called. */
  public static Finding of(JsonException refused) {
    JsonPosition at = refused.position();
    return Finding.of(requireNonNull(DOCUMENTS.get(refused.reason())), origin(refused.source(), at),
        "detail", refused.detail(), "place", at.line() + ":" + at.column());
  }

  /** A document without any content. */
  public static Finding ofNothing(String source) {
    return of(new JsonException(Reason.EMPTY_DOCUMENT, JsonPosition.of(1, 1, ""), source, "the document is empty"));
  }

  /**
   * A sink that adds each problem of a document to the findings.
   *
   * @param source what findings call the document
   */
  public static JsonAccess.ProblemSink into(Findings findings, String source) {
    return (at, ruleId, args) -> findings.add(member(ruleId, origin(source, at), args));
  }

  private static Finding member(String ruleId, Origin origin, Map<String, String> args) {
    boolean misspelt = ruleId.equals(JsonAccess.RULE_UNKNOWN) && args.containsKey("suggestion");
    Rule rule = misspelt ? MISSPELT : MEMBERS.get(ruleId);
    if (rule == null) {
      throw new IllegalArgumentException("not a rule of JSON: " + ruleId);
    }
    Map<String, String> told = new LinkedHashMap<>(args);
    if (ruleId.equals(JsonAccess.RULE_TYPE)) {
      for (String language : List.of("sv", "en")) {
        told.put("expected-" + language, KindWords.of(args.getOrDefault("expected", ""), language));
        told.put("found-" + language, KindWords.of(args.getOrDefault("found", ""), language));
      }
    }
    String[] namesAndValues = told.entrySet().stream()
        .flatMap(arg -> Stream.of(arg.getKey(), arg.getValue())).toArray(String[]::new);
    return Finding.of(rule, origin, namesAndValues);
  }

  /** The place of a value: its line, its character and, as column, its JSON pointer. */
  public static Origin origin(String source, JsonPosition at) {
    return origin(source, at, at.column());
  }

  /** The place of a character within a value, on the line on which the value stands. */
  public static Origin origin(String source, JsonPosition at, int character) {
    String pointer = at.pointer();
    return new Origin(source, at.line(), pointer.isEmpty() ? null : pointer, character);
  }
}
