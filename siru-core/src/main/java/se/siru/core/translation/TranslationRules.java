package se.siru.core.translation;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** What a file of translations is told. */
final class TranslationRules {
  static final Rule NOT_A_LANGUAGE =
      Rule.error(
          "translation.not-a-language",
          LocalizedText.of("'{value}' är inget språk för översättningar", "'{value}' is no language of translations"),
          LocalizedText.of(
              "Skriv en språktagg som fi eller sma; svenska och engelska finns inbyggda.",
              "Write a language tag such as fi or sma; Swedish and English are built in."));

  static final Rule UNKNOWN_KEY =
      Rule.warning(
          "translation.unknown-key",
          LocalizedText.of("Nyckeln '{value}' hör till ingen text", "The key '{value}' belongs to no text"),
          LocalizedText.of(
              "Nycklarna skrivs av siru schema --format translations; en text som inte finns längre kan tas bort.",
              "siru schema --format translations writes the keys; one of a text that is gone can be removed."));

  static final Rule PLACEHOLDERS =
      Rule.warning(
          "translation.placeholders",
          LocalizedText.of(
              "Översättningen av '{value}' har andra namn inom klamrar än texten: saknas {missing}, främmande {unknown}",
              "The translation of '{value}' has other names in braces than the text: missing {missing}, unknown {unknown}"),
          LocalizedText.of(
              "Behåll namnen inom klamrar som de är; de ersätts med värden. Texten visas på engelska tills dess.",
              "Keep the names in braces as they are; values take their places. Until then the text is shown in English."));

  static final Rule INCOMPLETE =
      Rule.info(
          "translation.incomplete",
          LocalizedText.of("{count} av {all} texter är inte översatta till {language}", "{count} of {all} texts are not translated to {language}"),
          LocalizedText.of("De visas på engelska.", "They are shown in English."));

  private TranslationRules() {}
}
