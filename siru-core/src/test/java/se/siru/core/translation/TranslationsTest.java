package se.siru.core.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionWriter;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.text.LocalizedText;

/** A language is added by a file of words. */
class TranslationsTest {
  private static final Schema SCHEMA = Schema.standard();
  private static final Indicator COUNT =
      Indicator.measure("t:count").named("sv", "Antal").named("en", "Count").defined(LocalizedText.of("Så här.", "Thus.")).over(Stakeholder.TYPE).count().build();
  private static final Indicator DOUBLE = Indicator.formula("t:double").named("sv", "Dubbelt").named("en", "Double").expression("2 * [t:count]").build();
  private static final Catalogue CATALOGUE = Catalogue.empty().with(Provider.application(), List.of(COUNT, DOUBLE), List.of());

  private static Translations read(String json) {
    return Translations.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "qaa.json");
  }

  private static Translations words(String... keysAndWords) {
    StringBuilder texts = new StringBuilder();
    for (int i = 0; i < keysAndWords.length; i += 2) {
      texts.append(i == 0 ? "" : ",").append('"').append(keysAndWords[i]).append("\":{\"en\":\"ignored\",\"qaa\":\"").append(keysAndWords[i + 1]).append("\"}");
    }
    return read("{\"siru\":\"siru-translations/1\",\"language\":\"qaa\",\"texts\":{" + texts + "}}");
  }

  private static Set<String> rules(Iterable<Finding> findings) {
    Set<String> rules = new TreeSet<>();
    findings.forEach(finding -> rules.add(finding.rule().id()));
    return rules;
  }

  @Test
  void recordTypesFieldsListsCodesAndIndicatorsSpeakTheLanguageOfTheFile() {
    Translations qaa = words(
        "record-type:stakeholder:label", "Aa", "field:stakeholder.sector:label", "Bb", "codelist:sectors:name", "Cc",
        "code:sectors/public:label", "Dd", "indicator:t:count:name", "Ee", "indicator:t:double:name", "Ff");
    Schema schema = SCHEMA.translated(qaa);
    Catalogue catalogue = CATALOGUE.translated(qaa);
    RecordType stakeholder = schema.type("stakeholder");
    assertEquals("Aa", stakeholder.label().in("qaa"));
    assertEquals("Bb", stakeholder.field("sector").orElseThrow().label().in("qaa"));
    assertEquals("Cc", schema.vocabulary().list("sectors").name().in("qaa"));
    assertEquals("Dd", schema.vocabulary().list("sectors").at(schema.vocabulary().list("sectors").position("public")).label().in("qaa"));
    assertEquals("Ee", catalogue.find("t:count").orElseThrow().name().in("qaa"));
    assertEquals("Ff", catalogue.find("t:double").orElseThrow().name().in("qaa"));
    assertEquals(LocalizedText.of("Antal", "Count").with("qaa", "Ee"), catalogue.find("t:count").orElseThrow().name());
  }

  @Test
  void whatHasNoWordsIsShownInEnglish() {
    Catalogue catalogue = CATALOGUE.translated(words("indicator:t:count:definition", "Gg"));
    assertEquals("Count", catalogue.find("t:count").orElseThrow().name().in("qaa"));
    assertEquals("Gg", catalogue.find("t:count").orElseThrow().definition().in("qaa"));
  }

  @Test
  void aFindingSpeaksItToo() {
    Finding finding = Finding.of(TranslationRules.UNKNOWN_KEY, Origin.of("x"), "value", "a:b");
    Finding translated = finding.translated(words("rule:translation.unknown-key:message", "Hh {value}"));
    assertEquals("Hh a:b", translated.message("qaa"));
    assertEquals(finding.message("sv"), translated.message("sv"));
    assertEquals(finding.help("en"), translated.help("qaa"));
  }

  @Test
  void wordsChangeNoNumberAndNoDefinition() {
    Catalogue catalogue = CATALOGUE.translated(words("indicator:t:count:name", "Ee"));
    assertEquals(DefinitionWriter.text(DOUBLE), DefinitionWriter.text(catalogue.find("t:double").orElseThrow()));
    assertEquals(CATALOGUE.provider("t:count"), catalogue.provider("t:count"));
    assertEquals(SCHEMA.type("stakeholder"), SCHEMA.translated(words("record-type:stakeholder:label", "Aa")).type("stakeholder"));
  }

  @Test
  void theTemplateHoldsEveryTextAndFilledInItIsComplete() {
    String template = Translations.template(SCHEMA, CATALOGUE, "qaa");
    Map<String, LocalizedText> texts = Translations.texts(SCHEMA, CATALOGUE);
    assertTrue(texts.size() > 1_000, texts.size() + " texts");
    Translations empty = read(template);
    assertEquals(Set.of("translation.incomplete"), rules(empty.check(SCHEMA, CATALOGUE)));
    Translations full = read(template.replaceAll("\"qaa\" *: *\"\"", "\"qaa\": \"ord\""));
    assertEquals(List.of(), full.check(SCHEMA, CATALOGUE));
    Schema schema = SCHEMA.translated(full);
    Catalogue catalogue = CATALOGUE.translated(full);
    Translations.texts(schema, catalogue).forEach((key, text) -> assertEquals("ord", text.in("qaa"), key));
    assertEquals(texts.keySet(), Translations.texts(schema, catalogue).keySet());
  }

  @Test
  void everyTextOfTheStandardSchemaIsThereInSwedishAndEnglish() {
    Translations.texts(SCHEMA, CATALOGUE).forEach((key, text) -> {
      assertEquals(Set.of("sv", "en"), text.asMap().keySet(), key);
      assertTrue(text.asMap().values().stream().noneMatch(String::isBlank), key);
    });
  }

  @Test
  void aTranslationThatDropsOrMakesUpANameInBracesIsToldAndNotUsed() {
    Translations odd = read("""
        {"siru": "siru-translations/1", "language": "qaa", "texts": {
          "rule:translation.unknown-key:message": {"sv": "Nyckeln '{value}' hör till ingen text", "en": "The key '{value}' belongs to no text", "qaa": "Hh {vallue}"},
          "rule:translation.unknown-key:help": {"en": "…", "qaa": "Ii"},
          "indicator:t:count:name": {"qaa": "Ee {value}"} }}
        """);
    List<Finding> findings = odd.check(SCHEMA, CATALOGUE).stream().filter(each -> each.rule() == TranslationRules.PLACEHOLDERS).toList();
    assertEquals(
        List.of("indicator:t:count:name – {value}", "rule:translation.unknown-key:message {value} {vallue}"),
        findings.stream().map(each -> String.join(" ", each.arguments().values())).toList());
    assertTrue(findings.get(1).message("sv").contains("saknas {value}, främmande {vallue}"), findings.get(1).message("sv"));
    Finding finding = Finding.of(TranslationRules.UNKNOWN_KEY, Origin.of("x"), "value", "a:b").translated(odd);
    assertEquals(finding.message("en"), finding.message("qaa"));
    assertEquals("Ii", finding.help("qaa"));
    assertEquals("Count", CATALOGUE.translated(odd).find("t:count").orElseThrow().name().in("qaa"));
  }

  @Test
  void aNameThatOneLanguageAloneHasMayStandOrNot() {
    Placeholders both = Placeholders.of(List.of("{member} ska vara {expected-sv}", "{member} must be {expected-en}"));
    assertTrue(both.difference("{member}: {expected-en}").isEmpty());
    assertTrue(both.difference("{member}").isEmpty());
    assertEquals(Set.of("member"), both.difference("{expected-sv}").orElseThrow().missing());
  }

  @Test
  void keysThatBelongToNothingAreTold() {
    Translations odd = words("field:stakeholder.sektor:label", "Aa", "rule:no.such-rule:message", "Bb");
    List<Finding> findings = odd.check(SCHEMA, CATALOGUE);
    assertEquals(Set.of("translation.incomplete", "translation.unknown-key"), rules(findings));
    assertEquals("field:stakeholder.sektor:label", findings.get(0).arguments().get("value"));
  }

  @Test
  void aFileThatIsNoneIsRefused() {
    for (Map.Entry<String, String> each : Map.of(
        "{\"siru\":\"siru-translations/1\",\"language\":\"sv\",\"texts\":{}}", "translation.not-a-language",
        "{\"siru\":\"siru-translations/1\",\"language\":\"Suomi!\",\"texts\":{}}", "translation.not-a-language",
        "{\"siru\":\"siru-translations/2\",\"language\":\"qaa\",\"texts\":{}}", "json.not-a-choice",
        "{\"siru\":\"siru-translations/1\",\"language\":\"qaa\"}", "json.member-missing",
        "{\"siru\":\"siru-translations/1\",\"language\":\"qaa\",\"texts\":{\"a\":\"b\"}}", "json.wrong-type").entrySet()) {
      SiruException refused = assertThrows(SiruException.class, () -> read(each.getKey()), each.getKey());
      assertEquals(ErrorCode.REFUSED_INPUT, refused.code());
      assertEquals(Set.of(each.getValue()), rules(refused.findings()), each.getKey());
    }
  }
}
