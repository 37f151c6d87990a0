package se.siru.core.format.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import se.siru.core.Siru;
import se.siru.core.pack.Pack;
import se.siru.core.pack.SmallProgramme;

/** A pack as Markdown. */
class MarkdownRendererTest {
  private static final Siru SIRU = Siru.load();

  private static String markdown(String language) {
    Pack pack = SIRU.steeringGroup(SmallProgramme.portfolio()).pack(language);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SIRU.render(pack, "markdown", out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void numbersAreWrittenAsTheLanguageDoes() {
    assertTrue(
        markdown("sv").contains(
            "| Totalt | 1 500,00 SEK | 600,50 SEK | 300,00 SEK | 40,0 % | 300,00 SEK |"),
        markdown("sv"));
    assertTrue(
        markdown("en").contains(
            "| Total | 1 500.00 SEK | 600.50 SEK | 300.00 SEK | 40.0% | 300.00 SEK |"));
  }

  @Test
  void textOfRecordsNeverBecomesMarkup() {
    String text = markdown("sv");
    assertTrue(text.contains("Vi \\<b\\>vågar\\</b\\> mer."));
    assertFalse(text.contains("<b>"));
  }

  @Test
  void everySpaceIsAPlainOne() {
    for (String language : java.util.List.of("sv", "en")) {
      assertTrue(markdown(language).codePoints().noneMatch(point -> Character.isSpaceChar(point) && point != ' '));
    }
  }

  @Test
  void theSamePackGivesTheSameBytesWithLineFeedsAlone() {
    assertEquals(markdown("sv"), markdown("sv"));
    assertFalse(markdown("sv").contains("\r"));
  }
}
