package se.siru.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalNameTest {
  private static final OrganisationWords WORDS = OrganisationWords.standard();

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Jönköpings kommun|jönköping|kommun",
      "JKPG KN|jönköping|kommun",
      "Kommunen Jönköping|jönköping|kommun",
      "Borås Stad|borå|kommun",
      "Borås kommun|borå|kommun",
      "Region Jönköpings län|jönköping|region",
      "Region Jönköping|jönköping|region",
      "Länsstyrelsen i Jönköpings län|jönköping|länsstyrelse",
      "Landstinget i Jönköpings län|jönköping|landsting",
      "Vävstugan AB|vävstugan|ab",
      "AB Vävstugan (publ)|vävstugan|ab",
      "Aktiebolaget Vävstugan|vävstugan|ab",
      "Vävstugan A.B.|vävstugan|ab",
      "Odlarna ek. för.|odlarna|ekf",
      "Odlarna Ekonomisk förening|odlarna|ekf",
      "Ideella föreningen Ängen|ängen|if",
      "Stiftelsen Ängen|ängen|st",
      "Kaffe & Kaka HB|kaffe och kaka|hb",
      "Bröd+Smör|bröd och smör|''",
      "Byns 'egen' affär!|byns egen affär|''",
      "S:t Olofs vänner|s t olofs vänner|''",
      "AB|ab|''",
      "Stiftelsen|stiftelsen|''",
      "Kommun|kommun|''",
      "...|''|''"})
  void aNameIsTakenApart(String text, String core, String form) {
    NormalName name = WORDS.name(text);
    assertEquals(core + "/" + form, name.core() + "/" + name.form());
  }

  @Test
  void formsAgreeUnlessTheyContradictAndAPlaceIsNoPublicBody() {
    assertEquals("true true false false true false", String.join(" ",
        agree("Ängen AB", "Ängen"), agree("Ängen", "Ängen AB"), agree("Ängen AB", "Ängen HB"), agree("Habo", "Habo kommun"),
        agree("Habo kn", "Habo kommun"), agree("Region Habo", "Habo kommun")));
  }

  private static String agree(String one, String other) {
    return Boolean.toString(WORDS.name(one).core().equals(WORDS.name(other).core()) && WORDS.name(one).agrees(WORDS.name(other)));
  }

  @Test
  void aMappingAddsAbbreviationsAndReplacesThem() {
    OrganisationWords more = WORDS.withAbbreviations(Map.of("KF", "kulturförvaltningen", "jkpg", "annat ställe"));
    assertEquals("kulturförvaltningen annat ställe", more.name("kf Jkpg").core());
    assertNotEquals(WORDS.name("kf"), more.name("kf"));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of("Jönköpings", "kommun", "Vävstugan", "AB", "ek.", "för.", "Ängens", "vänner", "&", "Ø", "straße", "İ", "ﬁ", "–", "(publ)", "S:t")
        .list().ofMinSize(1).ofMaxSize(5).map(words -> String.join(" ", words));
  }

  @Property(tries = 500)
  void caseBlanksPunctuationAndCompositionMakeNoDifference(@ForAll("names") String text) {
    NormalName name = WORDS.name(text);
    assertEquals(name, WORDS.name(text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)));
    assertEquals(name, WORDS.name("  " + text.replace(" ", " \u00a0, ") + "!"));
    assertEquals(name, WORDS.name(Normalizer.normalize(text, Normalizer.Form.NFD)));
  }

  @Property(tries = 20)
  void theLocaleOfTheSurroundingsMakesNoDifference(@ForAll("names") String text) {
    NormalName name = WORDS.name(text);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      assertEquals(name, OrganisationWords.standard().name(text));
    } finally {
      Locale.setDefault(before);
    }
  }
}
