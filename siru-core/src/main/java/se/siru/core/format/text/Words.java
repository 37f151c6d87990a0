package se.siru.core.format.text;

import java.util.EnumMap;
import java.util.Map;
import se.siru.core.disclosure.Audience;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** The words of the table, in one language. */
final class Words {
  private static final Map<Value.Reason, LocalizedText> REASONS = new EnumMap<>(Value.Reason.class);
  private static final Map<Value.Reason, LocalizedText> MEANINGS = new EnumMap<>(Value.Reason.class);

  static {
    reason(
        Value.Reason.MISSING, "saknas", "missing",
        "portföljen har inte posterna, eller ingen av dem anger värdet",
        "the portfolio does not hold the records, or none of them states the value");
    reason(
        Value.Reason.NOT_DUE, "ej ännu", "not due",
        "perioden har inte börjat", "the period has not begun");
    reason(
        Value.Reason.NOT_APPLICABLE, "ej aktuellt", "n/a",
        "frågan saknar mening här", "not applicable: the question has no meaning here");
    reason(
        Value.Reason.UNDEFINED, "odefinierat", "undefined",
        "räkningen ger inget tal, till exempel vid division med noll",
        "arithmetic gives no number, for example a division by zero");
    reason(
        Value.Reason.FAILED, "fel", "failed",
        "koden som räknar gick fel; se anmärkningarna", "the code that computes it failed; see the findings");
    reason(
        Value.Reason.SUPPRESSED, "skyddat", "suppressed",
        "visas inte för den här läsaren", "kept from this audience");
  }

  /** The units of the standard catalogue; others stand as their authors wrote them. */
  private static final Map<String, String> SWEDISH_UNITS =
      Map.ofEntries(
          Map.entry("activities", "aktiviteter"),
          Map.entry("agreements", "avtal"),
          Map.entry("annual FTE", "årsarbetskrafter"),
          Map.entry("answers", "svar"),
          Map.entry("case studies", "fallstudier"),
          Map.entry("components", "komponenter"),
          Map.entry("effects", "effekter"),
          Map.entry("enterprises", "företag"),
          Map.entry("entities", "enheter"),
          Map.entry("events", "evenemang"),
          Map.entry("hours", "timmar"),
          Map.entry("index", "index"),
          Map.entry("initiatives", "initiativ"),
          Map.entry("needs", "behov"),
          Map.entry("networks", "nätverk"),
          Map.entry("operations", "projekt"),
          Map.entry("organisations", "organisationer"),
          Map.entry("pairs", "par"),
          Map.entry("participants", "deltagare"),
          Map.entry("participations", "deltaganden"),
          Map.entry("partnerships", "partnerskap"),
          Map.entry("persons", "personer"),
          Map.entry("pilot actions", "pilotinsatser"),
          Map.entry("practices", "arbetssätt"),
          Map.entry("processes", "processer"),
          Map.entry("publications", "publikationer"),
          Map.entry("records", "poster"),
          Map.entry("respondents", "svarande"),
          Map.entry("results", "resultat"),
          Map.entry("scale points", "skalsteg"),
          Map.entry("solutions", "lösningar"),
          Map.entry("stakeholders", "aktörer"),
          Map.entry("standard deviations", "standardavvikelser"),
          Map.entry("strategies and action plans", "strategier och handlingsplaner"),
          Map.entry("ties", "relationer"),
          Map.entry("users", "användare"),
          Map.entry("views", "visningar"));

  private final String language;

  Words(String language) {
    this.language = language;
  }

  private static void reason(Value.Reason reason, String sv, String en, String meaningSv, String meaningEn) {
    REASONS.put(reason, LocalizedText.of(sv, en));
    MEANINGS.put(reason, LocalizedText.of(meaningSv, meaningEn));
  }

  boolean isSwedish() {
    return language.equals("sv") || language.startsWith("sv-");
  }

  /** A text in the language, on one line, and without signs that steer a terminal. */
  String in(LocalizedText text) {
    return plain(text.in(language));
  }

  static String plain(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
  }

  String reason(Value.Reason reason) {
    return of(REASONS, reason);
  }

  String meaning(Value.Reason reason) {
    return of(MEANINGS, reason);
  }

  private String of(Map<Value.Reason, LocalizedText> texts, Value.Reason reason) {
    LocalizedText text = texts.get(reason);
    return text == null ? reason.code() : text.in(language);
  }

  String unit(String unit) {
    return isSwedish() ? SWEDISH_UNITS.getOrDefault(unit, plain(unit)) : plain(unit);
  }

  String total() {
    return say("Totalt", "Total");
  }

  String allTime() {
    return say("hela tiden", "all time");
  }

  String indicator() {
    return say("Indikator", "Indicator");
  }

  String untitled() {
    return say("Portfölj utan namn", "Portfolio without a name");
  }

  String asOf(String day) {
    return say("Läget ", "As of ") + day;
  }

  String audience(Audience audience) {
    return audience == Audience.INTERNAL
        ? say("internt: inte skyddat för publicering", "internal: not protected for publication")
        : audience.code();
  }

  String leftOut() {
    return say("(utelämnade poster: uppgift okänd)", "(records left out: unknown)");
  }

  String leftOutLong() {
    return say(
        "Utelämnade: en uppgift eller dag som avgör är okänd",
        "Left out: an attribute or date that decides is unknown");
  }

  String more(int count) {
    return say("och " + count + " till", "and " + count + " more");
  }

  String unconfirmed() {
    return say(
        "Räkneregeln, eller värdet på en parameter, är ännu inte avstämt mot sin källa.",
        "The counting rule, or the value of a parameter, has not yet been held against its source.");
  }

  String preview() {
    return say(
        "Förhandsvärde: det officiella talet kommer från register.", "Preview: the official figure comes from registers.");
  }

  String rules(String reference) {
    return say("regler ", "rules ") + plain(reference);
  }

  String findings() {
    return say("Anmärkningar", "Findings");
  }

  private String say(String swedish, String english) {
    return LocalizedText.of(swedish, english).in(language);
  }

  String language() {
    return language;
  }
}
